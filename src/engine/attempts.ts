import type { ParsedRequest } from './request.ts';

/** One try of a client to get a call through. */
export interface Attempt {
  /** Position among the attempts of its call, from 1. */
  readonly number: number;
  /** Position of its call among those of the tenant and operation, in order of first arrival, from 1. */
  readonly call: number;
  /** What the call says, and how often it was said before: the same in every run, whatever arrives when. */
  readonly content: string;
  /** Requests of the tenant and operation that were under way when it arrived, itself included. */
  readonly concurrent: number;
}

/** What of a request tells which call it is an attempt of. */
export type CallIdentity = Pick<ParsedRequest, 'operation' | 'tenant' | 'headers' | 'content'>;

/** Tells which requests are attempts of the same call. A call is what the client means, such as one chunk to deliver. */
export interface AttemptTracker {
  /** An attempt that arrives. */
  begin(request: CallIdentity): Attempt;
  /** An attempt whose answer has gone out, or whose connection broke. */
  end(request: CallIdentity): void;
  /** After a final answer to an attempt that reached the client, the same request is a new call. */
  close(request: CallIdentity, attempt: Attempt): void;
  /** Forgets all calls, or those of one tenant. */
  clear(tenant?: string): void;
}

interface KnownCall {
  readonly number: number;
  /** How often a call of this identity was begun. */
  readonly repetitions: number;
  attempts: number;
  isOpen: boolean;
}

/** Number of calls that are told apart. Then the oldest is forgotten. */
const capacity = 100_000;

export function createAttemptTracker(): AttemptTracker {
  const known = new Map<string, KnownCall>();
  const counts = new Map<string, number>();
  const underWay = new Map<string, number>();

  function open(identity: string, scope: string): KnownCall {
    const before = known.get(identity);
    if (before?.isOpen) return before;
    const number = (counts.get(scope) ?? 0) + 1;
    counts.set(scope, number);
    const call = { number, attempts: 0, isOpen: true, repetitions: (before?.repetitions ?? 0) + 1 };
    known.set(identity, call);
    const [oldest] = known.keys();
    if (known.size > capacity && oldest !== undefined) known.delete(oldest);
    return call;
  }

  return {
    begin(request): Attempt {
      const scope = toScope(request);
      const call = open(toIdentity(request), scope);
      call.attempts += 1;
      const concurrent = (underWay.get(scope) ?? 0) + 1;
      underWay.set(scope, concurrent);
      return Object.freeze({
        number: call.attempts,
        call: call.number,
        content: `${request.tenant.id} ${request.content} ${call.repetitions}`,
        concurrent,
      });
    },
    end(request): void {
      const scope = toScope(request);
      underWay.set(scope, Math.max((underWay.get(scope) ?? 0) - 1, 0));
    },
    close(request, attempt): void {
      const call = known.get(toIdentity(request));
      // An answer that drips may come to its end when the next call of this identity is under way.
      if (call?.number === attempt.call) call.isOpen = false;
    },
    clear(tenant): void {
      const part = tenant === undefined ? undefined : encodeURIComponent(tenant);
      for (const calls of [known, counts, underWay]) {
        for (const key of [...calls.keys()]) if ((part ?? key.split(' ')[1]) === key.split(' ')[1]) calls.delete(key);
      }
    },
  };
}

/** Whether a client that gets this status is done with the call: it is not one to try again after. */
export function isFinal(status: number): boolean {
  return status < 500 && ![408, 425, 429].includes(status);
}

function toScope({ operation, tenant }: CallIdentity): string {
  return `${operation.id} ${encodeURIComponent(tenant.id)}`;
}

function toIdentity(request: CallIdentity): string {
  return `${toScope(request)} ${String(request.headers['idempotency-key'] ?? request.content)}`;
}
