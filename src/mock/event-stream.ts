import { createMatcher, type EventFilter } from '../journal/event.ts';
import type { Events } from '../journal/events.ts';
import { version } from '../generated/version.ts';
import { wakeInRealTime, wakeLater } from '../runtime/clock.ts';
import { encodeUtf8 } from '../runtime/utf8.ts';

/** What a reader of the stream asks for. */
export interface StreamRequest {
  readonly filter: EventFilter;
  /** The id of the last event that the reader has got. */
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Milliseconds without an event until a comment keeps the connection open. */
const silence = 15_000;
/** Milliseconds in which events are gathered for one piece. */
const gathering = 20;
/** Maximum number of events in one piece. */
const maxPiece = 500;

/**
 * The events as server-sent events. A reader has no queue of its own: it has a place among the events that the mock
 * keeps. Who falls behind them is dropped.
 */
export function streamEvents(events: Events, request: StreamRequest): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => createReader(events, request) };
}

function createReader(events: Events, { filter, lastEventId, signal }: StreamRequest): AsyncIterator<Uint8Array> {
  const { run } = events;
  const { matchesType, matchesRest } = createMatcher(filter);
  const beginning = toBeginning(events, lastEventId);
  let place = beginning.place;
  let pending = [toEntry('hello', { run, version, last: events.last() }), ...beginning.entries].join('');
  let ended = false;
  const isOver = (): boolean => ended;
  let wake: () => void = () => undefined;
  const unsubscribe = events.subscribe(() => wake());
  signal?.addEventListener('abort', end);

  /** The name of the place comes with each entry, so that a reader can go on after it. */
  function toEntry(type: string, data: object, at = place): string {
    return `id: ${run}-${at}\nevent: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  }

  function end(): void {
    ended = true;
    unsubscribe();
    signal?.removeEventListener('abort', end);
    wake();
  }

  /** The text of the events since the last piece. Ends the stream if some of them are gone. */
  function read(): string {
    const found = events.after(place, maxPiece);
    if (found === undefined) {
      end();
      return toEntry('dropped', { reason: 'This reader was too slow, and the mock no longer has the next events.' });
    }
    place += found.length;
    return found
      .filter((event) => matchesType(event.type) && matchesRest(event))
      .map((event) => toEntry(event.type, event, event.id))
      .join('');
  }

  /** Waits for an event. Returns whether one came before the silence was too long. */
  async function listen(): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = wakeLater(silence, () => resolve(false));
      wake = () => {
        cancel();
        resolve(true);
      };
    });
  }

  async function next(): Promise<IteratorResult<Uint8Array>> {
    let text = pending;
    pending = '';
    while (text === '' && !isOver()) {
      const hasEvents = events.last() > place || (await listen());
      if (isOver()) break;
      if (hasEvents) await new Promise<void>((resolve) => wakeInRealTime(gathering, resolve));
      text = hasEvents ? read() : ': still here\n\n';
    }
    return text === '' ? { done: true, value: undefined } : { done: false, value: encodeUtf8(text) };
  }

  return {
    next,
    return: async () => {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}

/** Where a reader begins, and the entries that tell it about events that are gone. */
function toBeginning(events: Events, lastEventId: string | undefined): { place: number; entries: string[] } {
  const last = events.last();
  if (lastEventId === undefined) return { place: last, entries: [] };
  const [, run, id] = /^(.+)-(\d{1,15})$/.exec(lastEventId) ?? [];
  if (run === events.run && events.after(Number(id), 0) !== undefined) return { place: Number(id), entries: [] };
  const reason = 'The mock no longer has all events since then, or was started anew. Read everything again.';
  const data = JSON.stringify({ type: 'missed', to: last, reason });
  return { place: last, entries: [`id: ${events.run}-${last}\nevent: missed\ndata: ${data}\n\n`] };
}
