import type { Mock } from '../mock/mock.ts';

/** Milliseconds between two measurements. */
const interval = 20;
/** Milliseconds after the last request until the measurement pauses. Few clients wait so long between two attempts. */
const pauseAfter = 60_000;

/**
 * Measures how late a timer fires, again and again. Begins with the first request, and pauses while there are none, so
 * that no timer wakes an idle server. A manual clock has no lag, and without a journal nothing is judged.
 */
export function measureLag({ lag, options, journal }: Pick<Mock, 'lag' | 'options' | 'journal'>): { end(): void } {
  if (options.clock === 'manual' || options.journalLimit === 0) return { end: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  let used = 0;

  function start(): void {
    let due = performance.now() + interval;
    timer = setInterval(() => {
      const now = performance.now();
      lag.record(now - due);
      due = now + interval;
      if (now - used > pauseAfter) stop();
    }, interval);
    timer.unref();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  const unsubscribe = journal.subscribe(
    ({ exchange }) => {
      // A probe of a monitor is not judged, and must not wake an idle server.
      if (exchange.api === undefined) return;
      used = performance.now();
      if (timer === undefined) start();
    },
    { type: 'exchangeEnded' },
  );
  return {
    end(): void {
      unsubscribe();
      stop();
    },
  };
}
