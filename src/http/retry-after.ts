import { toHttpDate, toMilliseconds } from '../runtime/clock.ts';

/** What of an exchange tells how long its client is to wait. */
interface TimedAnswer {
  readonly at: number;
  readonly duration: number;
  readonly retryAfter?: string | undefined;
  /** How the answer broke, if it did. */
  readonly broken?: string | undefined;
}

/** Seconds that an endless number of them stands for (RFC 9111, section 1.2.2). */
const longestDelay = 2 ** 31;

/**
 * The time before which a client is told not to come again, in milliseconds since 1970: so many seconds after the last
 * byte of the answer, or a date (RFC 9110, section 10.2.3). `undefined` for a `Retry-After` that is absent or malformed,
 * or that came with an answer that broke: a client need not look at what is incomplete (RFC 9112, section 8).
 */
export function toRetryTime({ at, duration, retryAfter, broken }: TimedAnswer): number | undefined {
  if (retryAfter === undefined || broken !== undefined) return undefined;
  if (/^\d+$/.test(retryAfter)) return at + duration + Math.min(Number(retryAfter), longestDelay) * 1000;
  const date = toMilliseconds(retryAfter);
  // In the one form that is sent today (RFC 9110, section 5.6.7).
  return toHttpDate(date) === retryAfter ? date : undefined;
}
