import type { ParsedRequest } from './request.ts';

/** One request of a call. A call is one thing that a client wants done, such as one chunk to deliver. */
export interface Attempt {
  /** Position among the attempts of its call, from 1. */
  readonly number: number;
  /** Position of the call among the calls of the same tenant and operation, in order of first arrival, from 1. */
  readonly call: number;
  /** The content of the call and its number of repetitions. It does not depend on the order of arrival. */
  readonly content: string;
  /** Number of requests of the same tenant and operation under way at its arrival, including itself. */
  readonly concurrent: number;
}

/** The parts of a request that identify its call. */
export type CallIdentity = Pick<ParsedRequest, 'operation' | 'tenant' | 'headers' | 'content'>;

/** Finds the call of each request, and numbers calls and attempts. */
export interface AttemptTracker {
  /** Registers an attempt that arrives. */
  begin(request: CallIdentity): Attempt;
  /** Registers that the answer of an attempt is out, or that its connection broke. */
  end(request: CallIdentity): void;
  /** Registers that a final answer reached the client. The same request is a new call from then on. */
  close(request: CallIdentity, attempt: Attempt): void;
  /** Forgets all calls, or those of one tenant. */
  clear(tenant?: string): void;
}

interface KnownCall {
  readonly number: number;
  /** Number of calls with this identity up to now, including this one. */
  readonly repetitions: number;
  attempts: number;
  isOpen: boolean;
}

/** Maximum number of calls remembered. When there are more, the oldest is forgotten. */
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
      // A slow answer may end after the next call with this identity has begun. That call must stay open.
      if (call?.number === attempt.call) call.isOpen = false;
    },
    clear(tenant): void {
      const prefix = tenant === undefined ? '' : toPrefix(tenant);
      for (const calls of [known, counts, underWay]) {
        for (const key of [...calls.keys()]) if (key.startsWith(prefix)) calls.delete(key);
      }
    },
  };
}

function toScope({ operation, tenant }: CallIdentity): string {
  return `${toPrefix(tenant.id)}${operation.id}`;
}

/** The beginning of all keys of a tenant. Its quotes keep it apart from a longer name. */
function toPrefix(tenant: string): string {
  return `${JSON.stringify(tenant)} `;
}

function toIdentity(request: CallIdentity): string {
  return `${toScope(request)} ${String(request.headers['idempotency-key'] ?? request.content)}`;
}
