// What the figures of a soak run say.
import type { Holding } from './server.ts';

/** What was measured at the end of a round, when all clients had left. */
export interface Measured extends Holding {
  /** Since the start. */
  readonly requests: number;
}

/** The first part of a run, in which what is bounded fills up and the engine compiles. */
export const warmUp = 1 / 3;
/** Bytes of the heap for each request that are put down to chance: a listener that stays, or an entry of a list, is more. */
export const allowance = 64;

/** Bytes by which the heap grew with each request after the warm-up: the least-squares slope. */
export function toGrowth(rounds: readonly Measured[]): number {
  const points = rounds.slice(Math.ceil(rounds.length * warmUp));
  const mean = (pick: (one: Measured) => number): number =>
    points.reduce((sum, one) => sum + pick(one), 0) / points.length;
  const [x, y] = [mean(({ requests }) => requests), mean(({ heap }) => heap)];
  const [covariance, variance] = [
    mean(({ requests, heap }) => (requests - x) * (heap - y)),
    mean(({ requests }) => (requests - x) ** 2),
  ];
  return covariance / variance;
}

/** What is there at the end and was not at the beginning. */
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
