import type { Effect } from '../engine/apply-fault.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import type { CarriedRecords, Carrier } from './carried-records.ts';
import { createTenantLedger, type TenantLedger } from './tenant-ledger.ts';

/** Where each record is that was sent. It grows by a fixed size for each record, up to a maximum number of records. */
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

/** `limit` is the maximum number of records. */
export function createLedger(limit: number): Ledger {
  const tenants = new Map<string, TenantLedger>();
  // A stored record has no cause, and the cause at the second position stands for all that have no room.
  const causeTexts = ['', 'another reason'];
  const causes = new Map<string, number>();
  let room = limit;

  const bounds = {
    room: () => room,
    take: (count: number) => void (room -= count),
    toCause(text: string): number {
      if (text === '') return 0;
      const known = causes.get(text);
      if (known !== undefined) return known;
      if (causeTexts.length === maxCauses) return 1;
      causes.set(text, causeTexts.length);
      return causeTexts.push(text) - 1;
    },
  };

  function ledgerOf({ api, parsed: { tenant } }: Carrier): TenantLedger {
    const name = `${api} ${tenant.id}`;
    const known = tenants.get(name);
    if (known !== undefined) return known;
    const created = createTenantLedger({ api, tenantId: tenant.id, tenant: tenant.shownName }, bounds);
    tenants.set(name, created);
    return created;
  }

  function list(tenantId?: string): TenantLedger[] {
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
    forgetValue({ api, tenantId, id, effect }): void {
      tenants.get(`${api} ${tenantId}`)?.markDeleted(id, effect);
    },
    tenants: list,
    causeAt: (position) => causeTexts[position] ?? '',
    clear(tenantId): void {
      for (const one of list(tenantId)) {
        room += one.userTable.size() + one.otherTable.size();
        tenants.delete(`${one.api} ${one.tenantId}`);
      }
      if (tenants.size > 0) return;
      causeTexts.length = 2;
      causes.clear();
    },
  };
}
