import { endOf, isTransient, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { errorMeaningOf } from '../openapi/error-meaning.ts';
import type { Evidence } from './evidence.ts';
import { isSameList, overlap } from './records-of-exchange.ts';
import { findBadRow } from '../journal/rejections.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { nameAnswer, nameAttempt, nameCall, nameRecords } from '../journal/wording.ts';

export const samePayloadOnRetry: Rule = {
  id: 'same-payload-on-retry',
  title: 'A retry repeats the request',
  requirement: 'All attempts of a chunk carry the same records, and the same Idempotency-Key if the client uses one.',
  source: 'VibeFollow users/bulk and authentication pages; draft-ietf-httpapi-idempotency-key-header-07, section 2.2',
  level: 'MUST',
  check(evidence): readonly Finding[] | undefined {
    const retries = evidence.calls.flatMap((call) => toRetries(call, evidence));
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
  title: 'Each call has its own Idempotency-Key',
  requirement: 'The client does not use an Idempotency-Key again for another request.',
  source: 'VibeFollow authentication page; draft-ietf-httpapi-idempotency-key-header-07, section 2.2',
  level: 'MUST',
  check({ exchanges }): readonly Finding[] | undefined {
    const keyed = exchanges.filter(({ idempotencyKey }) => idempotencyKey !== undefined);
    if (keyed.length === 0) return undefined;
    const first = new Map<string, Exchange>();
    return keyed.flatMap((exchange) => {
      const key = JSON.stringify([exchange.tenantId, exchange.idempotencyKey]);
      const before = first.get(key);
      if (before === undefined) first.set(key, exchange);
      if (before === undefined || before.digest === exchange.digest || isChange(before, exchange)) return [];
      const message = `${nameAttempt(exchange)} has the Idempotency-Key of ${nameAttempt(before)}, but another content`;
      return [toFinding(message, [before, exchange])];
    });
  },
};

export const dropsInvalidRow: Rule = {
  id: 'drops-invalid-row',
  title: 'One bad row costs one row',
  requirement: 'After Row [n] the client sends the chunk again without that row and with all other rows.',
  source: 'How public clients of the Yellow.ai add-users-bulk page recover from its 400',
  level: 'MAY',
  check(evidence): readonly Finding[] | undefined {
    // no-retry-on-permanent judges unchanged resends. This rule judges the last refusal of each chunk.
    const last = new Map(
      evidence.exchanges.flatMap((exchange) => {
        const row = findBadRow(exchange);
        return row === undefined ? [] : [[JSON.stringify([exchange.tenantId, exchange.digest]), { exchange, row }]];
      }),
    );
    const refused = [...last.values()];
    if (refused.length === 0) return undefined;
    return refused.flatMap(({ exchange, row }) => checkResend(exchange, row, evidence));
  },
};

interface Retry {
  readonly before: Exchange;
  readonly after: Exchange;
}

/** Each failed attempt with the request that replaced it: the next attempt of the call, or a later call. */
function toRetries({ tenantId, attempts, outcome }: ClientCall, { resends, stops }: Evidence): Retry[] {
  const within = attempts
    .slice(1)
    .map((after, at) => ({ before: attempts[at] as Exchange, after }))
    .filter((_, at) => !isNewRun(attempts[at - 1], attempts[at], attempts[at + 1]));
  const last = attempts.at(-1);
  const next = outcome === 'given up' && last && isTransient(last) ? resends.after(last) : undefined;
  // After a call that may have stopped the client, a later request belongs to another run.
  const since = (last?.number ?? 0) - (last?.concurrent ?? 1) + 1;
  const hasStopped = next && stops.get(tenantId)?.numbers.some((stop) => stop >= since && stop < next.number);
  const isRetry = next?.operation === last?.operation && next !== undefined && hasStopped !== true;
  return last && isRetry ? [...within, { before: last, after: next }] : within;
}

/**
 * Whether an attempt may belong to another run of the client. Without a key, a chunk with the same ids and newer values is
 * the same call. A client that first retried a chunk unchanged, and later sends newer values, has given up in between.
 */
function isNewRun(first: Exchange | undefined, retry: Exchange | undefined, later: Exchange | undefined): boolean {
  return (
    later?.idempotencyKey === undefined &&
    first !== undefined &&
    first.digest === retry?.digest &&
    retry?.digest !== later?.digest
  );
}

function findChange(before: Exchange, after: Exchange): string | undefined {
  const changes = [
    before.digest === after.digest ? undefined : nameChange(before, after),
    before.idempotencyKey === after.idempotencyKey ? undefined : 'has another Idempotency-Key',
  ];
  if (before.content === after.content) return changes.filter(Boolean).join(' and ') || undefined;
  if (isSameList(before.recordIds?.toSorted(), after.recordIds?.toSorted())) {
    return nameChange(before, after) ?? 'carries other values of the same records';
  }
  // The same key with other records is not a retry. After a full queue a client must send smaller chunks.
  if (errorMeaningOf(before) === 'queue-full' || !overlap(before, after)) return undefined;
  return after.recordIds?.every((id) => before.recordIds?.includes(id)) === true
    ? `carries only ${after.records} of its ${before.records} records`
    : 'carries some of the same records together with others';
}

/** Undocumented parameters of the query say nothing about the records. */
function nameChange(before: Exchange, { change, query }: Exchange): string | undefined {
  if (change === undefined) return before.query === query ? 'carries other values of the same records' : undefined;
  const { index, record = index === undefined ? undefined : `record ${index}`, property } = change;
  const what = property === '' ? 'another value' : `another value of ${property}`;
  return `carries ${what}${record === undefined ? '' : ` in ${record}`}`;
}

/** Whether two requests with one key are attempts of one changed chunk. Another rule judges the change. */
function isChange(before: Exchange, after: Exchange): boolean {
  return before.call === after.call && before.operation === after.operation && overlap(before, after);
}

function checkResend(refused: Exchange, row: number, { resends, stops }: Evidence): Finding[] {
  const others = (refused.recordIds ?? []).filter((_, index) => index !== row);
  const named = others.filter((id) => id !== '');
  if (named.length === 0) return [];
  const bad = refused.recordIds?.[row] ?? '';
  const next = resends.after(refused, named);
  if (next === undefined) {
    // A client that had another reason to stop is not to blame for the other rows.
    const { until = -Infinity, numbers = [] } = stops.get(refused.tenantId ?? '') ?? {};
    if (until >= endOf(refused) || numbers.some((number) => number > refused.number)) return [];
    const count = `${named.length} record${named.length === 1 ? '' : 's'}`;
    const message = `${nameCall(refused)} was refused for row ${row} (${nameRecords([bad])}), and its other ${count} were not sent again`;
    return [toFinding(message, [refused], others)];
  }
  const isRepaired = isSameList(refused.recordIds, next.recordIds);
  if (isRepaired || isSameList(others, next.recordIds)) return [];
  const given = new Set(next.recordIds);
  const missing = others.filter((id) => !given.has(id));
  const what = missing.length > 0 ? `also lacks ${nameRecords(missing)}` : 'is not the chunk without that row';
  return [
    toFinding(
      `${nameAttempt(next)} follows ${nameCall(refused)}, refused for row ${row} (${nameRecords([bad])}), and ${what}`,
      [refused, next],
      missing,
    ),
  ];
}
