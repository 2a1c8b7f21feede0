import type { Exchange } from '../journal/exchange.ts';
import { isIdentified } from './records-of-exchange.ts';

/** Finds the requests that send the records of an exchange again. */
export interface Resends {
  /** The first later request of the tenant that carries one of these records of an exchange. */
  after(exchange: Exchange, ids?: readonly string[]): Exchange | undefined;
}

/**
 * A user is identified by its id, in all operations. Records without an id, and events, whose id is that of their user,
 * are identified by the digest of the whole request.
 */
export function createResends(exchanges: readonly Exchange[]): Resends {
  let carriers: ReadonlyMap<string, ReadonlyMap<string, readonly Exchange[]>> | undefined;
  return {
    after(exchange, ids = toKeys(exchange).slice(0, 1)): Exchange | undefined {
      carriers ??= indexByRecord(exchanges);
      const ofTenant = carriers.get(exchange.tenantId ?? '');
      let first: Exchange | undefined;
      for (const id of ids) {
        const later = findAfter(ofTenant?.get(id) ?? [], exchange.number);
        if (later && (first === undefined || later.number < first.number)) first = later;
      }
      return first;
    },
  };
}

function indexByRecord(exchanges: readonly Exchange[]): Map<string, Map<string, Exchange[]>> {
  const tenants = new Map<string, Map<string, Exchange[]>>();
  for (const exchange of exchanges) {
    const { tenantId = '' } = exchange;
    const carriers = tenants.get(tenantId) ?? new Map<string, Exchange[]>();
    tenants.set(tenantId, carriers);
    for (const key of toKeys(exchange)) {
      const known = carriers.get(key);
      if (known === undefined) carriers.set(key, [exchange]);
      else if (known.at(-1) !== exchange) known.push(exchange);
    }
  }
  return tenants;
}

function toKeys(exchange: Exchange): readonly string[] {
  const { operation, digest, recordIds = [] } = exchange;
  if (operation === undefined || digest === undefined) return [];
  const ids = isIdentified(exchange) ? recordIds.filter((id) => id !== '') : [];
  // A digest cannot equal an id: it begins with the name of its operation and a path.
  return ids.length > 0 ? ids : [digest];
}

/** A binary search, because thousands of requests may carry one record. */
function findAfter(carriers: readonly Exchange[], number: number): Exchange | undefined {
  let [from, to] = [0, carriers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((carriers[middle]?.number ?? 0) > number) to = middle;
    else from = middle + 1;
  }
  return carriers[from];
}
