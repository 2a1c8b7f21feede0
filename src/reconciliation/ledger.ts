import type { Effect } from '../engine/apply-fault.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import type { CarriedRecords, Carrier } from './carried-records.ts';
import { createBoundedMap } from '../runtime/bounded-map.ts';
import { createTenantLedger, toTenantName, type TenantLedger } from './tenant-ledger.ts';

/**
 * Where each record is that was sent. It grows by a fixed size for each record, up to a maximum number of records and of
 * tenants. All records of further tenants are unaccounted.
 */
export interface Ledger {
  /** Registers a request that arrives. */
  begin(carrier: Carrier): CarriedRecords;
  /**
   * Registers the end of a request: its answer is out, or its connection is broken. `effect` is absent if no work was done.
   */
  end(carried: CarriedRecords, exchange: Exchange, effect?: Effect): void;
  /** Registers that a request has deleted a record. The next request with it begins anew. */
  forgetValue(record: DeletedRecord): void;
  /** The tenants that records were sent to, or one of them. */
  tenants(tenantId?: string): readonly TenantLedger[];
  /** The text of a cause by its position. */
  causeAt(position: number): string;
  /** Forgets all records, or those of one tenant. */
  clear(tenantId?: string): void;
}

/** A record that a request has deleted. */
export interface DeletedRecord {
  readonly api: ApiName;
  readonly tenantId: string;
  readonly id: string;
  /** Position of the deletion among all effects. */
  readonly effect: number;
}

/** Maximum number of different causes. */
const maxCauses = 10_000;
/** Maximum number of tenants. */
const maxTenants = 10_000;
/** Maximum number of bytes for the calls with records that are not stored. */
const roomForCalls = 2 ** 24;

/** `limit` is the maximum number of records. */
export function createLedger(limit: number): Ledger {
  const tenants = new Map<string, TenantLedger>();
  const causes = createCauses();
  const calls = createBoundedMap<Int32Array>(roomForCalls);
  let room = limit;
  /** The tenants beyond the maximum number. */
  let others: TenantLedger | undefined;

  const bounds = {
    calls,
    room: () => room,
    take: (units: number) => void (room -= units),
    toCause: causes.positionOf,
  };

  function ledgerOf({ api, parsed: { tenant } }: Carrier): TenantLedger {
    const name = toTenantName({ api, tenantId: tenant.id });
    const known = tenants.get(name);
    if (known !== undefined) return known;
    if (tenants.size >= maxTenants)
      return (others ??= createTenantLedger({ api, tenantId: '', tenant: '' }, { ...bounds, room: () => 0 }));
    const created = createTenantLedger({ api, tenantId: tenant.id, tenant: tenant.shownName }, bounds);
    tenants.set(name, created);
    return created;
  }

  function find(tenantId: string | undefined): TenantLedger[] {
    const all = [...tenants.values()];
    return tenantId === undefined ? all : all.filter((one) => one.tenantId === tenantId);
  }

  return {
    begin: (carrier) => ledgerOf(carrier).begin(carrier),
    end(carried, exchange, effect): void {
      const tenant = ledgerOf(carried);
      // The journal may have been cleared while the request was under way. Then it counts as a request after that.
      const current = tenant.underWay.has(carried) ? carried : tenant.begin(carried);
      tenant.end(current, exchange, effect);
    },
    forgetValue({ effect, id, ...tenant }): void {
      tenants.get(toTenantName(tenant))?.markDeleted(id, effect);
    },
    tenants(tenantId): TenantLedger[] {
      const found = find(tenantId);
      // A tenant without a ledger of its own may be one of the others.
      return others && (tenantId === undefined || found.length === 0) ? [...found, others] : found;
    },
    causeAt: causes.at,
    clear(tenantId): void {
      const cleared = find(tenantId);
      const names = cleared.map(toTenantName);
      for (const one of cleared) room += one.size();
      for (const name of names) tenants.delete(name);
      calls.deleteWhere((call) => tenantId === undefined || names.some((name) => call.startsWith(name)));
      if (tenants.size > 0) return;
      others = undefined;
      causes.clear();
    },
  };
}

/** The list of causes. A decision holds the position of one. */
interface Causes {
  positionOf(text: string): number;
  at(position: number): string;
  clear(): void;
}

function createCauses(): Causes {
  // A stored record has no cause, and the cause at the second position stands for all that have no room.
  const texts = ['', 'another reason'];
  const positions = new Map<string, number>();
  return {
    positionOf(text): number {
      if (text === '') return 0;
      const known = positions.get(text);
      if (known !== undefined) return known;
      if (texts.length === maxCauses) return 1;
      positions.set(text, texts.length);
      return texts.push(text) - 1;
    },
    at: (position) => texts[position] ?? '',
    clear(): void {
      texts.length = 2;
      positions.clear();
    },
  };
}
