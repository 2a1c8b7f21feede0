import type { ApiName, OperationId } from './router.ts';

/** One request and what came of it. */
export interface Exchange {
  /** Position in order of arrival, from 1. */
  readonly number: number;
  /** When it arrived, in milliseconds since 1970 on the mock's clock. */
  readonly at: number;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly api?: ApiName;
  readonly operation?: OperationId;
  /** The Yellow bot, or the VibeFollow key with only its first 8 and last 4 characters. */
  readonly tenant?: string;
  /** Id of the VibeFollow project or the Yellow bot. */
  readonly tenantId?: string;
  /** Records in the request, accepted or not. */
  readonly records?: number;
  /** Position of its call among those of the tenant and operation, and of this attempt among those of the call. */
  readonly call?: number;
  readonly attempt?: number;
  /** Id of the fault rule that fired, and how much of the work was done in spite of it. */
  readonly fault?: string;
  readonly applied?: boolean | number;
  /** Absent where the connection broke before an answer. */
  readonly status?: number;
  /** How it broke. */
  readonly broken?: 'reset';
  /** Milliseconds on the mock's clock. */
  readonly duration: number;
  /** The stack of an error inside vf-mock, which the client saw as a 500. */
  readonly bug?: string;
}

/** What the client did, kept up to a bound. */
export interface Journal {
  /** The exchanges that are kept, in the order in which they ended; `number` tells that of their arrival. */
  exchanges(): readonly Exchange[];
  /** How many were dropped because the journal was full. */
  dropped(): number;
  /** Calls `listener` with each exchange as it ends, and answers a function that stops that. */
  subscribe(listener: (exchange: Exchange) => void): () => void;
  clear(): void;
}

export interface WritableJournal extends Journal {
  record(exchange: Exchange): void;
}

type Listener = (exchange: Exchange) => void;

/** `limit` is the number of exchanges that are kept. */
export function createJournal(limit: number): WritableJournal {
  let kept: Exchange[] = [];
  let dropped = 0;
  const listeners = new Set<Listener>();
  return {
    record(exchange): void {
      kept.push(exchange);
      // Trimming at twice the limit keeps the cost of each exchange constant.
      if (kept.length >= limit * 2) trim();
      for (const listener of listeners) tell(listener, exchange);
    },
    exchanges(): readonly Exchange[] {
      trim();
      return [...kept];
    },
    dropped: () => dropped + Math.max(kept.length - limit, 0),
    subscribe(listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear(): void {
      kept = [];
      dropped = 0;
    },
  };

  function trim(): void {
    const surplus = Math.max(kept.length - limit, 0);
    if (surplus === 0) return;
    kept = kept.slice(surplus);
    dropped += surplus;
  }
}

/** A listener that throws is the fault of its owner, who hears of it, and not of the client. */
function tell(listener: Listener, exchange: Exchange): void {
  try {
    listener(exchange);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
