import type { AttemptTracker } from '../engine/attempts.ts';
import type { Outcome } from '../http/response.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Exchange } from './exchange.ts';
import type { WritableJournal } from './journal.ts';
import { toExchange, toHttpMessages, type HandledRequest } from './to-exchange.ts';

/** The parts of a mock that record a request. */
export interface RecordingContext {
  readonly clock: Clock;
  readonly journal: WritableJournal;
  readonly attempts: AttemptTracker;
  /** Whether the journal keeps headers and bodies. */
  readonly journalBodies: boolean;
}

/**
 * Adds a request to the journal, and follows the body of its answer to the end. Returns the outcome to send.
 * `isCancelled` tells whether the journal was cleared after the request arrived.
 */
export function recordRequest(
  handled: HandledRequest,
  { clock, journal, attempts, journalBodies }: RecordingContext,
  isCancelled: () => boolean,
): Outcome {
  const { arrival, parsed, result } = handled;
  const { outcome } = result;
  const endAttempt = (): void => {
    if (parsed && !isCancelled()) attempts.end(parsed);
  };
  if (!journal.isWanted()) {
    endAttempt();
    return outcome;
  }
  const exchange = { ...toExchange(handled, clock.now()), ...(journalBodies && toHttpMessages(handled)) };
  const endExchange = journal.begin(exchange);
  const end = (changes?: Partial<Exchange>): void => {
    endAttempt();
    endExchange(changes);
  };
  // A truncated answer ends at once, even if its client does not read it.
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

async function* follow(pieces: AsyncIterable<Uint8Array>, end: (isWhole: boolean) => void): AsyncGenerator<Uint8Array> {
  let isWhole = false;
  try {
    yield* pieces;
    isWhole = true;
  } finally {
    end(isWhole);
  }
}
