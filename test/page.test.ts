import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import manifest from 'vf-mock/package.json' with { type: 'json' };
import { createMock, type Mock, type MockOptions } from 'vf-mock';
import { router, serve } from 'vf-mock/express';
import { askWrong } from './_admin.ts';
import { open } from './_setup.ts';

const ready = `vf-mock ${manifest.version} is ready. Its page is at /__admin/\n`;

async function start(options: MockOptions = {}, basePath = ''): Promise<{ mock: Mock; origin: string }> {
  const mock = createMock(options);
  const server = await serve(mock, { basePath });
  onTestFinished(async () => server.close());
  return { mock, origin: new URL(server.url).origin };
}

/** A mock beneath a path of an application. */
async function mount(mock: Mock, path: string): Promise<string> {
  const app = express().use(path, router(mock));
  const server = createServer(app.use((_, response) => void response.send('own')));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Answer extends Pick<IncomingMessage, 'headers'> {
  readonly status: number | undefined;
  readonly body: string;
}

/** Asks with any headers, and follows no redirect. */
async function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const [answer] = (await once(request(url, { method, headers }).end(), 'response')) as [IncomingMessage];
  const chunks = (await answer.toArray()) as Buffer[];
  return { status: answer.statusCode, headers: answer.headers, body: String(Buffer.concat(chunks)) };
}

test('the page is HTML that runs only its own script, stands in no frame, and is never stale', async () => {
  const { origin } = await start({ clock: 'manual' });
  const { status, headers, body } = await ask(`${origin}/__admin/`);
  expect(status).toBe(200);
  expect(body).toMatch(/^<!doctype html>[^]*<\/html>\s*$/i);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-length': String(Buffer.byteLength(body)),
    date: 'Thu, 01 Jan 2026 00:00:00 GMT',
  });
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; .*script-src 'sha256-.*; frame-ancestors 'none'$/,
  );
  expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
  const head = await ask(`${origin}/__admin/`, {}, 'HEAD');
  expect([head.body, head.headers['content-length']]).toEqual(['', headers['content-length']]);
});

const strangers: Record<string, string>[] = [
  {},
  { host: 'evil.example' },
  { 'sec-fetch-site': 'cross-site', referer: 'https://evil.example/' },
  { origin: 'null' },
];

test.each(strangers)('everybody gets the page, and nobody the data with it: %j', async (headers) => {
  for (const options of [{}, { adminToken: 'opensesame' }]) {
    const { origin } = await start(options);
    expect(await ask(`${origin}/__admin/`, headers)).toMatchObject({
      status: 200,
      body: expect.stringMatching(/<!doctype/i) as string,
    });
    expect(await ask(`${origin}/__admin`, { ...headers, accept: 'text/html' })).toMatchObject({ status: 308 });
    const isTrusted = Object.keys(options).length + Object.keys(headers).length === 0;
    for (const path of ['/__admin/state', '/__admin/journal', '/__admin/index.html', '/__admin//'])
      expect((await ask(origin + path, headers)).status !== 403, path).toBe(isTrusted);
  }
});

test.each(['?tenant=x1&q=call:4', '?unknown', '?a=%zz'])('the query %s is that of the page', async (query) => {
  const { origin } = await start();
  expect(await ask(`${origin}/__admin/${query}`)).toMatchObject({ status: 200 });
  const redirected = await ask(`${origin}/__admin${query}`, { accept: 'text/html' });
  expect(redirected.headers.location).toBe(`./__admin/${query}`);
});

const browsers = [
  'text/html',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'TEXT/HTML; q=0.5, text/*;q=0.3',
  'application/json, text/html;q=0.1',
];
const probes: Record<string, string>[] = [
  {}, // of Go, Java and wait-on
  { accept: '*/*', 'user-agent': 'curl/8.5.0' },
  { accept: '*/*', 'user-agent': 'kube-probe/1.31' },
  { accept: '*/*', 'user-agent': 'Wget/1.21.4' },
  { accept: 'application/json, text/plain, */*' },
  { accept: 'text/*' },
  { accept: 'text/html;q=0' },
  { accept: 'text/html;q=0.5, text/plain' },
  { accept: 'text/html;q=nonsense, */*' },
  { accept: '' },
];

test.each(browsers)('a browser that accepts %s is led to the page', async (accept) => {
  const { mock, origin } = await start();
  for (const [path, status] of [
    ['/', 302],
    ['/__admin', 308],
  ] as const) {
    const { headers, ...answer } = await ask(origin + path, { accept });
    expect(answer).toEqual({ status, body: '' });
    expect([headers.location, headers.vary]).toEqual(['./__admin/', 'Accept']);
  }
  const followed = await fetch(`${origin}/?tenant=x1`, { headers: { accept } });
  expect([followed.url, followed.status]).toEqual([`${origin}/__admin/?tenant=x1`, 200]);
  expect([mock.journal.countOthers(), mock.journal.exchanges()]).toEqual([0, []]);
});

test.each(probes)('a probe with %j is told that the server is ready', async (headers) => {
  const { mock, origin } = await start();
  for (const path of ['/', '/?ready']) {
    expect(await ask(origin + path, headers)).toMatchObject({ status: 200, body: ready });
    const head = await ask(origin + path, headers, 'HEAD');
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', String(ready.length)]);
  }
  expect([mock.journal.countOthers(), mock.journal.exchanges()]).toEqual([0, []]);
  expect(mock.verdicts()).toMatchObject({ passed: null, otherRequests: 0 });
});

test('a HEAD of a browser is answered as that of a probe', async () => {
  const { origin } = await start();
  expect(await ask(origin, { accept: 'text/html' }, 'HEAD')).toMatchObject({ status: 200 });
});

test('with a base path the page and the root stay at the origin', async () => {
  const { mock, origin } = await start({}, '/proxy');
  expect(await ask(origin, { accept: 'text/html' })).toMatchObject({ status: 302 });
  expect(await ask(origin)).toMatchObject({ status: 200, body: ready });
  expect(await ask(`${origin}/proxy/`)).toMatchObject({ status: 404 });
  expect(await ask(`${origin}/proxy/__admin/`)).toMatchObject({ status: 404 });
  expect(mock.journal.countOthers()).toBe(2);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])(
  '%s of the root and of the page is no question for the page',
  async (method) => {
    const { origin } = await start();
    expect(await ask(origin, { accept: 'text/html' }, method)).toMatchObject({ status: 404 });
    expect(await ask(`${origin}/__admin/`, {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  },
);

test('in an application the page is beneath its path, and the root is its own', async () => {
  const origin = await mount(createMock(), '/mock');
  expect(await ask(`${origin}/mock/__admin/`)).toMatchObject({
    status: 200,
    body: expect.stringMatching(/<!doctype/i) as string,
  });
  const followed = await fetch(`${origin}/mock/__admin`, { headers: { accept: 'text/html' } });
  expect(followed.url).toBe(`${origin}/mock/__admin/`);
  for (const path of ['/', '/mock/', '/mock'])
    expect(await ask(origin + path, { accept: 'text/html' })).toMatchObject({ status: 200, body: 'own' });
});

test('in process there is no page, and the answer says where it is', async () => {
  const bench = await open();
  const says = 'The page is at /__admin/ of a server, such as that of the command vf-mock.';
  for (const path of ['', '/']) expect(await askWrong(bench, 404, 'GET', path)).toEqual([says]);
  expect((await bench.send('/', { headers: { accept: 'text/html' } })).status).toBe(404);
});
