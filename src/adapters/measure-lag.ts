import type { Mock } from '../mock/mock.ts';

/** Milliseconds between two measurements. */
const interval = 20;

/** Measures how late a timer fires, again and again. A manual clock has no lag. */
export function measureLag({ lag, options }: Pick<Mock, 'lag' | 'options'>): { end(): void } {
  if (options.clock === 'manual') return { end: () => undefined };
  let due = performance.now() + interval;
  const timer = setInterval(() => {
    const now = performance.now();
    lag.record(now - due);
    due = now + interval;
  }, interval);
  timer.unref();
  return { end: () => clearInterval(timer) };
}
