import { endOf, isDelivered, type Exchange, tolerance, isEarly } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { isUnderWay, type Endpoint } from './endpoints.ts';
import { errorCodesOf, errorMeaningOf } from '../openapi/error-meaning.ts';
import { maxOf, minOf } from './chances.ts';
import type { Evidence } from './evidence.ts';
import { toFinding, type Finding, type Inconclusive, type Rule } from './rule.ts';
import { nameAnswer, nameAttempt, toSeconds } from '../journal/wording.ts';

export const retryAfterHonored: Rule = {
  id: 'retry-after-honored',
  title: 'Retry-After is honored',
  requirement:
    'The client sends no new attempt before the time in Retry-After. After 429 it sends no request to the endpoint before that time.',
  source: 'RFC 9110, section 10.2.3; RFC 6585, section 4; VibeFollow errors page',
  level: 'MUST',
  check({ exchanges, calls, endpoints, lag }): readonly Finding[] | undefined {
    if (!exchanges.some((exchange) => toRetryTime(exchange) !== undefined)) return undefined;
    const early = calls.flatMap(({ attempts }) => attempts.filter(isEarly)).map(toEarlyAttempt);
    return [...early, ...endpoints.flatMap((endpoint) => findIntrusions(endpoint, lag))];
  },
};

export const queueFullBacksOff: Rule = {
  id: 'queue-full-backs-off',
  title: 'A full queue gets time to drain',
  requirement: `After ${errorCodesOf('queue-full').join(' or ')} the client waits, and resumes with chunks no larger than before.`,
  source: 'VibeFollow errors page, backfill_queue_full',
  level: 'MUST',
  check({ exchanges, endpoints, lag }): readonly Finding[] | Inconclusive | undefined {
    if (!exchanges.some(isQueueFull)) return undefined;
    const groups = endpoints.map((endpoint) => findResumptions(endpoint, lag));
    const findings = groups.flatMap((resumptions) => [...findHasty(resumptions), ...resumptions.flatMap(checkSize)]);
    return findings.length > 0 ? findings : (groups.map(findDoubt).find(Boolean) ?? []);
  },
};

function toEarlyAttempt(exchange: Exchange): Finding {
  const { waited = 0, requiredWait = 0 } = exchange;
  return toFinding(
    `${nameAttempt(exchange)} came after ${toSeconds(waited)}; it was told to wait ${toSeconds(requiredWait)}`,
    [exchange],
  );
}

/** Finds requests of other calls to an endpoint that arrived before the Retry-After of its 429 had passed. */
function findIntrusions({ exchanges, isConcurrent }: Endpoint, lag: Evidence['lag']): Finding[] {
  const findings: Finding[] = [];
  // Requests under way are excused only by the first refusal. A later refusal must not excuse more of them.
  let first: Exchange | undefined;
  let strictest: Exchange | undefined;
  for (const exchange of exchanges) {
    const known = [first, strictest].filter((refusal) => refusal && !isUnderWay(exchange, refusal, isConcurrent, lag));
    const ignored = known.find((refusal) => refusal && intrudes(exchange, refusal));
    if (ignored) findings.push(toIntrusion(exchange, ignored));
    // A request that succeeds after the required wait shows that the limit is over.
    else if (known.includes(strictest) && isDelivered(exchange)) first = strictest = undefined;
    if (exchange.status !== 429 || toRetryTime(exchange) === undefined) continue;
    if (first === undefined || exchange.at >= untilOf(first)) first = exchange;
    if (untilOf(exchange) > untilOf(strictest)) strictest = exchange;
  }
  return findings;
}

function intrudes(exchange: Exchange, refusal: Exchange): boolean {
  const hasOwnTime = exchange.requiredWait !== undefined || exchange.call === refusal.call;
  return !hasOwnTime && exchange.at + tolerance < untilOf(refusal);
}

function toIntrusion(exchange: Exchange, refusal: Exchange): Finding {
  const after = `${toSeconds(exchange.at - endOf(refusal))} after ${nameAttempt(refusal)} met ${nameAnswer(refusal)}`;
  const wait = toSeconds(untilOf(refusal) - endOf(refusal));
  return toFinding(`${nameAttempt(exchange)} came ${after}, which said to wait ${wait}`, [refusal, exchange]);
}

function untilOf(refusal: Exchange | undefined): number {
  return (refusal && toRetryTime(refusal)) ?? 0;
}

function isQueueFull(exchange: Exchange): boolean {
  return errorMeaningOf(exchange) === 'queue-full' && exchange.broken === undefined;
}

/** A refusal because of a full queue, and the first request that the client sent after it knew the refusal. */
interface Resumption {
  readonly refused: Exchange;
  readonly next: Exchange;
  /** Number of records in the largest earlier chunk. */
  readonly largest: number;
  /** The time that the client left to the queue, in milliseconds. Absent after a Retry-After. */
  readonly pause?: number;
  /** The part of the pause that the lag of the machine does not explain. */
  readonly ownPause?: number;
}

function toPause(
  refused: Exchange,
  next: Exchange,
  lag: Evidence['lag'],
): Pick<Resumption, 'pause' | 'ownPause'> | undefined {
  // retry-after-honored judges waits after a Retry-After.
  if (toRetryTime(refused) !== undefined) return undefined;
  const pause = next.at - endOf(refused);
  return { pause, ownPause: pause - 1.5 * lag(endOf(refused), next.at) };
}

function findResumptions({ exchanges, isConcurrent }: Endpoint, lag: Evidence['lag']): Resumption[] {
  const ownRefusals = new Map<Exchange['call'], Exchange>();
  let largest = 0;
  let first: Exchange | undefined;
  let newest: Exchange | undefined;
  return exchanges.flatMap((next) => {
    const isKnown = first !== undefined && !isUnderWay(next, first, isConcurrent, lag);
    const refused = ownRefusals.get(next.call) ?? (isKnown ? newest : undefined);
    const resumptions = refused ? [{ refused, next, largest, ...toPause(refused, next, lag) }] : [];
    largest = Math.max(largest, next.records);
    if (isDelivered(next)) first = undefined;
    ownRefusals.delete(next.call);
    if (isQueueFull(next)) {
      ownRefusals.set(next.call, next);
      first ??= next;
      newest = next;
    }
    return resumptions;
  });
}

/**
 * With full jitter a few waits are near zero by chance. If the first wait is at most 0.1 s, two waits of one call are
 * near zero once in 200 times, and eight waits of different calls are this short once in 250 times.
 */
function findHasty(resumptions: readonly Resumption[]): Finding[] {
  const pauses = toPauses(resumptions);
  const longest = maxOf(pauses);
  const isHasty = (pauses.length >= 2 && longest <= tolerance) || (pauses.length >= 8 && longest <= 5 * tolerance);
  if (!isHasty) return [];
  return resumptions.flatMap(({ refused, next, pause }) =>
    pause === undefined
      ? []
      : toFinding(
          `${nameAttempt(next)} came ${toSeconds(pause)} after ${nameRefusal(refused)}; the queue needs time to drain`,
          [refused, next],
        ),
  );
}

/** Whether all pauses are short, but by chance, or whether only the lag of the machine made them longer. */
function findDoubt(resumptions: readonly Resumption[]): Inconclusive | undefined {
  const pauses = toPauses(resumptions);
  if (pauses.length === 0 || resumptions.some(({ ownPause = 0 }) => ownPause > 2 * tolerance)) return undefined;
  const [shortest, longest] = [toSeconds(minOf(pauses)), toSeconds(maxOf(pauses))];
  const range = shortest === longest ? longest : `${shortest} to ${longest}`;
  return { missing: `all pauses took ${range}; more of them, or one that is clearly longer, are needed` };
}

function toPauses(resumptions: readonly Resumption[]): number[] {
  return resumptions.flatMap(({ pause }) => pause ?? []);
}

function checkSize({ refused, next, largest }: Resumption): Finding[] {
  if (next.records <= largest) return [];
  const message = `${nameAttempt(next)} carries ${next.records} records after ${nameRefusal(refused)}, more than any chunk before (${largest})`;
  return [toFinding(message, [refused, next])];
}

function nameRefusal(refused: Exchange): string {
  return `${nameAttempt(refused)} met ${nameAnswer(refused)}`;
}
