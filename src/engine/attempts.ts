import { createBoundedMap, type BoundedMap } from '../runtime/bounded-map.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { shortenId } from './records.ts';
import type { ParsedRequest } from './request.ts';
import { createSentBodies, type PayloadChange, type SentRequest } from './sent-bodies.ts';

/** One request of a call. A call is one thing that a client wants done, such as one chunk to deliver. */
export interface Attempt {
  /** Position among the attempts of its call, from 1. */
  readonly number: number;
  /** Position of the call among the calls of the same tenant and operation, in order of first arrival, from 1. */
  readonly call: number;
  /**
   * The content of the call and its position among the calls with this content. It depends neither on the order of
   * arrival nor on the `Idempotency-Key`, which clients draw at random.
   */
  readonly content: string;
  /** The first difference from the previous request with this content or this key. Absent if they say the same. */
  readonly change?: PayloadChange | undefined;
  /** Whether another attempt of the call was still under way at its arrival. */
  readonly isOverlapping: boolean;
  /** Number of requests of the same tenant and operation under way at its arrival, including itself. */
  readonly concurrent: number;
  /** The names by which the tracker finds its call again. */
  readonly names: CallNames;
}

interface CallNames {
  /** The tenant and the operation. */
  readonly scope: string;
  /** The `Idempotency-Key`, or the content if there is none. */
  readonly identity: string;
  readonly content: string;
}

/** The parts of a request that identify its call. */
type CallIdentity = Pick<ParsedRequest, 'operation' | 'tenant' | 'headers' | 'content'>;
/** The parts of a request that make it an attempt. */
type AttemptedRequest = CallIdentity & SentRequest;

/** Finds the call of each request, and numbers calls and attempts. */
export interface AttemptTracker {
  /** Registers an attempt that arrives. */
  begin(request: AttemptedRequest): Attempt;
  /** Registers that the answer of an attempt is out, or that its connection broke. */
  end(attempt: Attempt): void;
  /** Registers that a final answer reached the client. The same request is a new call from then on. */
  close(attempt: Attempt): void;
  /** Forgets all calls, or those of one tenant. */
  clear(tenant?: string): void;
}

interface KnownCall {
  readonly number: number;
  /** Number of calls with this content up to now, including this one. */
  readonly repetitions: number;
  attempts: number;
  underWay: number;
  isOpen: boolean;
}

/**
 * Maximum number of bytes for calls, for contents, and for the counts of calls. With keys of 36 characters there is room
 * for more than 100,000 calls. Then the oldest is forgotten.
 */
const capacity = 2 ** 25;

export function createAttemptTracker(): AttemptTracker {
  const known = createBoundedMap<KnownCall>(capacity);
  const repetitions = createBoundedMap<number>(capacity);
  const counts = createBoundedMap<number>(capacity);
  const underWay = new Map<string, number>();
  const bodies = createSentBodies();

  function open({ scope, identity, content }: CallNames): KnownCall {
    const before = known.get(identity);
    if (before?.isOpen) return before;
    const number = increase(counts, scope);
    const times = increase(repetitions, content);
    const call = { number, attempts: 0, underWay: 0, isOpen: true, repetitions: times };
    known.set(identity, call);
    return call;
  }

  return {
    begin(request): Attempt {
      const names = toNames(request);
      const call = open(names);
      call.attempts += 1;
      call.underWay += 1;
      return Object.freeze({
        number: call.attempts,
        call: call.number,
        content: `${request.tenant.id} ${request.content} ${call.repetitions}`,
        change: bodies.replace([names.identity, names.content], request),
        isOverlapping: call.underWay > 1,
        concurrent: increase(underWay, names.scope),
        names,
      });
    },
    end({ names: { scope, identity }, ...attempt }): void {
      const others = (underWay.get(scope) ?? 0) - 1;
      if (others > 0) underWay.set(scope, others);
      else underWay.delete(scope);
      const call = known.get(identity);
      if (call?.number === attempt.call) call.underWay -= 1;
    },
    close({ names: { identity, content }, ...attempt }): void {
      bodies.forget([identity, content]);
      const call = known.get(identity);
      // A slow answer may end after the next call with this identity has begun. That call must stay open.
      if (call?.number === attempt.call) call.isOpen = false;
    },
    clear(tenant): void {
      const prefix = tenant === undefined ? '' : toPrefix(tenant);
      const belongs = (name: string): boolean => name.startsWith(prefix);
      bodies.clear(belongs);
      for (const calls of [known, repetitions, counts]) calls.deleteWhere(belongs);
      for (const name of [...underWay.keys()]) if (belongs(name)) underWay.delete(name);
    },
  };
}

/** The beginning of all names of a tenant. Its quotes keep it apart from a longer name. */
function toPrefix(tenant: string): string {
  return `${JSON.stringify(tenant)} `;
}

/** A key and a content are told apart, since a client chooses its key. */
function toNames(request: CallIdentity): CallNames {
  const scope = `${toPrefix(request.tenant.id)}${request.operation.id}`;
  const content = `${scope} content ${request.content}`;
  const key = idempotencyKeyOf(request);
  return { scope, identity: key ? `${scope} key ${shortenId(key)}` : content, content };
}

function increase(counts: Pick<BoundedMap<number>, 'get' | 'set'>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
}
