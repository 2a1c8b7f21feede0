/** The positions of the facts among the words of a record. */
export const word = {
  /** The digest of the value that was sent last. */
  digestHigh: 0,
  digestLow: 1,
  /** Number of the request that first carried this value. If a later request has deleted the record: minus its effect. */
  since: 2,
  /** Number of the request that decided the outcome. */
  decided: 3,
  /** The call of that request. */
  call: 4,
  /** Position of the record in its request. */
  position: 5,
  /** Position among the records that were ever queued, from 1. It is 0 for a record that never waited. */
  queued: 6,
  /** Number of requests that carried this value. */
  attempts: 7,
  /** The positions of the outcome, the operation and the cause in their lists. */
  decision: 8,
  /** Number of the last request that carried the record. */
  last: 9,
} as const;

/** A record takes 10 words of 32 bits, which lie together, so that one look into memory finds them all. */
const width = 10;
const rowsPerSegment = 256;
/** The first segment begins so small, since many tenants have few records. */
const leastRows = 8;

/** What a request decides about a record, as positions in lists. */
export interface Decision {
  /** 0 if no request with the record has ended yet. */
  readonly outcome: number;
  readonly operation: number;
  readonly cause: number;
}

export function packDecision({ outcome, operation, cause }: Decision): number {
  return outcome | (operation << 4) | (cause << 12);
}

export function unpackDecision(packed: number): Decision {
  return { outcome: packed & 0xf, operation: (packed >>> 4) & 0xff, cause: packed >>> 12 };
}

/** Facts about records, of a fixed size for each. It grows in segments, so that only the first one is ever moved. */
export interface RecordTable {
  /** The segments. The words of a record begin at `startOf` in the segment at `segmentOf`. */
  readonly segments: readonly Int32Array[];
  /** Adds records of zeros up to a number of records. */
  growTo(size: number): void;
  size(): number;
}

export function createRecordTable(): RecordTable {
  const segments: Int32Array[] = [];
  let count = 0;

  /** Doubles the first segment up to its full size. Returns whether all records have room. */
  function growFirst(): boolean {
    const [first = new Int32Array(0)] = segments;
    let rows = Math.max(first.length / width, leastRows);
    while (rows < Math.min(count, rowsPerSegment)) rows *= 2;
    if (rows * width > first.length) {
      segments[0] = new Int32Array(rows * width);
      segments[0].set(first);
    }
    return count <= rows;
  }

  return {
    segments,
    growTo(size): void {
      if (size <= count) return;
      count = size;
      if (growFirst()) return;
      while (segments.length * rowsPerSegment < count) segments.push(new Int32Array(rowsPerSegment * width));
    },
    size: () => count,
  };
}

export function segmentOf(at: number): number {
  return at >> 8;
}

export function startOf(at: number): number {
  return (at & (rowsPerSegment - 1)) * width;
}
