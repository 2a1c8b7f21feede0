// Judges the figures of a soak run.
import type { Holding } from './server.ts';

/** The measurement at the end of a round, after all clients have left. */
export interface Measured extends Holding {
  /** Number of requests since the start of the run. */
  readonly requests: number;
}

/** The share of a run that is not judged. In this time bounded stores fill up and the engine compiles. */
export const warmUp = 1 / 3;
/** Bytes by which the heap may rise. Garbage collection alone moves it this much. */
export const allowance = 1_000_000;

/** Bytes by which the heap rises after the warm-up. They come from a line fitted by least squares. */
export function toRise(rounds: readonly Measured[]): number {
  const points = rounds.slice(Math.ceil(rounds.length * warmUp));
  const mean = (pick: (one: Measured) => number): number =>
    points.reduce((sum, one) => sum + pick(one), 0) / points.length;
  const [x, y] = [mean(({ requests }) => requests), mean(({ heap }) => heap)];
  const covariance = mean(({ requests, heap }) => (requests - x) * (heap - y));
  const variance = mean(({ requests }) => (requests - x) ** 2);
  const span = (points.at(-1)?.requests ?? 0) - (points[0]?.requests ?? 0);
  return (covariance / variance) * span;
}

/** The resources, listeners and objects that exist at the end but not at the beginning. */
export function toLeaks(before: Holding, after: Holding): string[] {
  const resources = [...new Set([...before.resources, ...after.resources])];
  const count = ({ resources }: Holding, kind: string): number => resources.filter((one) => one === kind).length;
  return [
    ...resources.map((kind) => [`active resource ${kind}`, count(before, kind), count(after, kind)] as const),
    ...compare('listeners on', before.listeners, after.listeners),
    ...compare('objects of class', before.objects, after.objects),
  ].flatMap(([what, first, last]) => (last > first ? [`${what}: ${first} at the beginning, ${last} at the end`] : []));
}

function compare(
  what: string,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): (readonly [string, number, number])[] {
  return Object.entries(before).map(([name, count]) => [`${what} ${name}`, count, after[name] ?? 0] as const);
}
