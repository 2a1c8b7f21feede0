import { toRetryTime } from '../http/retry-after.ts';
import { errorMeaningOf, type AnsweredError } from '../openapi/error-meaning.ts';

/** The parts of an answer that decide whether it ends its call. */
export interface DecidingAnswer extends AnsweredError {
  readonly status: number;
  /** The value of `Retry-After`, valid or not. */
  readonly retryAfter?: string | number | undefined;
}

/** Statuses below 500 after which a client may try again. */
const temporary = [408, 425, 429];

/** Whether a call ends with this answer. After any other answer a client may try again. */
export function isFinal(answer: DecidingAnswer): boolean {
  const { status } = answer;
  // A 413 with a Retry-After is temporary (RFC 9110, section 15.5.14).
  if (status >= 500 || temporary.includes(status) || (status === 413 && hasRetryTime(answer))) return false;
  return errorMeaningOf(answer) !== 'key-under-way';
}

function hasRetryTime({ retryAfter }: DecidingAnswer): boolean {
  return retryAfter !== undefined && toRetryTime({ at: 0, duration: 0, retryAfter: String(retryAfter) }) !== undefined;
}
