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
  // What says the same is meant once, whatever its key; what gets through again was meant again.
  const meant = new Set(
    calls.map(({ tenantId, operation, attempts: [first] }) => first && meaningOf(tenantId, operation, first)),
  );
  const again = calls.filter(({ outcome }) => outcome === 'delivered').length;
  return {
    calls: calls.length,
    requests,
    maxAttempts: attempts.reduce((most, count) => Math.max(most, count), 0),
    meanAttempts: calls.length === 0 ? 0 : requests / calls.length,
    amplification: calls.length === 0 ? 0 : requests / Math.max(meant.size, again),
    maxConcurrentDuringRetryAfter: endpoints.map(countDuringRetryAfter).reduce((a, b) => Math.max(a, b), 0),
    lockstep: measureLockstep(endpoints),
  };
}

function meaningOf(tenantId: string, operation: string, first: Exchange): string {
  const { digest, recordIds = [], number } = first;
  const ids = isIdentified(first) ? recordIds.filter((id) => id !== '') : [];
  return JSON.stringify([tenantId, operation, ids.length > 0 ? ids : (digest ?? number)]);
}

/** The most requests that were under way at a moment at which a `Retry-After` was in force. */
function countDuringRetryAfter({ exchanges }: Endpoint): number {
  const refusals = exchanges
    .filter((exchange) => toRetryTime(exchange) !== undefined)
    .toSorted((a, b) => endOf(a) - endOf(b));
  let [next, until, most] = [0, 0, 0];
  for (const { at, number, concurrent = 1 } of exchanges) {
    // Not the one that is told so itself.
    const isBefore = (refusal: Exchange): boolean => endOf(refusal) <= at && refusal.number < number;
    for (let refusal = refusals[next]; refusal && isBefore(refusal); refusal = refusals[(next += 1)]) {
      until = Math.max(until, toRetryTime(refusal) ?? 0);
    }
    if (at < until) most = Math.max(most, concurrent);
  }
  return most;
}

/** Of the retries, the share that comes together with a retry of another call of its endpoint. */
function measureLockstep(endpoints: readonly Endpoint[]): number {
  const groups = endpoints.map(({ exchanges }) => exchanges.filter(({ attempt = 1 }) => attempt > 1));
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const together = groups.reduce((sum, group) => sum + countTogether(group), 0);
  return count === 0 ? 0 : together / count;
}

/** In order of arrival, what is nearest in time stands before or behind the retries of a call that follow each other. */
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
