import type { Exchange } from '../journal/exchange.ts';
import { listOperations, type OperationId } from '../openapi/router.ts';
import type { CarriedRecords } from './carried-records.ts';
import { createFates } from './fate.ts';
import { decided } from './outcome.ts';
import { segmentOf, startOf, word, type RecordTable } from './record-table.ts';

/** The operations. A decision holds the position of one. */
export const operationIds: readonly OperationId[] = listOperations().map(({ id }) => id);

/** The table of users, and the table of other records. */
export type Tables = readonly [users: RecordTable, others: RecordTable];

/** Counts an attempt for each record. A record with another value than before begins anew. */
export function countAttempts({ rows, parsed, number }: CarriedRecords, tables: Tables): void {
  const { recordDigests } = parsed;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? -1;
    if (row < 0) continue;
    const words = wordsOf(tables, row);
    const start = startOf(row >> 1);
    const high = recordDigests[2 * index] ?? 0;
    const low = recordDigests[2 * index + 1] ?? 0;
    const attempts = words[start + word.attempts] ?? 0;
    if (attempts > 0 && words[start] === high && words[start + word.digestLow] === low) {
      words[start + word.attempts] = attempts + 1;
      continue;
    }
    words[start] = high;
    words[start + word.digestLow] = low;
    words[start + word.since] = number;
    words[start + word.queued] = 0;
    words[start + word.attempts] = 1;
    words[start + word.decision] = 0;
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
  tables: Tables,
  { exchange, queuedBefore, toCause }: CarrierEnd,
): void {
  const { recordDigests } = parsed;
  const toFate = createFates(exchange, operationIds.indexOf(parsed.operation.id), toCause);
  let queued = queuedBefore ?? 0;
  for (let index = 0; index < rows.length; index += 1) {
    const { outcome, decision, isDone } = toFate(index);
    if (isDone && queuedBefore !== undefined) queued += 1;
    const row = rows[index] ?? -1;
    if (row < 0) continue;
    const words = wordsOf(tables, row);
    const start = startOf(row >> 1);
    const isReplaced =
      (words[start + word.since] ?? 0) > number ||
      words[start] !== recordDigests[2 * index] ||
      words[start + word.digestLow] !== recordDigests[2 * index + 1];
    const before = outcomeAt(words, start);
    if (isReplaced || (before !== 0 && (before < outcome || before === decided.stored))) continue;
    words[start + word.decided] = number;
    words[start + word.call] = exchange.call ?? 0;
    words[start + word.position] = index;
    words[start + word.decision] = decision;
    // The work that an earlier attempt did counts.
    if (isDone && before !== decided.inDoubt) words[start + word.queued] = queuedBefore === undefined ? 0 : queued;
  }
}

/** The position of an outcome in the list of outcomes. */
export function outcomeAt(words: Int32Array, start: number): number {
  return (words[start + word.decision] ?? 0) & 0xf;
}

const noWords = new Int32Array(0);

function wordsOf(tables: Tables, row: number): Int32Array {
  return tables[(row & 1) as 0 | 1].segments[segmentOf(row >> 1)] ?? noWords;
}
