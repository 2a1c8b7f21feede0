import type { Clock } from './clock.ts';
import type { components } from './generated/admin.ts';
import { createTenants } from './tenants.ts';

/** So many requests in so many seconds. */
export type RateLimit = components['schemas']['RateLimit'];

/** Where a client stands with a limit. */
export interface Standing {
  /** Milliseconds until the next request would be let through: 0 for one that was. */
  readonly wait: number;
  /** Requests that are left. */
  readonly remaining: number;
  /** Milliseconds until there are more. */
  readonly reset: number;
}

export interface RateLimiter {
  /** Counts a request; or, over the limit, leaves it uncounted and says how long to wait. */
  take(tenant: string, operation: string, limit: RateLimit): Standing;
  /** Forgets all counts, or those of one tenant. */
  clear(tenant?: string): void;
}

/** Windows that open with the first request (YE-9). */
export function createFixedWindows(clock: Clock): RateLimiter {
  const tenants = createTenants(() => new Map<string, { readonly start: number; count: number }>());
  return {
    take(tenant, operation, { requests, windowSeconds }): Standing {
      const windows = tenants.of(tenant);
      const now = clock.now();
      const length = windowSeconds * 1000;
      const open = windows.get(operation);
      const window = open && now < open.start + length ? open : { start: now, count: 0 };
      const reset = window.start + length - now;
      if (window.count >= requests) return { wait: reset, remaining: 0, reset };
      window.count += 1;
      windows.set(operation, window);
      return { wait: 0, remaining: requests - window.count, reset };
    },
    clear: tenants.clear,
  };
}

/** Any stretch of the window's length holds at most so many requests (YE-9). */
export function createSlidingWindows(clock: Clock): RateLimiter {
  const tenants = createTenants(() => new Map<string, number[]>());
  return {
    take(tenant, operation, { requests, windowSeconds }): Standing {
      const takenAt = tenants.of(tenant);
      const now = clock.now();
      const length = windowSeconds * 1000;
      const recent = (takenAt.get(operation) ?? []).filter((time) => time + length > now);
      takenAt.set(operation, recent);
      if (recent.length >= requests) {
        const wait = (recent.at(-requests) ?? now) + length - now;
        return { wait, remaining: 0, reset: wait };
      }
      recent.push(now);
      return { wait: 0, remaining: requests - recent.length, reset: (recent[0] ?? now) + length - now };
    },
    clear: tenants.clear,
  };
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
  { remaining, reset }: Standing,
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
