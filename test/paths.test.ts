import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { getResponse, http, HttpResponse } from 'msw';
import { expect, onTestFinished, test } from 'vitest';
import { createMock, documents } from 'vf-mock';
import { router, serve } from 'vf-mock/express';
import { handlers } from 'vf-mock/msw';
import { bot, key, throughAdaptersOfEachPath, throughEachAdapter } from './_setup.ts';

const chunk = {
  method: 'POST',
  headers: { authorization: `Bearer ${key}`, 'x-api-key': 'k', 'content-type': 'application/json' },
  body: JSON.stringify({ users: [{ external_user_id: 'usr_1' }] }),
};
const get = { headers: chunk.headers };
const slashed: [path: string, init: RequestInit, status: number][] = [
  ['/api/v1/users/bulk/', chunk, 200],
  [`/cdp/api/v1/user/?bot=${bot}`, get, 200],
  [`/cdp/api/v1/user/nobody/?bot=${bot}`, get, 404],
];

throughEachAdapter((open) => {
  test.each(slashed)('a slash at the end of the path does not matter: %s', async (path, init, status) => {
    const { mock, send } = await open();
    expect((await send(path, init)).status).toBe(status);
    expect(mock.journal.exchanges()).toMatchObject([
      { path: path.split('?')[0], operation: expect.any(String) as string },
    ]);
  });

  test.each(slashed)('a strict mock refuses a slash at the end of the path: %s', async (path, init) => {
    const { mock, send } = await open({ strict: true });
    expect((await send(path, init)).status).toBe(404);
    expect(mock.journal.exchanges()[0]?.operation).toBeUndefined();
  });
});

throughAdaptersOfEachPath((open) => {
  test.each(['/', '/favicon.ico', '/api', '/API/v1/users', '/api/v11/users', '//api/v1/users', '/cdp', '/cdp/api'])(
    'nothing is at %s',
    async (path) => {
      const { mock, send } = await open();
      const answer = await send(path, chunk);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(`No operation at POST ${path};`);
      expect(mock.journal.exchanges()).toMatchObject([{ path, status: 404 }]);
    },
  );
});

test.each(['/other/api', '/', '/cdp', '/api/v2/users', '/api/v11/users', '/cdp/api/v1x', '//api/v1/users'])(
  'MSW leaves %s of the hosts to other handlers',
  async (path) => {
    const own = http.all('*', () => HttpResponse.text('own'));
    const all = [...handlers(createMock(), 'http://localhost:4010/proxy'), own];
    const hosts = [...documents.vibefollow.servers, ...documents.yellow.servers].map(({ url }) => new URL(url).origin);
    for (const host of [...hosts, 'http://localhost:4010/proxy', 'http://localhost:4010']) {
      expect(await (await getResponse(all, new Request(host + path)))?.text()).toBe('own');
    }
  },
);

test('MSW answers beneath a base URL that has the path of an API already', async () => {
  const mine = handlers(createMock(), 'https://staging.example/cdp/api/v1/');
  const statusOf = async (path: string): Promise<number | undefined> =>
    (await getResponse(mine, new Request(`https://staging.example${path}?bot=b`, get)))?.status;
  expect(await statusOf('/cdp/api/v1/user')).toBe(200);
  expect(await statusOf('/cdp/api/v1/cdp/api/v1/user')).toBe(200);
  expect(await statusOf('/api/v1/users')).toBeUndefined();
});

test('the router of an application leaves other paths to the application', async () => {
  const mock = createMock();
  const base = await run(
    express()
      .use(router(mock))
      .use((_, response) => void response.send('own')),
  );
  for (const path of ['/', '/other/api', '/cdp', '/api/v2/users', '/%zz', '//api/v1/users', '/__administration']) {
    expect(await (await fetch(base + path)).text()).toBe('own');
  }
  expect(mock.journal.countOthers()).toBe(0);
  expect((await fetch(`${base}/api/v1/users/bulk`, chunk)).status).toBe(200);
  expect((await fetch(`${base}/api/v1/nowhere`)).status).toBe(404);
  expect((await fetch(`${base}/__admin/health`)).status).toBe(200);
});

test('a server with a base path has both APIs beneath it, and the admin API beside it', async () => {
  const mock = createMock();
  const server = await serve(mock, { basePath: '/my/proxy/' });
  onTestFinished(async () => server.close());
  const { origin } = new URL(server.url);
  expect(server.url).toBe(`${origin}/my/proxy`);
  expect((await fetch(`${server.url}/api/v1/users/bulk`, chunk)).status).toBe(200);
  expect((await fetch(`${server.url}/cdp/api/v1/user/u%2F1?bot=${bot}`, get)).status).toBe(404);
  expect((await fetch(`${origin}/__admin/health`)).status).toBe(200);
  expect((await fetch(`${server.url}/__admin/health`)).status).toBe(404);
  const missed = await fetch(`${origin}/api/v1/users/bulk`, chunk);
  expect(await missed.json()).toMatchObject({
    errors: [{ code: 'not_found', message: expect.stringContaining('beneath /my/proxy') as string }],
  });
  expect(mock.journal.exchanges().map(({ path, status }) => [path, status])).toEqual([
    ['/api/v1/users/bulk', 200],
    ['/cdp/api/v1/user/u%2F1', 404],
    ['/api/v1/users/bulk', 404],
  ]);
  expect(mock.vibefollow.project(key).userCount()).toBe(1);
});

test('a path that only begins like the base path is not beneath it', async () => {
  const server = await serve(createMock(), { basePath: '/proxy' });
  onTestFinished(async () => server.close());
  const { origin } = new URL(server.url);
  for (const path of ['/proxying/api/v1/users/bulk', '/PROXY/api/v1/users/bulk', '/proxy', '/proxyapi/v1/users/bulk']) {
    expect((await fetch(origin + path, chunk)).status).toBe(404);
  }
});

test('the user of a deletion is found beneath a base path', async () => {
  const mock = createMock();
  mock.yellow.bot(bot).seed([{ userId: '1001' }]);
  const server = await serve(mock, { basePath: '/a/b' });
  onTestFinished(async () => server.close());
  expect((await fetch(`${server.url}/cdp/api/v1/user/1001?bot=${bot}`, { ...get, method: 'DELETE' })).status).toBe(200);
  expect(mock.yellow.bot(bot).userCount()).toBe(0);
});

test.each(['proxy', '/a b', '/%61', '/a//b', '/../a', '/a?b', '/ä', 'http://localhost/a'])(
  '%j is no base path, and is refused',
  async (basePath) => {
    const message = `Failed to listen: ${JSON.stringify(basePath)} is no base path. Use a path such as /proxy`;
    await expect(serve(createMock(), { basePath })).rejects.toThrow(message);
  },
);

async function run(app: Express): Promise<string> {
  const server = createServer(app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
