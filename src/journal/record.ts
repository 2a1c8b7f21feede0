import type { Outcome } from '../http/response.ts';
import type { Clock } from '../runtime/clock.ts';
import { createRequestMask } from '../openapi/request-mask.ts';
import type { Exchange } from './exchange.ts';
import type { WritableJournal } from './journal.ts';
import { toExchange, toHttpMessages, type HandledRequest } from './to-exchange.ts';

/** The parts of a mock that record a request. */
export interface RecordingContext {
  readonly clock: Clock;
  readonly journal: WritableJournal;
  /** Whether the journal keeps headers and bodies. */
  readonly journalBodies: boolean;
  /** Lists the keys and tokens in the options in force. Equal lists are one list, since kept messages hold it. */
  listKeys(): readonly string[];
}

/**
 * Adds a request to the journal, and follows the body of its answer to the end. Returns the outcome to send.
 * Calls `onEnd` when the last byte of the answer is sent, or the connection is broken.
 */
export function recordRequest(
  handled: HandledRequest,
  { clock, journal, journalBodies, listKeys }: RecordingContext,
  onEnd: (exchange: Exchange) => void,
): Outcome {
  const { arrival, result } = handled;
  const { outcome } = result;
  const { request, target } = arrival;
  const keys = listKeys();
  const mask = createRequestMask(request.headers, target, keys);
  const exchange = {
    ...toExchange(handled, { now: clock.now(), mask }),
    ...(journalBodies && toHttpMessages(handled, keys)),
  };
  const endExchange = journal.begin(exchange);
  const end = (changes?: Partial<Exchange>): void => {
    onEnd(changes ? { ...exchange, ...changes } : exchange);
    endExchange(changes);
  };
  // A truncated answer ends at once, even if its client does not read it.
  if (!('pieces' in outcome) || exchange.broken === 'truncate') {
    end();
    return outcome;
  }
  const pieces = follow(outcome.pieces, (isWhole) => {
    const duration = Math.max(clock.now() - arrival.at, 0);
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
