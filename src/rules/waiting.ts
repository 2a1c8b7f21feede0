import { endOf, isDelivered, type Exchange, tolerance, isEarly } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { isUnderWay, type Endpoint } from './endpoints.ts';
import { errorCodesOf, errorMeaningOf } from '../openapi/error-meaning.ts';
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
    return [...early, ...endpoints.flatMap(findIntrusions)];
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

/** Finds requests of other calls to an endpoint that arrived before the Retry-After of its 429 had passed. */
function findIntrusions({ exchanges, isConcurrent }: Endpoint): Finding[] {
  const findings: Finding[] = [];
  // Requests under way are excused only by the first refusal. A later refusal must not excuse more of them.
  let first: Exchange | undefined;
  let strictest: Exchange | undefined;
  for (const exchange of exchanges) {
    const known = [first, strictest].filter((refusal) => refusal && !isUnderWay(exchange, refusal, isConcurrent));
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
 * retry-after-honored judges waits after a Retry-After. With full jitter a single wait may be near zero. If two waits
 * are near zero, or four waits are short, and no wait is longer, the client does not back off.
 */
function findHasty(resumptions: readonly Resumption[]): Finding[] {
  const pauses = resumptions
    .filter(({ refused }) => toRetryTime(refused) === undefined)
    .map(({ refused, next }) => ({ refused, next, pause: next.at - endOf(refused) }));
  const longest = pauses.reduce((max, { pause }) => Math.max(max, pause), 0);
  const isHasty = (pauses.length >= 2 && longest <= tolerance) || (pauses.length >= 4 && longest <= 5 * tolerance);
  if (!isHasty) return [];
  return pauses.map(({ refused, next, pause }) =>
    toFinding(
      `${nameAttempt(next)} came ${toSeconds(pause)} after ${nameRefusal(refused)}; the queue needs time to drain`,
      [refused, next],
    ),
  );
}

function checkSize({ refused, next, largest }: Resumption): Finding[] {
  if (next.records <= largest) return [];
  const message = `${nameAttempt(next)} carries ${next.records} records after ${nameRefusal(refused)}, more than any chunk before (${largest})`;
  return [toFinding(message, [refused, next])];
}

function nameRefusal(refused: Exchange): string {
  return `${nameAttempt(refused)} met ${nameAnswer(refused)}`;
}
