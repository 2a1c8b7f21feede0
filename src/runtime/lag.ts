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

/** From `from` to `until` a timer was due, and did not fire because the machine was busy. */
interface Measurement {
  readonly from: number;
  readonly until: number;
  readonly late: number;
}

export function createLag(clock: Pick<Clock, 'now'>): Lag {
  /** In order of time. */
  let measurements: Measurement[] = [];
  return {
    between(from, until): number {
      let longest = 0;
      for (let index = findFirst(measurements, from); index < measurements.length; index += 1) {
        const measurement = measurements[index];
        if (measurement === undefined || measurement.from > until) break;
        longest = Math.max(longest, measurement.late);
      }
      return longest;
    },
    record(late): void {
      if (late < smallestLag) return;
      const now = clock.now();
      // After the clock was set back, the later times come again.
      while ((measurements.at(-1)?.until ?? 0) > now) measurements.pop();
      measurements.push({ from: now - late, until: now, late });
      if (measurements.length > maxMeasurements) measurements = mergePairs(measurements);
    },
  };
}

/** The index of the first measurement that ends at `time` or later. */
function findFirst(measurements: readonly Measurement[], time: number): number {
  let [low, high] = [0, measurements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((measurements[middle]?.until ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergePairs(measurements: readonly Measurement[]): Measurement[] {
  return measurements.flatMap((measurement, index) => {
    const next = measurements[index + 1];
    if (index % 2 === 1) return [];
    return next
      ? { from: measurement.from, until: next.until, late: Math.max(measurement.late, next.late) }
      : measurement;
  });
}
