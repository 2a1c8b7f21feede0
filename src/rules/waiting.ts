import { endOf, isDelivered, type Exchange } from '../client-calls.ts';
import { toRetryTime } from '../retry-after.ts';
import {
  byEndpoint,
  isUnderWay,
  nameAnswer,
  nameAttempt,
  sendsAtOnce,
  toFinding,
  tolerance,
  toSeconds,
  type Finding,
  type Rule,
} from './rule.ts';

/** Less than this is no pause to let a queue drain. */
const shortestPause = 100;

export const retryAfterHonored: Rule = {
  id: 'retry-after-honored',
  title: 'Retry-After is honored',
  requirement:
    'Before the time told, seconds or a date, there is no new attempt, and after 429 no new request to the endpoint.',
  source: 'RFC 9110, section 10.2.3; RFC 6585, section 4; VibeFollow errors page',
  level: 'MUST',
  check({ exchanges, calls }): readonly Finding[] | undefined {
    const told = exchanges.filter((exchange) => toRetryTime(exchange) !== undefined);
    if (told.length === 0) return undefined;
    const early = calls.flatMap(({ attempts }) => attempts.filter(isEarly)).map(toEarlyAttempt);
    return [...early, ...byEndpoint(exchanges).flatMap(findIntruders)];
  },
};

export const queueFullBacksOff: Rule = {
  id: 'queue-full-backs-off',
  title: 'A full queue is given time',
  requirement: 'After backfill_queue_full the client waits, and resumes with chunks no larger than before.',
  source: 'VibeFollow errors page, backfill_queue_full',
  level: 'MUST',
  check({ exchanges }): readonly Finding[] | undefined {
    if (!exchanges.some(isQueueFull)) return undefined;
    return byEndpoint(exchanges).flatMap((group) => {
      const isConcurrent = sendsAtOnce(group);
      return group.flatMap((refused, at) => {
        if (!isQueueFull(refused)) return [];
        const largest = Math.max(...group.slice(0, at + 1).map(({ records }) => records));
        const next = group.slice(at + 1).find((later) => !isUnderWay(later, refused, isConcurrent));
        return next ? checkResumption(refused, next, largest) : [];
      });
    });
  },
};

/** Whether an attempt came before it was told to. */
export function isEarly({ waited, toldToWait }: Exchange): boolean {
  return waited !== undefined && toldToWait !== undefined && waited + tolerance < toldToWait;
}

function toEarlyAttempt(exchange: Exchange): Finding {
  const { waited = 0, toldToWait = 0 } = exchange;
  return toFinding(
    `${nameAttempt(exchange)} came after ${toSeconds(waited)}; it was told to wait ${toSeconds(toldToWait)}`,
    [exchange],
  );
}

/** Requests of other calls that came while the tenant was told by a 429 to keep away from the endpoint. */
function findIntruders(group: readonly Exchange[]): Finding[] {
  const isConcurrent = sendsAtOnce(group);
  const findings: Finding[] = [];
  let refusal: Exchange | undefined;
  for (const exchange of group) {
    if (refusal !== undefined && !isUnderWay(exchange, refusal, isConcurrent)) {
      if (intrudes(exchange, refusal)) findings.push(toIntrusion(exchange, refusal));
      // Whoever came when it was told to, and got through, shows that the limit is lifted.
      else if (isDelivered(exchange)) refusal = undefined;
    }
    if (exchange.status === 429 && untilOf(exchange) > untilOf(refusal)) refusal = exchange;
  }
  return findings;
}

function intrudes(exchange: Exchange, refusal: Exchange): boolean {
  const hasOwnTime = exchange.toldToWait !== undefined || exchange.call === refusal.call;
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

function isQueueFull({ error }: Exchange): boolean {
  return error === 'backfill_queue_full';
}

function checkResumption(refused: Exchange, next: Exchange, largest: number): Finding[] {
  const pause = next.at - endOf(refused);
  const after = `after ${nameAttempt(refused)} met ${nameAnswer(refused)}`;
  return [
    ...(pause < shortestPause
      ? [
          toFinding(`${nameAttempt(next)} came ${toSeconds(pause)} ${after}; the queue needs time to drain`, [
            refused,
            next,
          ]),
        ]
      : []),
    ...(next.records > largest
      ? [
          toFinding(
            `${nameAttempt(next)} carries ${next.records} records ${after}, more than any chunk before (${largest})`,
            [refused, next],
          ),
        ]
      : []),
  ];
}
