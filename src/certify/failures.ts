import type { FaultRule } from '../engine/faults.ts';
import { waitsForAnswers } from './checks.ts';
import { toFaultCase, toRuleCase, type Case, type Vendor } from './case.ts';
import { toRetryAfterCases } from './retry-after.ts';

/** Cases with temporary failures: the client must retry and deliver all records. */
export function toRetryCases({ pages }: Vendor): Case[] {
  return [
    ...toWaitCases(pages),
    ...toServerErrorCases(pages),
    toSamePayloadCase(pages),
    ...toBrokenConnectionCases(pages),
    ...toAnswerCases(pages),
  ];
}

type Pages = Vendor['pages'];

/** One failure for each of two full chunks. The limit lets clients with many small chunks finish, too. */
const times = 2;

function toFirstAttemptCase(id: string, requirement: string, source: string, fault: FaultRule['fault']): Case {
  return toFaultCase({ id, requirement, source }, { on: { attempt: 1 }, fault, times });
}

function toWaitCases(pages: Pages): Case[] {
  const source = `${pages.errors}; RFC 6585, section 4; RFC 9110, section 10.2.3`;
  const wait = (id: string, after: string, retryAfter?: number | string): Case => {
    const fault = { status: 429, ...(retryAfter !== undefined && { retryAfter }) };
    return toFirstAttemptCase(`retry/${id}`, `After 429 ${after} the client sends the chunk again.`, source, fault);
  };
  return [
    ...toRetryAfterCases(pages),
    wait('retry-after-zero', 'with Retry-After: 0', 0),
    wait('429-without-retry-after', 'without Retry-After'),
    wait('malformed-retry-after', 'with Retry-After: soon', 'soon'),
  ];
}

function toServerErrorCases({ errors, bulk }: Pages): Case[] {
  const after = (status: number, section: string): Case =>
    toFirstAttemptCase(
      `retry/${status}`,
      `After ${status} the client sends the chunk again.`,
      `${errors}; RFC 9110, section ${section}`,
      {
        status,
      },
    );
  return [
    { ...after(503, '15.6.4'), id: 'retry/503-without-retry-after' },
    after(500, '15.6.1'),
    after(502, '15.6.3'),
    after(504, '15.6.5'),
    toFirstAttemptCase(
      'retry/gateway-page-502',
      'After an HTML page of a gateway with status 502 the client sends the chunk again.',
      'RFC 9110, section 15.6.3',
      { kind: 'garbage', status: 502 },
    ),
    {
      ...toFirstAttemptCase(
        'retry/gateway-page-200',
        'The client does not take an HTML page of a gateway with status 200 for a success. It sends the chunk again, or reports the failure.',
        `${bulk} (the body of a success)`,
        { kind: 'garbage', status: 200 },
      ),
      end: 'honest',
    },
  ];
}

/** Five calls meet a failure each. The truncated answer is the last, because a client may stop there. */
function toSamePayloadCase({ bulk }: Pages): Case {
  const failures: readonly FaultRule['fault'][] = [
    { status: 503 },
    { status: 429, retryAfter: 0 },
    { kind: 'reset', applied: true },
    { kind: 'garbage', status: 200 },
    { kind: 'truncate' },
  ];
  return toRuleCase(
    {
      id: 'retry/same-payload',
      requirement:
        'When the client sends a chunk again, it sends the same records, with the same Idempotency-Key if it uses one.',
      source: `${bulk}; draft-ietf-httpapi-idempotency-key-header-07, section 2.2`,
      records: 1000 * failures.length,
      options: { faults: failures.map((fault, index) => ({ on: { attempt: 1, call: index + 1 }, fault })) },
    },
    'same-payload-on-retry',
    'The client sent no chunk again.',
  );
}

const on = { attempt: 1 } as const;

function toBrokenConnectionCases({ errors, bulk }: Pages): Case[] {
  const source = `${errors} (network failures)`;
  return [
    toFaultCase(
      { id: 'connection/reset', requirement: 'After a reset the client sends the chunk again.', source },
      { on, fault: { kind: 'reset' }, times },
    ),
    toFaultCase(
      {
        id: 'connection/no-answer',
        requirement: 'If the client gets no answer, it stops waiting and sends the chunk again.',
        source: 'AWS Builders Library, Timeouts, retries, and backoff with jitter',
      },
      // One hang is enough, because time-outs are long.
      { on: { ...on, call: 1 }, fault: { kind: 'hang' } },
    ),
    toFaultCase(
      {
        id: 'connection/lost-answer',
        requirement:
          'If the answer is lost after the work, the client sends the chunk again, and nothing takes effect twice.',
        source: `${bulk}; RFC 9110, section 9.2.2`,
        rules: ['exactly-once-effect'],
      },
      { on, fault: { kind: 'reset', applied: true }, times },
    ),
  ];
}

function toAnswerCases({ errors }: Pages): Case[] {
  return [
    toFaultCase(
      {
        id: 'connection/truncated-answer',
        requirement:
          'The client does not take a truncated answer for a success. It sends the chunk again, or reports the failure.',
        source: 'RFC 9112, section 8',
        end: 'honest',
      },
      { on, fault: { kind: 'truncate' }, times },
    ),
    toFaultCase(
      {
        id: 'connection/truncated-answer-sent-again',
        level: 'SHOULD',
        requirement: 'After a truncated answer the client sends the chunk again, and delivers all records.',
        source: `${errors} (network failures)`,
      },
      { on, fault: { kind: 'truncate' }, times },
    ),
    toFaultCase(
      {
        id: 'connection/slow-answer',
        requirement: 'The client waits for an answer that takes 2 seconds.',
        source: 'VibeFollow SDK page (a time-out of 10 s)',
        records: 1000,
        checks: [waitsForAnswers],
      },
      // Enough for a client that gives up early and retries.
      { fault: { kind: 'slow', ms: 2000 }, times: 10 },
    ),
  ];
}
