import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { connection, seenAt, summary } from '../run.ts';

/** The real time, once a second. */
const second = signal(Date.now());
setInterval(() => document.hidden || (second.value = Date.now()), 1000);

/** The time on the mock's clock. A system clock goes on between two looks. */
export const now: ReadonlySignal<number> = computed(() => {
  const { time = 0, clock } = summary.value ?? {};
  const isFrozen = clock?.kind !== 'system' || connection.value !== 'live';
  return isFrozen ? time : time + Math.max(0, second.value - seenAt.value);
});
