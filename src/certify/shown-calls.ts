import { endOf, isDelivered, isTransient, type ClientCall, type Exchange, isEarly } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import type { CaseResult, ReportedAttempt, ReportedCall } from './report.ts';
import { nameAnswer } from '../journal/wording.ts';

/** A report has room for so many. */
const most = { calls: 40, attempts: 40 };

/** Calls as a report shows them; times count from `start`. */
export function toShownCalls(calls: readonly ClientCall[], start: number): Pick<CaseResult, 'calls' | 'callsLeftOut'> {
  return {
    calls: calls.slice(0, most.calls).map((call) => toShownCall(call, start)),
    callsLeftOut: Math.max(calls.length - most.calls, 0),
  };
}

function toShownCall({ call, operation, outcome, attempts }: ClientCall, start: number): ReportedCall {
  return {
    call,
    operation,
    outcome,
    records: attempts[0]?.records ?? 0,
    attempts: attempts.slice(0, most.attempts).map((exchange) => toShownAttempt(exchange, start)),
    attemptsLeftOut: Math.max(attempts.length - most.attempts, 0),
  };
}

function toShownAttempt(exchange: Exchange, start: number): ReportedAttempt {
  const { attempt = 1, at, duration, waited, toldToWait } = exchange;
  const until = toRetryTime(exchange);
  return {
    attempt,
    at: at - start,
    duration,
    answer: nameAnswer(exchange),
    result: isDelivered(exchange) ? 'success' : isTransient(exchange) ? 'failed' : 'refused',
    ...(waited !== undefined && { waited }),
    ...(toldToWait !== undefined && { toldToWait }),
    early: isEarly(exchange),
    ...(until !== undefined && { tells: Math.max(until - endOf(exchange), 0) }),
  };
}
