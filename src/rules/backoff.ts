import { endOf, type ClientCall, type Exchange, tolerance } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import type { Evidence } from './evidence.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { nameCall, toSeconds } from '../journal/wording.ts';

/** Waits of a call that nobody told how long to wait, in milliseconds and in order. */
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
    const longest = all.reduce((most, { waits }) => Math.max(most, waits.length), 0);
    const samples = Array.from({ length: longest }, (_, at) => {
      const waiting = all.filter(({ waits }) => waits.length > at);
      return { attempt: at + 2, waiting, waits: waiting.map(({ waits }) => waits[at] ?? 0) };
    }).filter(({ waits }) => waits.length > 1);
    if (isChance(samples, 4)) return undefined;
    if (!samples.every(areEqual)) return [];
    return samples.map(({ attempt, waiting, waits: [wait = 0] }) =>
      toFinding(
        `Before attempt ${attempt} each of ${waiting.length} calls waited ${toSeconds(wait)}`,
        waiting.flatMap(({ call }) => call.attempts.filter((one) => one.attempt === attempt)),
      ),
    );
  },
};

/** The waits before the second, third, … attempt, up to the first that the client was told or that is not known. */
function findWaits({ exchanges, calls }: Evidence): Waits[] {
  const isTold = findPauses(exchanges);
  return calls.flatMap((call) => {
    const retries = call.attempts.slice(1);
    const end = retries.findIndex((retry) => retry.waited === undefined || isTold(retry));
    const waits = (end === -1 ? retries : retries.slice(0, end)).map(({ waited = 0 }) => waited);
    return waits.length > 0 && call.attempts[0]?.attempt === 1 ? [{ call, waits }] : [];
  });
}

/**
 * Whether an attempt waited while its tenant was told to by whichever answer: a client that then stops all of its
 * workers makes them wait until one moment, and that says nothing about its backoff.
 */
function findPauses(exchanges: readonly Exchange[]): (retry: Exchange) => boolean {
  const pauses = new Map<string, { from: number; until: number }[]>();
  for (const exchange of exchanges) {
    const { tenantId } = exchange;
    const until = toRetryTime(exchange) ?? 0;
    if (tenantId === undefined || until <= endOf(exchange)) continue;
    const known = pauses.get(tenantId) ?? [];
    const last = known.at(-1);
    // Answers are in order of arrival, nearly that of their ends: a pause may be joined to the one before.
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
 * Whether waits may be equal by chance: few of them (with jitter two are as good as equal once in 50 times), or so short
 * that what is on the way hides how they differ. But no wait at all is none.
 */
function isChance(compared: readonly Compared[], enough: number): boolean {
  const [, longest] = toRange(compared.flatMap(({ waits }) => waits));
  const count = compared.reduce((sum, { waits }) => sum + waits.length - 1, 0);
  return count < enough || (longest > tolerance && longest < 5 * tolerance);
}

/** As equal as the waits of a timer are: within 1 %, or 3 ms; or all of them none. */
function areEqual({ waits }: Compared): boolean {
  const [least, most] = toRange(waits);
  return most <= tolerance || most - least <= Math.max(most * 0.01, 3);
}

function toRange(waits: readonly number[]): readonly [number, number] {
  return [waits.reduce((a, b) => Math.min(a, b), Infinity), waits.reduce((a, b) => Math.max(a, b), 0)];
}

function toConstant({ call, waits }: Waits): Finding {
  const list = waits.map(toSeconds).join(', ');
  return toFinding(`${nameCall(call)} waited ${list} between its attempts, always the same`, call.attempts);
}

/** Whether the longest wait behind a first one is clearly longer than all first ones. */
function grows(all: readonly Waits[]): boolean {
  const [, first] = toRange(all.map(({ waits: [wait = 0] }) => wait));
  const [, later] = toRange(all.flatMap(({ waits }) => waits.slice(1)));
  return later > first * 1.2;
}

/**
 * With full jitter a later wait may well be shorter than an earlier one. But that of four calls none waits longer later than
 * all of them did first has a chance of 1 in 10,000 at most, even if the backoff is capped at twice its start.
 */
function findShrinking(all: readonly Waits[]): Finding[] | undefined {
  const long = all.filter(({ waits }) => waits.length >= 4);
  const [, first] = toRange(long.map(({ waits: [wait = 0] }) => wait));
  const [, later] = toRange(long.flatMap(({ waits }) => waits.slice(1)));
  if (long.length < 4 || later > first) return undefined;
  const attempts = long.flatMap(({ call }) => call.attempts);
  return [toFinding(`No later wait was longer than the longest first wait, which took ${toSeconds(first)}`, attempts)];
}
