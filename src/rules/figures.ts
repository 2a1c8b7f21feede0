import { endOf, type ClientCall, type Exchange, tolerance } from '../journal/exchange.ts';
import type { components } from '../generated/admin.ts';
import { toRetryTime } from '../http/retry-after.ts';
import type { Endpoint } from './endpoints.ts';
import { isIdentified } from './records-of-exchange.ts';

/**
 * The figures of a retry storm.
 *
 * @interface
 */
export type Figures = Readonly<components['schemas']['Figures']>;

export function measureFigures(calls: readonly ClientCall[], endpoints: readonly Endpoint[]): Figures {
  const attempts = calls.map((call) => call.attempts.length);
  const requests = attempts.reduce((sum, count) => sum + count, 0);
  // Calls with the same content count once, whatever their keys, unless several of them succeeded.
  const contents = new Set(
    calls.map(({ tenantId, operation, attempts: [first] }) => first && contentOf(tenantId, operation, first)),
  );
  const delivered = calls.filter(({ outcome }) => outcome === 'delivered').length;
  return {
    calls: calls.length,
    requests,
    maxAttempts: attempts.reduce((max, count) => Math.max(max, count), 0),
    meanAttempts: calls.length === 0 ? 0 : requests / calls.length,
    amplification: calls.length === 0 ? 0 : requests / Math.max(contents.size, delivered),
    maxConcurrentDuringRetryAfter: endpoints.map(countDuringRetryAfter).reduce((a, b) => Math.max(a, b), 0),
    lockstep: measureLockstep(endpoints),
  };
}

function contentOf(tenantId: string, operation: string, first: Exchange): string {
  const { digest, recordIds = [], number } = first;
  const ids = isIdentified(first) ? recordIds.filter((id) => id !== '') : [];
  return JSON.stringify([tenantId, operation, ids.length > 0 ? ids : (digest ?? number)]);
}

/** Maximum number of requests under way at once while a `Retry-After` was in force. */
function countDuringRetryAfter({ exchanges }: Endpoint): number {
  const refusals = exchanges
    .filter((exchange) => toRetryTime(exchange) !== undefined)
    .toSorted((a, b) => endOf(a) - endOf(b));
  let [next, until, max] = [0, 0, 0];
  for (const { at, number, concurrent = 1 } of exchanges) {
    // A refused request does not count against its own Retry-After.
    const isBefore = (refusal: Exchange): boolean => endOf(refusal) <= at && refusal.number < number;
    for (let refusal = refusals[next]; refusal && isBefore(refusal); refusal = refusals[(next += 1)]) {
      until = Math.max(until, toRetryTime(refusal) ?? 0);
    }
    if (at < until) max = Math.max(max, concurrent);
  }
  return max;
}

/** The share of retries that arrive together with a retry of another call of the endpoint. */
function measureLockstep(endpoints: readonly Endpoint[]): number {
  const groups = endpoints.map(({ exchanges }) => exchanges.filter(({ attempt = 1 }) => attempt > 1));
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const together = groups.reduce((sum, group) => sum + countTogether(group), 0);
  return count === 0 ? 0 : together / count;
}

/** For a run of retries of one call, the nearest retries of other calls are directly before and after the run. */
function countTogether(group: readonly Exchange[]): number {
  let count = 0;
  for (let from = 0, to = 0; from < group.length; from = to) {
    while (to < group.length && group[to]?.call === group[from]?.call) to += 1;
    const others = [group[from - 1], group[to]].flatMap((other) => other ?? []);
    count += group
      .slice(from, to)
      .filter(({ at }) => others.some((other) => Math.abs(other.at - at) <= tolerance)).length;
  }
  return count;
}
