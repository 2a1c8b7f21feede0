import { segmentOf, startOf, word, type RecordTable } from './record-table.ts';

/** The records without an identity of their own that are not stored, to recognize them when they are sent again. */
export interface UnresolvedRows {
  add(row: number): void;
  /** Takes out a record with this value. */
  take(high: number, low: number): number | undefined;
  /** Takes out this record. Returns whether it was among them. */
  takeRow(row: number): boolean;
}

/** Hash chains, since a `Map` takes several times more memory. A link is a row from 1, 0 at the end of a chain. */
export function createUnresolvedRows({ segments }: RecordTable): UnresolvedRows {
  let heads = new Int32Array(16);
  // The link of a row to the next one, or -1 if the row is in no chain.
  let links = new Int32Array(16).fill(-1);
  let size = 0;

  function digestAt(row: number, part: 0 | 1): number {
    return segments[segmentOf(row)]?.[startOf(row) + word.digestHigh + part] ?? 0;
  }

  function insert(row: number): void {
    const bucket = digestAt(row, 0) & (heads.length - 1);
    links[row] = heads[bucket] ?? 0;
    heads[bucket] = row + 1;
  }

  function grow(row: number): void {
    if (row >= links.length) {
      const before = links;
      links = new Int32Array(Math.max(before.length * 2, row + 1)).fill(-1);
      links.set(before);
    }
    if (size < heads.length) return;
    heads = new Int32Array(heads.length * 2);
    for (let at = 0; at < links.length; at += 1) if (links[at] !== -1) insert(at);
  }

  function takeFrom(high: number, isWanted: (row: number) => boolean): number | undefined {
    const bucket = high & (heads.length - 1);
    let before = -1;
    for (let link = heads[bucket] ?? 0; link !== 0; link = links[before] ?? 0) {
      const row = link - 1;
      if (isWanted(row)) {
        if (before === -1) heads[bucket] = links[row] ?? 0;
        else links[before] = links[row] ?? 0;
        links[row] = -1;
        size -= 1;
        return row;
      }
      before = row;
    }
    return undefined;
  }

  const isListed = (row: number): boolean => (links[row] ?? -1) !== -1;
  return {
    add(row): void {
      if (isListed(row)) return;
      grow(row);
      insert(row);
      size += 1;
    },
    take: (high, low) => takeFrom(high, (row) => digestAt(row, 0) === high && digestAt(row, 1) === low),
    takeRow: (row) => isListed(row) && takeFrom(digestAt(row, 0), (one) => one === row) !== undefined,
  };
}
