import { createSystemClock, wakeLater, type Clock } from '../runtime/clock.ts';
import { createCallEvents } from './call-events.ts';
import {
  checkEventFilter,
  createMatcher,
  toEvent,
  toKept,
  toShown,
  type EventEntry,
  type EventFacts,
  type EventFilter,
  type EventMatcher,
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
  /** At most `limit` events after the one with this id, oldest first. `undefined` if some of them are gone. */
  after(id: number, limit: number): readonly MockEvent[] | undefined;
  /** Names this mock among all mocks and all runs of the program. */
  readonly run: string;
  /** The id of the newest event, or 0. */
  last(): number;
  /** Registers that a manual clock has moved. */
  moveClock(): void;
}

/** Number of events that `after` finds. */
const keptEvents = 1000;

/** Milliseconds between two searches for silent calls, as a system clock moves all the time. */
const pace = 100;

/** The parts of a mock that events need. */
interface EventSources {
  readonly clock: Pick<Clock, 'now'>;
  readonly isManual: boolean;
  /** Whether a request of a call is under way. */
  isUnderWay(call: Subject): boolean;
}

export function createEvents({ clock, isManual, isUnderWay }: EventSources): Events {
  const readers = new Map<symbol, Reader>();
  let kept: EventEntry[] = [];
  let last = 0;
  let cancelJudging: (() => void) | undefined;
  const calls = createCallEvents({ now: clock.now, pace: isManual ? 0 : pace, publish: announce, isUnderWay });

  function announce(facts: EventFacts, subject?: Subject, keptFacts: EventFacts = facts): void {
    const entry = { id: (last += 1), at: clock.now(), facts, subject };
    kept.push(keptFacts === facts ? entry : { ...entry, facts: keptFacts });
    // The list is cut only at twice its size. So the cost per event stays constant.
    if (kept.length >= 2 * keptEvents) kept = kept.slice(-keptEvents);
    let event: MockEvent | undefined;
    for (const { matchesType, read } of readers.values()) if (matchesType(facts.type)) read((event ??= toEvent(entry)));
  }

  /** A system clock moves by itself, so a timer looks for silent calls while somebody listens. */
  function judgeLater(): void {
    cancelJudging?.();
    cancelJudging = undefined;
    const due = calls.nextDue();
    if (isManual || readers.size === 0 || due === Infinity) return;
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
    after(id, limit): readonly MockEvent[] | undefined {
      const first = kept.length - (last - id);
      if (first > kept.length || first < Math.max(kept.length - keptEvents, 0)) return undefined;
      return kept.slice(first, first + limit).map(toStreamed);
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
interface Reader extends Pick<EventMatcher, 'matchesType'> {
  read(event: MockEvent): void;
}

function toReader(listener: Listener, filter: EventFilter): Reader {
  const problem = checkEventFilter(filter);
  if (problem !== undefined) throw new Error(`Failed to subscribe to events: ${problem}.`);
  const { matchesType, matchesRest } = createMatcher(filter);
  return { matchesType, read: (event) => matchesRest(event) && notify(listener, event) };
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
