import { isDelivered, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import { appliedIds, appliedPositions, isIdentified } from './records-of-exchange.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { nameAnswer, nameAttempt } from '../journal/wording.ts';

export const exactlyOnceEffect: Rule = {
  id: 'exactly-once-effect',
  title: 'Records take effect once and in order',
  requirement: 'A resend stores nothing twice. No older value overwrites a newer value.',
  source:
    'VibeFollow authentication page (Idempotency-Key) and events/bulk page (VF-12: an event with a timestamp is stored once); RFC 9110, section 9.2.2',
  level: 'MUST',
  check({ exchanges, calls }): readonly Finding[] | undefined {
    const effects = exchanges
      .filter(({ effect, digest }) => effect !== undefined && digest !== undefined)
      .toSorted((a, b) => (a.effect ?? 0) - (b.effect ?? 0));
    if (effects.length === 0) return undefined;
    return [...findRepeatedEffects(effects), ...findOldValues(effects, calls)];
  },
};

/** Finds requests that added the same records again, such as events, because the first answer was lost. */
function findRepeatedEffects(effects: readonly Exchange[]): Finding[] {
  // The requests with the same content since the last new intent. A request may store only a part of its records.
  const contents = new Map<string, Exchange[]>();
  return effects.flatMap((exchange) => {
    const { tenantId, operation, digest, recordIds = [] } = exchange;
    // Records with ids that identify them are never stored twice.
    if (isIdentified(exchange) ? !recordIds.includes('') : !takesIdempotencyKey(exchange)) return [];
    const name = JSON.stringify([tenantId, operation, digest]);
    const before = contents.get(name) ?? [];
    const latest = before.at(-1);
    // After a success a client has no reason to repeat the request, so the same content is a new intent.
    const isNewIntent = latest === undefined || (latest.call !== exchange.call && isDelivered(latest));
    const found = isNewIntent ? [] : findDoubled(exchange, before);
    if (isNewIntent) contents.set(name, [exchange]);
    else before.push(exchange);
    return found.map(({ first, doubled }) => {
      // A success closes its call, so another attempt of this call came before the success.
      const state = isDelivered(first) ? 'still under way' : `done although it met ${nameAnswer(first)}`;
      const message = `${nameAttempt(exchange)} repeated the work of ${nameAttempt(first)}, which was ${state}`;
      const ids = doubled.map((position) => recordIds[position] ?? '').filter((id) => id !== '');
      return toFinding(message, [first, exchange], ids);
    });
  });
}

/** The positions of the records that a request stored before another one did. */
interface Doubled {
  readonly first: Exchange;
  readonly doubled: readonly number[];
}

/**
 * The positions of the records that a request stored again, by the last requests that stored them before. A record with an
 * id that identifies it is stored once, and so is an event that the API recognises.
 */
function findDoubled(exchange: Exchange, before: readonly Exchange[]): Doubled[] {
  const { doubles, recordIds = [] } = exchange;
  const listed = doubles && new Set(doubles);
  const isDoubled = (position: number): boolean =>
    isIdentified(exchange) ? recordIds[position] === '' : (listed?.has(position) ?? true);
  const found: Doubled[] = [];
  let open = appliedPositions(exchange).filter(isDoubled);
  for (const first of open.length === 0 ? [] : before.toReversed()) {
    const applied = new Set(appliedPositions(first));
    const doubled = open.filter((position) => applied.has(position));
    open = open.filter((position) => !applied.has(position));
    if (doubled.length > 0 && !isSameKey(first, exchange)) found.push({ first, doubled });
  }
  return found;
}

/** Without a key, a client that sends an event again may double it, and a client that does not may lose it. */
function takesIdempotencyKey({ operation }: Exchange): boolean {
  return operation !== undefined && operationOf(operation).takesIdempotencyKey;
}

/** A client that repeats its key has done its part, even if the API had already done a part of the work. */
function isSameKey({ idempotencyKey }: Exchange, other: Exchange): boolean {
  return idempotencyKey !== undefined && idempotencyKey === other.idempotencyKey;
}

/** Finds records whose final value comes from an earlier call than the latest call. */
function findOldValues(effects: readonly Exchange[], calls: readonly ClientCall[]): Finding[] {
  const starts = new Map(
    calls.flatMap(({ attempts }) => attempts.map(({ number }) => [number, attempts[0]?.number ?? number] as const)),
  );
  const startOf = ({ number }: Exchange): number => starts.get(number) ?? number;
  const order = effects.map(startOf);
  if (order.every((start, at) => start >= (order[at - 1] ?? 0))) return [];

  const latest = new Map<string, Exchange>();
  const last = new Map<string, Exchange>();
  for (const exchange of effects) {
    // A request that retains existing records overwrites nothing.
    if (!isIdentified(exchange) || exchange.retained === true) continue;
    for (const id of appliedIds(exchange)) {
      const record = JSON.stringify([exchange.tenantId, id]);
      last.set(record, exchange);
      const newest = latest.get(record);
      if (newest === undefined || startOf(exchange) >= startOf(newest)) latest.set(record, exchange);
    }
  }
  return toOldValueFindings(latest, last);
}

function toOldValueFindings(latest: ReadonlyMap<string, Exchange>, last: ReadonlyMap<string, Exchange>): Finding[] {
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
