import type { Effect } from '../engine/apply-fault.ts';
import { shortenId } from '../engine/records.ts';
import type { ParsedRequest } from '../engine/request.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import type { BoundedMap } from '../runtime/bounded-map.ts';
import { createTextIndex, unitsOf, type TextIndex } from '../runtime/text-index.ts';
import type { CarriedRecords, Carrier } from './carried-records.ts';
import { decided } from './outcome.ts';
import { createRecordTable, segmentOf, startOf, word, type RecordTable } from './record-table.ts';
import { countAttempts, decideOutcomes, outcomeAt, type Tables } from './rows.ts';
import { createUnresolvedRows } from './unresolved-rows.ts';

/** The parts of the ledger that all tenants share. */
export interface LedgerBounds {
  /** Number of records for which there is room. A record whose id has more than 64 characters takes the room of several. */
  room(): number;
  /** Takes room for new records. */
  take(units: number): void;
  /** The rows of calls with records that are not stored. */
  readonly calls: BoundedMap<Int32Array>;
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
  /** The room that its records take. */
  size(): number;
  /** Number of records for which there was no room. */
  unaccounted(): number;
  begin(carrier: Carrier): CarriedRecords;
  end(carried: CarriedRecords, exchange: Exchange, effect: Effect | undefined): void;
  /** A request has deleted the record with this id. `effect` is the position of its effect. */
  markDeleted(id: string, effect: number): void;
}

export function createTenantLedger(
  tenant: Pick<TenantLedger, 'api' | 'tenantId' | 'tenant'>,
  bounds: LedgerBounds,
): TenantLedger {
  const finder = createRecordFinder(toTenantName(tenant), bounds.calls);
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
    const overlapping = attempt.isOverlapping ? [...underWay].find((other) => isSameCall(other, carrier)) : undefined;
    const earlier = attempt.number > 1 ? finder.earlierRows(carrier) : undefined;
    for (let index = 0; index < rows.length; index += 1) {
      if (rows[index] !== -1) continue;
      if (!isUpsert || recordIds[index] === '')
        rows[index] = finder.findOther(index, parsed, { limit, overlapping, earlier });
      if (rows[index] === -1 && attempt.number === 1) unaccounted += 1;
    }
    // A request with very many records shows only the first ones.
    if (attempt.number === 1) unaccounted += parsed.records - rows.length;
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
    size: finder.size,
    unaccounted: () => unaccounted,
    begin(carrier): CarriedRecords {
      const carried = { ...carrier, rows: findRows(carrier) };
      countAttempts(carried, both);
      underWay.add(carried);
      return carried;
    },
    end(carried, exchange, effect): void {
      underWay.delete(carried);
      decideOutcomes(carried, both, { exchange, effect, toCause: bounds.toCause });
      finder.keepUnresolved(carried);
    },
    markDeleted(id, effect): void {
      const at = users.find(shortenId(id));
      const words = at === -1 ? undefined : userTable.segments[segmentOf(at)];
      if (words) words[startOf(at) + word.since] = -effect;
    },
  };
}

/** The tables of a tenant, and the ways to find the row of a record in them. */
interface RecordFinder extends Pick<TenantLedger, 'users' | 'userTable' | 'otherIds' | 'otherTable'> {
  size(): number;
  /** The rows of users. The row is -1 for a user without an id, and for a new user if the tables have `limit` rows. */
  findUsers(ids: readonly string[], limit: number): Int32Array;
  /**
   * An overlapping attempt of the same call has the same records. A lost record may come again in another call, or with
   * another value in the same call.
   */
  findOther(index: number, parsed: ParsedRequest, sources: OtherSources): number;
  /** The rows of the previous attempt of the same call, if some of its records are not stored. */
  earlierRows(carrier: Carrier): Int32Array | undefined;
  /** Remembers the records that are not stored, for the case that they come again. */
  keepUnresolved(carried: CarriedRecords): void;
}

interface OtherSources {
  readonly limit: number;
  readonly overlapping: CarriedRecords | undefined;
  readonly earlier: Int32Array | undefined;
}

/** The name of a tenant among those of all APIs. No other name begins with it. */
export function toTenantName({ api, tenantId }: Pick<TenantLedger, 'api' | 'tenantId'>): string {
  return JSON.stringify([api, tenantId]);
}

function createRecordFinder(name: string, calls: LedgerBounds['calls']): RecordFinder {
  const users = createTextIndex();
  const userTable = createRecordTable();
  const otherIds: string[] = [];
  const otherTable = createRecordTable();
  const unresolved = createUnresolvedRows(otherTable);
  const toCallName = ({ parsed, attempt }: Carrier): string => `${name} ${parsed.operation.id} ${attempt.call}`;
  let sizeOfOthers = 0;
  const size = (): number => users.size() + sizeOfOthers;
  return {
    size,
    users,
    userTable,
    otherIds,
    otherTable,
    findUsers(ids, limit): Int32Array {
      const rows = users.findOrAddAll(ids, limit - sizeOfOthers);
      userTable.growTo(users.texts.length);
      for (let index = 0; index < rows.length; index += 1) if (rows[index] !== -1) rows[index] = 2 * (rows[index] ?? 0);
      return rows;
    },
    findOther(index, { recordIds, recordDigests }, { limit, overlapping, earlier }): number {
      const [high = 0, low = 0] = recordDigests.subarray(2 * index);
      const [otherHigh, otherLow] = overlapping?.parsed.recordDigests.subarray(2 * index) ?? [];
      if (otherHigh === high && otherLow === low) return overlapping?.rows[index] ?? -1;
      const known = unresolved.take(high, low);
      if (known !== undefined) return 2 * known + 1;
      const row = earlier?.length === recordIds.length ? (earlier[index] ?? -1) : -1;
      if (row % 2 === 1 && unresolved.takeRow(row >> 1)) return row;
      if (size() >= limit) return -1;
      const id = recordIds[index] ?? '';
      sizeOfOthers += unitsOf(id);
      const at = otherIds.push(id) - 1;
      otherTable.growTo(otherIds.length);
      return 2 * at + 1;
    },
    earlierRows: (carrier) => calls.get(toCallName(carrier)),
    keepUnresolved(carried): void {
      if (otherIds.length === 0) return;
      let isOpen = false;
      for (const row of carried.rows) {
        if (row % 2 !== 1) continue;
        const at = row >> 1;
        const words = otherTable.segments[segmentOf(at)];
        if (words && outcomeAt(words, startOf(at)) === decided.stored) unresolved.takeRow(at);
        else {
          unresolved.add(at);
          isOpen = true;
        }
      }
      if (isOpen) calls.set(toCallName(carried), carried.rows, carried.rows.byteLength);
      else calls.delete(toCallName(carried));
    },
  };
}

function isSameCall({ parsed, attempt }: Carrier, other: Carrier): boolean {
  return parsed.operation === other.parsed.operation && attempt.call === other.attempt.call;
}
