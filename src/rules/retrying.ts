import { isDelivered, isTransient, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { errorMeaningOf } from '../openapi/error-meaning.ts';
import type { Evidence } from './evidence.ts';
import { defaultLimits } from './limits.ts';
import { overlap } from './records-of-exchange.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { isForLater } from './stops.ts';
import { nameAnswer, nameAttempt, nameCall } from '../journal/wording.ts';

const permanent = [400, 401, 403, 404, 409, 422];

export const retriesTransient: Rule = {
  id: 'retries-transient',
  title: 'Temporary failures are retried',
  requirement: 'After 429, 502, 503, 504, another 5xx or a broken connection the client sends the request again.',
  source: 'VibeFollow errors page (429, 5xx and network failures are retryable); RFC 9110, sections 15.6.3 to 15.6.5',
  level: 'SHOULD',
  check(evidence): readonly Finding[] | undefined {
    if (!hasTransient(evidence)) return undefined;
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
  requirement: 'After 400, 401, 403, 404, 409 or 422 the client does not send the same body again.',
  source: 'VibeFollow errors page (not retryable); RFC 9110, section 15.5',
  level: 'MUST',
  check({ exchanges }): readonly Finding[] | undefined {
    if (!exchanges.some(isRefusedForGood)) return undefined;
    const firstRefusals = new Map<string, Exchange>();
    return exchanges.flatMap((exchange) => {
      const content = JSON.stringify([exchange.tenantId, exchange.digest]);
      const before = firstRefusals.get(content);
      if (isRefusedForGood(exchange) && before === undefined) firstRefusals.set(content, exchange);
      // If the request succeeds now, something else has changed, such as the key or the stored users.
      if (before === undefined || isDelivered(exchange) || hasNewKey(before, exchange)) return [];
      const message = `${nameAttempt(exchange)} sends the same body as ${nameAttempt(before)}, which was refused with ${nameAnswer(before)}`;
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
  return exchanges.some((exchange) => exchange.call !== undefined && isTransient(exchange));
}

/** Whether the client replaced an Idempotency-Key that was refused as already used. */
function hasNewKey(before: Exchange, { idempotencyKey }: Exchange): boolean {
  return errorMeaningOf(before) === 'key-reused' && before.idempotencyKey !== idempotencyKey;
}

function isRefusedForGood({ status = 0, broken, digest }: Exchange): boolean {
  return permanent.includes(status) && broken === undefined && digest !== undefined;
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
    if (first === undefined || isForLater(first)) return true;
    const stop = stops.get(tenantId);
    return stop !== undefined && (begun.get(tenantId) ?? -Infinity) <= stop.until;
  };
}
