import type { ParsedRequest } from '../engine/request.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import { createTextIndex, type TextIndex } from '../runtime/text-index.ts';
import type { CarriedRecords, Carrier } from './carried-records.ts';
import { decided } from './outcome.ts';
import { createRecordTable, type RecordTable } from './record-table.ts';
import { countAttempts, decideOutcomes, type BothColumns } from './rows.ts';
import { createUnresolvedRows } from './unresolved-rows.ts';

/** The parts of the ledger that all tenants share. */
export interface LedgerBounds {
  /** Number of records for which there is room. */
  room(): number;
  /** Takes room for new records. */
  take(count: number): void;
  /** The position of a cause in the list of causes. */
  toCause(text: string): number;
}

/** The records that were sent to one tenant. */
export interface TenantLedger {
  readonly api: ApiName;
  readonly tenantId: string;
  /** Fit to be shown. */
  readonly tenant: string;
  /** The ids of the records that they identify, by their rows. */
  readonly users: TextIndex;
  readonly userTable: RecordTable;
  /** The ids of the other records by their rows. An event has the id of its user. */
  readonly otherIds: readonly string[];
  readonly otherTable: RecordTable;
  /** The records of the requests under way. */
  readonly underWay: ReadonlySet<CarriedRecords>;
  /** Number of records for which there was no room. */
  unaccounted(): number;
  begin(carrier: Carrier): CarriedRecords;
  /** `queuedBefore` is present if the records wait in a queue: the number of records queued before them. */
  end(carried: CarriedRecords, exchange: Exchange, queuedBefore: number | undefined): void;
  /** A request has deleted the record with this id. */
  markDeleted(id: string): void;
  /** Another queue replaces the queue of the tenant. No record that was sent waits any more. */
  forgetQueue(): void;
}

export function createTenantLedger(
  tenant: Pick<TenantLedger, 'api' | 'tenantId' | 'tenant'>,
  bounds: LedgerBounds,
): TenantLedger {
  const tables = createTables();
  const { users, userTable, otherIds, otherTable } = tables;
  const underWay = new Set<CarriedRecords>();
  const columns = (): BothColumns => [userTable.columns(), otherTable.columns()];
  let unaccounted = 0;

  function findRows(carrier: Carrier): Int32Array {
    const { parsed, attempt } = carrier;
    const isUpsert = parsed.operation.records?.upsert === true;
    const same = attempt.isOverlapping ? [...underWay].find((other) => isSameCall(other, carrier)) : undefined;
    const before = tables.size();
    const limit = before + bounds.room();
    const rows = new Int32Array(parsed.recordIds.length);
    // A plain loop, since `Int32Array.from` takes several times longer.
    parsed.recordIds.forEach((id, index) => {
      const row = isUpsert && id !== '' ? tables.findUser(id, limit) : tables.findOther(index, parsed, limit, same);
      if (row === -1 && attempt.number === 1) unaccounted += 1;
      rows[index] = row;
    });
    bounds.take(tables.size() - before);
    userTable.growTo(users.texts.length);
    return rows;
  }

  return {
    ...tenant,
    users,
    userTable,
    otherIds,
    otherTable,
    underWay,
    unaccounted: () => unaccounted,
    begin(carrier): CarriedRecords {
      const carried = { ...carrier, rows: findRows(carrier) };
      countAttempts(carried, columns());
      underWay.add(carried);
      return carried;
    },
    end(carried, exchange, queuedBefore): void {
      underWay.delete(carried);
      decideOutcomes(carried, columns(), { exchange, queuedBefore, toCause: bounds.toCause });
      tables.keepUnresolved(carried.rows);
    },
    markDeleted(id): void {
      const at = users.find(id);
      if (at === -1) return;
      const { digestHigh, digestLow } = userTable.columns();
      [digestHigh[at], digestLow[at]] = [0, 0];
    },
    forgetQueue(): void {
      for (const { queued } of columns()) queued.fill(0);
    },
  };
}

/** The tables of a tenant, and the ways to find a record in them. */
interface Tables extends Pick<TenantLedger, 'users' | 'userTable' | 'otherIds' | 'otherTable'> {
  size(): number;
  /** The row of a user, or -1 if it is new and the tables have `limit` rows. */
  findUser(id: string, limit: number): number;
  /** An overlapping attempt of the same call has the same records. A lost record may come again in another call. */
  findOther(index: number, parsed: ParsedRequest, limit: number, overlapping?: CarriedRecords): number;
  /** Remembers the records that are not stored, for the case that they come again. */
  keepUnresolved(rows: Int32Array): void;
}

function createTables(): Tables {
  const users = createTextIndex();
  const userTable = createRecordTable();
  const otherIds: string[] = [];
  const otherTable = createRecordTable();
  const unresolved = createUnresolvedRows(otherTable);
  const size = (): number => users.texts.length + otherIds.length;
  return {
    size,
    users,
    userTable,
    otherIds,
    otherTable,
    findUser(id, limit): number {
      const at = users.findOrAdd(id, limit - otherIds.length);
      return at === -1 ? -1 : 2 * at;
    },
    findOther(index, { recordIds, recordDigests }, limit, overlapping): number {
      const [high = 0, low = 0] = recordDigests.subarray(2 * index);
      const [otherHigh, otherLow] = overlapping?.parsed.recordDigests.subarray(2 * index) ?? [];
      if (otherHigh === high && otherLow === low) return overlapping?.rows[index] ?? -1;
      const known = unresolved.take(high, low);
      if (known !== undefined) return 2 * known + 1;
      if (size() >= limit) return -1;
      const at = otherIds.push(recordIds[index] ?? '') - 1;
      otherTable.growTo(otherIds.length);
      const { digestHigh, digestLow } = otherTable.columns();
      [digestHigh[at], digestLow[at]] = [high, low];
      return 2 * at + 1;
    },
    keepUnresolved(rows): void {
      if (otherIds.length === 0) return;
      const { outcome } = otherTable.columns();
      for (const row of rows) {
        if (row > 0 && row % 2 === 1 && outcome[row >> 1] !== decided.stored) unresolved.add(row >> 1);
      }
    },
  };
}

function isSameCall({ parsed, attempt }: Carrier, other: Carrier): boolean {
  return parsed.operation === other.parsed.operation && attempt.call === other.attempt.call;
}
