import type { Exchange } from '../client-calls.ts';
import { operationOf } from '../router.ts';

/** Finds where the records of a request come again. */
export interface Resends {
  /** The later requests of the tenant and operation that carry the first record of this one, in order of arrival. */
  after(exchange: Exchange): readonly Exchange[];
}

/** Records without an id, and those that the id names but does not identify, as events, are known by their whole request. */
export function createResends(exchanges: readonly Exchange[]): Resends {
  const carriers = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    for (const record of new Set(toKeys(exchange))) {
      const known = carriers.get(record);
      if (known === undefined) carriers.set(record, [exchange]);
      else known.push(exchange);
    }
  }
  return {
    after: (exchange) => {
      const [first] = toKeys(exchange);
      return first === undefined ? [] : (carriers.get(first) ?? []).filter(({ number }) => number > exchange.number);
    },
  };
}

/** Whether an id stands for a record, so that the same id is the same record. */
export function isIdentified({ operation }: Exchange): boolean {
  return operation !== undefined && operationOf(operation).records?.upsert === true;
}

function toKeys(exchange: Exchange): string[] {
  const { tenantId, operation, digest, recordIds = [] } = exchange;
  if (operation === undefined || digest === undefined) return [];
  const ids = isIdentified(exchange) ? recordIds.filter((id) => id !== '') : [];
  const of = JSON.stringify([tenantId, operation]);
  return ids.length > 0 ? ids.map((id) => `${of} ${id}`) : [`${of} ${digest}`];
}
