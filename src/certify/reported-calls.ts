import { endOf, isDelivered, isTransient, type Exchange, isEarly } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import type { CaseResult, ReportedAttempt, ReportedCall } from './report.ts';
import { nameAnswer } from '../journal/wording.ts';
import type { Trial } from './trial.ts';

/** Maximum number of calls in a report, and of attempts of a call. */
const limits = { calls: 40, attempts: 40 };

/** The calls of all runs as a report shows them. */
export function toReportedCalls(
  trials: readonly Pick<Trial, 'calls' | 'start'>[],
): Pick<CaseResult, 'calls' | 'omittedCalls'> {
  const calls = trials.flatMap((trial, index) => toReportedRun(trial, index + 1));
  return { calls: calls.slice(0, limits.calls), omittedCalls: Math.max(calls.length - limits.calls, 0) };
}

function toReportedRun({ calls, start }: Pick<Trial, 'calls' | 'start'>, run: number): ReportedCall[] {
  return calls.map(({ call, operation, outcome, rejected, attempts }) => ({
    run,
    call,
    operation,
    outcome,
    ...(rejected !== undefined && { rejected }),
    records: attempts[0]?.records ?? 0,
    attempts: attempts.slice(0, limits.attempts).map((exchange) => toReportedAttempt(exchange, start)),
    omittedAttempts: Math.max(attempts.length - limits.attempts, 0),
  }));
}

function toReportedAttempt(exchange: Exchange, start: number): ReportedAttempt {
  const { attempt = 1, at, duration, waited, requiredWait } = exchange;
  const until = toRetryTime(exchange);
  return {
    attempt,
    at: at - start,
    duration,
    answer: nameAnswer(exchange),
    rejected: exchange.rejected?.length ?? 0,
    result: isDelivered(exchange) ? 'success' : isTransient(exchange) ? 'failed' : 'refused',
    ...(waited !== undefined && { waited }),
    ...(requiredWait !== undefined && { requiredWait }),
    early: isEarly(exchange),
    ...(until !== undefined && { retryDelay: Math.max(until - endOf(exchange), 0) }),
  };
}
