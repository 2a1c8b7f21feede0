import { endOf, type ClientCall, type Exchange } from '../client-calls.ts';
import type { components } from '../generated/admin.ts';
import { toRetryTime } from '../retry-after.ts';
import { isIdentified } from './resends.ts';
import { byEndpoint, tolerance } from './rule.ts';

/** The figures of a retry storm. */
export type Figures = Readonly<components['schemas']['Figures']>;

export function measure(exchanges: readonly Exchange[], calls: readonly ClientCall[]): Figures {
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
    maxAttempts: Math.max(0, ...attempts),
    meanAttempts: calls.length === 0 ? 0 : requests / calls.length,
    amplification: calls.length === 0 ? 0 : requests / Math.max(meant.size, again),
    mostWhileToldToWait: Math.max(0, ...byEndpoint(exchanges).map(countWhileToldToWait)),
    lockstep: measureLockstep(exchanges),
  };
}

function meaningOf(tenantId: string, operation: string, first: Exchange): string {
  const { digest, recordIds = [], number } = first;
  const ids = isIdentified(first) ? recordIds.filter((id) => id !== '') : [];
  return JSON.stringify([tenantId, operation, ids.length > 0 ? ids : (digest ?? number)]);
}

/** The most requests that were under way at a moment at which a `Retry-After` of a 429 was in force. */
function countWhileToldToWait(group: readonly Exchange[]): number {
  const waits = group.flatMap((exchange) => {
    const until = exchange.status === 429 ? toRetryTime(exchange) : undefined;
    return until === undefined ? [] : [{ from: endOf(exchange), until }];
  });
  const told = group.filter(({ at }) => waits.some(({ from, until }) => at >= from && at < until));
  const counts = told.map(({ concurrent = 1 }) => concurrent);
  return Math.max(0, ...counts);
}

/** Of the retries, the share that comes together with a retry of another call of its endpoint. */
function measureLockstep(exchanges: readonly Exchange[]): number {
  const groups = byEndpoint(exchanges.filter(({ attempt = 1 }) => attempt > 1));
  const retries = groups.reduce((sum, group) => sum + group.length, 0);
  const together = groups.reduce((sum, group) => sum + group.filter((one, at) => isTogether(one, group, at)).length, 0);
  return retries === 0 ? 0 : together / retries;
}

/** In order of arrival, whoever is near in time is near in the list. */
function isTogether(one: Exchange, group: readonly Exchange[], at: number): boolean {
  const isNear = (other: Exchange | undefined): boolean =>
    other !== undefined && other.call !== one.call && Math.abs(other.at - one.at) <= tolerance;
  return isNear(group[at - 1]) || isNear(group[at + 1]);
}
