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
  const { matchesType, matchesRest } = createMatcher(filter);
  const beginning = toBeginning(events, lastEventId);
  let place = beginning.place;
  let pending = beginning.text;
  let ended = false;
  const isOver = (): boolean => ended;
  let wake: () => void = () => undefined;
  const unsubscribe = events.subscribe(() => wake());
  signal?.addEventListener('abort', end);

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
      return toEntry(events, place, {
        type: 'dropped',
        reason: 'This reader was too slow, and the mock no longer has the next events.',
      });
    }
    place += found.length;
    return found
      .filter((event) => matchesType(event.type) && matchesRest(event))
      .map((event) => toEntry(events, event.id, { ...event }))
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

/** Where a reader begins, and the entries that it gets first. */
function toBeginning(events: Events, lastEventId: string | undefined): { place: number; text: string } {
  const { run } = events;
  const last = events.last();
  const [, itsRun, id] = /^(.+)-(\d{1,15})$/.exec(lastEventId ?? '') ?? [];
  const isKept = itsRun === run && events.after(Number(id), 0) !== undefined;
  const place = isKept ? Number(id) : last;
  const hello = toEntry(events, place, { type: 'hello', run, version, last });
  if (lastEventId === undefined || isKept) return { place, text: hello };
  const reason = 'The mock no longer has all events since then, or was started anew. Read everything again.';
  return { place, text: hello + toEntry(events, place, { type: 'missed', to: last, reason }) };
}

/** What an entry of the stream says. */
interface Entry {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** An entry of the stream. A reader can go on after its `id`. */
function toEntry({ run }: Events, place: number, data: Entry): string {
  return `id: ${run}-${place}\nevent: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
}
