import { freezeJson } from '../runtime/clone-json.ts';
import type { Exchange } from './exchange.ts';

/** Limits for the largest fields of all exchanges together. Over a limit, the oldest exchanges lose these fields. */
export interface RetentionLimits {
  /** Maximum number of record ids and rejected records. The default takes about 50 MB. */
  readonly records?: number;
  /** Maximum number of characters of bodies. */
  readonly bodies?: number;
}

/** The exchanges that a journal keeps. An exchange is immutable: a change replaces it. */
export interface KeptExchanges {
  add(exchange: Exchange): void;
  /** Changes an exchange, if it is still kept. */
  change(number: number, changes: Partial<Exchange>): void;
  /** The exchanges in order of arrival. */
  list(): Exchange[];
  /** Number of dropped exchanges, of all tenants or of one. */
  dropped(tenantId?: string): number;
  clear(tenantId?: string): void;
}

/** `limit` is the maximum number of exchanges kept. */
export function createKeptExchanges(
  limit: number,
  { records = 1_000_000, bodies = 100_000_000 }: RetentionLimits,
): KeptExchanges {
  const kept = new Map<number, Exchange>();
  const dropped = new Map<string | undefined, number>();
  const retentions = [
    createFieldRetention(records, countRecords, (number) => strip(number, ['recordIds', 'rejected'])),
    createFieldRetention(bodies, countCharacters, (number) => strip(number, ['request', 'response'])),
  ];

  function strip(number: number, fields: readonly (keyof Exchange)[]): void {
    const exchange = kept.get(number);
    if (exchange === undefined) return;
    const entries = Object.entries(exchange).filter(([name]) => !fields.includes(name as keyof Exchange));
    kept.set(number, Object.freeze(Object.fromEntries(entries) as unknown as Exchange));
  }

  function trim(): void {
    if (kept.size <= limit) return;
    for (const [number, { tenantId }] of kept) {
      if (kept.size <= limit) break;
      dropped.set(tenantId, (dropped.get(tenantId) ?? 0) + 1);
      kept.delete(number);
    }
    recount();
  }

  function recount(): void {
    for (const retention of retentions) retention.recount(kept.values());
  }

  return {
    add(exchange): void {
      kept.set(exchange.number, exchange);
      for (const retention of retentions) retention.add(exchange);
      // The list is trimmed only at twice the limit. So the cost per exchange stays constant.
      if (kept.size >= limit * 2) trim();
    },
    change(number, changes): void {
      const exchange = kept.get(number);
      if (exchange) kept.set(number, freezeJson({ ...exchange, ...changes }));
    },
    list(): Exchange[] {
      trim();
      return [...kept.values()].sort((a, b) => a.number - b.number);
    },
    dropped(tenantId): number {
      trim();
      if (tenantId !== undefined) return dropped.get(tenantId) ?? 0;
      return [...dropped.values()].reduce((sum, count) => sum + count, 0);
    },
    clear(tenantId): void {
      // Drops the exchanges over the limit first, or they would come back when others make room.
      trim();
      if (tenantId === undefined) dropped.clear();
      else dropped.delete(tenantId);
      for (const [number, exchange] of kept)
        if ((tenantId ?? exchange.tenantId) === exchange.tenantId) kept.delete(number);
      recount();
    },
  };
}

/** Keeps the total size of some fields under a limit. */
interface FieldRetention {
  add(exchange: Exchange): void;
  /** Counts anew. `exchanges` are the ones that are left. */
  recount(exchanges: Iterable<Exchange>): void;
}

/** An exchange that has these fields. */
interface Holder {
  readonly number: number;
  /** Size of the fields. */
  readonly amount: number;
}

function createFieldRetention(
  limit: number,
  count: (exchange: Exchange) => number,
  strip: (number: number) => void,
): FieldRetention {
  let holders: Holder[] = [];
  let total = 0;

  function add(exchange: Exchange): void {
    const amount = count(exchange);
    if (amount === 0) return;
    holders.push({ number: exchange.number, amount });
    total += amount;
    while (total > limit) {
      const [oldest] = holders.splice(0, 1);
      if (oldest === undefined) return;
      total -= oldest.amount;
      strip(oldest.number);
    }
  }

  return {
    add,
    recount(exchanges): void {
      [holders, total] = [[], 0];
      for (const exchange of exchanges) add(exchange);
    },
  };
}

function countRecords({ recordIds = [], rejected = [] }: Exchange): number {
  return recordIds.length + rejected.length;
}

function countCharacters({ request, response }: Exchange): number {
  return (request?.body.length ?? 0) + (response?.body.length ?? 0);
}
