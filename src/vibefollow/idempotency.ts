import type { ParsedRequest } from '../engine/request.ts';
import type { Clock } from '../runtime/clock.ts';
import { digestOf } from '../runtime/digest.ts';
import type { components } from '../generated/admin.ts';
import { validateIdempotencyKey } from '../generated/validators.ts';
import type { VibeFollowOptions } from '../config/options.ts';
import type { Saveable } from '../engine/tenants.ts';
import { refuse } from './refusals.ts';
import type { ApiResponse } from '../http/response.ts';

/** Milliseconds for which a key is remembered (VibeFollow authentication page). */
const lifetime = 24 * 60 * 60 * 1000;
const header = 'Idempotency-Key';

type SavedKey = components['schemas']['SavedIdempotencyKey'];

/** The parts of a request that its key is checked with. */
type KeyedRequest = Pick<ParsedRequest, 'headers' | 'content'>;

/** The idempotency keys of one project, with their answers. */
export interface IdempotencyKeys extends Saveable<SavedKey[]> {
  /** Returns the first answer to this key. Refuses a key that is missing, malformed or used for another request. */
  replay(request: KeyedRequest, options: VibeFollowOptions): ApiResponse | undefined;
  /** Keeps the answer to a finished request. */
  remember(request: KeyedRequest, response: ApiResponse): void;
}

export function createIdempotencyKeys(clock: Clock): IdempotencyKeys {
  // In order of age, since a key is forgotten before it is set again.
  let seen = new Map<string, Omit<SavedKey, 'key'>>();
  /** The latest time known. It is after now if the clock was set back. */
  let latest = -Infinity;

  function forget(): void {
    const now = clock.now();
    const setBack = Math.max(latest - now, 0);
    latest = now;
    // No key is remembered for longer because the clock was set back.
    if (setBack > 0) for (const [key, one] of seen) seen.set(key, { ...one, until: one.until - setBack });
    for (const [key, { until }] of seen) {
      if (until > now) return;
      seen.delete(key);
    }
  }

  return {
    replay(request, { idempotencyKey, idempotencyReuse }): ApiResponse | undefined {
      const key = request.headers['idempotency-key'];
      if (key === undefined && idempotencyKey === 'optional') return undefined;
      if (key === undefined) return refuse('invalid', `${header} is required`, header);
      if (!validateIdempotencyKey(key)) return refuse('invalid', `${header} must be a UUID of version 4`, header);
      forget();
      const first = seen.get(String(key));
      if (first === undefined || first.request === toContentDigest(request)) return first?.reply;
      const kind = idempotencyReuse === 409 ? 'reuse-conflict' : 'reuse';
      return refuse(kind, `This ${header} was used with another request`, header);
    },
    remember(request, { status, body }): void {
      const key = request.headers['idempotency-key'];
      if (key === undefined) return;
      const reply = { status, body } as SavedKey['reply'];
      seen.set(String(key), { request: toContentDigest(request), reply, until: clock.now() + lifetime });
    },
    save(): SavedKey[] {
      forget();
      return [...seen].map(([key, what]) => ({ key, ...what }));
    },
    load(saved): void {
      const inOrder = [...saved].sort((a, b) => a.until - b.until);
      seen = new Map(inOrder.map(({ key, ...what }) => [key, what]));
      latest = (inOrder.at(-1)?.until ?? -Infinity) - lifetime;
      forget();
    },
  };
}

/** A digest, since snapshots show it, and the query in the content may contain a key. */
function toContentDigest({ content }: KeyedRequest): string {
  return digestOf(content);
}
