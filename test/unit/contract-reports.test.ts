import { expect, test } from 'vitest';
import type { CaseResult } from '../../src/contract/run-stories.ts';
import type { ContractReport } from '../../src/contract/contract.ts';
import { toJUnit } from '../../src/contract/junit.ts';
import { toTextReport } from '../../src/contract/report.ts';
import { parseJUnit } from '../_junit.ts';

const right: CaseResult = {
  operation: 'upsertUser',
  name: 'no credentials',
  expected: [401],
  status: 401,
  outcome: 'conforming',
  findings: [],
};
const wrong: CaseResult = {
  ...right,
  name: 'body.email: malformed',
  expected: [400, 422],
  status: 202,
  outcome: 'violating',
  findings: ['got 202, expected 400 or 422'],
};
const skipped: CaseResult = {
  ...right,
  name: 'the same again',
  expected: [202],
  outcome: 'skipped',
  findings: ['not sent, because an earlier case failed'],
};

function toReport(...cases: CaseResult[]): ContractReport {
  const conforms = cases.every(({ outcome }) => outcome === 'conforming');
  return {
    api: 'vibefollow',
    upstream: 'http://127.0.0.1:4010',
    prism: '5.14.2',
    conforms,
    cases,
    untested: [],
    leftovers: [],
  };
}

test('the text tells by operation and status what conforms, and of the rest why it does not', () => {
  const cases = [wrong, right, { ...right, name: 'a wrong key' }, skipped, { ...right, operation: 'trackEvent' }];
  const untested = [
    { operation: 'upsertUser', statuses: [429, 500] },
    { operation: 'trackEvent', statuses: [500] },
  ];
  expect(toTextReport({ ...toReport(...cases), untested }))
    .toBe(`vibefollow at http://127.0.0.1:4010, judged by Prism 5.14.2

upsertUser
  202         not sent        1 case
    the same again: not sent, because an earlier case failed
  400 or 422  NOT conforming  1 of 1 case
    body.email: malformed: got 202, expected 400 or 422
  401         conforming      2 cases

trackEvent
  401         conforming      1 case

Documented, but not tested:
  429, 500 of upsertUser
  500 of trackEvent

1 of 5 cases does not conform. 1 was not sent.`);
});

test('what a server says neither breaks the 80 columns nor writes into the terminal', () => {
  const findings = [`Property ${'very '.repeat(40)}long`, 'a \u001b[31m red \r one', 'third', 'fourth', 'fifth'];
  const text = toTextReport(toReport({ ...wrong, findings }));
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBe(80);
  expect(text).toContain('a �[31m red � one');
  expect(text).toContain('      third\n      and 2 more\n');
  expect(text).not.toContain('fourth');
});

test('JUnit counts what failed and what was skipped, and holds every finding', () => {
  const suite = parseJUnit(toJUnit(toReport(right, { ...wrong, findings: ['one', 'two'] }, skipped)));
  expect(['tests', 'failures', 'skipped'].map((name) => suite.getAttribute(name))).toEqual(['3', '1', '1']);
  const [, failed, left] = [...suite.getElementsByTagName('testcase')];
  expect(failed?.getAttribute('classname')).toBe('upsertUser');
  expect(failed?.getAttribute('name')).toBe('upsertUser/body.email: malformed (400 or 422)');
  expect(failed?.getElementsByTagName('failure')[0]?.getAttribute('message')).toBe('one');
  expect(failed?.textContent).toBe('one\ntwo');
  expect(left?.getElementsByTagName('skipped').length).toBe(1);
});

test('JUnit stays XML whatever a server says', () => {
  const nasty = 'a <b> & "c" \u0000\u001b\ud800 😀 ]]> \n end';
  const suite = parseJUnit(toJUnit(toReport({ ...wrong, name: nasty, findings: [nasty] })));
  expect(suite.getElementsByTagName('failure')[0]?.textContent).toBe('a <b> & "c" \ufffd\ufffd\ufffd 😀 ]]> \n end');
});
