import type { Exchange } from '../journal/exchange.ts';
import { listOperations, type OperationId } from '../openapi/router.ts';
import { createFates } from './fate.ts';
import { decided } from './outcome.ts';
import type { Columns } from './record-table.ts';
import type { CarriedRecords } from './carried-records.ts';

/** The operations. A column holds the position of one. */
export const operationIds: readonly OperationId[] = listOperations().map(({ id }) => id);

/** The columns of the table of users, and those of the table of other records. */
export type BothColumns = readonly [users: Columns, others: Columns];

/** The longest count that a column of two bytes holds. */
const maxAttempts = 0xffff;

/** Counts an attempt for each record. A record with another value than before begins anew. */
export function countAttempts({ rows, parsed, number }: CarriedRecords, both: BothColumns): void {
  const { recordDigests } = parsed;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? -1;
    if (row < 0) continue;
    const columns = both[(row & 1) as 0 | 1];
    const at = row >> 1;
    const high = recordDigests[2 * index] ?? 0;
    const low = recordDigests[2 * index + 1] ?? 0;
    if (columns.attempts[at] === 0 || columns.digestHigh[at] !== high || columns.digestLow[at] !== low) {
      columns.digestHigh[at] = high;
      columns.digestLow[at] = low;
      columns.since[at] = number;
      columns.outcome[at] = 0;
      columns.attempts[at] = 0;
      columns.queued[at] = 0;
    }
    columns.attempts[at] = Math.min((columns.attempts[at] ?? 0) + 1, maxAttempts);
  }
}

/** The end of a request, as its records see it. */
export interface CarrierEnd {
  readonly exchange: Exchange;
  /** Present if the records wait in a queue: the number of records that were queued before them. */
  readonly queuedBefore: number | undefined;
  toCause(text: string): number;
}

/** Decides the outcome of each record, unless a newer value has replaced it, or a better outcome is known. */
export function decideOutcomes(
  { rows, parsed, number }: CarriedRecords,
  both: BothColumns,
  { exchange, queuedBefore, toCause }: CarrierEnd,
): void {
  const { recordDigests } = parsed;
  const operation = operationIds.indexOf(parsed.operation.id);
  const toFate = createFates(exchange, toCause);
  let queued = queuedBefore ?? 0;
  for (let index = 0; index < rows.length; index += 1) {
    const { outcome, cause, isDone } = toFate(index);
    if (isDone && queuedBefore !== undefined) queued += 1;
    const row = rows[index] ?? -1;
    if (row < 0) continue;
    const columns = both[(row & 1) as 0 | 1];
    const at = row >> 1;
    const isReplaced =
      (columns.since[at] ?? 0) > number ||
      columns.digestHigh[at] !== recordDigests[2 * index] ||
      columns.digestLow[at] !== recordDigests[2 * index + 1];
    const before = columns.outcome[at] ?? 0;
    if (isReplaced || (before !== 0 && (before < outcome || before === decided.stored))) continue;
    const wasDone = before === decided.inDoubt;
    columns.outcome[at] = outcome;
    columns.cause[at] = cause;
    columns.decided[at] = number;
    columns.call[at] = exchange.call ?? 0;
    columns.position[at] = index;
    columns.operation[at] = operation;
    if (isDone && !wasDone) columns.queued[at] = queuedBefore === undefined ? 0 : queued;
  }
}
