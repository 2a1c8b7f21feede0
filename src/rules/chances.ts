// Chances of what random waits look like. Rules judge only if chance explains the waits less often than they may err.

/**
 * Maximum chance that values are as different as these if both lists come from the same jitter: a uniform one of any
 * width. A delay that lasts equally long in both does not matter. The `spared` longest values may be outliers.
 */
export function chanceOfLonger(values: readonly number[], others: readonly number[], spared: number): number {
  const longest = values.toSorted((a, b) => b - a)[spared];
  const bound = maxOf(others);
  if (longest === undefined || others.length === 0 || longest <= bound) return 1;
  // Of all values, the longest are in the one list. Those between the shortest and `longest` are spread evenly, and
  // the other list has none in the upper part.
  const shortest = Math.min(minOf(values), minOf(others));
  const below = (bound - shortest) / (longest - shortest);
  const rest = values.length + others.length - spared - 1;
  let chance = 1;
  for (let rank = 0; rank <= spared; rank += 1) chance *= (values.length - rank) / (rest + spared + 1 - rank);
  const isOther = others.length / rest;
  return chance * (isOther * below ** (others.length - 1) + (1 - isOther) * below ** others.length);
}

/**
 * Maximum chance that at least `count` of the values are within `width` of each other, if a uniform jitter of `jitter`
 * was added to each. Any independent lag only makes this less likely.
 */
export function chanceOfCluster(values: number, count: number, width: number, jitter: number): number {
  const power = (count - 1) * Math.log(width / jitter);
  return Math.min(1, Math.exp(Math.log(values) + logWays(values - 1, count - 1) + power));
}

/** The chance of `count` or more hits in a number of trials. */
export function chanceOfHits(trials: number, count: number, chance: number): number {
  let logTerm = trials * Math.log(1 - chance);
  let sum = count > 0 ? 0 : Math.exp(logTerm);
  for (let hits = 1; hits <= trials; hits += 1) {
    logTerm += Math.log(((trials - hits + 1) / hits) * (chance / (1 - chance)));
    if (hits >= count) sum += Math.exp(logTerm);
  }
  return sum;
}

/** The smallest width that holds `count` of the values. They are in ascending order. */
export function widthOf(sorted: readonly number[], count: number): number {
  return minOf(sorted.slice(count - 1).map((value, index) => value - (sorted[index] ?? 0)));
}

/** The largest number of values within a width. They are in ascending order. */
export function countWithin(sorted: readonly number[], width: number): number {
  let [largest, from] = [0, 0];
  for (const [index, value] of sorted.entries()) {
    while (value - (sorted[from] ?? 0) > width) from += 1;
    largest = Math.max(largest, index + 1 - from);
  }
  return largest;
}

/** The smallest value that a share of the values does not exceed. It is 0 for an empty list. */
export function quantileOf(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0;
}

export function maxOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

export function minOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

/** The logarithm of the number of ways to choose a number of items. The number itself may be too large. */
function logWays(from: number, chosen: number): number {
  let sum = 0;
  for (let index = 1; index <= chosen; index += 1) sum += Math.log((from - chosen + index) / index);
  return sum;
}
