// Measures several subjects in turn, round by round, so that what else the machine does meets all of them.
import type { Sample, Subject } from './subjects.ts';

/** The figures of one subject, round by round. */
export interface Figures {
  readonly perSecond: readonly number[];
  /** Over all rounds: one is too short for what is counted. */
  readonly cpuMs: number | undefined;
}

export interface Range {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

const warmUpMs = 1500;
const roundMs = 400;

/** Closes the subjects at the end. */
export async function measureInTurn<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  rounds: number,
): Promise<Record<Name, Figures>> {
  const entries = Object.entries(subjects) as [Name, Subject][];
  const samples = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<Name, Sample[]>;
  for (const [, subject] of entries) await subject.run(warmUpMs);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, subject] of entries) samples[name].push(await subject.run(roundMs));
  }
  for (const [, subject] of entries) await subject.close();
  return Object.fromEntries(entries.map(([name]) => [name, toFigures(samples[name])])) as Record<Name, Figures>;
}

/** Of ratios, each of two figures of the same round. */
export function toRatio(ours: readonly number[], theirs: readonly number[]): Range {
  return toRange(ours.map((figure, round) => figure / (theirs[round] ?? Number.NaN)));
}

export function toRange(values: readonly number[]): Range {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: median(values), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function toFigures(samples: readonly Sample[]): Figures {
  const requests = samples.reduce((sum, sample) => sum + sample.requests, 0);
  const cpuSeconds = samples.reduce((sum, sample) => sum + (sample.cpuSeconds ?? Number.NaN), 0);
  return {
    perSecond: samples.map((sample) => sample.requests / sample.seconds),
    cpuMs: Number.isNaN(cpuSeconds) ? undefined : (cpuSeconds * 1e3) / requests,
  };
}
