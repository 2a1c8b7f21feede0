import type { Clock } from './clock.ts';
import type { components } from './generated/admin.ts';

/** So many requests in so many seconds. */
export type RateLimit = components['schemas']['RateLimit'];

export interface RateLimiter {
  /** Counts a request and answers 0; or, over the limit, leaves it uncounted and answers the milliseconds to wait. */
  take(key: string, limit: RateLimit): number;
  clear(): void;
}

/** Windows that open with the first request (YE-9). */
export function createFixedWindows(clock: Clock): RateLimiter {
  const windows = new Map<string, { readonly start: number; count: number }>();
  return {
    take(key, { requests, windowSeconds }): number {
      const now = clock.now();
      const length = windowSeconds * 1000;
      const open = windows.get(key);
      const window = open && now < open.start + length ? open : { start: now, count: 0 };
      if (window.count >= requests) return window.start + length - now;
      window.count += 1;
      windows.set(key, window);
      return 0;
    },
    clear: () => {
      windows.clear();
    },
  };
}

/** Any stretch of the window's length holds at most so many requests (YE-9). */
export function createSlidingWindows(clock: Clock): RateLimiter {
  const takenAt = new Map<string, number[]>();
  return {
    take(key, { requests, windowSeconds }): number {
      const now = clock.now();
      const length = windowSeconds * 1000;
      const recent = (takenAt.get(key) ?? []).filter((time) => time + length > now);
      takenAt.set(key, recent);
      if (recent.length >= requests) return (recent.at(-requests) ?? now) + length - now;
      recent.push(now);
      return 0;
    },
    clear: () => {
      takenAt.clear();
    },
  };
}

/** The header that tells a wait, in whole seconds rounded up, so that a client which obeys is never too early. */
export function toRetryAfter(ms: number): { readonly 'Retry-After': number } {
  return { 'Retry-After': Math.ceil(ms / 1000) };
}
