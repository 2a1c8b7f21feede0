import { matchesFilter, toClientCalls, type ClientCall, type Exchange, type JournalFilter } from './exchange.ts';
import { createKeptExchanges, type RetentionLimits } from './retention.ts';
import { explainErrors } from '../config/explain-error.ts';
import { validateJournalFilter } from '../generated/validators.ts';
import { toHar, type Har } from './har.ts';
import { isEmptyRange } from '../config/number-range.ts';
import { toTenantId } from '../engine/tenants.ts';
import { freezeJson } from '../runtime/clone-json.ts';

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
  /**
   * Takes an exchange whose answer goes out. The function that it answers is called when the exchange is over, with what
   * the body of the answer came to in the end.
   */
  begin(exchange: Exchange): (changes?: Partial<Exchange>) => void;
}

type Listener = (exchange: Exchange) => void;

/** `limit` is the number of exchanges that are kept. */
export function createJournal(limit: number, bounds: RetentionLimits = {}): WritableJournal {
  const kept = createKeptExchanges(limit, bounds);
  const listeners = new Set<Listener>();

  function find(filter: JournalFilter = {}): Exchange[] {
    assertFilter(filter);
    const all = kept.list();
    const attempts = new Map(toClientCalls(all).flatMap((call) => call.attempts.map((one) => [one.number, one])));
    return all.filter((one) => matchesFilter(one, filter)).map((one) => attempts.get(one.number) ?? one);
  }

  const countDropped = (keyOrId?: string): number =>
    kept.dropped(keyOrId === undefined ? undefined : toTenantId(keyOrId));

  return {
    isWanted: () => limit > 0 || listeners.size > 0,
    begin(given): (changes?: Partial<Exchange>) => void {
      const exchange = freezeJson(given);
      kept.add(exchange);
      return (changes) => {
        if (changes) kept.change(exchange.number, changes);
        const ended = changes ? freezeJson({ ...exchange, ...changes }) : exchange;
        for (const listener of listeners) notify(listener, ended);
      };
    },
    exchanges: find,
    har: (filter = {}) => toHar(find(filter), countDropped(filter.tenant)),
    calls(filter = {}): readonly ClientCall[] {
      assertFilter(filter);
      return toClientCalls(kept.list()).filter(({ attempts }) => attempts.some((one) => matchesFilter(one, filter)));
    },
    dropped: countDropped,
    subscribe(listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: (keyOrId) => kept.clear(keyOrId === undefined ? undefined : toTenantId(keyOrId)),
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
