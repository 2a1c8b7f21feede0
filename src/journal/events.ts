import { toTenantId } from '../engine/tenants.ts';
import { createSystemClock, wakeLater, type Clock } from '../runtime/clock.ts';
import { createCallEvents } from './call-events.ts';
import {
  checkEventFilter,
  matchesEvent,
  toSubject,
  type EventFilter,
  type EventType,
  type MockEvent,
  type NewEvent,
} from './event.ts';
import { summarizeExchange } from './exchange.ts';

type Listener = (event: MockEvent) => void;

/** With a filter of one type, the listener knows the type of its events. */
export type Subscribe = <Type extends EventType = EventType>(
  listener: (event: MockEvent & { readonly type: Type }) => void,
  filter?: EventFilter & { readonly type?: Type | readonly Type[] },
) => () => void;

/** The events of a mock, in order. */
export interface Events {
  publish(event: NewEvent): void;
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
  const listeners = new Map<symbol, Listener>();
  let kept: MockEvent[] = [];
  let last = 0;
  let cancelJudging: (() => void) | undefined;
  const calls = createCallEvents(clock.now, announce);

  function announce(given: NewEvent): void {
    const event = Object.freeze({ id: (last += 1), at: clock.now(), ...given }) as MockEvent;
    kept.push(toKept(event));
    // The list is cut only at twice its size. So the cost per event stays constant.
    if (kept.length >= 2 * keptEvents) kept = kept.slice(-keptEvents);
    for (const listener of listeners.values()) notify(listener, event);
  }

  /** A system clock moves by itself, so a timer looks for silent calls while somebody listens. */
  function judgeLater(): void {
    cancelJudging?.();
    cancelJudging = undefined;
    const due = calls.nextDue();
    if (kind === 'manual' || listeners.size === 0 || due === Infinity) return;
    cancelJudging = wakeLater(Math.max(due - clock.now(), 1), judge);
  }

  function judge(): void {
    calls.judge();
    judgeLater();
  }

  return {
    publish(event): void {
      const before = calls.nextDue();
      calls.judge();
      announce(event);
      if (event.type === 'exchangeBegan') calls.begin(toSubject(event));
      if (event.type === 'exchangeEnded') calls.end(event.exchange);
      if (event.type === 'journalCleared') calls.clear(event.tenantId);
      if (calls.nextDue() !== before) judgeLater();
    },
    subscribe(listener, filter = {}): () => void {
      const name = Symbol('listener');
      listeners.set(name, toFiltered(listener as Listener, filter));
      judgeLater();
      return () => {
        listeners.delete(name);
        judgeLater();
      };
    },
    after(id): readonly MockEvent[] | undefined {
      const count = last - id;
      if (count === 0) return [];
      return count < 0 || count > Math.min(kept.length, keptEvents) ? undefined : kept.slice(-count);
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

function toFiltered(listener: Listener, filter: EventFilter): Listener {
  const problem = checkEventFilter(filter);
  if (problem !== undefined) throw new Error(`Failed to subscribe to events: ${problem}.`);
  const tenantId = filter.tenant === undefined ? undefined : toTenantId(filter.tenant);
  return (event) => {
    if (matchesEvent(event, filter, tenantId)) listener(event);
  };
}

/** The event without what only the journal keeps. */
function toKept(event: MockEvent): MockEvent {
  if (event.type !== 'exchangeEnded') return event;
  const { request: _request, response: _response, ...exchange } = summarizeExchange(event.exchange);
  return { ...event, exchange };
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
