import { expect, test } from 'vitest';
import { certify, reports, toCases, type Task } from 'vf-mock/certify';
import { certifyInProcess, toSettings } from './_certify.ts';
import * as clients from './clients/broken.ts';

test('each cause names its cases, what to change, and how to run them again', async () => {
  const report = await certifyInProcess(clients.triedOnce, {
    api: 'vibefollow',
    only: ['delivery/full', 'retry/50', 'retry/malformed', 'connection/reset', 'flaky/', 'outage/'],
  });
  const [cause] = report.causes;
  const failed = report.cases.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
  expect(report.causes).toHaveLength(1);
  expect(cause).toMatchObject({ kind: 'retries-transient', level: 'MUST', cases: failed });
  expect(cause?.requirement).toMatch(/^After 429, 500, .* the client sends the request again\.$/);
  expect(cause?.source).toContain('RFC 9110');
  expect(cause?.advice).toContain('Send the same chunk again');
  const selected = toCases('vibefollow').filter(({ id }) => cause?.only.some((prefix) => id.startsWith(prefix)));
  expect(selected.map(({ id }) => id)).toEqual(failed);
  expect(cause?.only).toEqual(['retry/50', 'retry/malformed-retry-after', 'connection/reset', 'flaky/', 'outage/ends']);
});

test('findings name the cause first, then the loss', async () => {
  const report = await certifyInProcess(clients.triedOnce, { api: 'vibefollow', only: ['retry/500'] });
  const [result] = report.cases;
  expect(result?.cause).toEqual({
    kind: 'retries-transient',
    message: 'The client did not send the chunk again after 500.',
    answers: ['500'],
  });
  expect(result?.findings).toEqual([
    'The client did not send the chunk again after 500.',
    'complete: 500 records were never sent: usr_1001, usr_1002 and 498 others',
    'complete: 1000 records were sent, but not stored, because of 500 server_error: usr_1, usr_2 and 998 others',
    'The client exited with 1, although it can deliver all records.',
  ]);
});

test('a client that crashes at once has one thing to mend, with its error, in all cases', async () => {
  let run = 0;
  const client = async ({ env }: Task): Promise<never> => {
    run += 1;
    return Promise.reject(new Error(`no module at ${env['VF_MOCK_RECORDS'] ?? ''}, run ${run}`));
  };
  const only = ['delivery/full', 'requests/', 'retry/', 'stop/', 'backoff/'];
  const report = await certify({ api: 'yellow', only, client });
  expect(report.causes).toMatchObject([{ kind: 'failed-start', cases: report.cases.map(({ id }) => id) }]);
  expect(report.causes[0]?.message).toMatch(/^The client exited with 1 before its first request: Error: no module at /);
});

test('a client that an error of its own ends in the middle is told the error', async () => {
  const client = async (task: Task): Promise<never> => {
    await clients.users(task.records.slice(0, 1000), toSettings(task));
    throw new TypeError('undefined is not a chunk');
  };
  const report = await certify({ api: 'vibefollow', only: ['delivery/several'], clock: 'manual', client });
  expect(report.causes).toMatchObject([
    {
      kind: 'crash',
      message: 'The client exited with 1 before it had sent all records: TypeError: undefined is not a chunk',
    },
  ]);
});

test('the things to mend stand above the table, on a terminal and in Markdown', async () => {
  const report = await certifyInProcess(clients.trustful, { api: 'vibefollow', only: ['records/', 'retry/gateway'] });
  const text = reports.text(report);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(text).toMatch(/\n\n2 things to mend\n\n {2}1\. The client took a .*\n\n {2}2\. .*\n\nrecords\n/s);
  const markdown = reports.markdown(report);
  expect(markdown).toMatch(/### 2 things to mend\n\n1\. \*\*The client took .*\n2\. \*\*.*\| case \|/s);
  for (const { message, requirement, source, advice, only } of report.causes) {
    const parts = [
      message,
      requirement,
      `Source: ${source}`,
      `Change: ${advice}`,
      `Run again: --only ${only[0] ?? ''}`,
    ];
    for (const part of parts) expect(text.replaceAll(/\s+/g, ' ')).toContain(part);
    expect(markdown.replaceAll('\\', '')).toContain(`Run again: \`--only ${only[0] ?? ''}`);
  }
});

test('if one record fails, nothing else runs, and the report says why', async () => {
  const ran: string[] = [];
  const client = async (task: Task): Promise<void> => Promise.resolve(void ran.push(task.case));
  const report = await certify({ api: 'vibefollow', jobs: 8, client });
  expect(ran).toEqual(['delivery/one-record']);
  expect(report).toMatchObject({ passed: false, finished: true, causes: [{ kind: 'no-request' }] });
  expect(report.notRun).toHaveLength(toCases('vibefollow').length - 1);
  expect(report.notRunReason).toMatch(/^The client failed delivery\/one-record/);
  for (const kind of ['text', 'markdown'] as const) {
    expect(reports[kind](report).replaceAll(/\s+/g, ' ')).toContain(report.notRunReason);
  }
});

test('without the case of one record the others run as ever', async () => {
  const client = async (): Promise<void> => Promise.resolve();
  const report = await certify({ api: 'yellow', only: ['requests/', 'stop/'], client });
  expect(report.cases).toHaveLength(4);
  expect(report).not.toHaveProperty('notRunReason');
});

test('a stopped suite reports the cases that ended, if partial is set', async () => {
  const controller = new AbortController();
  const report = await certifyInProcess(clients.users, {
    api: 'vibefollow',
    jobs: 1,
    partial: true,
    signal: controller.signal,
    onCase(_result, done): void {
      if (done === 2) controller.abort(new Error('Enough'));
    },
  });
  expect(report).toMatchObject({ passed: false, finished: false, notRunReason: 'The suite was stopped.' });
  expect(report.cases.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
  expect(report.cases.length + report.notRun.length).toBe(toCases('vibefollow').length);
  expect(reports.text(report)).toMatch(/\nUNFINISHED: 2 of 40 cases, MUST 2 of 2, SHOULD 0 of 0, in [\d.]+ s$/);
  expect(reports.markdown(report)).toContain('**UNFINISHED: 2 of 40 cases, ');
});

test('every report says when and by what it was made', async () => {
  const report = await certifyInProcess(clients.users, { api: 'vibefollow', only: ['delivery/one-record'] });
  expect(report.startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(report).toMatchObject({ node: process.version, platform: `${process.platform} ${process.arch}` });
  for (const kind of ['text', 'json', 'markdown', 'junit'] as const) {
    for (const part of [report.startedAt.slice(0, 19), report.version, report.node, report.platform, report.client]) {
      expect(reports[kind](report)).toContain(part);
    }
  }
});
