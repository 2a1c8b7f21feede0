import type { Clock } from '../runtime/clock.ts';
import type { components } from '../generated/admin.ts';
import type { Saveable } from './tenants.ts';
import type { RateLimit } from '../openapi/router.ts';

/** Where a client stands with a limit. */
export interface RateLimitStatus {
  /** Milliseconds until the next request would be let through: 0 for one that was. */
  readonly wait: number;
  /** Requests that are left. */
  readonly remaining: number;
  /** Milliseconds until there are more. */
  readonly reset: number;
}

/** What one tenant has used of its limits. */
export interface RateLimiter extends Saveable<Record<string, CountedRequests[]>> {
  /**
   * Counts a request; or, over the limit, leaves it uncounted and says how long to wait. A `fixed` window opens with the
   * first request, a `sliding` one is any stretch of its length (YE-9).
   */
  take(operation: string, limit: RateLimit, window: 'fixed' | 'sliding'): RateLimitStatus;
}

/** Requests that were let through at one time; of a fixed window all of them, and when it opened. */
type CountedRequests = components['schemas']['RequestsTaken'][number];

export function createRateLimiter(clock: Clock): RateLimiter {
  let windows = new Map<string, readonly CountedRequests[]>();
  return {
    take(operation, { requests, windowSeconds }, window): RateLimitStatus {
      const now = clock.now();
      const length = windowSeconds * 1000;
      const before = windows.get(operation) ?? [];
      const open = window === 'sliding' ? before.filter(({ at }) => at + length > now) : toFixed(before, now - length);
      const taken = count(open);
      if (taken >= requests) {
        const wait = (findNth(open, taken - requests + 1)?.at ?? now) + length - now;
        return { wait, remaining: 0, reset: wait };
      }
      const after = add(open, now, window);
      windows.set(operation, after);
      return { wait: 0, remaining: requests - taken - 1, reset: (after[0]?.at ?? now) + length - now };
    },
    save: () => Object.fromEntries([...windows].map(([operation, taken]) => [operation, [...taken]])),
    load(saved): void {
      windows = new Map(Object.entries(saved));
    },
  };
}

/** All requests of a window that opened later than `start`, as if each had come when it opened. */
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

/** The group that the nth request is in, counted from 1. */
function findNth(all: readonly CountedRequests[], nth: number): CountedRequests | undefined {
  let sum = 0;
  return all.find(({ requests }) => (sum += requests) >= nth);
}

/** The header that tells a wait, in whole seconds rounded up, so that a client which obeys is never too early. */
export function toRetryAfter(ms: number): { readonly 'Retry-After': number } {
  return { 'Retry-After': Math.ceil(ms / 1000) };
}

/**
 * Headers that tell a client where it stands: the fields of draft-ietf-httpapi-ratelimit-headers-10, or the common
 * `X-RateLimit-*` with the seconds until the reset.
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
