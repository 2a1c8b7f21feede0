import { createEvents } from '../../src/journal/events.ts';
import { createJournal, type WritableJournal } from '../../src/journal/journal.ts';
import type { RetentionLimits } from '../../src/journal/retention.ts';
import { createManualClock } from '../../src/runtime/clock.ts';

/** A journal without a mock. */
export function createLoneJournal(limit: number, bounds?: RetentionLimits): WritableJournal {
  const events = createEvents({ clock: createManualClock(0), isManual: true, isUnderWay: () => false });
  return createJournal(limit, events, bounds);
}
