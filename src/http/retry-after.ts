import { toHttpDate, toMilliseconds } from '../runtime/clock.ts';

/** The fields of an exchange that say how long its client must wait. */
interface TimedAnswer {
  readonly at: number;
  readonly duration: number;
  readonly retryAfter?: string | undefined;
  /** How the connection broke. Absent if it did not break. */
  readonly broken?: string | undefined;
}

/** Maximum delay in seconds. A larger number counts as this one (RFC 9111, section 1.2.2). */
export const longestDelay: number = 2 ** 31;

/**
 * The earliest time for the next attempt, in milliseconds since 1970 (RFC 9110, section 10.2.3). Seconds count from the
 * last byte of the answer. `undefined` without a valid `Retry-After`. Also `undefined` for a broken answer, since a
 * client may ignore an incomplete answer (RFC 9112, section 8).
 */
export function toRetryTime({ at, duration, retryAfter, broken }: TimedAnswer): number | undefined {
  if (retryAfter === undefined || broken !== undefined) return undefined;
  if (/^\d+$/.test(retryAfter)) return at + duration + Math.min(Number(retryAfter), longestDelay) * 1000;
  const date = toMilliseconds(retryAfter);
  // Senders may use only this form of a date (RFC 9110, section 5.6.7).
  return !Number.isNaN(date) && toHttpDate(date) === retryAfter ? date : undefined;
}
