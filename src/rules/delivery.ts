import type { Exchange } from '../journal/exchange.ts';
import { nameAnswer, nameCall, nameRecords } from '../journal/wording.ts';
import type { AccountedRecord } from '../reconciliation/account.ts';
import type { ExpectedRecord, StoredUser } from '../reconciliation/expected.ts';
import { isUnreported } from '../reconciliation/fate.ts';
import { findUndelivered, type Undelivered } from '../reconciliation/undelivered.ts';
import type { Evidence } from './evidence.ts';
import { toFinding, type Finding, type Inconclusive, type Rule } from './rule.ts';

export const complete: Rule = {
  id: 'complete',
  title: 'No record is lost',
  requirement: 'Every expected record is stored or reported as rejected.',
  source: 'VibeFollow users/bulk page (accepted + rejected = received); Yellow.ai add-users-bulk page',
  level: 'MUST',
  check(evidence): readonly Finding[] | Inconclusive | undefined {
    const { account, expected } = evidence;
    if (expected) return findMissing(evidence, expected);
    let count = account.unaccounted();
    const lost: AccountedRecord[] = [];
    for (const record of account.records()) {
      count += 1;
      // No client can know that a success has left a record out.
      if (record.outcome === 'lost' && !isUnreported(record.cause)) lost.push(record);
    }
    if (count === 0) return undefined;
    return lost.length > 0 ? describeLost(lost, evidence) : (toUnaccounted(evidence) ?? []);
  },
};

/** Maximum number of records whose differences get a finding each. */
const maxDescribed = 20;

/** A finding for each request that decided that records are lost. */
function describeLost(lost: readonly AccountedRecord[], { calls }: Evidence): Finding[] {
  const attemptsOf = new Map(
    calls.flatMap(({ attempts }) => attempts.map(({ number }) => [number, attempts] as const)),
  );
  return [...groupBy(lost, ({ request = 0 }) => request)].map(([number, group]) => {
    const ids = group.map(({ id }) => id);
    const attempts = attemptsOf.get(number) ?? [];
    const last = attempts.find((attempt) => attempt.number === number);
    if (last === undefined) {
      const [are, their] = ids.length === 1 ? ['record is', 'its'] : ['records are', 'their'];
      const cause = group[0]?.cause ?? '';
      const message = `${ids.length} ${are} lost (${cause}), and the journal has dropped ${their} request: ${nameRecords(ids)}`;
      return toFinding(message, [], ids);
    }
    const times = attempts.length === 1 ? 'once' : `${attempts.length} times`;
    const message = `${nameCall(last)} was sent ${times}, its last attempt met ${nameAnswer(last)}, and these records are not stored: ${nameRecords(ids)}`;
    return toFinding(message, attempts, ids);
  });
}

/** The lost ones among the expected records. Rejected records are reported, and records under way may still be stored. */
function findMissing(evidence: Evidence, expected: readonly ExpectedRecord[]): Finding[] | Inconclusive {
  const { account, state, exactNumbers, exchanges } = evidence;
  const storedOf = (id: string): StoredUser[] =>
    state.tenants().flatMap((tenant) => {
      const user = state.stored(tenant, id);
      return user === undefined ? [] : [{ ...user, values: exactNumbers.restore(tenant.tenantId, id, user.values) }];
    });
  const found = findUndelivered(expected, account, storedOf);
  const of = (...outcomes: readonly string[]): Undelivered[] =>
    found.filter(({ record }) => outcomes.includes(record.outcome));
  const differing = of('stored', 'inDoubt');
  const different = differing.filter(({ difference }) => difference?.isUnsure === false);
  const [unsure] = differing.filter(({ difference }) => difference?.isUnsure === true);
  const toExchanges = (group: readonly Undelivered[]): Exchange[] => {
    const numbers = new Set(group.map(({ record }) => record.request));
    return exchanges.filter(({ number }) => numbers.has(number));
  };
  const toGroupFinding = (group: readonly Undelivered[], how: string): Finding[] => {
    if (group.length === 0) return [];
    const ids = group.map(({ id }) => id);
    const count = `${ids.length} record${ids.length === 1 ? ' was' : 's were'} ${how}`;
    return [toFinding(`${count}: ${nameRecords(ids)}`, toExchanges(group), ids)];
  };
  const findings = [
    ...toGroupFinding(
      of('neverSent'),
      account.unaccounted() > 0 ? 'not stored; the account is full (option ledgerLimit)' : 'never sent',
    ),
    ...[...groupBy(of('lost'), ({ record }) => record.cause ?? '')].flatMap(([cause, group]) =>
      toGroupFinding(group, `sent, but not stored, because of ${cause}`),
    ),
    ...different
      .slice(0, maxDescribed)
      .map((one) => toFinding(`${one.id} is stored, but ${one.difference?.text ?? ''}`, toExchanges([one]), [one.id])),
    ...toGroupFinding(different.slice(maxDescribed), 'stored, but not as expected'),
  ];
  if (findings.length > 0) return findings;
  return unsure === undefined ? [] : { missing: explainUnsure(unsure) };
}

function explainUnsure({ id, difference }: Undelivered): string {
  return `${id} may be stored otherwise than expected: ${difference?.text ?? ''}. JavaScript rounds this number, so expect a bigint`;
}

/** Nothing is known of the records for which the ledger had no room. */
function toUnaccounted({ account }: Evidence): Inconclusive | undefined {
  const count = account.unaccounted();
  return count === 0
    ? undefined
    : { missing: `the outcome of ${count} records, since the account is full (option ledgerLimit)` };
}

function groupBy<Item, Key>(items: readonly Item[], toKey: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = toKey(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
