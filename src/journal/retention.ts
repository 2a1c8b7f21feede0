import { freezeJson } from '../runtime/clone-json.ts';
import type { Exchange } from './exchange.ts';

/** How much is kept of what takes most room in exchanges. Past it the oldest lose theirs. */
export interface RetentionLimits {
  /** Ids of records and rejected records, some 50 MB: rules need those of a few chunks, backfills have millions. */
  readonly records?: number;
  /** Characters of bodies. */
  readonly bodies?: number;
}

/** The exchanges that a journal keeps. None is ever written into: what changes is replaced. */
export interface KeptExchanges {
  add(exchange: Exchange): void;
  /** Changes an exchange, if it is still kept. */
  change(number: number, changes: Partial<Exchange>): void;
  /** In order of arrival. */
  list(): Exchange[];
  /** Number of exchanges that were dropped, of all tenants or of one. */
  dropped(tenantId?: string): number;
  clear(tenantId?: string): void;
}

/** `limit` is the number of exchanges that are kept. */
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
      // Trimming at twice the limit keeps the cost of each exchange constant.
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
      // What was to be dropped must not come back where others make room.
      trim();
      if (tenantId === undefined) dropped.clear();
      else dropped.delete(tenantId);
      for (const [number, exchange] of kept)
        if ((tenantId ?? exchange.tenantId) === exchange.tenantId) kept.delete(number);
      recount();
    },
  };
}

/** Which exchanges keep what takes most room in them, up to a bound in all. */
interface FieldRetention {
  add(exchange: Exchange): void;
  /** Only these are left. */
  recount(exchanges: Iterable<Exchange>): void;
}

/** An exchange that has something to strip, and how much. */
interface Holder {
  readonly number: number;
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
