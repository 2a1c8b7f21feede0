import type { Exchange } from './exchange.ts';

/** How much is kept of what takes most room in exchanges; past it the oldest lose theirs. */
export interface RetentionLimits {
  /** Ids of records and rejected records, some 50 MB: rules need those of a few chunks, backfills have millions. */
  readonly records?: number;
  /** Characters of bodies. */
  readonly bodies?: number;
}

/** What takes most room in exchanges, kept up to a bound in all. */
export interface Retention {
  add(exchange: Exchange): void;
  /** Only these are left. */
  recount(exchanges: readonly Exchange[]): void;
}

export function createRetention({ records = 1_000_000, bodies = 100_000_000 }: RetentionLimits): Retention {
  const kinds = [
    createFieldRetention(records, countRecords, ['recordIds', 'rejected']),
    createFieldRetention(bodies, countCharacters, ['request', 'response']),
  ];
  return {
    add: (exchange) => kinds.forEach(({ add }) => add(exchange)),
    recount: (exchanges) => kinds.forEach(({ recount }) => recount(exchanges)),
  };
}

function createFieldRetention(
  limit: number,
  count: (exchange: Exchange) => number,
  fields: (keyof Exchange)[],
): Retention {
  let holders: Exchange[] = [];
  let total = 0;

  function add(exchange: Exchange): void {
    const more = count(exchange);
    if (more === 0) return;
    holders.push(exchange);
    total += more;
    while (total > limit) {
      const [oldest] = holders.splice(0, 1);
      if (oldest === undefined) return;
      total -= count(oldest);
      for (const field of fields) Reflect.deleteProperty(oldest, field);
    }
  }

  return {
    add,
    recount(exchanges): void {
      [holders, total] = [[], 0];
      exchanges.forEach(add);
    },
  };
}

function countRecords({ recordIds = [], rejected = [] }: Exchange): number {
  return recordIds.length + rejected.length;
}

function countCharacters({ request, response }: Exchange): number {
  return (request?.body.length ?? 0) + (response?.body.length ?? 0);
}
