import { endOf, isDelivered, isTransient, type ClientCall, type Exchange, isEarly } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import type { CaseResult, ReportedAttempt, ReportedCall } from './report.ts';
import { nameAnswer } from '../journal/wording.ts';

/** Maximum number of calls in a report, and of attempts of a call. */
const limits = { calls: 40, attempts: 40 };

/** Calls as a report shows them. Times count from `start`. */
export function toReportedCalls(
  calls: readonly ClientCall[],
  start: number,
): Pick<CaseResult, 'calls' | 'omittedCalls'> {
  return {
    calls: calls.slice(0, limits.calls).map((call) => toReportedCall(call, start)),
    omittedCalls: Math.max(calls.length - limits.calls, 0),
  };
}

function toReportedCall({ call, operation, outcome, rejected, attempts }: ClientCall, start: number): ReportedCall {
  return {
    call,
    operation,
    outcome,
    ...(rejected !== undefined && { rejected }),
    records: attempts[0]?.records ?? 0,
    attempts: attempts.slice(0, limits.attempts).map((exchange) => toReportedAttempt(exchange, start)),
    omittedAttempts: Math.max(attempts.length - limits.attempts, 0),
  };
}

function toReportedAttempt(exchange: Exchange, start: number): ReportedAttempt {
  const { attempt = 1, at, duration, waited, requiredWait } = exchange;
  const until = toRetryTime(exchange);
  return {
    attempt,
    at: at - start,
    duration,
    answer: nameAnswer(exchange),
    result: isDelivered(exchange) ? 'success' : isTransient(exchange) ? 'failed' : 'refused',
    ...(waited !== undefined && { waited }),
    ...(requiredWait !== undefined && { requiredWait }),
    early: isEarly(exchange),
    ...(until !== undefined && { retryDelay: Math.max(until - endOf(exchange), 0) }),
  };
}
