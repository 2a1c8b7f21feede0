import { segmentOf, startOf, word, type RecordTable } from './record-table.ts';

/** The records without an identity of their own that are not stored, to recognize them when they are sent again. */
export interface UnresolvedRows {
  add(row: number): void;
  /** Takes out a record with this value. */
  take(high: number, low: number): number | undefined;
  /** Takes out this record. Returns whether it was among them. */
  takeRow(row: number): boolean;
}

/** Maximum number of values. When there are more, the oldest is forgotten, and counts as another record if it comes again. */
const capacity = 100_000;

export function createUnresolvedRows({ segments }: RecordTable): UnresolvedRows {
  const rows = new Map<number, number[]>();
  const digestAt = (row: number): readonly [high: number, low: number] => {
    const [words, start] = [segments[segmentOf(row)], startOf(row)];
    return [words?.[start + word.digestHigh] ?? 0, words?.[start + word.digestLow] ?? 0];
  };

  function takeFrom(key: number, isWanted: (row: number) => boolean): number | undefined {
    const known = rows.get(key);
    const at = known?.findIndex(isWanted) ?? -1;
    if (known === undefined || at === -1) return undefined;
    if (known.length === 1) rows.delete(key);
    return known.splice(at, 1)[0];
  }

  return {
    add(row): void {
      const key = toKey(...digestAt(row));
      const known = rows.get(key);
      if (known === undefined) rows.set(key, [row]);
      else if (!known.includes(row)) known.push(row);
      const [oldest] = rows.keys();
      if (rows.size > capacity && oldest !== undefined) rows.delete(oldest);
    },
    take(high, low): number | undefined {
      return takeFrom(toKey(high, low), (row) => {
        const [otherHigh, otherLow] = digestAt(row);
        return otherHigh === high && otherLow === low;
      });
    },
    takeRow: (row) => takeFrom(toKey(...digestAt(row)), (one) => one === row) !== undefined,
  };
}

/** A number of 52 bits. */
function toKey(high: number, low: number): number {
  return (high >>> 0) * 2 ** 20 + (low >>> 12);
}
