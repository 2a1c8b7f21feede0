import type { ParsedRequest } from '../engine/request.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import type { CarriedRecords, Carrier } from './carried-records.ts';
import { decided } from './outcome.ts';
import { createRecordTable, type RecordTable } from './record-table.ts';
import { countAttempts, decideOutcomes, type BothColumns } from './rows.ts';
import { createUnresolvedRows } from './unresolved-rows.ts';

/** The parts of the ledger that all tenants share. */
export interface LedgerBounds {
  /** Takes room for a new record. Returns false if there is none. */
  reserve(): boolean;
  /** The position of a cause in the list of causes. */
  toCause(text: string): number;
}

/** The records that were sent to one tenant. */
export interface TenantLedger {
  readonly api: ApiName;
  readonly tenantId: string;
  /** Fit to be shown. */
  readonly tenant: string;
  /** The rows of the records that an id identifies, in order of their first arrival. */
  readonly users: ReadonlyMap<string, number>;
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
  const tables = createTables(bounds);
  const { users, userTable, otherIds, otherTable } = tables;
  const underWay = new Set<CarriedRecords>();
  const columns = (): BothColumns => [userTable.columns(), otherTable.columns()];
  let unaccounted = 0;

  function findRows(carrier: Carrier): Int32Array {
    const { parsed, attempt } = carrier;
    const isUpsert = parsed.operation.records?.upsert === true;
    const same = attempt.isOverlapping ? [...underWay].find((other) => isSameCall(other, carrier)) : undefined;
    return Int32Array.from(parsed.recordIds, (id, index) =>
      isUpsert && id !== '' ? tables.findUser(id) : tables.findOther(index, parsed, same),
    );
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
      if (carrier.attempt.number === 1) unaccounted += carried.rows.filter((row) => row < 0).length;
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
      const at = users.get(id);
      if (at === undefined) return;
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
  findUser(id: string): number;
  /** An overlapping attempt of the same call has the same records. A lost record may come again in another call. */
  findOther(index: number, parsed: ParsedRequest, overlapping?: CarriedRecords): number;
  /** Remembers the records that are not stored, for the case that they come again. */
  keepUnresolved(rows: Int32Array): void;
}

function createTables({ reserve }: LedgerBounds): Tables {
  const users = new Map<string, number>();
  const userTable = createRecordTable();
  const otherIds: string[] = [];
  const otherTable = createRecordTable();
  const unresolved = createUnresolvedRows(otherTable);
  return {
    users,
    userTable,
    otherIds,
    otherTable,
    findUser(id): number {
      const known = users.get(id);
      if (known !== undefined) return 2 * known;
      if (!reserve()) return -1;
      const row = userTable.add();
      users.set(id, row);
      return 2 * row;
    },
    findOther(index, { recordIds, recordDigests }, overlapping): number {
      const [high = 0, low = 0] = recordDigests.subarray(2 * index);
      const [otherHigh, otherLow] = overlapping?.parsed.recordDigests.subarray(2 * index) ?? [];
      if (otherHigh === high && otherLow === low) return overlapping?.rows[index] ?? -1;
      const known = unresolved.take(high, low);
      if (known === undefined && !reserve()) return -1;
      const at = known ?? otherTable.add();
      otherIds[at] = recordIds[index] ?? '';
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
