import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { getResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { router, serve } from 'vf-mock/express';
import { handlers } from 'vf-mock/msw';
import { createMock, documents, type Mock } from 'vf-mock';
import { key, open, read } from './_setup.ts';

const chunk = {
  method: 'POST',
  headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  body: JSON.stringify({ users: [{ external_user_id: 'ü' }] }),
};

test('fetch takes what the Fetch API takes: a URL, a Request, bytes, a stream', async () => {
  const { mock } = await open();
  const url = 'https://api.vibefollow.com/api/v1/users/bulk';
  const bytes = new TextEncoder().encode(chunk.body);
  const answers = [
    await mock.fetch(new URL(url), chunk),
    await mock.fetch(new Request(url, chunk)),
    await mock.fetch(new Request(url, { ...chunk, body: '{}' }), { body: chunk.body }),
    await mock.fetch(url, { ...chunk, headers: new Headers(chunk.headers), body: bytes }),
    await mock.fetch(url, { ...chunk, headers: Object.entries(chunk.headers), body: new Blob([bytes]) }),
    await mock.fetch('/api/v1/users/bulk', { ...chunk, body: new Blob([bytes]).stream(), duplex: 'half' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(mock.vibefollow.project(key).users()).toMatchObject([{ external_user_id: 'ü' }]);
});

test('fetch gives a text the type that the Fetch API gives it, which is not JSON', async () => {
  const { mock } = await open();
  const headers = { authorization: `Bearer ${key}` };
  expect((await mock.fetch('/api/v1/users/bulk', { ...chunk, headers })).status).toBe(400);
});

test('fetch rejects with the reason of an abort, and nothing is done', async () => {
  const { mock } = await open();
  const reason = new Error('enough');
  for (const request of ['/api/v1/users/bulk', new Request('https://api.vibefollow.com/api/v1/users/bulk', chunk)]) {
    await expect(mock.fetch(request, { ...chunk, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  }
  expect(mock.vibefollow.project(key).userCount()).toBe(0);
});

test('MSW answers for all hosts of both vendors', async () => {
  const { mock } = await open();
  listen(mock);
  const urls = [...documents.vibefollow.servers, ...documents.yellow.servers].map(({ url }) => url);
  expect(urls).toHaveLength(9);
  for (const url of urls) expect((await fetch(`${url}/api/v1/users/bulk`, chunk)).status).toBe(200);
});

test.each([
  'http://localhost:4010',
  'https://staging.example/',
  'https://staging.example/proxy/v2/',
  'https://a+b.example/(x)',
])('MSW answers for the base URL %s', async (baseUrl) => {
  const { mock } = await open();
  listen(mock, baseUrl);
  const base = baseUrl.replace(/\/$/, '');
  expect((await fetch(`${base}/api/v1/users/bulk`, chunk)).status).toBe(200);
  expect((await fetch(`${base}/cdp/api/v1/user?bot=b&limit=1`, { headers: { 'x-api-key': 'k' } })).status).toBe(200);
  expect(mock.vibefollow.project(key).userCount()).toBe(1);
});

test('MSW leaves other hosts and paths beside the base URL alone', async () => {
  const mine = handlers(createMock(), 'http://localhost/mock');
  for (const url of ['http://localhost/mocking/api/v1/users', 'http://api.vibefollow.com.example/api/v1/users']) {
    expect(await getResponse(mine, new Request(url, chunk))).toBeUndefined();
  }
});

test.each(['staging.example', '/proxy', 'localhost:4010', ''])('%j is no base URL, and is refused', (wrong) => {
  const message = `Failed to make handlers: ${JSON.stringify(wrong)} is no base URL. Give a whole URL, such as`;
  expect(() => handlers(createMock(), wrong)).toThrow(message);
});

test('an unknown path gets the error shape of the vendor whose host it is', async () => {
  const { mock } = await open();
  expect(await read(await mock.fetch('https://cloud.yellow.ai/nowhere'))).toMatchObject({
    body: { error: expect.stringContaining('/nowhere') as string },
  });
  expect(await read(await mock.fetch('https://api.vibefollow.com/nowhere'))).toMatchObject({
    body: { errors: [{ code: 'not_found' }] },
  });
});

test('the router works under a path of an application', async () => {
  const { mock } = await open();
  const base = await run(
    express()
      .use('/mock', router(mock))
      .get('/', (_, response) => void response.send('own')),
  );
  expect((await fetch(`${base}/mock/api/v1/users/bulk`, chunk)).status).toBe(200);
  expect(await (await fetch(base)).text()).toBe('own');
});

test.each([
  ['express.json()', express.json({ limit: '20mb' })],
  ['express.text()', express.text({ type: '*/*' })],
  ['express.raw()', express.raw({ type: '*/*' })],
])('the router takes a body that %s has read before it', async (_name, parser) => {
  const { mock } = await open();
  const base = await run(express().use(parser).use(router(mock)));
  expect((await fetch(`${base}/api/v1/users/bulk`, chunk)).status).toBe(200);
  expect((await fetch(`${base}/cdp/api/v1/user?bot=b`, { headers: { 'x-api-key': 'k' } })).status).toBe(200);
  expect(mock.vibefollow.project(key).users()).toMatchObject([{ external_user_id: 'ü' }]);
});

test('a server takes a free port, and refuses one in use', async () => {
  const mock = createMock();
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  const { port, hostname } = new URL(server.url);
  expect(hostname).toBe('127.0.0.1');
  await expect(serve(mock, { port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

function listen(mock: Mock, ...baseUrls: string[]): void {
  const server = setupServer(...handlers(mock, ...baseUrls));
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => {
    server.close();
  });
}

async function run(app: Express): Promise<string> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
