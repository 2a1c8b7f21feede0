import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/adapters/express.ts';
import type { ContractReport } from '../../src/contract/contract.ts';
import { startPrism, toDocumentPath } from '../../src/contract/prism.ts';
import { createMock, type ApiName, type Mock, type MockOptions } from '../../src/index.ts';
import { folderOf, run, useFiles } from '../_cli.ts';

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
  expect(mock.yellow.bot('x1640004486565').userCount()).toBe(0); // what it made, it has removed
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
  expect(find(report, 'bulkUpsertUsers', 'a user that comes twice').outcome).toBe('conforming');
  expect(find(report, 'bulkUpsertUsers', 'another request with the same key').outcome).toBe('skipped');
});

test('a mock that only knows the Yellow.ai document is told what it does not remember', async () => {
  const { code, report } = await check('yellow', await openPrism('yellow'));
  expect(code).toBe(1);
  expect(find(report, 'addUser', 'a new user').outcome).toBe('conforming');
  expect(find(report, 'getUser', 'the user that was added').findings).toEqual([
    'userId is "1001" in place of "vf-mock-contract-3"',
  ]);
  expect(find(report, 'getUser', 'a user that does not exist').findings).toEqual(['got 200, expected 404']);
  expect(find(report, 'listEvents', 'the events of its user').outcome).toBe('conforming');
});

test('each way in which a server differs is a finding of its case', async () => {
  const { url } = await open({ vibefollow: { idempotencyKey: 'required' }, yellow: { invalidRecord: 'skip' } });
  const [vibefollow, yellow] = [await check('vibefollow', url), await check('yellow', url)];
  expect(find(vibefollow.report, 'upsertUser', 'only what is required').findings).toEqual(['got 422, expected 202']);
  expect(find(vibefollow.report, 'upsertUser', 'all that is documented').outcome).toBe('conforming');
  expect(find(yellow.report, 'bulkCreateUsers', 'one of two records is invalid').findings).toEqual([
    'got 200, expected 400',
  ]);
  expect([vibefollow.code, yellow.code]).toEqual([1, 1]);
});

test('the reports are JSON and JUnit, and hold the same', async () => {
  const { url } = await open();
  const files = ['--report', 'json=report.json', '--report', 'junit=report.xml'];
  const { code } = await run('contract', '--api', 'vibefollow', '--upstream', `${url}/`, ...files).ended;
  const { cases, ...report } = JSON.parse(await readFile(join(folderOf(), 'report.json'), 'utf8')) as ContractReport;
  const xml = await readFile(join(folderOf(), 'report.xml'), 'utf8');
  expect(code).toBe(0);
  expect(report).toMatchObject({ api: 'vibefollow', upstream: url, conforms: true });
  expect(report.notAsked).toContainEqual({ operation: 'bulkUpsertUsers', statuses: [403, 413, 429, 500, 503] });
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
  // The first one asks whether anybody is there.
  expect(new Set(mock.journal.exchanges().map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('a limit is waited for as it says', async () => {
  const { url, mock } = await open({
    clock: 'system',
    yellow: { rateLimits: { listUsers: { requests: 3, windowSeconds: 1 } } },
  });
  const { code } = await check('yellow', url, '--read-only');
  expect(code).toBe(0);
  expect(mock.journal.exchanges({ operation: 'listUsers', status: 429 }).length).toBeGreaterThan(0);
});

test('credentials come from the environment, reach the server and are printed nowhere', async () => {
  const key = `sk_test_${'s3cr3t'.repeat(6)}`;
  const seen = new Set<string | undefined>();
  const url = await openServer((request, response) => {
    seen.add(request.headers.authorization);
    // A server that tells everybody what it was told.
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ [key]: key }));
  });
  const files = ['--report', 'json=secret.json', '--report', 'junit=secret.xml'];
  const child = run({ VIBEFOLLOW_API_KEY: key }, 'contract', '--api', 'vibefollow', '--upstream', url, ...files);
  const { code, stdout, stderr } = await child.ended;
  const written = await Promise.all(
    ['secret.json', 'secret.xml'].map(async (name) => readFile(join(folderOf(), name), 'utf8')),
  );
  expect(code).toBe(1);
  expect(seen).toEqual(new Set([`Bearer ${key}`, undefined]));
  expect(stdout + stderr + written.join('')).not.toContain('s3cr3t');
});

test('a server that breaks connections, answers no JSON or something undocumented is told so', async () => {
  const answers: Record<string, RequestListener> = {
    '/api/v1/users': (request) => request.socket.destroy(),
    '/api/v1/events': (_request, response) => response.writeHead(202, { 'content-type': 'application/json' }).end('{'),
  };
  const url = await openServer((request, response) => {
    const answer = request.method === 'POST' ? answers[request.url ?? ''] : undefined;
    if (answer) answer(request, response);
    else response.writeHead(204).end();
  });
  const { code, report } = await check('vibefollow', url);
  const findingsOf = (id: string): readonly string[] => find(report, id, 'only what is required').findings;
  expect(findingsOf('upsertUser')).toEqual(['no answer: socket hang up']);
  expect(findingsOf('trackEvent')).toEqual(['the body of the answer is not JSON']);
  expect(findingsOf('batchTrackEvents')[0]).toBe('got 204, expected 202');
  expect(findingsOf('batchTrackEvents')[1]).toMatch(/^Unable to match the returned status code/);
  expect(code).toBe(1);
});

test('a server that says nothing is waited for as long as --timeout says', async () => {
  let asked = 0;
  const url = await openServer((request, response) => {
    if (request.method === 'GET' || (asked += 1) > 1) response.writeHead(204).end();
  });
  const { report } = await check('vibefollow', url, '--timeout', '3');
  expect(find(report, 'upsertUser', 'only what is required').findings).toEqual(['no answer within 3 s']);
});

test('a signal ends it and Prism with it', async () => {
  let asked = 0;
  const url = await openServer((request, response) => {
    if (request.method === 'GET') response.end();
    else if ((asked += 1) === 1) child.child.kill('SIGTERM');
  });
  const child = run('contract', '--api', 'vibefollow', '--upstream', url);
  expect(await child.ended).toEqual({ code: 2, stdout: '', stderr: 'vf-mock: Stopped before the end.\n' });
});

async function open(options: MockOptions = {}): Promise<{ url: string; mock: Mock }> {
  const mock = createMock({ clock: 'manual', ...options });
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  return { url: server.url, mock };
}

async function openPrism(api: ApiName): Promise<string> {
  const prism = await startPrism({ document: toDocumentPath(api) });
  onTestFinished(async () => prism.close());
  return prism.url;
}

async function openServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function check(
  api: ApiName,
  url: string,
  ...args: readonly string[]
): Promise<{ code: number | null; report: ContractReport }> {
  const { code, stderr } = await run(
    'contract',
    '--api',
    api,
    '--upstream',
    url,
    '--report',
    'json=check.json',
    ...args,
  ).ended;
  expect(stderr).toBe('');
  return { code, report: JSON.parse(await readFile(join(folderOf(), 'check.json'), 'utf8')) as ContractReport };
}

function find({ cases }: ContractReport, operation: string, name: string): ContractReport['cases'][number] {
  const found = cases.find((one) => one.operation === operation && one.name === name);
  if (found === undefined) throw new Error(`There is no case ${operation} ${name}.`);
  return found;
}
