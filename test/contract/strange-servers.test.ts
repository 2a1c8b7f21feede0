import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { folderOf, run, useFiles } from '../_cli.ts';
import { check, find, open, openServer, pass } from './_servers.ts';

useFiles({});

test('credentials come from the environment, reach the server and are printed nowhere', async () => {
  const key = 'S3CR3T"x\\y';
  const seen = new Set<string | undefined>();
  // This server repeats the credentials in its answers.
  const url = await openServer((request, response) => {
    seen.add(request.headers['x-auth-token'] as string | undefined);
    const user = { userId: { value: key, propertyType: 'System' } };
    const type = request.method === 'GET' ? 'application/json' : `text/${encodeURIComponent(key)}`;
    response.writeHead(200, { 'content-type': type, 'set-cookie': 'a=1' });
    response.end(JSON.stringify({ message: key, data: user }));
  });
  const files = ['--report', 'json=secret.json', '--report', 'junit=secret.xml'];
  const variables = { YELLOW_API_KEY: key, YELLOW_BOT: 'b' };
  const { code, stdout, stderr } = await run(variables, 'contract', '--api', 'yellow', '--upstream', url, ...files)
    .ended;
  const written = await Promise.all(
    ['secret.json', 'secret.xml'].map(async (name) => readFile(join(folderOf(), name), 'utf8')),
  );
  expect(code).toBe(1);
  expect(seen).toEqual(new Set([key, undefined]));
  expect(stdout).toContain('…');
  expect(stdout + stderr + written.join('')).not.toMatch(/S3CR3T/);
});

test('a server that breaks connections, answers no JSON or something undocumented is told so', async () => {
  const answers = new Map<string, RequestListener>([
    ['/api/v1/users', (request) => request.socket.destroy()],
    [
      '/api/v1/events',
      (_request, response) => response.writeHead(202, { 'content-type': 'application/json' }).end('{'),
    ],
  ]);
  const url = await openServer((request, response) => {
    const { method, url: path = '' } = request;
    const answer = method === 'POST' ? answers.get(path) : undefined;
    answers.delete(method === 'POST' ? path : '');
    if (answer) answer(request, response);
    else response.writeHead(204).end();
  });
  const { code, report } = await check('vibefollow', url);
  const findingsOf = (id: string): readonly string[] => find(report, id, 'required properties only').findings;
  expect(findingsOf('upsertUser')).toEqual(['no answer: the connection broke']);
  expect(findingsOf('trackEvent')).toEqual(['the body is not JSON']);
  expect(findingsOf('batchTrackEvents')[0]).toBe('got 204, expected 202');
  expect(findingsOf('batchTrackEvents')[1]).toMatch(/^Unable to match the returned status code/);
  expect(code).toBe(1);
});

test('a server that stops answering is given up, and what was found is told', async () => {
  let asked = 0;
  const { url, mock } = await open();
  const halting = await openServer((request, response) => {
    if ((asked += 1) > 30) request.socket.destroy();
    else void pass(request, response, mock);
  });
  const { code, report } = await check('vibefollow', halting);
  const count = (outcome: string): number => report.cases.filter((one) => one.outcome === outcome).length;
  expect([count('conforming'), count('violating')]).toEqual([29, 10]);
  expect(report.leftovers).toEqual([]); // VibeFollow has no operation to remove a user
  expect(report.cases.at(-1)?.findings).toEqual(['not sent, because the server has stopped answering']);
  expect([code, url]).toEqual([1, url]);
});

test('a server that says nothing is waited for as long as --timeout says', async () => {
  let asked = 0;
  const url = await openServer((request, response) => {
    if (request.method === 'GET' || (asked += 1) > 1) response.writeHead(204).end();
  });
  const { report } = await check('vibefollow', url, '--timeout', '1.1');
  expect(find(report, 'upsertUser', 'required properties only').findings).toEqual(['no answer within 1.1 s']);
});

// Prism by itself would hide the wrong answers of these servers.
test('a server that implements nothing is not answered for by Prism', async () => {
  const url = await openServer((request, response) => response.writeHead(request.method === 'GET' ? 404 : 501).end());
  const { code, report } = await check('vibefollow', url);
  expect(report.cases.filter(({ outcome }) => outcome === 'conforming')).toEqual([]);
  expect(find(report, 'trackEvent', 'example event')).toMatchObject({ status: 501 });
  expect(code).toBe(1);
});

test('a server that says of itself that it conforms is not believed', async () => {
  const url = await openServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'sl-violations': '[]' }).end('{"data":{}}'),
  );
  const { report } = await check('vibefollow', url);
  expect(find(report, 'bulkUpsertUsers', 'one of three records is invalid').findings).toEqual([
    "Response body must have required property 'meta'",
    "Response body property data must have required property 'accepted'",
    "Response body property data must have required property 'rejected'",
    "Response body property data must have required property 'errors'",
  ]);
});

test('a server that sends a request elsewhere sends no key there', async () => {
  const strangers: (string | undefined)[] = [];
  const elsewhere = await openServer((request, response) => {
    strangers.push(request.headers.authorization);
    response.end();
  });
  const url = await openServer((request, response) =>
    response.writeHead(request.method === 'GET' ? 404 : 307, { location: elsewhere }).end(),
  );
  const { report } = await check('vibefollow', url);
  expect(find(report, 'upsertUser', 'required properties only')).toMatchObject({ status: 307, outcome: 'violating' });
  expect(strangers).toEqual([]);
});

test('an answer over which Prism ends is a finding, and the next case is judged', async () => {
  const mock = createMock({ clock: 'manual' });
  let odd = 0;
  const url = await openServer((request, response) => {
    const isOdd = (request.url ?? '').includes('limit=1') && (odd += 1) === 1;
    const users = { data: [{ 名前: { value: 'Ada', propertyType: 'wrong' } }] };
    if (isOdd)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ message: '', data: users }));
    else void pass(request, response, mock);
  });
  const { report } = await check('yellow', url, '--read-only');
  const cases = report.cases.filter(({ operation }) => operation === 'listUsers');
  expect(cases[1]?.findings[0]).toMatch(/^Prism /);
  expect(cases.filter(({ outcome }) => outcome === 'conforming').length).toBeGreaterThan(5);
});

test('each run has keys of its own, so that no answer of an earlier one comes back', async () => {
  const { url, mock } = await open();
  const ask = async (): Promise<(string | undefined)[]> => {
    mock.journal.clear();
    await check('vibefollow', url);
    return mock.journal.exchanges().flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
  };
  const [first, second] = [new Set(await ask()), new Set(await ask())];
  expect(first.size).toBeGreaterThan(20);
  // One key is malformed on purpose. Only this key comes again.
  expect([...second].filter((key) => first.has(key))).toEqual(['no such form']);
});

test('whatever a server takes, no user is touched that has another name', async () => {
  const names = new Set<unknown>();
  const url = await openServer((request, response) => {
    void text(request).then((body) => {
      for (const one of body.matchAll(/"(?:external_user_id|userId)":("[^"]*"|\[[^\]]*\]|[^,}]*)/g)) names.add(one[1]);
      names.add(/\/user\/([^?/]+)/.exec(request.url ?? '')?.[1]);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await check('vibefollow', url);
  await check('yellow', url);
  const others = [...names].filter((name) => !String(name).includes('vf-mock-contract-'));
  // Some requests have an empty name, and some paths have no name.
  expect(new Set(others)).toEqual(new Set(['""', undefined, 'create-bulk']));
});

test('users that cannot be removed are named', async () => {
  const mock = createMock({ clock: 'manual' });
  mock.faults.add({ on: { operation: 'deleteUser' }, fault: { status: 403 } });
  const url = await openServer((request, response) => void pass(request, response, mock));
  const { report } = await check('yellow', url);
  expect(report.leftovers).toEqual(['1', '2', '3', '4', 'nobody'].map((name) => `vf-mock-contract-${name}`));
});

test('what is stopped in the middle is cleaned up', async () => {
  const mock = createMock({ clock: 'manual' });
  const url = await openServer((request, response) => {
    void pass(request, response, mock).then(() => {
      if (mock.yellow.bot('x1640004486565').userCount() > 0) child.stop('SIGINT');
    });
  });
  const child = run('contract', '--api', 'yellow', '--upstream', url);
  expect(await child.ended).toEqual({ code: 2, stdout: '', stderr: 'vf-mock: Stopped before the end.\n' });
  expect(mock.yellow.bot('x1640004486565').userCount()).toBe(0);
});

test('a signal ends it and Prism with it', async () => {
  let asked = 0;
  const url = await openServer((request, response) => {
    if (request.method === 'GET') response.end();
    else if ((asked += 1) === 1) child.stop('SIGTERM');
  });
  const child = run('contract', '--api', 'vibefollow', '--upstream', url);
  expect(await child.ended).toEqual({ code: 2, stdout: '', stderr: 'vf-mock: Stopped before the end.\n' });
});
