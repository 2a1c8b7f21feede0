import type { components } from '../generated/admin.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import type { Account, AccountedRecord } from './account.ts';
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

/** The outcomes of records that are not stored, the worst first. */
const severity: readonly RecordOutcome[] = ['lost', 'neverSent', 'inDoubt', 'rejected', 'underWay'];

/** Counts the records of an account by outcome and by cause. */
export function reconcile(account: Account, expected?: readonly ExpectedRecord[]): Reconciliation {
  if (expected) checkExpected(expected);
  const counts = { stored: 0, rejected: 0, inDoubt: 0, underWay: 0, lost: 0, neverSent: 0 };
  const causes = new Map<string, RecordCause & { records: number; ids: string[] }>();

  function count(record: AccountedRecord): void {
    counts[record.outcome] += 1;
    if (record.outcome === 'stored') return;
    const { outcome, api, tenant, tenantId, operation, cause = defaultCauses[outcome] ?? '' } = record;
    const name = JSON.stringify([outcome, api, tenantId, operation, cause]);
    const known = causes.get(name) ?? {
      outcome,
      cause,
      ...(api && { api }),
      ...(tenant !== undefined && { tenant }),
      ...(tenantId !== undefined && { tenantId }),
      ...(operation && { operation }),
      records: 0,
      ids: [],
    };
    known.records += 1;
    known.ids.push(record.id);
    causes.set(name, known);
  }

  for (const record of account.records()) count(record);
  const ids = [...new Set(expected?.map(expectedIdOf))];
  for (const id of ids) if (account.findUsers(id).length === 0) count(toNeverSent(id, account.unaccounted()));
  const { neverSent, ...outcomes } = counts;
  const unaccounted = account.unaccounted();
  const sent = Object.values(outcomes).reduce((sum, number) => sum + number, unaccounted);
  return {
    counts: {
      ...(expected && { expected: ids.length }),
      sent,
      ...outcomes,
      ...(expected && { neverSent }),
      unaccounted,
    },
    causes: [...causes.values()].sort(
      (a, b) => severity.indexOf(a.outcome) - severity.indexOf(b.outcome) || b.records - a.records,
    ),
  };
}

const defaultCauses: Partial<Record<RecordOutcome, string>> = {
  underWay: 'no answer yet, or waiting in a queue',
  neverSent: 'no request carried it',
};

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
