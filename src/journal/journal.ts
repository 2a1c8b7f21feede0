import {
  isOther,
  matchesFilter,
  findWithWait,
  toClientCalls,
  type ClientCall,
  type Exchange,
  type JournalFilter,
} from './exchange.ts';
import type { Events, Subscribe } from './events.ts';
import { createKeptExchanges, type RetentionLimits } from './retention.ts';
import { explainErrors } from '../config/explain-error.ts';
import { validateJournalFilter } from '../generated/validators.ts';
import { toHar, type Har } from './har.ts';
import { isEmptyRange } from '../config/number-range.ts';
import { findTenantProblem, toGivenTenantId } from '../engine/tenants.ts';
import { freezeJson } from '../runtime/clone-json.ts';

/** The requests of the clients and their answers. The option `journalLimit` is the maximum number kept. */
export interface Journal {
  /**
   * The exchanges that the journal keeps, in order of arrival. An exchange is included before its answer is complete.
   *
   * @throws For a filter with an unknown field or an impossible value.
   * @example mock.journal.exchanges({ operation: 'bulkUpsertUsers', status: '>=500' })
   */
  exchanges(filter?: JournalFilter): readonly Exchange[];
  /**
   * The last 100 other requests, in order of arrival: those that mean no API, such as a browser's `GET /favicon.ico` or a
   * readiness probe. They have no `api`, belong to no tenant, and are not judged. They are not in `exchanges`.
   *
   * @throws For a filter with an unknown field or an impossible value.
   */
  others(filter?: JournalFilter): readonly Exchange[];
  /** The number of other requests since the journal was cleared. */
  countOthers(): number;
  /**
   * The calls with at least one matching attempt, in order of first arrival. Each call has all its attempts.
   *
   * @throws For a filter with an unknown field or an impossible value.
   * @example mock.journal.calls({ record: 'usr_1' }).map(({ outcome }) => outcome)
   */
  calls(filter?: JournalFilter): readonly ClientCall[];
  /**
   * The exchanges as an HTTP archive (HAR 1.2), for the developer tools of browsers. Each entry has at most 20 record
   * ids. Headers and bodies are included if the option `journalBodies` is on.
   *
   * @throws For a filter with an unknown field or an impossible value.
   * @example await writeFile('run.har', JSON.stringify(mock.journal.har()))
   */
  har(filter?: JournalFilter): Har;
  /**
   * The number of exchanges that were dropped because the journal was full.
   *
   * @param keyOrId Counts only the exchanges of this VibeFollow key, project id or Yellow bot.
   */
  dropped(keyOrId?: string): number;
  /**
   * The number of idle connections that the server closed, after 2 minutes or because connections ran short. A request
   * that a client sent on such a connection at that moment never arrived, so it is no exchange, and no rule counts it.
   */
  closedConnections(): number;
  /** Counts an idle connection that the server closed. `serve` calls it. */
  countClosed(): void;
  /**
   * Calls `listener` with each event that matches the filter. Returns a function that unsubscribes the listener. An error
   * of the listener becomes an uncaught exception, and does not change the answer.
   *
   * The exchange of `exchangeEnded` does not have `waited` and `requiredWait`. Only `exchanges` and `calls` compare it with
   * the attempt before. An other request, which means no API, has no `api`.
   *
   * @throws For a filter with an unknown field or an impossible value.
   * @example mock.journal.subscribe(({ exchange }) => console.log(exchange.status), { type: 'exchangeEnded' })
   */
  subscribe: Subscribe;
  /**
   * Forgets all exchanges and the calls that they belong to. The next request is a first attempt.
   *
   * @param keyOrId Forgets only the exchanges of this VibeFollow key, project id or Yellow bot.
   */
  clear(keyOrId?: string): void;
}

export interface WritableJournal extends Journal {
  /** The exchanges in order of arrival, without their waits. */
  list(): readonly Exchange[];
  /** The exchange with a number, or the other request with it. */
  exchange(number: number): Exchange | undefined;
  /**
   * Adds an exchange whose answer goes out. Call the returned function when the exchange ends. `changes` are the facts
   * that are known only at the end.
   */
  begin(exchange: Exchange): (changes?: Partial<Exchange>) => void;
}

/** Maximum number of other requests kept. They have a limit of their own, so a frequent probe pushes no exchange out. */
const maxOthers = 100;

/** `limit` is the maximum number of exchanges kept. */
export function createJournal(limit: number, events: Events, bounds: RetentionLimits = {}): WritableJournal {
  const kept = createKeptExchanges(limit, bounds);
  const others = createKeptExchanges(Math.min(limit, maxOthers), bounds);
  let closed = 0;

  function find(filter: JournalFilter = {}): Exchange[] {
    assertFilter(filter);
    const all = kept.list();
    const attempts = new Map(toClientCalls(all).flatMap((call) => call.attempts.map((one) => [one.number, one])));
    return all.filter((one) => matchesFilter(one, filter)).map((one) => attempts.get(one.number) ?? one);
  }

  const countDropped = (keyOrId?: string): number =>
    kept.dropped(keyOrId === undefined ? undefined : toGivenTenantId(keyOrId, 'look into the journal'));

  return {
    begin(given): (changes?: Partial<Exchange>) => void {
      const exchange = freezeJson(given);
      const list = isOther(exchange) ? others : kept;
      if (limit > 0) list.add(exchange);
      return (changes) => {
        if (changes) list.change(exchange.number, changes);
        const ended = changes ? freezeJson({ ...exchange, ...changes }) : exchange;
        events.publish({ type: 'exchangeEnded', exchange: ended });
      };
    },
    list: kept.list,
    exchange: (number) => findWithWait(kept.list(), number) ?? others.list().find((one) => one.number === number),
    exchanges: find,
    others(filter = {}): readonly Exchange[] {
      assertFilter(filter);
      return others.list().filter((one) => matchesFilter(one, filter));
    },
    countOthers: () => others.list().length + others.dropped(),
    har: (filter = {}) => toHar(find(filter), countDropped(filter.tenant)),
    calls(filter = {}): readonly ClientCall[] {
      assertFilter(filter);
      return toClientCalls(kept.list()).filter(({ attempts }) => attempts.some((one) => matchesFilter(one, filter)));
    },
    dropped: countDropped,
    closedConnections: () => closed,
    countClosed: () => void (closed += 1),
    subscribe: events.subscribe,
    clear(keyOrId): void {
      const tenantId = keyOrId === undefined ? undefined : toGivenTenantId(keyOrId, 'clear the journal');
      kept.clear(tenantId);
      if (tenantId === undefined) {
        others.clear();
        closed = 0;
      }
      events.publish({ type: 'journalCleared', ...(tenantId !== undefined && { tenantId }) });
    },
  };
}

/** The problem of a filter, or `undefined` if it is valid. */
export function checkFilter(filter: unknown): string | undefined {
  if (!validateJournalFilter(filter)) return explainErrors(validateJournalFilter.errors ?? [], 'the filter');
  const { tenant } = filter as JournalFilter;
  for (const name of ['attempt', 'call', 'status'] as const) {
    const ordinals = (filter as JournalFilter)[name];
    if (isEmptyRange(ordinals)) return `${name} is "${String(ordinals)}"; no number is in this range`;
  }
  return tenant === undefined ? undefined : findTenantProblem(tenant);
}

function assertFilter(filter: JournalFilter): void {
  const problem = checkFilter(filter);
  if (problem !== undefined) throw new Error(`Failed to look into the journal: ${problem}.`);
}
