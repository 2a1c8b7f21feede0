import type { components } from '../generated/admin.ts';
import type { MockEvent } from '../journal/event.ts';
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
        if (isOther(event)) return;
        cancelIdle();
        cancelIdle = wakeInRealTime(idle, check);
      },
      { type: ['exchangeBegan', 'exchangeEnded', 'journalCleared'] },
    );
    const abort = (): void => end(false);
    signal?.addEventListener('abort', abort);

    function check(): void {
      // The end of the request under way is an event, which begins the time anew. So is the reset that cancels it.
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

/** Whether a request means no API. */
function isOther(event: MockEvent): boolean {
  if (event.type === 'exchangeEnded') return event.exchange.api === undefined;
  return event.type === 'exchangeBegan' && event.api === undefined;
}
