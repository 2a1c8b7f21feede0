import type { ClientCall, Exchange } from '../client-calls.ts';
import { nameCall, toFinding, toSeconds, type Finding, type Rule } from './rule.ts';

/** Waits of calls that nobody told how long to wait: by call, then by the position of the wait. */
interface Waits {
  readonly call: ClientCall;
  /** In milliseconds. */
  readonly waits: readonly number[];
}

export const backoffGrows: Rule = {
  id: 'backoff-grows',
  title: 'Backoff grows',
  requirement: 'Where no Retry-After is given, the waits between the attempts of a call become longer.',
  source: 'AWS Architecture Blog, Exponential Backoff And Jitter; VibeFollow SDK page (exponential backoff and jitter)',
  level: 'SHOULD',
  check({ calls }): readonly Finding[] | undefined {
    const all = findWaits(calls).filter(({ waits }) => waits.length > 1);
    if (all.length === 0) return undefined;
    const constant = all.filter(({ waits }) => areEqual(waits));
    if (constant.length > 0) return constant.map(toConstant);
    return findShrinking(all);
  },
};

export const backoffJitters: Rule = {
  id: 'backoff-jitters',
  title: 'Backoff has jitter',
  requirement: 'Where no Retry-After is given, calls do not wait equally long before the same attempt.',
  source: 'AWS Architecture Blog, Exponential Backoff And Jitter; VibeFollow SDK page (exponential backoff and jitter)',
  level: 'SHOULD',
  check({ calls }): readonly Finding[] | undefined {
    const all = findWaits(calls);
    const longest = Math.max(0, ...all.map(({ waits }) => waits.length));
    const samples = Array.from({ length: longest }, (_, at) => all.filter(({ waits }) => waits.length > at)).map(
      (waiting, at) => ({ attempt: at + 2, waiting, waits: waiting.map(({ waits }) => waits[at] ?? 0) }),
    );
    // Of two calls that wait equally long, chance may be the reason; of three it is not.
    const telling = samples.filter(({ waits }) => waits.length >= 3);
    if (telling.length === 0) return undefined;
    return telling
      .filter(({ waits }) => areEqual(waits))
      .map(({ attempt, waiting, waits: [wait = 0] }) =>
        toFinding(
          `Before attempt ${attempt} each of ${waiting.length} calls waited ${toSeconds(wait)}`,
          waiting.flatMap(({ call }) => call.attempts.filter((one) => one.attempt === attempt)),
        ),
      );
  },
};

/** The waits before the second, third, … attempt, up to the first that the client was told or that is not known. */
function findWaits(calls: readonly ClientCall[]): Waits[] {
  return calls.flatMap((call) => {
    const retries = call.attempts.slice(1);
    const end = retries.findIndex(({ waited, toldToWait }) => waited === undefined || toldToWait !== undefined);
    const waits = (end === -1 ? retries : retries.slice(0, end)).map(({ waited = 0 }) => waited);
    return waits.length > 0 && call.attempts[0]?.attempt === 1 ? [{ call, waits }] : [];
  });
}

/** As equal as the waits of a timer are: within 5 %, or 3 ms. */
function areEqual(waits: readonly number[]): boolean {
  const [least, most] = [Math.min(...waits), Math.max(...waits)];
  return most - least <= Math.max(most * 0.05, 3);
}

function toConstant({ call, waits }: Waits): Finding {
  const list = waits.map(toSeconds).join(', ');
  return toFinding(`${nameCall(call)} waited ${list} between its attempts, always the same`, call.attempts);
}

/**
 * With full jitter a later wait may well be shorter than an earlier one. But that none of three or more later waits is
 * longer than all the first ones has a chance of 1 in 256 at most.
 */
function findShrinking(all: readonly Waits[]): Finding[] {
  const long = all.filter(({ waits }) => waits.length >= 4);
  const first = Math.max(...long.map(({ waits: [wait = 0] }) => wait));
  const later = Math.max(...long.flatMap(({ waits }) => waits.slice(1)));
  if (long.length === 0 || later > first) return [];
  const attempts: Exchange[] = long.flatMap(({ call }) => call.attempts);
  return [toFinding(`No wait was longer than the first ones, which took up to ${toSeconds(first)}`, attempts)];
}
