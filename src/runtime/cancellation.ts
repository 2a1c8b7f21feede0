/**
 * Lets go, once, of all that waits. Not an `AbortSignal`: it outlives those that wait, and of one for more than ten Node
 * warns, while `AbortSignal.any` of Node 20 and 22 leaves a trace in it for each.
 */
export interface Cancellation {
  readonly cancelled: boolean;
  cancel(): void;
  /** Calls `wake` when it lets go, or at once if it has, and answers a function that stops that. */
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
