import { matches, toClientCalls, type ClientCall, type Exchange, type JournalFilter } from './client-calls.ts';
import { explain } from './explain.ts';
import { validateJournalFilter } from './generated/validators.ts';

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
  /** How many exchanges were dropped because the journal was full. */
  dropped(): number;
  /** Calls `listener` with each exchange as it ends, and answers a function that stops that. */
  subscribe(listener: (exchange: Exchange) => void): () => void;
  /** Forgets all exchanges, or those of one VibeFollow key, project id or Yellow bot. */
  clear(keyOrId?: string): void;
}

export interface WritableJournal extends Journal {
  /** Takes an exchange whose answer goes out, and which is over unless its body is still under way. */
  record(exchange: Exchange): void;
  /** Hears that an exchange is over, and how the body of its answer went in the end. */
  end(exchange: Exchange, changes?: Partial<Exchange>): void;
}

type Listener = (exchange: Exchange) => void;

/** Record ids kept in all, some 50 MB; the tests of the rules need those of a few chunks, backfills have millions. */
const idLimit = 1_000_000;

/** `limit` is the number of exchanges that are kept. */
export function createJournal(limit: number): WritableJournal {
  let kept: Exchange[] = [];
  let dropped = 0;
  // Of the exchanges up to this one the ids are gone.
  let stripped = 0;
  let ids = 0;
  const listeners = new Set<Listener>();

  function trim(): void {
    const surplus = Math.max(kept.length - limit, 0);
    if (surplus === 0) return;
    for (let at = stripped; at < surplus; at += 1) ids -= countIds(kept[at]);
    kept = kept.slice(surplus);
    stripped = Math.max(stripped - surplus, 0);
    dropped += surplus;
  }

  function strip(): void {
    for (; ids > idLimit && stripped < kept.length; stripped += 1) {
      const exchange = kept[stripped] as { recordIds?: string[] };
      ids -= countIds(kept[stripped]);
      delete exchange.recordIds;
    }
  }

  function read(): Exchange[] {
    trim();
    return kept.toSorted((a, b) => a.number - b.number);
  }

  return {
    record(exchange): void {
      kept.push(exchange);
      ids += countIds(exchange);
      if (ids > idLimit) strip();
      // Trimming at twice the limit keeps the cost of each exchange constant.
      if (kept.length >= limit * 2) trim();
    },
    end(exchange, changes = {}): void {
      Object.assign(exchange, changes);
      for (const listener of listeners) tell(listener, exchange);
    },
    exchanges(filter = {}): readonly Exchange[] {
      check(filter);
      const waits = new Map(
        toClientCalls(read()).flatMap(({ attempts }) => attempts.map((exchange) => [exchange.number, exchange])),
      );
      return read().flatMap((exchange) => (matches(exchange, filter) ? [waits.get(exchange.number) ?? exchange] : []));
    },
    calls(filter = {}): readonly ClientCall[] {
      check(filter);
      return toClientCalls(read()).filter(({ attempts }) => attempts.some((exchange) => matches(exchange, filter)));
    },
    dropped: () => dropped + Math.max(kept.length - limit, 0),
    subscribe(listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear(keyOrId): void {
      kept = keyOrId === undefined ? [] : kept.filter((exchange) => !matches(exchange, { tenant: keyOrId }));
      if (keyOrId === undefined) dropped = 0;
      ids = kept.reduce((sum, exchange) => sum + countIds(exchange), 0);
      stripped = 0;
    },
  };
}

function countIds(exchange: Exchange | undefined): number {
  return exchange?.recordIds?.length ?? 0;
}

function check(filter: JournalFilter): void {
  if (validateJournalFilter(filter)) return;
  throw new Error(`Failed to look into the journal: ${explain(validateJournalFilter.errors ?? [], 'the filter')}.`);
}

/** A listener that throws is the fault of its owner, who hears of it, and not of the client. */
function tell(listener: Listener, exchange: Exchange): void {
  try {
    listener(exchange);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
