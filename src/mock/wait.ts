import type { components } from '../generated/admin.ts';
import type { Events } from '../journal/events.ts';
import { wakeInRealTime } from '../runtime/clock.ts';

/** How long the clients must be idle, in real milliseconds. */
export type Wait = Readonly<components['schemas']['Wait']>;

/** What tells whether the clients are idle. */
interface Traffic {
  readonly events: Pick<Events, 'subscribe'>;
  /** Number of requests under way. */
  underWay(): number;
  readonly signal: AbortSignal | undefined;
}

/** Waits until no request of an API has been under way for `idle` ms. Returns whether that was before the time-out. */
export async function waitUntilIdle(
  { idle, timeout }: Required<Wait>,
  { events, underWay, signal }: Traffic,
): Promise<boolean> {
  return new Promise((resolve) => {
    let cancelIdle = wakeInRealTime(idle, check);
    const cancelTimeout = wakeInRealTime(timeout, () => end(false));
    const unsubscribe = events.subscribe(
      (event) => {
        const { api } = event.type === 'exchangeEnded' ? event.exchange : event;
        if (api === undefined) return;
        cancelIdle();
        cancelIdle = wakeInRealTime(idle, check);
      },
      { type: ['exchangeBegan', 'exchangeEnded'] },
    );
    const abort = (): void => end(false);
    signal?.addEventListener('abort', abort);

    function check(): void {
      // The end of the request under way is an event, which begins the time anew.
      if (underWay() === 0) end(true);
    }

    function end(isIdle: boolean): void {
      cancelIdle();
      cancelTimeout();
      unsubscribe();
      signal?.removeEventListener('abort', abort);
      resolve(isIdle);
    }
  });
}
