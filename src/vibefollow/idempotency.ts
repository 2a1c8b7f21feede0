import type { VibeFollowOptions } from '../config/options.ts';
import { idempotencyKeyOf, isUuid } from '../engine/idempotency-key.ts';
import type { ParsedRequest } from '../engine/request.ts';
import type { Saveable } from '../engine/tenants.ts';
import type { components } from '../generated/admin.ts';
import { validateIdempotencyKey } from '../generated/validators.ts';
import { toText } from '../http/json-body.ts';
import type { ApiResponse } from '../http/response.ts';
import { createBoundedMap, type BoundedMap } from '../runtime/bounded-map.ts';
import type { Clock } from '../runtime/clock.ts';
import { digestOf } from '../runtime/digest.ts';
import { ownBody, sizeOfBody } from '../runtime/own-body.ts';
import { isSameValue } from '../runtime/same-value.ts';
import { refuse } from './refusals.ts';

/** Milliseconds for which a key is remembered (VibeFollow authentication page). */
const lifetime = 24 * 60 * 60 * 1000;
const header = 'Idempotency-Key';

type SavedKey = components['schemas']['SavedIdempotencyKey'];

/** The parts of a request that its key is checked with. */
type KeyedRequest = Pick<ParsedRequest, 'operation' | 'headers' | 'digest' | 'rawBody'>;

/** The idempotency keys of one project, with their answers. */
export interface IdempotencyKeys extends Saveable<SavedKey[]> {
  /**
   * Returns the first answer to this key. Refuses a key that is missing, malformed or used for another request. With the
   * option for VF-18, also refuses a key whose first request is still under way (`isOverlapping`).
   */
  replay(request: KeyedRequest, isOverlapping: boolean): ApiResponse | undefined;
  /** Keeps the answer to a finished request. */
  remember(request: KeyedRequest, response: ApiResponse): void;
  /** Whether no key is remembered. */
  isEmpty(): boolean;
}

/** The bodies that were sent with keys, of all projects. Their names are the project and the key. */
export type KeyedBodies = BoundedMap<KeyedRequest['rawBody']>;

/** Maximum number of bytes of these bodies. The digest alone tells the requests of the oldest keys apart. */
const keptBodies = 2 ** 25;

export function createKeyedBodies(): KeyedBodies {
  return createBoundedMap(keptBodies);
}

interface KeyParts {
  readonly clock: Clock;
  readonly options: VibeFollowOptions;
  readonly bodies: KeyedBodies;
}

export function createIdempotencyKeys(project: string, { clock, options, bodies }: KeyParts): IdempotencyKeys {
  const nameOf = (key: string): string => `${project} ${key}`;
  // In order of age, since a key is forgotten before it is set again.
  let seen = new Map<string, Omit<SavedKey, 'key'>>();
  /** The latest time known. It is after now if the clock was set back. */
  let latest = clock.now();

  function forget(): void {
    const now = clock.now();
    const setBack = Math.max(latest - now, 0);
    latest = now;
    // No key is remembered for longer because the clock was set back.
    if (setBack > 0) for (const [key, one] of seen) seen.set(key, { ...one, until: one.until - setBack });
    for (const [key, { until }] of seen) {
      if (until > now) return;
      seen.delete(key);
      bodies.delete(nameOf(key));
    }
  }

  /** Two requests with one digest are never met, but a request that is taken for another one would be lost. */
  function isRepeated(key: string, request: KeyedRequest): boolean {
    if (seen.get(key)?.request !== toFingerprint(request, options)) return false;
    const body = bodies.get(nameOf(key));
    return body === undefined || isSameBody(body, request.rawBody);
  }

  return {
    replay(request, isOverlapping): ApiResponse | undefined {
      const problem = findProblem(request, options);
      if (problem !== undefined) return refuse('invalid', problem, header);
      const key = idempotencyKeyOf(request);
      if (key === undefined) return undefined;
      forget();
      const first = seen.get(key);
      if (first === undefined) {
        const isRefused = isOverlapping && options.idempotencyInProgress === 'refuse';
        const message = `The first request with this ${header} is still under way`;
        return isRefused ? refuse('key-under-way', message, header) : undefined;
      }
      if (isRepeated(key, request)) return first.reply;
      const kind = options.idempotencyReuse === 409 ? 'reuse-conflict' : 'reuse';
      return refuse(kind, `This ${header} was used with another request`, header);
    },
    remember(request, { status, body }): void {
      const key = idempotencyKeyOf(request);
      if (key === undefined) return;
      const reply = { status, body } as SavedKey['reply'];
      seen.set(key, { request: toFingerprint(request, options), reply, until: clock.now() + lifetime });
      bodies.set(nameOf(key), ownBody(request.rawBody), sizeOfBody(request.rawBody));
    },
    isEmpty: () => [...seen.values()].every(({ until }) => until <= clock.now()),
    save(): SavedKey[] {
      forget();
      return [...seen].map(([key, what]) => ({ key, ...what }));
    },
    load(saved): void {
      const inOrder = [...saved].sort((a, b) => a.until - b.until);
      seen = new Map(inOrder.map(({ key, ...what }) => [key, what]));
      bodies.deleteWhere((name) => name.startsWith(nameOf('')));
      latest = (inOrder.at(-1)?.until ?? -Infinity) - lifetime;
      forget();
    },
  };
}

/** The digest that a repeated request must have, by the option for VF-19. */
function toFingerprint({ digest, rawBody }: KeyedRequest, { idempotencyBody }: VibeFollowOptions): string {
  return idempotencyBody === 'value' ? digest : digestOf(`${digest} ${toText(rawBody)}`);
}

function isSameBody(body: KeyedRequest['rawBody'], other: KeyedRequest['rawBody']): boolean {
  const [text, otherText] = [toText(body), toText(other)];
  return text === otherText || isSameValue(JSON.parse(text), JSON.parse(otherText));
}

/** The problem of a key, with the form that it must have. */
function findProblem({ headers }: KeyedRequest, options: VibeFollowOptions): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) return options.idempotencyKey === 'optional' ? undefined : `${header} is required`;
  const key = String(given);
  const bare = options.idempotencyQuotes === 'accepted' ? key.replace(/^"(.*)"$/, '$1') : key;
  if (validateIdempotencyKey(bare)) return undefined;
  return `${header} must be a UUID of version 4, but ${describeKey(key)}`;
}

function describeKey(key: string): string {
  if (key === '') return 'it is empty';
  if (/^".*"$/.test(key)) return 'it is in quotation marks';
  if (isUuid(key))
    return key[14] === '4' ? 'its variant is not 8, 9, a or b' : `it is a UUID of version ${key[14] ?? ''}`;
  if (key.includes(',')) return 'there are several keys';
  return isUuid(key.replace(/^\{(.*)\}$|^urn:uuid:/i, '$1')) ? 'it has more than the UUID' : 'it is no UUID';
}
