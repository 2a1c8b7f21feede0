/** The facts about records, a column each. A record is a row: the same position in all columns. It takes 34 bytes. */
export interface Columns {
  /** The digest of the value that was sent last. Both are 0 after a request has deleted the record. */
  readonly digestHigh: Int32Array;
  readonly digestLow: Int32Array;
  /** Number of the request that first carried this value. */
  readonly since: Uint32Array;
  /** Number of the request that decided the outcome. */
  readonly decided: Uint32Array;
  /** The call of that request. */
  readonly call: Uint32Array;
  /** Position of the record in its call. */
  readonly position: Uint32Array;
  /** Position among the records that were ever queued, from 1. It is 0 for a record that never waited. */
  readonly queued: Uint32Array;
  /** Number of requests that carried this value. */
  readonly attempts: Uint16Array;
  /** Position in the list of causes. */
  readonly cause: Uint16Array;
  /** Position in the list of outcomes. */
  readonly outcome: Uint8Array;
  /** Position in the list of operations. */
  readonly operation: Uint8Array;
}

/** Facts about records, of a fixed size for each. */
export interface RecordTable {
  /** The columns. They are replaced when the table grows, so they must be read again after that. */
  columns(): Columns;
  /** Adds rows of zeros up to a number of rows. */
  growTo(rows: number): void;
  size(): number;
}

export function createRecordTable(): RecordTable {
  let [size, capacity] = [0, 0];
  let columns = toColumns(capacity);
  return {
    columns: () => columns,
    growTo(rows): void {
      size = Math.max(size, rows);
      if (size <= capacity) return;
      // At most a third of the table is in reserve.
      capacity = Math.ceil(size * 1.5);
      columns = toColumns(capacity, columns);
    },
    size: () => size,
  };
}

/** Columns for a number of rows, with the rows of smaller columns. */
function toColumns(capacity: number, before?: Columns): Columns {
  return {
    digestHigh: copyInto(new Int32Array(capacity), before?.digestHigh),
    digestLow: copyInto(new Int32Array(capacity), before?.digestLow),
    since: copyInto(new Uint32Array(capacity), before?.since),
    decided: copyInto(new Uint32Array(capacity), before?.decided),
    call: copyInto(new Uint32Array(capacity), before?.call),
    position: copyInto(new Uint32Array(capacity), before?.position),
    queued: copyInto(new Uint32Array(capacity), before?.queued),
    attempts: copyInto(new Uint16Array(capacity), before?.attempts),
    cause: copyInto(new Uint16Array(capacity), before?.cause),
    outcome: copyInto(new Uint8Array(capacity), before?.outcome),
    operation: copyInto(new Uint8Array(capacity), before?.operation),
  };
}

function copyInto<Column extends { set(values: ArrayLike<number>): void }>(
  column: Column,
  before: ArrayLike<number> = [],
): Column {
  column.set(before);
  return column;
}
