import type { Call } from './api.ts';

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

/** Tells which requests are attempts of the same call: what the client means, such as one chunk to deliver. */
export interface AttemptTracker {
  /** An attempt that arrives. */
  begin(call: Call): Attempt;
  /** An attempt whose answer has gone out, or whose connection broke. */
  end(call: Call): void;
  /** After a final answer to an attempt that reached the client, the same request is a new call. */
  close(call: Call, attempt: Attempt): void;
  /** Forgets all calls, or those of one tenant. */
  clear(tenant?: string): void;
}

interface KnownCall {
  number: number;
  attempts: number;
  isOpen: boolean;
  repetitions: number;
}

/** So many calls are told apart; then the oldest is forgotten. */
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
    begin(call): Attempt {
      const scope = toScope(call);
      const opened = open(toIdentity(call), scope);
      opened.attempts += 1;
      const concurrent = (underWay.get(scope) ?? 0) + 1;
      underWay.set(scope, concurrent);
      return {
        number: opened.attempts,
        call: opened.number,
        content: `${call.tenant} ${call.digest()} ${opened.repetitions}`,
        concurrent,
      };
    },
    end(call): void {
      const scope = toScope(call);
      underWay.set(scope, Math.max((underWay.get(scope) ?? 0) - 1, 0));
    },
    close(call, attempt): void {
      const opened = known.get(toIdentity(call));
      // An answer that drips may come to its end when the next call of this identity is under way.
      if (opened?.number === attempt.call) opened.isOpen = false;
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

function toScope({ operation, tenant }: Call): string {
  return `${operation.id} ${encodeURIComponent(tenant)}`;
}

function toIdentity(call: Call): string {
  return `${toScope(call)} ${String(call.headers['idempotency-key'] ?? call.digest())}`;
}
