import { toTenantId } from '../engine/tenants.ts';
import { createSystemClock, wakeLater, type Clock } from '../runtime/clock.ts';
import { createCallEvents } from './call-events.ts';
import {
  checkEventFilter,
  matchesEvent,
  toEvent,
  toKept,
  toShown,
  type EventEntry,
  type EventFacts,
  type EventFilter,
  type EventType,
  type MockEvent,
  type Subject,
} from './event.ts';

type Listener = (event: MockEvent) => void;

/** With a filter of one type, the listener knows the type of its events. */
export type Subscribe = <Type extends EventType = EventType>(
  listener: (event: MockEvent & { readonly type: Type }) => void,
  filter?: EventFilter & { readonly type?: Type | readonly Type[] },
) => () => void;

/** The events of a mock, in order. */
export interface Events {
  publish(facts: EventFacts, subject?: Subject): void;
  readonly subscribe: Subscribe;
  /** The last events after the one with this id, oldest first. `undefined` if some of them are gone. */
  after(id: number): readonly MockEvent[] | undefined;
  /** Names this mock among all mocks and all runs of the program. */
  readonly run: string;
  /** The id of the newest event, or 0. */
  last(): number;
  /** Registers that a manual clock has moved. */
  moveClock(): void;
}

/** Number of events that `after` finds. */
const keptEvents = 4000;

export function createEvents(clock: Pick<Clock, 'now'>, kind: 'system' | 'manual'): Events {
  const readers = new Map<symbol, Reader>();
  let kept: EventEntry[] = [];
  let last = 0;
  let cancelJudging: (() => void) | undefined;
  const calls = createCallEvents(clock.now, announce);

  function announce(facts: EventFacts, subject: Subject = {}, keptFacts: EventFacts = facts): void {
    const entry = { id: (last += 1), at: clock.now(), facts, subject };
    kept.push(keptFacts === facts ? entry : { ...entry, facts: keptFacts });
    // The list is cut only at twice its size. So the cost per event stays constant.
    if (kept.length >= 2 * keptEvents) kept = kept.slice(-keptEvents);
    let event: MockEvent | undefined;
    for (const { types, read } of readers.values()) {
      if (types?.includes(facts.type) !== false) read((event ??= toEvent(entry)));
    }
  }

  /** A system clock moves by itself, so a timer looks for silent calls while somebody listens. */
  function judgeLater(): void {
    cancelJudging?.();
    cancelJudging = undefined;
    const due = calls.nextDue();
    if (kind === 'manual' || readers.size === 0 || due === Infinity) return;
    cancelJudging = wakeLater(Math.max(due - clock.now(), 1), judge);
  }

  function judge(): void {
    calls.judge();
    judgeLater();
  }

  return {
    publish(facts, subject): void {
      const before = calls.nextDue();
      calls.judge();
      const keptFacts = toKept(facts);
      announce(facts, subject, keptFacts);
      if (facts.type === 'exchangeBegan') calls.begin(subject ?? {});
      if (keptFacts.type === 'exchangeEnded') calls.end(keptFacts.exchange);
      if (facts.type === 'journalCleared') calls.clear(facts.tenantId);
      if (calls.nextDue() !== before) judgeLater();
    },
    subscribe(listener, filter = {}): () => void {
      const name = Symbol('reader');
      readers.set(name, toReader(listener as Listener, filter));
      judgeLater();
      return () => {
        readers.delete(name);
        judgeLater();
      };
    },
    after(id): readonly MockEvent[] | undefined {
      const count = last - id;
      if (count === 0) return [];
      return count < 0 || count > Math.min(kept.length, keptEvents) ? undefined : kept.slice(-count).map(toStreamed);
    },
    run: toRunName(),
    last: () => last,
    moveClock(): void {
      announce({ type: 'clockChanged' });
      calls.judge();
    },
  };
}

/** Number of mocks in this process. */
let mocks = 0;

function toRunName(): string {
  mocks += 1;
  return `${createSystemClock().now().toString(36)}.${mocks}`;
}

/** A listener, and the types of events that it wants. */
interface Reader {
  readonly types: readonly EventType[] | undefined;
  read(event: MockEvent): void;
}

function toReader(listener: Listener, filter: EventFilter): Reader {
  const problem = checkEventFilter(filter);
  if (problem !== undefined) throw new Error(`Failed to subscribe to events: ${problem}.`);
  const tenantId = filter.tenant === undefined ? undefined : toTenantId(filter.tenant);
  return {
    types: filter.type === undefined ? undefined : [filter.type].flat(),
    read: (event) => matchesEvent(event, filter, tenantId) && notify(listener, event),
  };
}

/** The event as the stream shows it. */
function toStreamed(entry: EventEntry): MockEvent {
  const event = toEvent(entry);
  return event.type === 'exchangeEnded' ? { ...event, exchange: toShown(event.exchange) } : event;
}

/** A listener that throws must not change the client's answer. Its error becomes an uncaught exception. */
function notify(listener: Listener, event: MockEvent): void {
  try {
    listener(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
