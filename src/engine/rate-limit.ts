import { longestDelay } from '../http/retry-after.ts';
import type { Clock } from '../runtime/clock.ts';
import type { components } from '../generated/admin.ts';
import type { Saveable } from './tenants.ts';
import type { RateLimit } from '../openapi/router.ts';

/** The state of a rate limit after one request. */
export interface RateLimitStatus {
  /** 0 if the request was let through. Else the milliseconds until the next request will be let through. */
  readonly wait: number;
  /** Number of requests left in the window. */
  readonly remaining: number;
  /** Milliseconds until more requests are left. */
  readonly reset: number;
}

/** The rate limits of one tenant. */
export interface RateLimiter extends Saveable<Record<string, CountedRequests[]>> {
  /**
   * Counts a request. A request over the limit is not counted. A `fixed` window opens with its first request. A
   * `sliding` window always ends now (YE-9).
   */
  take(operation: string, limit: RateLimit, window: 'fixed' | 'sliding'): RateLimitStatus;
  /** Whether no window counts a request any more. */
  isEmpty(): boolean;
}

/** Requests that were let through at one time. A fixed window has one entry, with the time when it opened. */
type CountedRequests = components['schemas']['RequestsTaken'][number];

export function createRateLimiter(clock: Clock): RateLimiter {
  let windows = new Map<string, readonly CountedRequests[]>();
  /** When the last of the windows ends. It is unknown for windows that were loaded. */
  let end = -Infinity;
  return {
    take(operation, { requests, windowSeconds }, window): RateLimitStatus {
      const now = clock.now();
      const length = windowSeconds * 1000;
      const before = notLater(windows.get(operation) ?? [], now);
      const open = window === 'sliding' ? before.filter(({ at }) => at + length > now) : toFixed(before, now - length);
      const taken = count(open);
      end = Math.max(end, now + length);
      if (taken >= requests) {
        if (taken > 0) windows.set(operation, open);
        const wait = (findNth(open, taken - requests + 1)?.at ?? now) + length - now;
        return { wait, remaining: 0, reset: wait };
      }
      const after = add(open, now, window);
      windows.set(operation, after);
      return { wait: 0, remaining: requests - taken - 1, reset: (after[0]?.at ?? now) + length - now };
    },
    isEmpty: () => windows.size === 0 || end <= clock.now(),
    save: () => Object.fromEntries([...windows].map(([operation, taken]) => [operation, [...taken]])),
    load(saved): void {
      const now = clock.now();
      if (Object.keys(saved).length > 0) end = Infinity;
      windows = new Map(Object.entries(saved).map(([operation, taken]) => [operation, notLater(taken, now)]));
    },
  };
}

/** After the clock was set back, earlier requests count as of now. So no wait is longer than the window. */
function notLater(all: readonly CountedRequests[], now: number): readonly CountedRequests[] {
  return all.map(({ at, requests }) => ({ at: Math.min(at, now), requests }));
}

/** All requests of a window that opened after `start`, as one entry with the time when it opened. */
function toFixed(all: readonly CountedRequests[], start: number): readonly CountedRequests[] {
  const [first] = all;
  return first === undefined || first.at <= start ? [] : [{ at: first.at, requests: count(all) }];
}

function add(open: readonly CountedRequests[], now: number, window: 'fixed' | 'sliding'): readonly CountedRequests[] {
  const last = open.at(-1);
  if (last === undefined || (window === 'sliding' && last.at !== now)) return [...open, { at: now, requests: 1 }];
  return [...open.slice(0, -1), { at: last.at, requests: last.requests + 1 }];
}

function count(all: readonly CountedRequests[]): number {
  return all.reduce((sum, { requests }) => sum + requests, 0);
}

/** The entry that contains the nth request, counted from 1. */
function findNth(all: readonly CountedRequests[], nth: number): CountedRequests | undefined {
  let sum = 0;
  return all.find(({ requests }) => (sum += requests) >= nth);
}

/**
 * A `Retry-After` in whole seconds. It is rounded up, so a client that obeys it is never too early. No client counts more
 * than `longestDelay`.
 */
export function toRetryAfter(ms: number): { readonly 'Retry-After': number } {
  return { 'Retry-After': Math.min(Math.ceil(ms / 1000), longestDelay) };
}

/**
 * Headers that report the state of a rate limit. `ietf` gives the fields of draft-ietf-httpapi-ratelimit-headers-10.
 * `x-ratelimit` gives the common `X-RateLimit-*`, with the seconds until the reset.
 */
export function toLimitHeaders(
  style: 'none' | 'ietf' | 'x-ratelimit',
  { requests, windowSeconds }: RateLimit,
  { remaining, reset }: RateLimitStatus,
): Readonly<Record<string, string | number>> {
  const seconds = Math.ceil(reset / 1000);
  switch (style) {
    case 'none':
      return {};
    case 'ietf':
      return {
        'RateLimit-Policy': `"default";q=${requests};w=${Math.ceil(windowSeconds)}`,
        RateLimit: `"default";r=${remaining};t=${seconds}`,
      };
    case 'x-ratelimit':
      return { 'X-RateLimit-Limit': requests, 'X-RateLimit-Remaining': remaining, 'X-RateLimit-Reset': seconds };
  }
}
