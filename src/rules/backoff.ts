import { endOf, type ClientCall, type Exchange, tolerance } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import type { Evidence } from './evidence.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { nameCall, toSeconds } from '../journal/wording.ts';

/** The waits of a call without Retry-After, in milliseconds and in order. */
interface Waits {
  readonly call: ClientCall;
  readonly waits: readonly number[];
}

const source = 'AWS Architecture Blog, Exponential Backoff And Jitter; VibeFollow SDK page (backoff and jitter)';

export const backoffGrows: Rule = {
  id: 'backoff-grows',
  title: 'Backoff grows',
  requirement: 'Without Retry-After, the waits between the attempts of a call become longer.',
  source,
  level: 'SHOULD',
  check(evidence): readonly Finding[] | undefined {
    const all = findWaits(evidence).filter(({ waits }) => waits.length > 1);
    if (isChance(all, 3)) return undefined;
    if (all.every(areEqual)) return all.map(toConstant);
    return grows(all) ? [] : findShrinking(all);
  },
};

export const backoffJitters: Rule = {
  id: 'backoff-jitters',
  title: 'Backoff has jitter',
  requirement: 'Without Retry-After, calls do not wait equally long before the same attempt.',
  source,
  level: 'SHOULD',
  check(evidence): readonly Finding[] | undefined {
    const all = findWaits(evidence);
    const longest = all.reduce((max, { waits }) => Math.max(max, waits.length), 0);
    const samples = Array.from({ length: longest }, (_, at) => {
      const waiting = all.filter(({ waits }) => waits.length > at);
      return { attempt: at + 2, waiting, waits: waiting.map(({ waits }) => waits[at] ?? 0) };
    }).filter(({ waits }) => waits.length > 1);
    if (isChance(samples, 4)) return undefined;
    if (!samples.every(areEqual)) return [];
    return samples.map(({ attempt, waiting, waits: [wait = 0] }) =>
      toFinding(
        `Before attempt ${attempt} each of ${waiting.length} calls waited ${toSeconds(wait)}`,
        waiting.flatMap(({ call }) => call.attempts.filter((exchange) => exchange.attempt === attempt)),
      ),
    );
  },
};

/** The waits before the second, third, … attempt. The list ends before a wait that is required or not known. */
function findWaits({ exchanges, calls }: Evidence): Waits[] {
  const isRequired = findRequiredWaits(exchanges);
  return calls.flatMap((call) => {
    const retries = call.attempts.slice(1);
    const end = retries.findIndex((retry) => retry.waited === undefined || isRequired(retry));
    const waits = (end === -1 ? retries : retries.slice(0, end)).map(({ waited = 0 }) => waited);
    return waits.length > 0 && call.attempts[0]?.attempt === 1 ? [{ call, waits }] : [];
  });
}

/**
 * Checks whether an attempt waited while any answer required its tenant to wait. A client can then stop all of its
 * workers until one moment. Such a wait says nothing about its backoff.
 */
function findRequiredWaits(exchanges: readonly Exchange[]): (retry: Exchange) => boolean {
  const pauses = new Map<string, { from: number; until: number }[]>();
  for (const exchange of exchanges) {
    const { tenantId } = exchange;
    const until = toRetryTime(exchange) ?? 0;
    if (tenantId === undefined || until <= endOf(exchange)) continue;
    const known = pauses.get(tenantId) ?? [];
    const last = known.at(-1);
    // The order of arrival is nearly the order of the ends, so overlapping pauses follow each other.
    if (last && endOf(exchange) <= last.until) last.until = Math.max(last.until, until);
    else known.push({ from: endOf(exchange), until });
    pauses.set(tenantId, known);
  }
  return ({ tenantId = '', at, waited = 0, requiredWait }) =>
    requiredWait !== undefined ||
    pauses.get(tenantId)?.some(({ from, until }) => from <= at && until > at - waited) === true;
}

interface Compared {
  readonly waits: readonly number[];
}

/**
 * Whether waits may be equal by chance. A few waits may: with jitter, two waits are nearly equal once in 50 times.
 * Short waits may, because the network hides their differences. Waits of zero are never equal by chance.
 */
function isChance(compared: readonly Compared[], minimum: number): boolean {
  const [, longest] = toRange(compared.flatMap(({ waits }) => waits));
  const count = compared.reduce((sum, { waits }) => sum + waits.length - 1, 0);
  return count < minimum || (longest > tolerance && longest < 5 * tolerance);
}

/** Whether waits are as equal as those of a timer: within 1 % or 3 ms, or all of them near zero. */
function areEqual({ waits }: Compared): boolean {
  const [shortest, longest] = toRange(waits);
  return longest <= tolerance || longest - shortest <= Math.max(longest * 0.01, 3);
}

function toRange(waits: readonly number[]): readonly [number, number] {
  return [waits.reduce((a, b) => Math.min(a, b), Infinity), waits.reduce((a, b) => Math.max(a, b), 0)];
}

function toConstant({ call, waits }: Waits): Finding {
  const list = waits.map(toSeconds).join(', ');
  return toFinding(`${nameCall(call)} waited ${list} between its attempts, always the same`, call.attempts);
}

/** Whether the longest later wait is clearly longer than every first wait. */
function grows(all: readonly Waits[]): boolean {
  const [, first] = toRange(all.map(({ waits: [wait = 0] }) => wait));
  const [, later] = toRange(all.flatMap(({ waits }) => waits.slice(1)));
  return later > first * 1.2;
}

/**
 * With full jitter a later wait can be shorter than an earlier wait. In four calls, the chance that no later wait is
 * longer than every first wait is at most 1 in 10,000, even if the backoff stops growing at twice its start.
 */
function findShrinking(all: readonly Waits[]): Finding[] | undefined {
  const long = all.filter(({ waits }) => waits.length >= 4);
  const [, first] = toRange(long.map(({ waits: [wait = 0] }) => wait));
  const [, later] = toRange(long.flatMap(({ waits }) => waits.slice(1)));
  if (long.length < 4 || later > first) return undefined;
  const attempts = long.flatMap(({ call }) => call.attempts);
  return [toFinding(`No later wait was longer than the longest first wait, which took ${toSeconds(first)}`, attempts)];
}
