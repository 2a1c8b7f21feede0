import type { Effect } from '../engine/apply-fault.ts';
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

/**
 * Counts an attempt for each record. A record with another value than before begins anew. If a request carries a record
 * several times, its last value counts, and the rows of other values become -1.
 */
export function countAttempts({ rows, parsed, number }: CarriedRecords, tables: Tables): void {
  const { recordDigests } = parsed;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? -1;
    if (row < 0) continue;
    const words = wordsOf(tables, row);
    const start = startOf(row >> 1);
    const high = recordDigests[2 * index] ?? 0;
    const low = recordDigests[2 * index + 1] ?? 0;
    if ((words[start + word.last] ?? 0) >= number) {
      if (words[start] !== high || words[start + word.digestLow] !== low) rows[index] = -1;
      continue;
    }
    words[start + word.last] = number;
    const attempts = words[start + word.attempts] ?? 0;
    const isKnown = attempts > 0 && (words[start + word.since] ?? 0) >= 0;
    if (isKnown && words[start] === high && words[start + word.digestLow] === low) {
      words[start + word.attempts] = attempts + 1;
      continue;
    }
    words[start] = high;
    words[start + word.digestLow] = low;
    words[start + word.since] = number;
    words[start + word.position] = index;
    words[start + word.queued] = 0;
    words[start + word.attempts] = 1;
    words[start + word.decision] = 0;
  }
}

/** The end of a request, as its records see it. */
export interface CarrierEnd {
  readonly exchange: Exchange;
  /** Absent if no work was done. */
  readonly effect: Effect | undefined;
  toCause(text: string): number;
}

/** Decides the outcome of each record, unless a newer value has replaced it, or a better outcome is known. */
export function decideOutcomes(
  { rows, parsed, number }: CarriedRecords,
  tables: Tables,
  { exchange, effect, toCause }: CarrierEnd,
): void {
  const { queuedBefore, leftOut } = effect ?? {};
  const operation = operationIds.indexOf(parsed.operation.id);
  const toFate = createFates(exchange, { operation, leftOut, toCause });
  let queued = queuedBefore ?? 0;
  for (let index = 0; index < rows.length; index += 1) {
    const { outcome, decision, isDone } = toFate(index);
    if (isDone && queuedBefore !== undefined) queued += 1;
    const row = rows[index] ?? -1;
    if (row < 0) continue;
    const words = wordsOf(tables, row);
    const start = startOf(row >> 1);
    const since = words[start + word.since] ?? 0;
    if (since < 0 && isDone && -since < (effect?.position ?? 0)) words[start + word.since] = number;
    const before = outcomeAt(words, start);
    if (since > number || (before !== 0 && (before < outcome || before === decided.stored))) continue;
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
