import type { FaultRule } from '../engine/faults.ts';
import { waitsForAnswers } from './checks.ts';
import { toFaultCase, type Case, type Vendor } from './case.ts';

/** Failures that pass: the client tries again, and all is delivered. */
export function toRetryCases({ pages }: Vendor): Case[] {
  return [...toWaitCases(pages), ...toServerErrorCases(pages), ...toConnectionCases(pages)];
}

type Pages = Vendor['pages'];

/** Once for each of two full chunks: whoever sends smaller ones, or the same as another call, is not held up for ever. */
const times = 2;

function toFirst(id: string, requirement: string, source: string, fault: FaultRule['fault']): Case {
  return toFaultCase({ id, requirement, source }, { on: { attempt: 1 }, fault, times });
}

function toWaitCases({ errors }: Pages): Case[] {
  const source = `${errors}; RFC 6585, section 4; RFC 9110, section 10.2.3`;
  const wait = (id: string, after: string, retryAfter?: number | string | { date: number }): Case => {
    const isTold = retryAfter === 1 || typeof retryAfter === 'object';
    const requirement = `After 429 ${after} the chunk is sent again${isTold ? ', and nothing comes earlier' : ''}.`;
    const fault = { status: 429, ...(retryAfter !== undefined && { retryAfter }) };
    return toFirst(`retry/${id}`, requirement, source, fault);
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
    toFirst(`retry/${status}`, `After ${status} the chunk is sent again.`, `${errors}; RFC 9110, section ${section}`, {
      status,
    });
  return [
    toFirst(
      'retry/503-with-retry-after',
      'After 503 with Retry-After: 1 the chunk is sent again, and not earlier.',
      `${errors}; RFC 9110, sections 10.2.3 and 15.6.4`,
      { status: 503, retryAfter: 1 },
    ),
    { ...after(503, '15.6.4'), id: 'retry/503-without-retry-after' },
    after(500, '15.6.1'),
    after(502, '15.6.3'),
    after(504, '15.6.5'),
    toFirst(
      'retry/gateway-page-502',
      'After the HTML page of a gateway under 502 the chunk is sent again.',
      'RFC 9110, section 15.6.3',
      { kind: 'garbage', status: 502 },
    ),
    {
      ...toFirst(
        'retry/gateway-page-200',
        'The HTML page of a gateway under 200 is not taken for a success: the chunk comes again, or the client says that it failed.',
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
      { id: 'connection/reset', requirement: 'After a reset the chunk is sent again.', source: network },
      { on, fault: { kind: 'reset' }, times },
    ),
    toFaultCase(
      {
        id: 'connection/no-answer',
        requirement: 'A client that gets no answer gives up waiting, and sends the chunk again.',
        source: 'AWS Builders Library, Timeouts, retries, and backoff with jitter',
      },
      // Time-outs are long: one is enough.
      { on: { ...on, call: 1 }, fault: { kind: 'hang' } },
    ),
    toFaultCase(
      {
        id: 'connection/truncated-answer',
        requirement: 'After an answer that is cut off the chunk is sent again.',
        source: 'RFC 9112, section 8',
      },
      { on, fault: { kind: 'truncate' }, times },
    ),
    toFaultCase(
      {
        id: 'connection/lost-answer',
        requirement: 'After an answer that was lost behind the work the chunk is sent again, the same.',
        source: `${bulk}; RFC 9110, section 9.2.2`,
      },
      { on, fault: { kind: 'reset', applied: true }, times },
    ),
    toFaultCase(
      {
        id: 'connection/slow-answer',
        requirement: 'An answer that takes 2 seconds is waited for.',
        source: 'VibeFollow SDK page (a time-out of 10 s)',
        records: 1000,
        checks: [waitsForAnswers],
      },
      // As often as somebody who does not wait for it may ask.
      { fault: { kind: 'slow', ms: 2000 }, times: 10 },
    ),
  ];
}

/** Failures of many requests. No call fails more than twice, for the vendor's own client gives up after three attempts. */
export function toOutageCases({ pages }: Vendor): Case[] {
  const flaky = `${pages.errors}; VibeFollow SDK page (three attempts)`;
  return [
    toFaultCase(
      {
        id: 'flaky/10-percent',
        requirement: 'Where one request in ten fails, all is delivered.',
        source: flaky,
        records: 20_000,
      },
      // Of twenty chunks one fails for sure, which chance alone does not see to, and one more as a rule.
      { id: 'sure', on: { attempt: 1, call: 2 }, fault: { kind: 'reset', applied: true } },
      ...toFlaky(0.05),
    ),
    toFaultCase(
      {
        id: 'flaky/40-percent',
        requirement: 'Where four requests in ten fail, all is delivered.',
        source: flaky,
        records: 10_000,
      },
      ...toFlaky(0.4),
    ),
    toFaultCase(
      {
        id: 'outage/ends',
        requirement: 'After an outage, in which each chunk fails twice, all is delivered.',
        source: flaky,
        records: 2500,
      },
      { on: { attempt: 1 }, fault: { kind: 'garbage', status: 503 }, times: 3 },
      { on: { attempt: 2 }, fault: { status: 503 }, times: 3 },
    ),
    toFaultCase(
      {
        id: 'outage/lasts',
        requirement: 'In an outage without end the client gives up, says so, and exits with another code than 0.',
        source: 'Google, Site Reliability Engineering, chapters 21 and 22',
        end: 'stopped',
      },
      { fault: { status: 503 } },
    ),
  ];
}

/** Four kinds of failure, which together hit this share of first and second attempts. */
function toFlaky(share: number): FaultRule[] {
  const rules = Object.entries<FaultRule['fault']>({
    error: { status: 500 },
    limit: { status: 429, retryAfter: 1 },
    reset: { kind: 'reset', applied: true },
    cut: { kind: 'truncate' },
  });
  return rules.map(([id, fault], before) => ({
    id,
    // Each rule is asked only where those before it let the request through.
    on: { attempt: '<=2', chance: share / 4 / (1 - (share / 4) * before) },
    fault,
  }));
}
