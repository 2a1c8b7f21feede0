import { isDelivered, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import { appliedIds, isIdentified } from './records-of-exchange.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { nameAnswer, nameAttempt } from '../journal/wording.ts';

export const exactlyOnceEffect: Rule = {
  id: 'exactly-once-effect',
  title: 'Records take effect once and in order',
  requirement: 'A resend stores nothing twice. No older value overwrites a newer value.',
  source: 'VibeFollow authentication page (Idempotency-Key); RFC 9110, section 9.2.2',
  level: 'MUST',
  check({ exchanges, calls }): readonly Finding[] | undefined {
    const effects = exchanges
      .filter(({ effect, digest }) => effect !== undefined && digest !== undefined)
      .toSorted((a, b) => (a.effect ?? 0) - (b.effect ?? 0));
    if (effects.length === 0) return undefined;
    return [...findDoubled(effects), ...findOverwritten(effects, calls)];
  },
};

/** Requests that add records, such as events, and did so again because their first answer was lost. */
function findDoubled(effects: readonly Exchange[]): Finding[] {
  const before = new Map<string, Exchange>();
  return effects.flatMap((exchange) => {
    const { tenantId, operation, digest, recordIds = [] } = exchange;
    if (isIdentified(exchange) ? !recordIds.includes('') : !takesIdempotencyKey(exchange)) return [];
    const content = JSON.stringify([tenantId, operation, digest]);
    const first = before.get(content);
    before.set(content, exchange);
    // An answer that came before tells that there is nothing to do again; what is said then is meant anew.
    const isMeantAnew = first?.call !== exchange.call && first !== undefined && isDelivered(first);
    if (first === undefined || isMeantAnew || isSameKey(first, exchange)) return [];
    const message = `${nameAttempt(exchange)} repeated the work of ${nameAttempt(first)}, which was done although it met ${nameAnswer(first)}`;
    return [toFinding(message, [first, exchange], recordIds)];
  });
}

/** Without a key, whoever sends an event again may double it, and whoever does not may lose it: neither is to blame. */
function takesIdempotencyKey({ operation }: Exchange): boolean {
  return operation !== undefined && operationOf(operation).takesIdempotencyKey;
}

/** A client that says by a key that it comes again has done its part, even where the API had done a part of the work. */
function isSameKey({ idempotencyKey }: Exchange, other: Exchange): boolean {
  return idempotencyKey !== undefined && idempotencyKey === other.idempotencyKey;
}

/** Records whose value in the end is that of a call that the client began before the latest one. */
function findOverwritten(effects: readonly Exchange[], calls: readonly ClientCall[]): Finding[] {
  const starts = new Map(
    calls.flatMap(({ attempts }) => attempts.map(({ number }) => [number, attempts[0]?.number ?? number] as const)),
  );
  const startOf = ({ number }: Exchange): number => starts.get(number) ?? number;
  const order = effects.map(startOf);
  if (order.every((start, at) => start >= (order[at - 1] ?? 0))) return [];

  const latest = new Map<string, Exchange>();
  const last = new Map<string, Exchange>();
  for (const exchange of effects) {
    // What keeps an existing record as it is overwrites nothing.
    if (!isIdentified(exchange) || exchange.retained === true) continue;
    for (const id of appliedIds(exchange)) {
      const record = JSON.stringify([exchange.tenantId, id]);
      last.set(record, exchange);
      const newest = latest.get(record);
      if (newest === undefined || startOf(exchange) >= startOf(newest)) latest.set(record, exchange);
    }
  }
  return toOverwritten(latest, last);
}

function toOverwritten(latest: ReadonlyMap<string, Exchange>, last: ReadonlyMap<string, Exchange>): Finding[] {
  const pairs = new Map<string, { newer: Exchange; older: Exchange; ids: string[] }>();
  for (const [record, newer] of latest) {
    const older = last.get(record);
    if (older === undefined || older === newer || older.digest === newer.digest) continue;
    const [, id = ''] = JSON.parse(record) as [string, string?];
    const pair = JSON.stringify([newer.number, older.number]);
    const known = pairs.get(pair);
    if (known) known.ids.push(id);
    else pairs.set(pair, { newer, older, ids: [id] });
  }
  return [...pairs.values()].map(({ newer, older, ids }) =>
    toFinding(
      `${nameAttempt(older)} took effect after ${nameAttempt(newer)}, although its call began earlier: an older value is stored for each property that both set`,
      [newer, older],
      ids,
    ),
  );
}
