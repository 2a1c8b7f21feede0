import type { Arrival } from '../engine/call.ts';
import type { AttemptTracker } from '../engine/attempts.ts';
import type { Exchange } from './exchange.ts';
import type { Clock } from '../runtime/clock.ts';
import { toExchange, toHttpMessages } from './to-exchange.ts';
import type { WritableJournal } from './journal.ts';
import type { Outcome } from '../http/response.ts';

/** What keeps an eye on a request from its arrival to the last byte of its answer. */
export interface RecordingContext {
  readonly clock: Clock;
  readonly journal: WritableJournal;
  readonly calls: AttemptTracker;
  /** Whether the journal keeps headers and bodies. */
  readonly journalBodies: boolean;
}

/** Puts an exchange into the journal, and follows the body of its answer to the end. */
export function recordExchange(
  arrival: Arrival,
  outcome: Outcome,
  bug: string | undefined,
  watch: RecordingContext,
): Outcome {
  const { clock, journal, calls, journalBodies } = watch;
  if (!journal.isWanted()) {
    if (arrival.call) calls.end(arrival.call);
    return outcome;
  }
  const exchange = {
    ...toExchange(arrival, outcome, clock.now(), bug),
    ...(journalBodies && toHttpMessages(arrival, outcome)),
  };
  const end = (changes?: Partial<Exchange>): void => {
    // Those of before a reset are forgotten.
    if (arrival.call && !isCancelled(arrival)) calls.end(arrival.call);
    journal.end(exchange, changes);
  };
  journal.record(exchange);
  // What comes of a body that is cut off comes at once, whether its client reads it or not.
  if (!('pieces' in outcome) || exchange.broken === 'truncate') {
    end();
    return outcome;
  }
  const pieces = follow(outcome.pieces, (isWhole) => {
    const duration = clock.now() - arrival.at;
    end(isWhole ? { duration } : { duration, broken: exchange.broken ?? 'abort' });
  });
  return { ...outcome, pieces };
}

/** Whether a request was let go: what it would have been journalled with is forgotten. */
export function isCancelled({ released }: Arrival): boolean {
  return released.some(({ cancelled }) => cancelled);
}

async function* follow(pieces: AsyncIterable<Uint8Array>, end: (isWhole: boolean) => void): AsyncGenerator<Uint8Array> {
  let isWhole = false;
  try {
    yield* pieces;
    isWhole = true;
  } finally {
    end(isWhole);
  }
}
