/**
 * Wakes everything that waits, once. It lives longer than its subscribers. An `AbortSignal` is unfit for that: Node
 * warns about more than ten listeners, and `AbortSignal.any` of Node 20 and 22 leaks memory in a long-lived signal.
 */
export interface Cancellation {
  /** Whether `cancel` was called. */
  readonly cancelled: boolean;
  /** Calls every subscriber. */
  cancel(): void;
  /** Calls `wake` on `cancel`, or at once if `cancel` was called before. Returns a function that unsubscribes. */
  subscribe(wake: () => void): () => void;
}

export function createCancellation(): Cancellation {
  const waiting = new Set<() => void>();
  let aborted = false;
  return {
    get cancelled(): boolean {
      return aborted;
    },
    cancel(): void {
      aborted = true;
      for (const wake of waiting) wake();
    },
    subscribe(wake): () => void {
      if (aborted) wake();
      waiting.add(wake);
      return () => waiting.delete(wake);
    },
  };
}
