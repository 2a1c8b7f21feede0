import { shortenId } from '../engine/records.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import type { Account, AccountedRecord } from './account.ts';
import { expectedIdOf, findDifference, type Difference, type ExpectedRecord, type StoredUser } from './expected.ts';
import type { RecordOutcome } from './outcome.ts';
import { toNeverSent } from './reconcile.ts';
import { explainRecord } from './story.ts';

/** An expected record that is not stored as expected. */
export interface Undelivered {
  readonly id: string;
  readonly record: AccountedRecord;
  /** The difference of the stored user; `undefined` if no user is stored. */
  readonly difference: Difference | undefined;
}

/** Why a record is not delivered, such as `usr_1 was never sent`. */
export function explainUndelivered({ id, record, difference }: Undelivered): string {
  const isStored = record.outcome === 'stored' || record.outcome === 'inDoubt';
  return `${id} ${isStored && difference ? `is stored, but ${difference.text}` : explainRecord(record)}`;
}

/** Finds the users among records by their ids. */
export function indexUsers(records: readonly AccountedRecord[]): Pick<Account, 'findUsers'> {
  const users = new Map<string, AccountedRecord[]>();
  for (const record of records) {
    if (record.position === undefined) users.set(record.id, [...(users.get(record.id) ?? []), record]);
  }
  return { findUsers: (id) => users.get(maskKeys(shortenId(id))) ?? [] };
}

/** If several tenants were sent a record, the best outcome counts. */
const ranks: readonly RecordOutcome[] = ['stored', 'rejected', 'inDoubt', 'underWay', 'lost', 'neverSent'];

/**
 * Finds the expected records that are not delivered. A record with values is delivered if a tenant has stored them. An id
 * is delivered if the account says so. A user that is stored but was never sent, such as a seeded one, is delivered too.
 */
export function findUndelivered(
  expected: readonly ExpectedRecord[],
  account: Pick<Account, 'findUsers' | 'unaccounted'>,
  storedOf: (id: string) => readonly StoredUser[],
): Undelivered[] {
  // If several records have one id, the last record must be stored at the end.
  const wanted = new Map(expected.map((record) => [expectedIdOf(record), record]));
  return [...wanted].flatMap(([id, record]) => {
    const differences = storedOf(id).map((user) => findDifference(record, user));
    const [first = toNeverSent(id, account.unaccounted()), ...others] = account.findUsers(id);
    const found = others.reduce((best, other) => (rankOf(other) < rankOf(best) ? other : best), first);
    if (isDelivered(found, differences, typeof record !== 'string')) return [];
    return [{ id: maskKeys(id), record: found, difference: differences[0] }];
  });
}

function rankOf({ outcome }: AccountedRecord): number {
  return ranks.indexOf(outcome);
}

function isDelivered(
  { outcome }: AccountedRecord,
  differences: readonly (Difference | undefined)[],
  hasValues: boolean,
): boolean {
  const isAsExpected = differences.includes(undefined);
  if (outcome === 'neverSent') return isAsExpected;
  // A user that was deleted later was delivered.
  if (outcome === 'stored' || outcome === 'inDoubt') return isAsExpected || differences.length === 0;
  return isAsExpected && hasValues;
}
