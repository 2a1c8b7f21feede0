import { endOf, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { operationOf } from '../openapi/router.ts';
import { findBadRow } from '../journal/rejections.ts';

/** The moments at which the client of a tenant may have stopped. */
export interface Stop {
  /** Numbers of the attempts that may have made it stop. */
  readonly numbers: readonly number[];
  /** End of the last one. */
  readonly until: number;
}

/** Stops by the ids of tenants. */
export type Stops = ReadonlyMap<string, Stop>;

/** The longest wait in milliseconds that a client must accept. Before a longer wait it may give up. */
const longestWait = 5 * 60_000;

/** Statuses from 500 whose repetition the vendor demands and RFC 9110 calls useless (sections 15.6.2 and 15.6.6). */
const disputed = [501, 505];

/**
 * Whether a client may give up after an answer that is not final. Such an answer requires a very long wait, or no source
 * demands another attempt: RFC 9110 and RFC 8470 only allow one after 408, 413 and 425.
 */
export function mayGiveUp(answer: Exchange): boolean {
  const { status = 0, broken } = answer;
  const isDemanded = broken !== undefined || status === 429 || (status >= 500 && !disputed.includes(status));
  return !isDemanded || (toRetryTime(answer) ?? 0) - endOf(answer) > longestWait;
}

/**
 * Finds refusals and failed calls after which a client may have stopped. The rules do not blame the client for the
 * records that it did not send after that, or that a later run sends again.
 */
export function findStops(calls: readonly ClientCall[]): Stops {
  const stops = new Map<string, Stop & { numbers: number[] }>();
  for (const { tenantId, operation, outcome, attempts } of calls) {
    const last = attempts.at(-1);
    const isGivenUp = outcome === 'given up' && (attempts.length > 1 || attempts.some(mayGiveUp));
    const isRefused = outcome === 'refused' && operationOf(operation).records !== undefined;
    if (last === undefined || !(isGivenUp || (isRefused && findBadRow(last) === undefined))) continue;
    const { numbers, until } = stops.get(tenantId) ?? { numbers: [], until: -Infinity };
    numbers.push(last.number);
    stops.set(tenantId, { numbers, until: Math.max(endOf(last), until) });
  }
  return stops;
}
