import { toMilliseconds } from './clock.ts';

/** What of an exchange tells how long its client is to wait. */
interface Told {
  readonly at: number;
  readonly duration: number;
  readonly retryAfter?: string | undefined;
  /** How the answer broke, if it did. */
  readonly broken?: string | undefined;
}

/** An HTTP date in the one form that is sent today (RFC 9110, section 5.6.7). */
const httpDate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * The time before which a client is told not to come again, in milliseconds since 1970: so many seconds after the last
 * byte of the answer, or a date (RFC 9110, section 10.2.3). `undefined` for a `Retry-After` that is absent or malformed,
 * or that came with an answer that broke: a client need not look at what is incomplete (RFC 9112, section 8).
 */
export function toRetryTime({ at, duration, retryAfter, broken }: Told): number | undefined {
  if (retryAfter === undefined || broken !== undefined) return undefined;
  if (/^\d+$/.test(retryAfter)) return at + duration + Number(retryAfter) * 1000;
  return httpDate.test(retryAfter) ? toMilliseconds(retryAfter) : undefined;
}
