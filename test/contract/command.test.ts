import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from 'vf-mock/express';
import { createMock, type ApiName } from 'vf-mock';
import { folderOf, run, useFiles } from '../_cli.ts';
import { check, find, open, openPrism, type ContractReport } from './_servers.ts';

useFiles({});

test.each<ApiName>(['vibefollow', 'yellow'])('vf-mock itself conforms to %s, twice in a row', async (api) => {
  const { url, mock } = await open();
  for (let round = 1; round <= 2; round += 1) {
    const { code, stdout, stderr } = await run('contract', '--api', api, '--upstream', url).ended;
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^All \d+ cases conform\.$/m);
    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  }
  expect(mock.yellow.bot('x1640004486565').userCount()).toBe(0); // the check has removed the users that it created
});

test('a mock that only knows the VibeFollow document is told what it gets wrong', async () => {
  const { code, report } = await check('vibefollow', await openPrism('vibefollow'));
  expect(code).toBe(1);
  expect(report.conforms).toBe(false);
  expect(report.cases.filter(({ outcome }) => outcome === 'conforming').length).toBeGreaterThan(40);
  expect(find(report, 'bulkUpsertUsers', 'one of three records is invalid')).toMatchObject({
    expected: [200],
    status: 422,
    outcome: 'violating',
    findings: ['got 422, expected 200'],
  });
  expect(find(report, 'bulkUpsertUsers', 'the same user twice').outcome).toBe('conforming');
  expect(find(report, 'trackEvent', 'another request with the same key').findings).toEqual([
    'got 202, expected 422 or 409',
  ]);
});

test('a mock that only knows the Yellow.ai document is told what it does not remember', async () => {
  const { code, report } = await check('yellow', await openPrism('yellow'));
  expect(code).toBe(1);
  expect(find(report, 'addUser', 'a new user').outcome).toBe('conforming');
  expect(find(report, 'getUser', 'the user that was added').findings).toEqual([
    'userId is "1001" instead of "vf-mock-contract-3"',
  ]);
  expect(find(report, 'getUser', 'a user that does not exist').findings).toEqual(['got 200, expected 404']);
  expect(find(report, 'listEvents', 'the events of its user').outcome).toBe('conforming');
});

test('each way in which a server differs is a finding of its case', async () => {
  const { url } = await open({
    vibefollow: { idempotencyKey: 'required' },
    yellow: { invalidRecord: 'skip', retainImported: 'replace' },
  });
  const [vibefollow, yellow] = [await check('vibefollow', url), await check('yellow', url)];
  expect(find(vibefollow.report, 'upsertUser', 'required properties only').findings).toEqual([
    'got 422, expected 202 (VF-2)',
  ]);
  expect(find(vibefollow.report, 'upsertUser', 'all documented properties').outcome).toBe('conforming');
  expect(find(yellow.report, 'bulkCreateUsers', 'one of two records is invalid').findings).toEqual([
    'got 200, expected 400 (YE-6)',
  ]);
  expect(find(yellow.report, 'getUser', 'the user after RETAIN_IMPORTED').findings).toEqual([
    'firstName is missing instead of "Asha" (YE-1)',
  ]);
  expect([vibefollow.code, yellow.code]).toEqual([1, 1]);
});

test('a server that reads the questions about events and null otherwise gets findings with their ids', async () => {
  const { url } = await open({
    vibefollow: {
      timestampField: 'present',
      eventTimestamp: 'ignored',
      reservedEventNames: ['identify'],
      optionalNull: 'absent',
    },
  });
  const { report } = await check('vibefollow', url);
  const findings = (operation: string, name: string): readonly string[] => find(report, operation, name).findings;
  expect(findings('bulkTrackEvents', 'the field of an invalid timestamp')).toEqual([
    'the error has the field "timestamp" instead of none (VF-13)',
  ]);
  for (const [operation, place] of [
    ['trackEvent', 'body'],
    ['batchTrackEvents', 'body.events[0]'],
  ] as const) {
    expect(findings(operation, `${place}.timestamp: malformed`)).toEqual(['got 202, expected 422 (VF-14)']);
  }
  expect(findings('trackEvent', 'the event name identify')).toEqual(['got 422, expected 202 (VF-15)']);
  expect(findings('trackEvent', 'the event name $identify')).toEqual([]);
  expect(findings('upsertUser', 'email: null')).toEqual(['got 202, expected 422 (VF-16)']);
  expect(findings('bulkUpsertUsers', 'email: null')[0]).toMatch(/ \(VF-16\)$/);
});

test('the reports are JSON and JUnit, and hold the same', async () => {
  const { url } = await open();
  const files = ['--report', 'json=report.json', '--report', 'junit=report.xml'];
  const { code } = await run('contract', '--api', 'vibefollow', '--upstream', `${url}/`, ...files).ended;
  const { cases, ...report } = JSON.parse(await readFile(join(folderOf(), 'report.json'), 'utf8')) as ContractReport;
  const xml = await readFile(join(folderOf(), 'report.xml'), 'utf8');
  expect(code).toBe(0);
  expect(report).toMatchObject({ api: 'vibefollow', upstream: url, conforms: true });
  expect(report.untested).toContainEqual({ operation: 'trackEvent', statuses: [403, 413, 429, 500, 503] });
  expect(cases).toContainEqual({
    operation: 'upsertUser',
    name: 'no credentials',
    expected: [401],
    status: 401,
    outcome: 'conforming',
    findings: [],
  });
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  expect(document.getElementsByTagName('testcase').length).toBe(cases.length);
  expect(document.documentElement?.getAttribute('failures')).toBe('0');
});

test('--read-only sends nothing but GET', async () => {
  const { url, mock } = await open();
  const { code, report } = await check('yellow', url, '--read-only');
  expect(code).toBe(0);
  expect(report.cases.length).toBeGreaterThan(20);
  // The first request checks that a server answers.
  expect(new Set(mock.journal.exchanges().map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('the base URL of a server may have a path, also with a slash at its end', async () => {
  const server = await serve(createMock(), { basePath: '/my/proxy' });
  onTestFinished(async () => server.close());
  expect((await check('vibefollow', `${server.url}/`)).code).toBe(0);
});

test.each([
  ['seconds', '0'],
  ['a date', 'Thu, 01 Jan 2026 00:00:00 GMT'],
])('a limit is waited for as it says, by %s', async (_form, retryAfter) => {
  const mock = createMock({ clock: 'manual' });
  const seen = new Set<string>();
  mock.faults.add({ on: { operation: 'listUsers', attempt: 1 }, fault: { status: 429, retryAfter } });
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  mock.journal.subscribe(({ exchange: { operation = '', status } }) => seen.add(`${operation} ${String(status)}`), {
    type: 'exchangeEnded',
  });
  const { code } = await check('yellow', server.url, '--read-only');
  expect(seen).toContain('listUsers 429');
  expect(code).toBe(0);
});
