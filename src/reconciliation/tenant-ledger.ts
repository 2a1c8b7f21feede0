import type { ParsedRequest } from '../engine/request.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import { createTextIndex, type TextIndex } from '../runtime/text-index.ts';
import type { CarriedRecords, Carrier } from './carried-records.ts';
import { decided } from './outcome.ts';
import { createRecordTable, segmentOf, startOf, word, type RecordTable } from './record-table.ts';
import { countAttempts, decideOutcomes, outcomeAt, type Tables } from './rows.ts';
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
  const finder = createRecordFinder();
  const { users, userTable, otherIds, otherTable } = finder;
  const underWay = new Set<CarriedRecords>();
  const both: Tables = [userTable, otherTable];
  let unaccounted = 0;

  function findRows(carrier: Carrier): Int32Array {
    const { parsed, attempt } = carrier;
    const { operation, recordIds } = parsed;
    const isUpsert = operation.records?.upsert === true;
    const before = finder.size();
    const limit = before + bounds.room();
    const rows = isUpsert ? finder.findUsers(recordIds, limit) : new Int32Array(recordIds.length).fill(-1);
    const same = attempt.isOverlapping ? [...underWay].find((other) => isSameCall(other, carrier)) : undefined;
    for (let index = 0; index < rows.length; index += 1) {
      if (rows[index] !== -1) continue;
      if (!isUpsert || recordIds[index] === '') rows[index] = finder.findOther(index, parsed, limit, same);
      if (rows[index] === -1 && attempt.number === 1) unaccounted += 1;
    }
    bounds.take(finder.size() - before);
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
      countAttempts(carried, both);
      underWay.add(carried);
      return carried;
    },
    end(carried, exchange, queuedBefore): void {
      underWay.delete(carried);
      decideOutcomes(carried, both, { exchange, queuedBefore, toCause: bounds.toCause });
      finder.keepUnresolved(carried.rows);
    },
    markDeleted(id): void {
      const at = users.find(id);
      if (at === -1) return;
      const words = userTable.segments[segmentOf(at)];
      words?.fill(0, startOf(at) + word.digestHigh, startOf(at) + word.digestLow + 1);
    },
    forgetQueue(): void {
      for (const table of both) {
        for (let at = 0; at < table.size(); at += 1) {
          const words = table.segments[segmentOf(at)];
          if (words) words[startOf(at) + word.queued] = 0;
        }
      }
    },
  };
}

/** The tables of a tenant, and the ways to find the row of a record in them. */
interface RecordFinder extends Pick<TenantLedger, 'users' | 'userTable' | 'otherIds' | 'otherTable'> {
  size(): number;
  /** The rows of users. The row is -1 for a user without an id, and for a new user if the tables have `limit` rows. */
  findUsers(ids: readonly string[], limit: number): Int32Array;
  /** An overlapping attempt of the same call has the same records. A lost record may come again in another call. */
  findOther(index: number, parsed: ParsedRequest, limit: number, overlapping?: CarriedRecords): number;
  /** Remembers the records that are not stored, for the case that they come again. */
  keepUnresolved(rows: Int32Array): void;
}

function createRecordFinder(): RecordFinder {
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
    findUsers(ids, limit): Int32Array {
      const rows = users.findOrAddAll(ids, limit - otherIds.length);
      userTable.growTo(users.texts.length);
      for (let index = 0; index < rows.length; index += 1) if (rows[index] !== -1) rows[index] = 2 * (rows[index] ?? 0);
      return rows;
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
      return 2 * at + 1;
    },
    keepUnresolved(rows): void {
      if (otherIds.length === 0) return;
      for (const row of rows) {
        const at = row >> 1;
        const words = row > 0 && row % 2 === 1 ? otherTable.segments[segmentOf(at)] : undefined;
        if (words && outcomeAt(words, startOf(at)) !== decided.stored) unresolved.add(at);
      }
    },
  };
}

function isSameCall({ parsed, attempt }: Carrier, other: Carrier): boolean {
  return parsed.operation === other.parsed.operation && attempt.call === other.attempt.call;
}
