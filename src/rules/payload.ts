import { isTransient, type ClientCall, type Exchange } from '../client-calls.ts';
import { createResends, isIdentified, type Resends } from './resends.ts';
import { nameAnswer, nameAttempt, nameCall, nameRecords, toFinding, type Finding, type Rule } from './rule.ts';

export const samePayloadOnRetry: Rule = {
  id: 'same-payload-on-retry',
  title: 'A retry says the same again',
  requirement: 'Attempts of a chunk carry the same records and, where one is used, the same Idempotency-Key.',
  source: 'VibeFollow users/bulk and authentication pages; draft-ietf-httpapi-idempotency-key-header, section 2.2',
  level: 'MUST',
  check({ exchanges, calls }): readonly Finding[] | undefined {
    const resends = createResends(exchanges);
    const retries = calls.flatMap((call) => toRetries(call, resends));
    if (retries.length === 0) return undefined;
    return retries.flatMap(({ before, after }) => {
      const change = findChange(before, after);
      if (change === undefined) return [];
      const message = `${nameAttempt(after)} follows ${nameAttempt(before)}, which met ${nameAnswer(before)}, but ${change}`;
      return [toFinding(message, [before, after], before.recordIds)];
    });
  },
};

export const freshKeyPerCall: Rule = {
  id: 'fresh-key-per-call',
  title: 'Each call has an Idempotency-Key of its own',
  requirement: 'An Idempotency-Key is not used again for another request.',
  source: 'VibeFollow authentication page; draft-ietf-httpapi-idempotency-key-header, section 2.2',
  level: 'MUST',
  check({ exchanges }): readonly Finding[] | undefined {
    const keyed = exchanges.filter(({ idempotencyKey }) => idempotencyKey !== undefined);
    if (keyed.length === 0) return undefined;
    const first = new Map<string, Exchange>();
    return keyed.flatMap((exchange) => {
      const key = JSON.stringify([exchange.tenantId, exchange.idempotencyKey]);
      const before = first.get(key);
      if (before === undefined) first.set(key, exchange);
      if (before === undefined || before.digest === exchange.digest || isChanged(before, exchange)) return [];
      const message = `${nameAttempt(exchange)} has the Idempotency-Key of ${nameAttempt(before)}, which said something else`;
      return [toFinding(message, [before, exchange])];
    });
  },
};

export const dropsInvalidRow: Rule = {
  id: 'drops-invalid-row',
  title: 'One bad row costs one row',
  requirement: 'After Row [n] the chunk comes again without that row and with all others.',
  source: 'How public clients of the Yellow.ai add-users-bulk page recover from its 400',
  level: 'MAY',
  check({ exchanges }): readonly Finding[] | undefined {
    const refused = exchanges.flatMap((exchange) => {
      const row = findRow(exchange);
      return row === undefined ? [] : [{ exchange, row }];
    });
    if (refused.length === 0) return undefined;
    return refused.flatMap(({ exchange, row }) => checkNext(exchange, row, exchanges));
  },
};

/** The bad row that a refusal names (YE-6). */
export function findRow({ operation, status, error = '' }: Exchange): number | undefined {
  const row = operation === 'bulkCreateUsers' && status === 400 ? /^Row \[(\d+)\]/.exec(error)?.[1] : undefined;
  return row === undefined ? undefined : Number(row);
}

interface Retry {
  readonly before: Exchange;
  readonly after: Exchange;
}

/** Each failed attempt with the request that took its place, within the call or, under another identity, behind it. */
function toRetries({ attempts, outcome }: ClientCall, resends: Resends): Retry[] {
  const within = attempts.slice(1).map((after, at) => ({ before: attempts[at] as Exchange, after }));
  const last = attempts.at(-1);
  const next = outcome === 'given up' && last ? resends.after(last).at(0) : undefined;
  return last && next && isTransient(last) ? [...within, { before: last, after: next }] : within;
}

function findChange(before: Exchange, after: Exchange): string | undefined {
  if (before.digest === after.digest) {
    return before.idempotencyKey === after.idempotencyKey ? undefined : 'has another Idempotency-Key';
  }
  if (isChanged(before, after)) return 'says something else of the same records';
  // A key that is used for other records is no retry: fresh-key-per-call is about that.
  const isOther = !before.recordIds?.some((id) => after.recordIds?.includes(id));
  const mayBeCut = before.error === 'backfill_queue_full';
  return isOther || mayBeCut ? undefined : 'carries other records beside some of the same';
}

/** Whether two requests are about the same records, and yet differ. */
function isChanged(before: Exchange, after: Exchange): boolean {
  return isIdentified(before) && before.operation === after.operation && isSameList(before.recordIds, after.recordIds);
}

function checkNext(refused: Exchange, row: number, exchanges: readonly Exchange[]): Finding[] {
  const others = (refused.recordIds ?? []).filter((_, index) => index !== row);
  if (others.length === 0) return [];
  const bad = refused.recordIds?.[row] ?? '';
  const records = new Set(others);
  const next = exchanges.find(
    (later) =>
      later.number > refused.number &&
      later.tenantId === refused.tenantId &&
      later.operation === refused.operation &&
      later.recordIds?.some((id) => records.has(id)),
  );
  if (next === undefined) {
    const message = `${nameCall(refused)} was refused for row ${row} (${nameRecords([bad])}), and its other ${others.length} records did not come again`;
    return [toFinding(message, [refused], others)];
  }
  const isMended = isSameList(refused.recordIds, next.recordIds) && findRow(next) !== row;
  if (isMended || isSameList(others, next.recordIds)) return [];
  const missing = others.filter((id) => next.recordIds?.includes(id) !== true);
  const what = missing.length > 0 ? `lacks ${nameRecords(missing)} too` : 'is not the chunk without that row';
  return [
    toFinding(
      `${nameAttempt(next)} follows ${nameCall(refused)}, refused for row ${row} (${nameRecords([bad])}), and ${what}`,
      [refused, next],
      missing,
    ),
  ];
}

function isSameList(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
