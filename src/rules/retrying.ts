import { isTransient, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { errorMeaningOf } from '../openapi/error-meaning.ts';
import type { Evidence } from './evidence.ts';
import { defaultLimits } from './limits.ts';
import { overlap } from './records-of-exchange.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { mayGiveUp } from './stops.ts';
import { nameAnswer, nameAttempt, nameCall } from '../journal/wording.ts';

/** Final statuses that complain about the values of records. After another one, other values do not help either. */
const aboutValues = [400, 409, 422];

export const retriesTransient: Rule = {
  id: 'retries-transient',
  title: 'Temporary failures are retried',
  requirement:
    'After 429, 500, 502, 503, 504, another 5xx but 501 and 505, or a broken connection the client sends the request again.',
  source: 'VibeFollow errors page (429, 5xx and network failures are retryable); RFC 9110, sections 15.6.3 to 15.6.5',
  level: 'SHOULD',
  check(evidence): readonly Finding[] | undefined {
    if (!evidence.exchanges.some((exchange) => isFailedAttempt(exchange) && !mayGiveUp(exchange))) return undefined;
    const isAbandoned = findAbandoned(evidence);
    return evidence.calls
      .filter(({ outcome, attempts }) => outcome === 'given up' && attempts.length === 1)
      .filter((call) => call.attempts.every((exchange) => !isSentAgain(exchange, evidence)) && !isAbandoned(call))
      .map((call) => {
        const [first] = call.attempts as [Exchange];
        return toFinding(
          `${nameCall(call)} met ${nameAnswer(first)} and was not tried again`,
          [first],
          first.recordIds,
        );
      });
  },
};

export const noRetryOnPermanent: Rule = {
  id: 'no-retry-on-permanent',
  title: 'Permanent refusals are not retried',
  requirement:
    'After a 4xx the client does not send the same records again. After 400, 409 and 422 it may send other values of them. Exceptions are 408, 425, 429, 413 with Retry-After, and 409 for an Idempotency-Key whose first request is under way.',
  source: 'VibeFollow errors page (not retryable); RFC 9110, section 15.5; RFC 6585; RFC 8470, section 5.2',
  level: 'MUST',
  check({ exchanges, calls }): readonly Finding[] | undefined {
    if (!exchanges.some(isRefusedForGood)) return undefined;
    // If a call succeeds after all, something else has changed, such as the key or the stored users.
    const delivered = new Set(
      calls.flatMap(({ outcome, attempts }) => (outcome === 'delivered' ? attempts : [])).map(({ number }) => number),
    );
    const firstRefusals = new Map<string, Exchange>();
    return exchanges.flatMap((exchange) => {
      const { values, records } = toContents(exchange);
      const before = firstRefusals.get(values) ?? firstRefusals.get(records);
      const refused = aboutValues.includes(exchange.status ?? 0) ? [values] : [values, records];
      if (isRefusedForGood(exchange)) {
        for (const content of refused) if (!firstRefusals.has(content)) firstRefusals.set(content, exchange);
      }
      if (before === undefined || delivered.has(exchange.number) || isMended(before, exchange)) return [];
      const same = before.digest === exchange.digest ? 'body' : 'records';
      const message = `${nameAttempt(exchange)} sends the same ${same} as ${nameAttempt(before)}, which was refused with ${nameAnswer(before)}`;
      return [toFinding(message, [before, exchange], exchange.recordIds)];
    });
  },
};

export const boundedAttempts: Rule = {
  id: 'bounded-attempts',
  title: 'The number of attempts is limited',
  requirement: `A call has at most ${defaultLimits.maxAttempts} attempts. The number of all requests is at most ${defaultLimits.maxAmplification} times the number that is needed.`,
  source:
    'Google, Site Reliability Engineering, chapters 21 and 22; AWS Builders Library, Timeouts, retries, and backoff with jitter',
  level: 'MUST',
  check(evidence): readonly Finding[] | undefined {
    if (!hasTransient(evidence)) return undefined;
    const { calls, limits, figures } = evidence;
    const { amplification } = figures;
    const stormy = calls.filter(({ attempts }) => attempts.length > limits.maxAttempts);
    return [
      ...stormy.map((call) => {
        const { attempts } = call;
        const records = attempts[0]?.recordIds ?? [];
        return toFinding(
          `${nameCall(call)} was tried ${attempts.length} times; the limit is ${limits.maxAttempts}`,
          attempts,
          records,
        );
      }),
      ...(amplification > limits.maxAmplification
        ? [
            toFinding(
              `There were ${Number(amplification.toFixed(1))} times as many requests as needed; the limit is ${limits.maxAmplification}`,
              [],
            ),
          ]
        : []),
    ];
  },
};

function hasTransient({ exchanges }: Evidence): boolean {
  return exchanges.some(isFailedAttempt);
}

function isFailedAttempt(exchange: Exchange): boolean {
  return exchange.call !== undefined && isTransient(exchange);
}

/** The content of a request by the values of its records, and by the records alone. */
function toContents({ tenantId, digest, content }: Exchange): { values: string; records: string } {
  return {
    values: JSON.stringify([tenantId, 'values', digest]),
    records: JSON.stringify([tenantId, 'records', content]),
  };
}

/** Whether the client replaced an Idempotency-Key that was refused as already used, or a body that was too large. */
function isMended(before: Exchange, { idempotencyKey, size }: Exchange): boolean {
  if (before.status === 413) return size < before.size;
  return errorMeaningOf(before) === 'key-reused' && before.idempotencyKey !== idempotencyKey;
}

function isRefusedForGood(exchange: Exchange): boolean {
  const { status = 0, digest } = exchange;
  return status >= 400 && digest !== undefined && !isTransient(exchange);
}

/** After a full queue a client must send smaller chunks. Chunks of events are recognised by the ids of their users. */
function isSentAgain(exchange: Exchange, { exchanges, resends }: Evidence): boolean {
  if (resends.after(exchange) !== undefined) return true;
  return (
    errorMeaningOf(exchange) === 'queue-full' &&
    exchanges.some(
      (later) =>
        later.number > exchange.number &&
        later.tenantId === exchange.tenantId &&
        later.operation === exchange.operation &&
        overlap(exchange, later),
    )
  );
}

/**
 * Checks whether a client abandoned a call for a good reason: the required wait was too long, or the client had
 * stopped. A client that has stopped begins no other call.
 */
function findAbandoned({ calls, stops }: Evidence): (call: ClientCall) => boolean {
  const begun = new Map<string, number>();
  for (const { tenantId, attempts } of calls) {
    const [first] = attempts;
    if (first) begun.set(tenantId, first.at);
  }
  return ({ tenantId, attempts: [first] }) => {
    if (first === undefined || mayGiveUp(first)) return true;
    const stop = stops.get(tenantId);
    return stop !== undefined && (begun.get(tenantId) ?? -Infinity) <= stop.until;
  };
}
