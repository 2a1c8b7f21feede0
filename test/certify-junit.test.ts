import { expect, test } from 'vitest';
import { reports } from 'vf-mock/certify';
import { createCase, createReport } from './_certify-reports.ts';
import { parseJUnit } from './_junit.ts';

const cause = { kind: 'retries-transient', message: 'The client did not send again.', answers: [] } as const;
const failed = { outcome: 'failed', cause, findings: [cause.message, 'complete: 3 records were lost'] } as const;
const cases = [
  createCase({ id: 'retry/500', ...failed, timeline: 'call 1' }),
  createCase({ id: 'records/names-rejected', level: 'SHOULD', ...failed }),
  createCase({ id: 'backoff/grows', level: 'SHOULD', outcome: 'inconclusive', findings: ['too few waits'] }),
  createCase({ id: 'queue/drains', outcome: 'not applicable', findings: ['The queue was never full.'] }),
  createCase({ id: 'stop/401' }),
];

/** What a viewer shows of each test case: its name, the element with its result, and the text. */
function show(isStrict: boolean): string[][] {
  const notRun = { notRun: ['stop/403'], notRunReason: 'The suite was stopped.' };
  const root = parseJUnit(reports.junit(createReport(cases, { strict: isStrict, ...notRun })));
  return [...root.getElementsByTagName('testcase')].map((element) => {
    const [result] = [...element.childNodes].filter(({ nodeName }) => !['properties', '#text'].includes(nodeName));
    return [element.getAttribute('name') ?? '', result?.nodeName ?? 'passed', result?.textContent ?? ''];
  });
}

test('JUnit fails what counts, passes a failed SHOULD with its cause, and tells the undecided cases apart', () => {
  expect(show(false)).toEqual([
    ['retry/500 (MUST)', 'failure', 'The client did not send again.\ncomplete: 3 records were lost\ncall 1'],
    [
      'records/names-rejected (SHOULD)',
      'system-out',
      'SHOULD failed: The client did not send again.\ncomplete: 3 records were lost',
    ],
    ['backoff/grows (SHOULD)', 'skipped', 'inconclusive: too few waits'],
    ['queue/drains (MUST)', 'skipped', 'not applicable: The queue was never full.'],
    ['stop/401 (MUST)', 'passed', ''],
    ['stop/403 (MUST)', 'skipped', 'not run: The suite was stopped.'],
  ]);
});

test('with strict a failed SHOULD and an inconclusive case are failures of their own type', () => {
  expect(show(true).map(([, result]) => result)).toEqual([
    'failure',
    'failure',
    'failure',
    'skipped',
    'passed',
    'skipped',
  ]);
  const root = parseJUnit(reports.junit(createReport(cases, { strict: true })));
  const types = [...root.getElementsByTagName('failure')].map((element) => element.getAttribute('type'));
  expect(types).toEqual(['MUST', 'SHOULD', 'inconclusive']);
});

test('JUnit says what to mend, when and by what it was made', () => {
  const causes = [
    {
      kind: 'retries-transient',
      message: 'The client did not send again.',
      level: 'MUST',
      requirement: 'Send again.',
      source: 'RFC 9110',
      advice: 'Do so.',
      cases: ['retry/500'],
      only: ['retry/5'],
    },
  ] as const;
  const root = parseJUnit(reports.junit(createReport(cases, { causes, finished: false })));
  const suite = root.getElementsByTagName('testsuite')[0];
  expect(suite?.getAttribute('timestamp')).toBe('2026-01-02T03:04:05');
  const properties = [...(suite?.getElementsByTagName('property') ?? [])]
    .slice(0, 7)
    .map((element) => [element.getAttribute('name'), element.getAttribute('value')]);
  expect(Object.fromEntries(properties)).toEqual({
    client: 'node sync.js',
    'vf-mock': '1.2.3',
    node: 'v24.1.0',
    platform: 'linux x64',
    seed: '42',
    finished: 'false',
    'mend 1': 'MUST: The client did not send again. Do so. --only retry/5',
  });
});
