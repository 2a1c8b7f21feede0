import { reports, type CaseResult, type CertifyReport, type ReportedAttempt, type ReportedCall } from 'vf-mock/certify';

/** The account of a run that sent nothing. */
export const noAccount = {
  counts: {
    expected: 0,
    sent: 0,
    stored: 0,
    rejected: 0,
    inDoubt: 0,
    underWay: 0,
    lost: 0,
    neverSent: 0,
    unaccounted: 0,
  },
  causes: [],
};

/** A report of these cases. Its verdict is `passed` by default, even with failed cases. */
export function createReport(cases: readonly CaseResult[], more: Partial<CertifyReport> = {}): CertifyReport {
  return {
    api: 'vibefollow',
    client: 'node sync.js',
    version: '1.2.3',
    node: 'v24.1.0',
    platform: 'linux x64',
    startedAt: '2026-01-02T03:04:05.678Z',
    passed: true,
    finished: true,
    strict: false,
    seed: 42,
    duration: 187_345,
    causes: [],
    cases,
    notRun: [],
    ...more,
  };
}

/** A passed case without requests. */
export function createCase(more: Partial<CaseResult> = {}): CaseResult {
  return {
    id: 'retry/some-case',
    level: 'MUST',
    requirement: 'A requirement.',
    source: 'RFC 9110, section 10.2.3',
    outcome: 'passed',
    findings: [],
    timeline: '',
    duration: 700,
    runs: [{ exitCode: 0, duration: 690, stdout: '', stderr: '', outputBytes: 0, account: noAccount }],
    requests: 0,
    calls: [],
    omittedCalls: 0,
    ...more,
  };
}

export function createCall(attempts: readonly ReportedAttempt[], more: Partial<ReportedCall> = {}): ReportedCall {
  const operation = 'bulkUpsertUsers';
  return { run: 1, call: 1, operation, outcome: 'delivered', records: 500, attempts, omittedAttempts: 0, ...more };
}

export function createAttempt(at: number, more: Partial<ReportedAttempt> = {}): ReportedAttempt {
  return { attempt: 1, at, duration: 10, answer: '202', result: 'success', rejected: 0, early: false, ...more };
}

/** A failed case with two attempts. The second one came too early. */
export const early: CaseResult = createCase({
  id: 'retry/honours-retry-after',
  outcome: 'failed',
  requirement: 'There is no new attempt before the time told.',
  findings: ['attempt 2 of call 7 came after 0.5 s; it was told to wait 2 s', 'another finding'],
  timeline: 'call 7: bulkUpsertUsers\n  #1 at 0 s  429',
  runs: [
    {
      exitCode: 3,
      duration: 1500,
      stdout: 'what it said',
      stderr: 'what went wrong',
      outputBytes: 27,
      account: noAccount,
    },
  ],
  requests: 2,
  calls: [
    createCall(
      [
        createAttempt(400, { answer: '429 rate_limited', result: 'refused', retryDelay: 2000 }),
        createAttempt(910, { attempt: 2, waited: 500, requiredWait: 2000, early: true }),
      ],
      { call: 7 },
    ),
  ],
});

/** The plots of a case. On the page they follow the facts. */
export function toPlot(one: CaseResult): string {
  const page = reports.html(createReport([one]));
  return page.slice(page.lastIndexOf('</dl>'));
}

/** The text between the tags of a page. */
export function textOf(html: string): string {
  return html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

/** Texts from a hostile client. They break a page that does not escape them. */
export const hostile = [
  `</pre></script><script>alert(1)</script><img src="https://evil.test/x.png" onerror='alert(2)'>`,
  '"><svg onload=alert(3)> &amp; {{ }} ${x} ]]> <!-- --!>',
  'nul \0 bell \u0007 escape \u001B[31mred\u001B[0m return \r next \u0085 c1 \u009B',
  'half \uD800 other half \uDC00 emoji 👩‍🚀 mark \u202E turned \u202C hebrew שלום arabic مرحبا bom \uFEFF',
  'line \u2028 paragraph \u2029 end',
].join('\n');
