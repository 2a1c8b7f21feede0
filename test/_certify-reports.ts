import type { CaseResult, CertifyReport, ReportedAttempt, ReportedCall } from 'vf-mock/certify';

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
    runs: [{ exitCode: 0, duration: 690, stdout: '', stderr: '', outputBytes: 0 }],
    requests: 0,
    calls: [],
    omittedCalls: 0,
    ...more,
  };
}

export function createCall(attempts: readonly ReportedAttempt[], more: Partial<ReportedCall> = {}): ReportedCall {
  const operation = 'bulkUpsertUsers';
  return { call: 1, operation, outcome: 'delivered', records: 500, attempts, omittedAttempts: 0, ...more };
}

export function createAttempt(at: number, more: Partial<ReportedAttempt> = {}): ReportedAttempt {
  return { attempt: 1, at, duration: 10, answer: '202', result: 'success', early: false, ...more };
}

/** Texts from a hostile client. They break a page that does not escape them. */
export const hostile = [
  `</pre></script><script>alert(1)</script><img src="https://evil.test/x.png" onerror='alert(2)'>`,
  '"><svg onload=alert(3)> &amp; {{ }} ${x} ]]> <!-- --!>',
  'nul \0 bell \u0007 escape \u001B[31mred\u001B[0m return \r next \u0085 c1 \u009B',
  'half \uD800 other half \uDC00 emoji 👩‍🚀 mark \u202E turned \u202C hebrew שלום arabic مرحبا bom \uFEFF',
  'line \u2028 paragraph \u2029 end',
].join('\n');
