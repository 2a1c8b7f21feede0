import { endOf, isTransient, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { toSeconds } from '../journal/wording.ts';
import { maxOf, minOf, quantileOf } from './chances.ts';
import type { Evidence } from './evidence.ts';

/** The waits of a call without Retry-After, in order. The first one is before the second attempt. */
export interface CallWaits {
  readonly call: ClientCall;
  readonly waits: readonly Wait[];
}

/** A wait of a client, as the server measured it. The machine may have made it longer, and never makes it shorter. */
export interface Wait {
  /** In milliseconds. */
  readonly wait: number;
  /** The largest lag of the machine in this time, in milliseconds. */
  readonly lag: number;
  /** The attempt before the wait, and the attempt after it. */
  readonly exchanges: readonly [Exchange, Exchange];
}

/** The waits before the second, third, … attempt. The list ends before a wait that is required or not known. */
export function findWaits({ exchanges, calls, lag }: Evidence): CallWaits[] {
  const isRequired = findRequiredWaits(exchanges);
  return calls.flatMap((call) => {
    const retries = call.attempts.slice(1);
    const end = retries.findIndex((retry) => retry.waited === undefined || isRequired(retry));
    const waits = (end === -1 ? retries : retries.slice(0, end)).map((retry, index): Wait => {
      const before = call.attempts[index] as Exchange;
      return { wait: retry.waited ?? 0, lag: lag(endOf(before), retry.at), exchanges: [before, retry] };
    });
    return waits.length > 0 && call.attempts[0]?.attempt === 1 ? [{ call, waits }] : [];
  });
}

/**
 * Checks whether an attempt waited while any answer required its tenant to wait. A client can then stop all of its
 * workers until one moment. Such a wait says nothing about its backoff.
 */
function findRequiredWaits(exchanges: readonly Exchange[]): (retry: Exchange) => boolean {
  const pauses = new Map<string, { from: number; until: number }[]>();
  for (const exchange of exchanges) {
    const { tenantId } = exchange;
    const until = toRetryTime(exchange) ?? 0;
    if (tenantId === undefined || until <= endOf(exchange)) continue;
    const known = pauses.get(tenantId) ?? [];
    const last = known.at(-1);
    // The order of arrival is nearly the order of the ends, so overlapping pauses follow each other.
    if (last && endOf(exchange) <= last.until) last.until = Math.max(last.until, until);
    else known.push({ from: endOf(exchange), until });
    pauses.set(tenantId, known);
  }
  return ({ tenantId = '', at, waited = 0, requiredWait }) =>
    requiredWait !== undefined ||
    pauses.get(tenantId)?.some(({ from, until }) => from <= at && until > at - waited) === true;
}

/**
 * Whether many calls still wait before an attempt that other calls have reached. Those others then are the calls with
 * short waits, and say little about the rest.
 */
export function areManyUnderWay({ calls, exchanges }: Evidence, known: readonly CallWaits[]): boolean {
  const end = exchanges.reduce((latest, exchange) => Math.max(latest, endOf(exchange)), 0);
  const longest = maxOf(known.flatMap(({ waits }) => waits.map(({ wait }) => wait)));
  const waiting = calls.filter(({ attempts }) => {
    const last = attempts.at(-1);
    return last !== undefined && isTransient(last) && end - endOf(last) <= longest;
  });
  const chains = known.map(({ waits }) => waits.length);
  return Array.from({ length: maxOf(chains) }, (_, at) => at).some((at) => {
    const reached = chains.filter((length) => length > at).length;
    return waiting.filter(({ attempts }) => attempts.length === at + 1).length > reached / 8;
  });
}

/** The lag that one wait in ten exceeds. A single hiccup does not count, but a busy machine does. */
export function lagOf(waits: readonly Wait[]): number {
  return quantileOf(
    waits.map(({ lag }) => lag),
    0.9,
  );
}

/** Such as `0.5 s`, or `0.5 s to 0.62 s`. */
export function toRangeText(waits: readonly Wait[]): string {
  const times = waits.map(({ wait }) => wait);
  const [shortest, longest] = [toSeconds(minOf(times)), toSeconds(maxOf(times))];
  return shortest === longest ? longest : `${shortest} to ${longest}`;
}
