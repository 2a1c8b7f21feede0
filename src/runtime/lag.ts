import type { Clock } from './clock.ts';

/** The lag of this machine: how much later than planned its timers fire. */
export interface Lag {
  /** The largest lag between two times, in milliseconds. It is 0 if nothing measured the lag. */
  between(from: number, until: number): number;
  /** Adds a measurement: a timer has just fired `late` milliseconds after its time. */
  record(late: number): void;
}

/** A smaller lag does not count, because every timer has it. */
const smallestLag = 3;
/** Maximum number of measurements. Then neighbours are merged. */
const maxMeasurements = 20_000;

interface Measurement {
  readonly at: number;
  readonly late: number;
}

export function createLag(clock: Pick<Clock, 'now'>): Lag {
  /** In order of time. */
  let measurements: Measurement[] = [];
  return {
    between(from, until): number {
      let longest = 0;
      for (const { at, late } of measurements.slice(findFirst(measurements, from))) {
        // From `at - late` to `at` the timer was due, and the machine was busy.
        if (at - late > until) break;
        longest = Math.max(longest, late);
      }
      return longest;
    },
    record(late): void {
      if (late < smallestLag) return;
      const at = clock.now();
      // After the clock was set back, the later times come again.
      while ((measurements.at(-1)?.at ?? 0) > at) measurements.pop();
      measurements.push({ at, late });
      if (measurements.length > maxMeasurements) measurements = mergeNeighbours(measurements);
    },
  };
}

/** The index of the first measurement at `time` or later. */
function findFirst(measurements: readonly Measurement[], time: number): number {
  let [low, high] = [0, measurements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((measurements[middle]?.at ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergeNeighbours(measurements: readonly Measurement[]): Measurement[] {
  return measurements.flatMap(({ at, late }, index) => {
    const before = measurements[index - 1];
    return index % 2 === 0 && index < measurements.length - 1 ? [] : [{ at, late: Math.max(late, before?.late ?? 0) }];
  });
}
