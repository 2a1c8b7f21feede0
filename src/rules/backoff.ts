import { tolerance } from '../journal/exchange.ts';
import { toSeconds } from '../journal/wording.ts';
import {
  chanceOfCluster,
  chanceOfHits,
  chanceOfLonger,
  countWithin,
  maxOf,
  minOf,
  quantileOf,
  widthOf,
} from './chances.ts';
import { toFinding, type Finding, type Inconclusive, type Rule } from './rule.ts';
import { areManyUnderWay, findWaits, lagOf, toRangeText, type CallWaits, type Wait } from './waits.ts';

const source = 'AWS Architecture Blog, Exponential Backoff And Jitter; VibeFollow SDK page (backoff and jitter)';

/** With this many calls nearly every strategy can be judged. */
const enough = 16;
/** Clients and networks make waits longer by a few milliseconds, so a smaller difference says nothing. */
const smallestNoise = 20;
/** A jitter of this width must not be taken for none, in milliseconds and as a share of the wait. */
const narrowestJitter = { width: 40, share: 0.2 };
/** The slowest growth that must not be taken for none. */
const slowestGrowth = 1.25;
/** Without growth, the longest later wait of enough calls rarely exceeds the longest first wait by more. */
const flatRatio = 1.17;
/** The one or two longest waits are outliers if the next one is below these shares of them. With full jitter this is rare. */
const outlierShares = [0.75, 0.6];
/** Number of waits that may be outliers when lists are compared. */
const spared = 2;
/** The maximum chance of a wrong verdict at one look. The battery looks after each call. */
const maxChance = { grows: 0.0002, isFlat: 0.0001, jitters: 0.001, isEqual: 0.0005, atEnough: 0.003 };

const underWay: Inconclusive = { missing: 'many calls still wait before their next attempt' };

export const backoffGrows: Rule = {
  id: 'backoff-grows',
  title: 'Backoff grows',
  requirement: 'Without Retry-After, the waits between the attempts of a call become longer.',
  source,
  level: 'SHOULD',
  check(evidence): readonly Finding[] | Inconclusive | undefined {
    const calls = findWaits(evidence).filter(({ waits }) => waits.length > 1);
    if (calls.length === 0) return undefined;
    if (areManyUnderWay(evidence, calls)) return underWay;
    const first = calls.flatMap(({ waits }) => waits.slice(0, 1));
    const later = calls.flatMap(({ waits }) => waits.slice(1));
    if (grows(first, later)) return [];
    if (isAtOnce([...first, ...later])) return [toAtOnce([...first, ...later])];
    if (isFlat(first, later) || (calls.length >= enough && areLongestFlat(calls))) return [toFlat(first, later)];
    const count = `${toCount(calls.length)} waited twice`;
    return toMissing(calls.length, count, [...first, ...later], 'their waits overlap too much to tell');
  },
};

export const backoffJitters: Rule = {
  id: 'backoff-jitters',
  title: 'Backoff has jitter',
  requirement: 'Without Retry-After, calls do not wait equally long before the same attempt.',
  source,
  level: 'SHOULD',
  check(evidence): readonly Finding[] | Inconclusive | undefined {
    const calls = findWaits(evidence);
    if (calls.length === 0) return undefined;
    if (areManyUnderWay(evidence, calls)) return underWay;
    const all = calls.flatMap(({ waits }) => waits);
    const positions = toPositions(calls.map(({ waits }) => waits)).filter(({ length }) => length > 1);
    if (jitters(positions, all)) return [];
    // Some clients retry at once only the first time.
    if (positions.length > 1 && positions.every(isNearZero) && isAtOnce(all)) return [toAtOnce(all)];
    const spaced = positions.filter((waits) => !isNearZero(waits));
    if (areEqual(spaced)) return spaced.map(toEqual);
    const count = `${toCount(calls.length)} waited`;
    return toMissing(calls.length, count, all, 'their waits differ too much for none, and too little for jitter');
  },
};

/** Whether later waits are longer than first waits by more than noise and chance explain. Two of them may be outliers. */
function grows(first: readonly Wait[], later: readonly Wait[]): boolean {
  const { lag, noise } = toNoise([...first, ...later]);
  const [firstTimes, laterTimes] = [timesOf(first), timesOf(later)];
  const longest = laterTimes.toSorted((a, b) => b - a)[spared] ?? 0;
  if (longest - maxOf(firstTimes) < noise) return false;
  const limit = first.length < enough ? maxChance.grows : maxChance.atEnough;
  return chanceOfLonger(shorten(laterTimes, lag), firstTimes, spared) <= limit;
}

/** Whether later waits are certainly not longer: all are equal, or first waits are longer than slow growth explains. */
function isFlat(first: readonly Wait[], later: readonly Wait[]): boolean {
  const { lag } = toNoise([...first, ...later]);
  const [firstTimes, laterTimes] = [timesOf(first), timesOf(later)];
  const all = [...firstTimes, ...laterTimes].toSorted((a, b) => a - b);
  if (chanceOfEqual(all, all.length) <= maxChance.isFlat) return true;
  const shrunk = laterTimes.map((time) => time / slowestGrowth);
  return chanceOfLonger(shorten(firstTimes, lag), shrunk, spared) <= maxChance.isFlat;
}

/** Whether the longest later wait is hardly longer than the longest first wait. With full jitter these two say most. */
function areLongestFlat(calls: readonly CallWaits[]): boolean {
  const { lag, noise } = toNoise(calls.flatMap(({ waits }) => waits));
  const chains = calls.map(({ waits }) => timesOf(waits));
  const first = chains.map(([time = 0]) => time);
  const longest = longestOf(first);
  // Polly draws the times of the attempts, and not the waits. The third attempt then comes later than any second one.
  const drawsTimes =
    minOf(first) < 0.45 * longest && chains.every(([time = 0, next = 0]) => time + next >= longest - noise);
  // A lag within the tolerance makes all waits longer alike.
  const shortening = lag <= tolerance ? 0 : noise;
  return !drawsTimes && maxOf(chains.flatMap((times) => times.slice(1))) <= flatRatio * (longest - shortening);
}

/** The longest time, without outliers. A client may stall for a moment, and no timer of the server shows that. */
function longestOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => b - a);
  const outliers = outlierShares.findLastIndex((share, at) => (sorted[at + 1] ?? 0) < share * (sorted[at] ?? 0)) + 1;
  return sorted[outliers] ?? 0;
}

/** Whether more waits than one in ten differ from the others at their position by more than noise explains. */
function jitters(positions: readonly (readonly Wait[])[], all: readonly Wait[]): boolean {
  const { noise } = toNoise(all);
  const count = positions.reduce((sum, waits) => sum + waits.length, 0);
  const within = positions.reduce((sum, waits) => sum + countWithin(sortedTimesOf(waits), noise), 0);
  return chanceOfHits(count, count - within, 0.1) <= maxChance.jitters;
}

/** Whether waits at each position are too equal for any jitter. One wait in four may be an outlier. */
function areEqual(positions: readonly (readonly Wait[])[]): boolean {
  const chances = positions.map((waits) => {
    const times = sortedTimesOf(waits);
    const counts = [0.75, 0.85, 0.95, 1].map((share) => Math.ceil(share * times.length));
    return minOf(counts.map((count) => chanceOfEqual(times, count)));
  });
  return (
    chances.length > 0 &&
    chances.every((chance) => chance < 1) &&
    chances.reduce((product, chance) => product * chance, 1) <= maxChance.isEqual
  );
}

/** The maximum chance that waits with a narrow jitter are as equal as these. They are in ascending order. */
function chanceOfEqual(times: readonly number[], count: number): number {
  const jitter = Math.min(narrowestJitter.width, narrowestJitter.share * (times[0] ?? 0));
  // Times are whole milliseconds.
  return chanceOfCluster(times.length, count, widthOf(times, count) + 1, jitter);
}

function isAtOnce(waits: readonly Wait[]): boolean {
  return waits.length >= 4 && isNearZero(waits);
}

function isNearZero(waits: readonly Wait[]): boolean {
  return quantileOf(timesOf(waits), 0.75) <= tolerance;
}

/** The waits before the second, third, … attempt of all calls. */
function toPositions(calls: readonly (readonly Wait[])[]): readonly (readonly Wait[])[] {
  const longest = maxOf(calls.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => calls.flatMap((waits) => waits.slice(at, at + 1)));
}

/** The lag of the machine during the waits, and the differences that it explains, both in milliseconds. */
function toNoise(waits: readonly Wait[]): { lag: number; noise: number } {
  const lag = lagOf(waits);
  // The requests of a client pass through several processes, and each of them may lag.
  return { lag, noise: Math.max(smallestNoise, 1.5 * lag) };
}

function shorten(times: readonly number[], lag: number): number[] {
  return times.map((time) => time - lag);
}

function timesOf(waits: readonly Wait[]): number[] {
  return waits.map(({ wait }) => wait);
}

function sortedTimesOf(waits: readonly Wait[]): number[] {
  return timesOf(waits).sort((a, b) => a - b);
}

function toAtOnce(waits: readonly Wait[]): Finding {
  const message = `${waits.length} retries came ${toRangeText(waits)} after the failures, which is at once`;
  return toFinding(message, toExchanges(waits));
}

function toFlat(first: readonly Wait[], later: readonly Wait[]): Finding {
  const message = `${toCount(first.length)} waited ${toRangeText(first)} before the second attempt, and ${toRangeText(later)} before later ones: the waits do not become longer`;
  return toFinding(message, toExchanges([...first, ...later]));
}

function toEqual(waits: readonly Wait[]): Finding {
  const sorted = waits.toSorted((a, b) => a.wait - b.wait);
  const times = timesOf(sorted);
  const count = Math.max(countWithin(times, smallestNoise), Math.ceil(0.75 * times.length));
  const width = widthOf(times, count);
  const from = times.findIndex((time, index) => (times[index + count - 1] ?? Infinity) - time === width);
  const equal = sorted.slice(from, from + count);
  const attempt = waits[0]?.exchanges[1].attempt ?? 0;
  const which = `${count === times.length ? 'each' : count} of ${toCount(times.length)}`;
  const message = `Before attempt ${attempt}, ${which} waited ${toRangeText(equal)}: the waits have no jitter`;
  return toFinding(message, toExchanges(equal));
}

function toMissing(calls: number, count: string, waits: readonly Wait[], overlap: string): Inconclusive {
  const longest = maxOf(waits.map(({ lag }) => lag));
  const reasons = [
    ...(calls < enough ? [`${count}; up to ${enough} are needed`] : []),
    ...(toNoise(waits).noise > smallestNoise
      ? [`this machine was too busy: its timers were up to ${toSeconds(longest)} late`]
      : []),
  ];
  return { missing: reasons.length > 0 ? reasons.join('; ') : `${count}, but ${overlap}` };
}

function toExchanges(waits: readonly Wait[]): Wait['exchanges'][number][] {
  return [...new Set(waits.flatMap(({ exchanges }) => exchanges))].sort((a, b) => a.number - b.number);
}

/** Such as `1 call` or `5 calls`. */
function toCount(calls: number): string {
  return `${calls} call${calls === 1 ? '' : 's'}`;
}
