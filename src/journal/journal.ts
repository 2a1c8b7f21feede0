import { matchesFilter, toClientCalls, type ClientCall, type Exchange, type JournalFilter } from './exchange.ts';
import { createRetention, type RetentionLimits } from './retention.ts';
import { explainErrors } from '../config/explain-error.ts';
import { validateJournalFilter } from '../generated/validators.ts';
import { toHar, type Har } from './har.ts';
import { isEmptyRange } from '../config/number-range.ts';
import { toTenantId } from '../engine/tenants.ts';

/** What the client did, kept up to a bound. */
export interface Journal {
  /**
   * The exchanges that are kept, in order of arrival. One whose body is still under way is among them.
   *
   * @throws For a filter with an unknown field or an impossible value.
   * @example mock.journal.exchanges({ operation: 'bulkUpsertUsers', status: '>=500' })
   */
  exchanges(filter?: JournalFilter): readonly Exchange[];
  /**
   * The calls of which an attempt matches, in order of first arrival, each with all its attempts and what became of it.
   *
   * @throws As `exchanges`.
   * @example mock.journal.calls({ record: 'usr_1' }).map(({ outcome }) => outcome)
   */
  calls(filter?: JournalFilter): readonly ClientCall[];
  /**
   * The exchanges as an HTTP archive (HAR 1.2), which the developer tools of browsers open, with the first 20 record ids
   * of each. With the option `journalBodies` it has headers and bodies.
   *
   * @throws As `exchanges`.
   * @example await writeFile('run.har', JSON.stringify(mock.journal.har()))
   */
  har(filter?: JournalFilter): Har;
  /** How many exchanges were dropped because the journal was full, or how many of one key, project id or bot. */
  dropped(keyOrId?: string): number;
  /** Calls `listener` with each exchange as it ends, and answers a function that stops that. */
  subscribe(listener: (exchange: Exchange) => void): () => void;
  /**
   * Forgets all exchanges, or those of one VibeFollow key, project id or Yellow bot: whatever comes next is a first
   * attempt.
   */
  clear(keyOrId?: string): void;
}

export interface WritableJournal extends Journal {
  /** Whether exchanges are kept, or somebody listens to them. */
  isWanted(): boolean;
  /** Takes an exchange whose answer goes out, and which is over unless its body is still under way. */
  record(exchange: Exchange): void;
  /** Hears that an exchange is over, and how the body of its answer went in the end. */
  end(exchange: Exchange, changes?: Partial<Exchange>): void;
}

type Listener = (exchange: Exchange) => void;

/** `limit` is the number of exchanges that are kept. */
export function createJournal(limit: number, bounds: RetentionLimits = {}): WritableJournal {
  let kept: Exchange[] = [];
  const dropped = new Map<string | undefined, number>();
  const details = createRetention(bounds);
  const listeners = new Set<Listener>();

  function trim(): void {
    const surplus = Math.max(kept.length - limit, 0);
    if (surplus === 0) return;
    for (const { tenantId } of kept.slice(0, surplus)) dropped.set(tenantId, (dropped.get(tenantId) ?? 0) + 1);
    keep(kept.slice(surplus));
  }

  function keep(exchanges: Exchange[]): void {
    kept = exchanges;
    details.recount(kept);
  }

  function read(): Exchange[] {
    trim();
    return kept.toSorted((a, b) => a.number - b.number);
  }

  function find(filter: JournalFilter = {}): Exchange[] {
    assertFilter(filter);
    const all = read();
    const attempts = new Map(toClientCalls(all).flatMap((call) => call.attempts.map((one) => [one.number, one])));
    return all.filter((one) => matchesFilter(one, filter)).map((one) => attempts.get(one.number) ?? one);
  }

  function countDropped(keyOrId?: string): number {
    trim();
    if (keyOrId !== undefined) return dropped.get(toTenantId(keyOrId)) ?? 0;
    return [...dropped.values()].reduce((sum, count) => sum + count, 0);
  }

  return {
    isWanted: () => limit > 0 || listeners.size > 0,
    record(exchange): void {
      kept.push(exchange);
      details.add(exchange);
      // Trimming at twice the limit keeps the cost of each exchange constant.
      if (kept.length >= limit * 2) trim();
    },
    end(exchange, changes = {}): void {
      Object.assign(exchange, changes);
      for (const listener of listeners) notify(listener, exchange);
    },
    exchanges: find,
    har: (filter = {}) => toHar(find(filter), countDropped(filter.tenant)),
    calls(filter = {}): readonly ClientCall[] {
      assertFilter(filter);
      return toClientCalls(read()).filter(({ attempts }) => attempts.some((one) => matchesFilter(one, filter)));
    },
    dropped: countDropped,
    subscribe(listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear(keyOrId): void {
      // What was to be dropped must not come back where others make room.
      trim();
      if (keyOrId === undefined) dropped.clear();
      else dropped.delete(toTenantId(keyOrId));
      keep(keyOrId === undefined ? [] : kept.filter((exchange) => !matchesFilter(exchange, { tenant: keyOrId })));
    },
  };
}

/** What is wrong with a filter, if anything is. */
export function checkFilter(filter: unknown): string | undefined {
  if (!validateJournalFilter(filter)) return explainErrors(validateJournalFilter.errors ?? [], 'the filter');
  for (const name of ['attempt', 'call', 'status'] as const) {
    const ordinals = (filter as JournalFilter)[name];
    if (isEmptyRange(ordinals)) return `${name} is "${String(ordinals)}"; no number is in this range`;
  }
  return undefined;
}

function assertFilter(filter: JournalFilter): void {
  const problem = checkFilter(filter);
  if (problem !== undefined) throw new Error(`Failed to look into the journal: ${problem}.`);
}

/** A listener that throws is the fault of its owner, who hears of it, and not of the client. */
function notify(listener: Listener, exchange: Exchange): void {
  try {
    listener(exchange);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
