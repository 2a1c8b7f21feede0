import type { components } from '../generated/admin.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import type { Account, AccountedRecord, CountedRecords } from './account.ts';
import { checkExpected, expectedIdOf, type ExpectedRecord } from './expected.ts';
import type { RecordOutcome } from './outcome.ts';

/**
 * The account of the records that were sent: counts and causes.
 *
 * @interface
 */
export type Reconciliation = Readonly<components['schemas']['Reconciliation']>;
/**
 * Numbers of records by outcome.
 *
 * @interface
 */
export type RecordCounts = Readonly<components['schemas']['RecordCounts']>;
/**
 * Records with one outcome for one reason.
 *
 * @interface
 */
export type RecordCause = Readonly<components['schemas']['RecordCause']>;

/** Options of a reconciliation. */
export interface ReconcileOptions {
  /**
   * The users that the client must deliver: ids, or records with an id. Those that no request carried are `neverSent`.
   *
   * @default Only the records that were sent.
   */
  readonly expected?: readonly ExpectedRecord[] | undefined;
  /** Counts only the records that were sent with this key, or to this project or bot. */
  readonly tenant?: string | undefined;
}

/** The counts of an account, and the causes with their calls. */
export interface RecordOverview {
  readonly counts: RecordCounts;
  readonly causes: readonly CountedRecords[];
}

/** The outcomes of records that are not stored, the worst first. */
const severity: readonly RecordOutcome[] = ['lost', 'neverSent', 'inDoubt', 'rejected', 'underWay'];

/** Counts the records of an account by outcome and by cause. */
export function reconcile(account: Account, expected?: readonly ExpectedRecord[]): Reconciliation {
  if (expected) checkExpected(expected);
  const { counts, causes } = countRecords(account, Infinity);
  const ids = [...new Set(expected?.map(expectedIdOf))];
  const missing = ids.filter((id) => account.findUsers(id).length === 0);
  const neverSent = {
    outcome: 'neverSent' as const,
    cause: counts.unaccounted > 0 ? fullCause : neverSentCause,
    records: missing.length,
    ids: missing.map(maskKeys),
  };
  const { sent, unaccounted, ...outcomes } = counts;
  return {
    counts: {
      ...(expected && { expected: ids.length }),
      sent,
      ...outcomes,
      ...(expected && { neverSent: missing.length }),
      unaccounted,
    },
    causes: sortCauses([
      ...causes.map(({ calls: _calls, ...counted }) => counted),
      ...(missing.length > 0 ? [neverSent] : []),
    ]),
  };
}

/** The counts of an account, and the causes, worst first, each with at most `maxIds` ids. */
export function countRecords(account: Account, maxIds: number): RecordOverview {
  const all = account.count(maxIds);
  const unaccounted = account.unaccounted();
  const sum = (outcome?: RecordOutcome): number =>
    all.reduce((total, one) => total + (one.outcome === (outcome ?? one.outcome) ? one.records : 0), 0);
  const causes = all
    .filter(({ outcome }) => outcome !== 'stored')
    .map((one) => ({ ...one, cause: one.outcome === 'underWay' ? underWayCause : one.cause }));
  return {
    counts: {
      sent: sum() + unaccounted,
      stored: sum('stored'),
      rejected: sum('rejected'),
      inDoubt: sum('inDoubt'),
      underWay: sum('underWay'),
      lost: sum('lost'),
      unaccounted,
    },
    causes: sortCauses(causes),
  };
}

function sortCauses<Cause extends Pick<RecordCause, 'outcome' | 'records'>>(causes: readonly Cause[]): Cause[] {
  return [...causes].sort((a, b) => severity.indexOf(a.outcome) - severity.indexOf(b.outcome) || b.records - a.records);
}

const underWayCause = 'no answer yet, or waiting in a queue';
const neverSentCause = 'no request carried it';

/** The ids of the expected records that no request carried. */
export function listNeverSent({ causes }: Reconciliation): readonly string[] {
  return causes.flatMap(({ outcome, ids }) => (outcome === 'neverSent' ? ids : []));
}

/** The entry of an expected record that no request carried, as far as the ledger had room. */
export function toNeverSent(id: string, unaccounted: number): AccountedRecord {
  const isFull = unaccounted > 0;
  return { id: maskKeys(id), outcome: 'neverSent', ...(isFull && { cause: fullCause }), attempts: 0 };
}

const fullCause = 'no request carried it, or the account is full (option ledgerLimit)';
