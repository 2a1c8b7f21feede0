import { byteSizeOf } from '../runtime/byte-size.ts';
import { freezeJson } from '../runtime/clone-json.ts';
import type { Exchange } from './exchange.ts';
import { sizeOfMessage } from './message.ts';

/** Limits in bytes, as `byteSizeOf` counts them, of parts of all exchanges together. */
export interface RetentionLimits {
  /** Of record ids, rejected records and rounded numbers. Over it, the oldest exchanges lose theirs. */
  readonly records?: number;
  /** Of headers and bodies. Over it, the oldest exchanges lose theirs. */
  readonly messages?: number;
  /** Of all the rest. Over it, the oldest exchanges are dropped. */
  readonly rest?: number;
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

type Field = keyof Exchange;
const recordFields: readonly Field[] = ['recordIds', 'rejected', 'rounded'];
const messageFields: readonly Field[] = ['request', 'response'];
/** Equal lists of exercised parts are one object, so they do not count. */
const otherThanRest = new Set<string>([...recordFields, ...messageFields, 'exercised']);
/** Average number of bytes for the rest of an exchange. Most take about 1,000. */
const roomForRest = 4096;
const leastRoomForRest = 2 ** 20;

/** `limit` is the maximum number of exchanges kept. */
export function createKeptExchanges(
  limit: number,
  {
    records = 50_000_000,
    messages = 200_000_000,
    rest = Math.max(limit * roomForRest, leastRoomForRest),
  }: RetentionLimits,
): KeptExchanges {
  const kept = new Map<number, Exchange>();
  const dropped = createTenantCounts();
  const retentions = [
    createRetention(records, (exchange) => sizeOf(exchange, recordFields), strip(recordFields)),
    createRetention(messages, sizeOfMessages, strip(messageFields)),
    createRetention(rest, sizeOfRest, drop),
  ];

  function strip(fields: readonly Field[]): (number: number) => void {
    return (number) => {
      const entries = Object.entries(kept.get(number) ?? {}).filter(([name]) => !fields.includes(name as Field));
      kept.set(number, Object.freeze(Object.fromEntries(entries) as unknown as Exchange));
    };
  }

  function drop(number: number): void {
    dropped.increase(kept.get(number)?.tenantId);
    remove(number);
  }

  function remove(number: number): void {
    kept.delete(number);
    for (const retention of retentions) retention.forget(number);
  }

  function trim(): void {
    for (const number of kept.keys()) {
      if (kept.size <= limit) return;
      drop(number);
    }
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
      return dropped.of(tenantId);
    },
    clear(tenantId): void {
      // Drops the exchanges over the limit first, or they would come back when others make room.
      trim();
      dropped.clear(tenantId);
      for (const [number, exchange] of kept) if ((tenantId ?? exchange.tenantId) === exchange.tenantId) remove(number);
    },
  };
}

/** Keeps the total size of a part of all exchanges under a limit. */
interface Retention {
  add(exchange: Exchange): void;
  forget(number: number): void;
}

/** `shrink` takes the part from an exchange. */
function createRetention(
  limit: number,
  toSize: (exchange: Exchange) => number,
  shrink: (number: number) => void,
): Retention {
  /** The sizes by the numbers of the exchanges, oldest first. */
  const sizes = new Map<number, number>();
  let total = 0;

  function forget(number: number): void {
    total -= sizes.get(number) ?? 0;
    sizes.delete(number);
  }

  return {
    forget,
    add(exchange): void {
      const size = toSize(exchange);
      if (size === 0) return;
      sizes.set(exchange.number, size);
      total += size;
      if (total <= limit) return;
      // An eighth goes at once, since the way to the oldest leads past the places of all those that are gone.
      for (const oldest of sizes.keys()) {
        forget(oldest);
        shrink(oldest);
        if (total <= limit - limit / 8) return;
      }
    },
  };
}

function sizeOf(exchange: Exchange, fields: readonly Field[]): number {
  return fields.reduce((sum, field) => sum + byteSizeOf(exchange[field]), 0);
}

function sizeOfMessages({ request, response }: Exchange): number {
  return sizeOfMessage(request) + sizeOfMessage(response);
}

function sizeOfRest(exchange: Exchange): number {
  let size = 0;
  for (const name in exchange) if (!otherThanRest.has(name)) size += byteSizeOf(exchange[name as Field]);
  return size;
}

/** Counts for tenants. */
interface TenantCounts {
  increase(tenantId: string | undefined): void;
  /** The count of all tenants, or of one. */
  of(tenantId?: string): number;
  clear(tenantId?: string): void;
}

/** Maximum number of tenants with a count of their own. */
const maxTenants = 10_000;
/** The name of the count that all further tenants share. */
const shared = Symbol('shared');

function createTenantCounts(): TenantCounts {
  const counts = new Map<string | typeof shared | undefined, number>();
  return {
    increase(tenantId): void {
      const name = counts.has(tenantId) || counts.size < maxTenants ? tenantId : shared;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    of(tenantId): number {
      // A tenant without a count of its own may be one of those that share one.
      if (tenantId !== undefined) return counts.get(tenantId) ?? counts.get(shared) ?? 0;
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
    clear(tenantId): void {
      if (tenantId === undefined) counts.clear();
      else counts.delete(tenantId);
    },
  };
}
