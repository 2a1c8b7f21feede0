import type { FaultRule } from '../engine/faults.ts';
import { waitsForAnswers } from './checks.ts';
import { toFaultCase, type Case, type Vendor } from './case.ts';

/** Cases with temporary failures: the client must retry and deliver all records. */
export function toRetryCases({ pages }: Vendor): Case[] {
  return [...toWaitCases(pages), ...toServerErrorCases(pages), ...toConnectionCases(pages)];
}

type Pages = Vendor['pages'];

/** One failure for each of two full chunks. The limit lets clients with many small chunks finish, too. */
const times = 2;

function toFirstAttemptCase(id: string, requirement: string, source: string, fault: FaultRule['fault']): Case {
  return toFaultCase({ id, requirement, source }, { on: { attempt: 1 }, fault, times });
}

function toWaitCases({ errors }: Pages): Case[] {
  const source = `${errors}; RFC 6585, section 4; RFC 9110, section 10.2.3`;
  const wait = (id: string, after: string, retryAfter?: number | string | { date: number }): Case => {
    const isRequired = retryAfter === 1 || typeof retryAfter === 'object';
    const requirement = `After 429 ${after} the client sends the chunk again${isRequired ? ', and sends nothing before that time' : ''}.`;
    const fault = { status: 429, ...(retryAfter !== undefined && { retryAfter }) };
    return toFirstAttemptCase(`retry/${id}`, requirement, source, fault);
  };
  return [
    wait('honours-retry-after-seconds', 'with Retry-After: 1', 1),
    wait('honours-retry-after-date', 'with an HTTP date', { date: 1 }),
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
    toFirstAttemptCase(
      'retry/503-with-retry-after',
      'After 503 with Retry-After: 1 the client sends the chunk again, but not before that time.',
      `${errors}; RFC 9110, sections 10.2.3 and 15.6.4`,
      { status: 503, retryAfter: 1 },
    ),
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

function toConnectionCases({ errors, bulk }: Pages): Case[] {
  const network = `${errors} (network failures)`;
  const on = { attempt: 1 } as const;
  return [
    toFaultCase(
      { id: 'connection/reset', requirement: 'After a reset the client sends the chunk again.', source: network },
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
        id: 'connection/truncated-answer',
        requirement: 'After a truncated answer the client sends the chunk again.',
        source: 'RFC 9112, section 8',
      },
      { on, fault: { kind: 'truncate' }, times },
    ),
    toFaultCase(
      {
        id: 'connection/lost-answer',
        requirement: 'If the answer is lost after the work, the client sends the same chunk again.',
        source: `${bulk}; RFC 9110, section 9.2.2`,
      },
      { on, fault: { kind: 'reset', applied: true }, times },
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

/** Cases with many failures. No call fails more than twice, because the vendor's client gives up after three attempts. */
export function toOutageCases({ pages }: Vendor): Case[] {
  const flaky = `${pages.errors}; VibeFollow SDK page (three attempts)`;
  return [
    toFaultCase(
      {
        id: 'flaky/10-percent',
        requirement: 'If one request in ten fails, the client delivers all records.',
        source: flaky,
        records: 20_000,
      },
      // One of twenty chunks always fails, because chance alone does not guarantee it. On average one more fails.
      { id: 'sure', on: { attempt: 1, call: 2 }, fault: { kind: 'reset', applied: true } },
      ...toFlaky(0.05),
    ),
    toFaultCase(
      {
        id: 'flaky/40-percent',
        requirement: 'If four requests in ten fail, the client delivers all records.',
        source: flaky,
        records: 10_000,
      },
      ...toFlaky(0.4),
    ),
    toFaultCase(
      {
        id: 'outage/ends',
        requirement: 'After an outage in which each chunk fails twice, the client delivers all records.',
        source: flaky,
        records: 2500,
      },
      { on: { attempt: 1 }, fault: { kind: 'garbage', status: 503 }, times: 3 },
      { on: { attempt: 2 }, fault: { status: 503 }, times: 3 },
    ),
    toFaultCase(
      {
        id: 'outage/lasts',
        requirement:
          'In an outage without end the client gives up, reports the failure, and exits with a code other than 0.',
        source: 'Google, Site Reliability Engineering, chapters 21 and 22',
        end: 'stopped',
      },
      { fault: { status: 503 } },
    ),
  ];
}

/** Four kinds of failures. Together they hit this share of first and second attempts. */
function toFlaky(share: number): FaultRule[] {
  const rules = Object.entries<FaultRule['fault']>({
    error: { status: 500 },
    limit: { status: 429, retryAfter: 1 },
    reset: { kind: 'reset', applied: true },
    cut: { kind: 'truncate' },
  });
  return rules.map(([id, fault], before) => ({
    id,
    // A rule applies only to requests that no earlier rule has failed.
    on: { attempt: '<=2', chance: share / 4 / (1 - (share / 4) * before) },
    fault,
  }));
}
