import { endOf, isDelivered, type Exchange, tolerance, isEarly } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { isUnderWay, type Endpoint } from './endpoints.ts';
import { errorCodesOf, errorMeaningOf } from './error-meaning.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { nameAnswer, nameAttempt, toSeconds } from '../journal/wording.ts';

export const retryAfterHonored: Rule = {
  id: 'retry-after-honored',
  title: 'Retry-After is honored',
  requirement:
    'The client sends no new attempt before the time in Retry-After. After 429 it sends no request to the endpoint before that time.',
  source: 'RFC 9110, section 10.2.3; RFC 6585, section 4; VibeFollow errors page',
  level: 'MUST',
  check({ exchanges, calls, endpoints }): readonly Finding[] | undefined {
    if (!exchanges.some((exchange) => toRetryTime(exchange) !== undefined)) return undefined;
    const early = calls.flatMap(({ attempts }) => attempts.filter(isEarly)).map(toEarlyAttempt);
    return [...early, ...endpoints.flatMap(findIntruders)];
  },
};

export const queueFullBacksOff: Rule = {
  id: 'queue-full-backs-off',
  title: 'A full queue gets time to drain',
  requirement: `After ${errorCodesOf('queue-full').join(' or ')} the client waits, and resumes with chunks no larger than before.`,
  source: 'VibeFollow errors page, backfill_queue_full',
  level: 'MUST',
  check({ exchanges, endpoints }): readonly Finding[] | undefined {
    if (!exchanges.some(isQueueFull)) return undefined;
    return endpoints.flatMap((endpoint) => {
      const resumptions = findResumptions(endpoint);
      return [...findHasty(resumptions), ...resumptions.flatMap(checkSize)];
    });
  },
};

function toEarlyAttempt(exchange: Exchange): Finding {
  const { waited = 0, requiredWait = 0 } = exchange;
  return toFinding(
    `${nameAttempt(exchange)} came after ${toSeconds(waited)}; it was told to wait ${toSeconds(requiredWait)}`,
    [exchange],
  );
}

/** Requests of other calls that came while the tenant was told by a 429 to keep away from the endpoint. */
function findIntruders({ exchanges, isConcurrent }: Endpoint): Finding[] {
  const findings: Finding[] = [];
  // Later refusals must not prolong the time that a client has for what is on its way, so the first one counts too.
  let first: Exchange | undefined;
  let strictest: Exchange | undefined;
  for (const exchange of exchanges) {
    const known = [first, strictest].filter((refusal) => refusal && !isUnderWay(exchange, refusal, isConcurrent));
    const ignored = known.find((refusal) => refusal && intrudes(exchange, refusal));
    if (ignored) findings.push(toIntrusion(exchange, ignored));
    // Whoever came when it was told to, and got through, shows that the limit is lifted.
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

/** A refusal for the queue, and the first request that its client sent in the knowledge of it. */
interface Resumption {
  readonly refused: Exchange;
  readonly next: Exchange;
  /** Records in the largest chunk before. */
  readonly largest: number;
}

function findResumptions({ exchanges, isConcurrent }: Endpoint): Resumption[] {
  const ownRefusals = new Map<Exchange['call'], Exchange>();
  let largest = 0;
  let first: Exchange | undefined;
  let newest: Exchange | undefined;
  return exchanges.flatMap((next) => {
    const isKnown = first !== undefined && !isUnderWay(next, first, isConcurrent);
    const refused = ownRefusals.get(next.call) ?? (isKnown ? newest : undefined);
    const resumptions = refused ? [{ refused, next, largest }] : [];
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
 * Whoever was told how long to wait is judged by retry-after-honored. With full jitter one wait may be next to nothing;
 * two that are, or four that are short, and none that is longer, are no accident.
 */
function findHasty(resumptions: readonly Resumption[]): Finding[] {
  const pauses = resumptions
    .filter(({ refused }) => toRetryTime(refused) === undefined)
    .map(({ refused, next }) => ({ refused, next, pause: next.at - endOf(refused) }));
  const longest = pauses.reduce((most, { pause }) => Math.max(most, pause), 0);
  const isHasty = (pauses.length >= 2 && longest <= tolerance) || (pauses.length >= 4 && longest <= 5 * tolerance);
  if (!isHasty) return [];
  return pauses.map(({ refused, next, pause }) =>
    toFinding(
      `${nameAttempt(next)} came ${toSeconds(pause)} after ${toRefused(refused)}; the queue needs time to drain`,
      [refused, next],
    ),
  );
}

function checkSize({ refused, next, largest }: Resumption): Finding[] {
  if (next.records <= largest) return [];
  const message = `${nameAttempt(next)} carries ${next.records} records after ${toRefused(refused)}, more than any chunk before (${largest})`;
  return [toFinding(message, [refused, next])];
}

function toRefused(refused: Exchange): string {
  return `${nameAttempt(refused)} met ${nameAnswer(refused)}`;
}
