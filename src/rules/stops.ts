import { endOf, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { operationOf } from '../openapi/router.ts';
import { findBadRow } from './reported.ts';

/** When the client of a tenant may well have stopped. */
export interface Stop {
  /** Numbers of the attempts that may have made it stop. */
  readonly numbers: readonly number[];
  /** End of the last one. */
  readonly until: number;
}

/** Stops by the ids of tenants. */
export type Stops = ReadonlyMap<string, Stop>;

/** Milliseconds. Nobody has to wait for longer than this: a client may as well give up and say so. */
const patience = 5 * 60_000;

/** Whether an answer told its client to wait for so long that it may give up instead. */
export function isForLater(answer: Exchange): boolean {
  return (toRetryTime(answer) ?? 0) - endOf(answer) > patience;
}

/**
 * A client may well have stopped when it had met a refusal, or had tried in vain. What it left undone then is not held
 * against it, nor that a later run does it anew.
 */
export function findStops(calls: readonly ClientCall[]): Stops {
  const stops = new Map<string, Stop & { numbers: number[] }>();
  for (const { tenantId, operation, outcome, attempts } of calls) {
    const last = attempts.at(-1);
    const isVain = outcome === 'given up' && (attempts.length > 1 || attempts.some(isForLater));
    const isRefused = outcome === 'refused' && operationOf(operation).records !== undefined;
    if (last === undefined || !(isVain || (isRefused && findBadRow(last) === undefined))) continue;
    const { numbers, until } = stops.get(tenantId) ?? { numbers: [], until: -Infinity };
    numbers.push(last.number);
    stops.set(tenantId, { numbers, until: Math.max(endOf(last), until) });
  }
  return stops;
}
