import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { router, serve } from 'vf-mock/express';
import { createMock, type Mock, type MockOptions, type MockRequest } from 'vf-mock';
import { documented } from './_admin.ts';
import { exchange, open as connect, readAll, start, type Reachable } from './_server.ts';
import { open, throughEachAdapter } from './_setup.ts';

const token = 'opensesame';
const named = { allowedHosts: ['mock', 'Mock.Test.', '192.168.7.7', '[2001:db8::1]'] };

/** Sends a reset with these header lines, as they are. Returns the status line, the headers and the body. */
async function reset(server: Reachable, ...lines: string[]): Promise<string> {
  const head = ['POST /__admin/reset HTTP/1.1', 'Content-Type: text/plain', ...lines, 'Content-Length: 0'];
  return exchange(server, `${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`);
}

/** A mock whose server listens on a host, and holds a fault rule that a reset removes. */
async function guard(options: MockOptions = {}, host?: string): Promise<{ mock: Mock; server: Reachable }> {
  const mock = createMock(options);
  mock.faults.add({ on: { attempt: 9 }, fault: { status: 503 } });
  const server = await serve(mock, host === undefined ? {} : { host });
  onTestFinished(async () => server.close());
  return { mock, server };
}

test.each([
  'localhost',
  'localhost:4010',
  'LocalHost:',
  'localhost.:80',
  'app.localhost:4010',
  '127.0.0.1:4010',
  '127.0.0.1.',
  '127.255.0.9',
  '[::1]:4010',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]:1',
  'mock:4010',
  'MOCK.test',
  'mock.test.:4010',
  '192.168.7.7:4010',
  '[2001:DB8:0::1]:4010',
])('a request for the host %s may use the admin API', async (host) => {
  const { mock, server } = await guard(named);
  expect(await reset(server, `Host: ${host}`)).toMatch(/^HTTP\/1\.1 200 /);
  expect(mock.faults.list()).toEqual([]);
});

test.each([
  'evil.example:4010',
  'localhost.evil.example',
  'evillocalhost',
  'mock.evil.example',
  'evil.mock',
  '127.0.0.1.evil.example',
  '128.0.0.1',
  '127.0.0.256',
  '127.1',
  '0x7f.0.0.1',
  '2130706433',
  '0.0.0.0',
  '192.168.7.8',
  '[::2]',
  '[::ffff:10.0.0.1]',
])('a request for the host %s may not, and the answer says what to do', async (host) => {
  const { mock, server } = await guard(named);
  const answer = await reset(server, `Host: ${host}`);
  expect(answer).toMatch(/^HTTP\/1\.1 403 [^]*X-Content-Type-Options: nosniff/);
  expect(answer).toContain(`closed to requests for the host ${JSON.stringify(JSON.stringify(host)).slice(1, -1)}. Use`);
  expect(answer).toMatch(/--allow-host, or start vf-mock with --admin-token/);
  expect(mock.faults.list()).toHaveLength(1);
});

test.each([
  'localhost:4010@evil.example',
  'evil.example@localhost',
  'localhost:80:80',
  'localhost:http',
  'localhost/evil',
  'local host',
  'localhost,evil.example',
  '.localhost',
  'a..localhost',
  'localhost..',
  '::1',
  '[::1',
  '[1::2::3]',
  '[::1%lo]',
  '*',
  ':4010',
])('the host %s is malformed, and refused', async (host) => {
  const { mock, server } = await guard(named);
  expect(await reset(server, `Host: ${host}`)).toMatch(/^HTTP\/1\.1 403 [^]*is malformed/);
  expect(mock.faults.list()).toHaveLength(1);
});

test('without a host, with several and with another in the request line it is refused', async () => {
  const { mock, server } = await guard();
  expect(await reset(server, 'Host: localhost', 'host: evil.example')).toMatch(/ 403 [^]*several Host headers/);
  expect(await reset(server, 'Host: evil.example', 'Host: localhost')).toMatch(/ 403 [^]*several Host headers/);
  expect(await exchange(server, 'POST /__admin/reset HTTP/1.0\r\n\r\n')).toMatch(/ 403 [^]*no Host header/);
  const whole = 'POST http://evil.example/__admin/reset HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  expect(await exchange(server, whole)).toMatch(/ 403 [^]*evil\.example/);
  expect(mock.faults.list()).toHaveLength(1);
});

test.each<[...string[]]>([
  ['Origin: http://localhost:3000'],
  ['Origin: https://127.0.0.1'],
  ['Origin: http://[::1]:5173', 'Sec-Fetch-Site: same-site'],
  ['Origin: https://mock.test:8443', 'Sec-Fetch-Site: same-origin'],
  ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate'],
  ['Sec-Fetch-Mode: cors'],
  ['Referer: https://evil.example/'],
  ['X-Forwarded-Host: evil.example', 'X-Forwarded-For: 10.0.0.1', 'Forwarded: host=evil.example'],
])('with %s it may be used', async (...lines) => {
  const { mock, server } = await guard(named);
  expect(await reset(server, 'Host: localhost', ...lines)).toMatch(/^HTTP\/1\.1 200 /);
  expect(mock.faults.list()).toEqual([]);
});

test.each<[...string[]]>([
  ['Origin: https://evil.example'],
  ['Origin: null'],
  ['Origin:'],
  ['Origin: localhost'],
  ['Origin: file://'],
  ['Origin: chrome-extension://localhost'],
  ['Origin: http://localhost.evil.example'],
  ['Origin: http://localhost@evil.example'],
  ['Origin: http://localhost, http://evil.example'],
  ['Origin: http://localhost', 'Origin: http://evil.example'],
  ['Sec-Fetch-Site: cross-site'],
  ['Sec-Fetch-Site: Cross-Site'],
  ['Sec-Fetch-Site: none', 'Sec-Fetch-Site: cross-site'],
  ['Origin: http://localhost', 'Sec-Fetch-Site: cross-site'],
])('with %s it is refused, since a page of another site asks', async (...lines) => {
  const { mock, server } = await guard();
  expect(await reset(server, 'Host: localhost', ...lines)).toMatch(/ 403 [^]*closed to pages of .*--allow-host/);
  expect(mock.faults.list()).toHaveLength(1);
});

test('a page that has the name of this machine by DNS rebinding neither reads nor writes', async () => {
  const { mock, server } = await guard();
  for (const { name } of documented) {
    const [method = '', path = ''] = name.replace(/\{\w+\}/, 'outage').split(' ');
    if (path === '/health') continue;
    const lines = [`${method} /__admin${path} HTTP/1.1`, 'Host: evil.example:4010', 'Sec-Fetch-Site: same-origin'];
    expect(await exchange(server, `${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`), name).toMatch(/ 403 /);
  }
  expect(mock.faults.list()).toHaveLength(1);
});

test.each(['0.0.0.0', '127.0.0.1', 'localhost'])('a server on %s has this name itself', async (host) => {
  const { server } = await guard({}, host);
  const at = { url: `http://127.0.0.1:${new URL(server.url).port}` };
  expect(await reset(at, `Host: ${host}:4010`)).toMatch(/ 200 /);
});

test.each(['::', '2001:db8::1', 'devbox.local'])('a server that listens on %s has this name itself', async (host) => {
  const name = host.includes(':') ? `[${host}]` : host;
  const request = from('::1', { host: `${name}:4010` });
  expect(await createMock().handle(request)).toMatchObject({ status: 403 });
  expect(await createMock().handle({ ...request, serverHost: host })).toMatchObject({ status: 200 });
});

test('below a path of an application the same rules hold', async () => {
  const mock = createMock();
  const server = createServer(express().disable('x-powered-by').use('/mock', router(mock)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (host: string): Promise<string> =>
    exchange({ url }, `GET /mock/__admin/state HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(await ask('localhost')).toMatch(/ 200 /);
  expect(await ask('evil.example')).toMatch(/ 403 /);
});

test('the body of a request that is refused is neither waited for nor asked for', async () => {
  const { server } = await start();
  const head = 'PUT /__admin/state HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 9\r\nConnection: close\r\n';
  expect(await exchange(server, `${head}Expect: 100-continue\r\n\r\n`)).toMatch(/^HTTP\/1\.1 403 /);
  const socket = connect(server);
  socket.write(`${head}\r\n{`);
  const [first] = (await once(socket, 'data')) as [Buffer];
  expect(String(first)).toMatch(/^HTTP\/1\.1 403 /);
  socket.write('"x": 1}\n');
  await readAll(socket);
});

test.each(['::1', '0:0:0:0:0:0:0:1', '::1%lo', '127.0.0.1', '127.8.9.1', '::ffff:127.0.0.1', '::FFFF:7f00:1'])(
  'the address %s is of this machine',
  async (remoteAddress) => {
    expect(await createMock().handle(from(remoteAddress))).toMatchObject({ status: 200 });
  },
);

test.each([
  '192.168.1.5',
  '::ffff:10.0.0.1',
  '10.127.0.1',
  '1.127.0.0',
  '128.0.0.1',
  '127.0.0.1.evil.example',
  '127.evil.example',
  '127.0.0.256',
  '127.0.0.01',
  '127.1',
  '2130706433',
  'localhost',
  '::ffff:127.0.0.1.evil.example',
  '::1.evil.example',
  '::',
  '::127.0.0.1',
  'fe80::1%lo',
  '2001:db8::1',
  '',
])('a request from beyond this machine, "%s", is refused without a token and served with it', async (remoteAddress) => {
  const answer = await createMock(named).handle(from(remoteAddress));
  expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('--admin-token') as string });
  const guarded = createMock({ adminToken: token });
  expect(await guarded.handle(from(remoteAddress))).toMatchObject({ status: 403 });
  const sent = from(remoteAddress, { host: 'mock', authorization: `Bearer ${token}` });
  expect(await guarded.handle(sent)).toMatchObject({ status: 200 });
});

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'Bearer open',
  'Bearer opensesame2',
  'Bearer opensesam3',
  `Bearer ${token}${token}`,
  `Bearer ${token} ${token}`,
  token,
  `Basic ${token}`,
])('a server with a token refuses authorization %s everywhere', async (authorization) => {
  const { mock, server } = await guard({ adminToken: token });
  for (const name of [...new Set(documented.map((answer) => answer.name.replace(/ \d+$/, ''))), 'GET /nowhere']) {
    const [method = '', path = ''] = name.split(' ');
    if (path === '/health') continue;
    const url = `${server.url}/__admin${path.replace('{id}', 'fault-1').replace('{name}', 'outage')}`;
    const answer = await fetch(url, { method, headers: authorization === undefined ? {} : { authorization } });
    expect([name, answer.status, answer.headers.get('x-content-type-options')]).toEqual([name, 403, 'nosniff']);
    expect(await answer.json()).toEqual({ errors: ['Send the admin token as Authorization: Bearer <token>.'] });
  }
  expect(mock.faults.list()).toHaveLength(1);
});

test('a server with a token serves who sends it, by whatever name', async () => {
  const { mock, server } = await guard({ adminToken: token });
  expect(await reset(server, 'Host: evil.example', `Authorization: bearer  ${token}`)).toMatch(/ 200 /);
  expect(mock.faults.list()).toEqual([]);
});

test.each(['GET', 'HEAD'])('%s of health answers everybody, and tells only that it is up', async (method) => {
  const lines = 'Host: evil.example\r\nOrigin: null\r\nSec-Fetch-Site: cross-site\r\nConnection: close';
  for (const options of [{}, { adminToken: token }]) {
    const { server } = await guard(options);
    const answer = await exchange(server, `${method} /__admin/health HTTP/1.1\r\n${lines}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*X-Content-Type-Options: nosniff\r\n/);
    expect(answer).toMatch(/\r\nContent-Length: 15\r\n/);
    expect(answer.split('\r\n\r\n')[1]).toBe(method === 'GET' ? '{"status":"ok"}' : '');
    const bare = await exchange(server, `${method} /__admin/health HTTP/1.0\r\n\r\n`);
    expect(bare).toMatch(/^HTTP\/1\.1 200 /);
  }
});

test.each(['POST /__admin/health', 'GET /__admin/health/', 'GET /__admin/healthy', 'GET /__admin'])(
  '%s is no question for health, so a stranger is refused',
  async (line) => {
    const { server } = await guard();
    expect(await exchange(server, `${line} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 403 /);
  },
);

throughEachAdapter((bench) => {
  test('no answer of the admin API is sniffed', async () => {
    const { send } = await bench();
    for (const path of ['/health', '/nothing', '/reset', '/state', '/journal?limit=1'])
      expect((await send(`/__admin${path}`)).headers.get('x-content-type-options')).toBe('nosniff');
  });
});

test('a mock in process asks for no token, whatever the request says', async () => {
  const { send } = await open({ adminToken: token });
  const headers = { host: 'evil.example', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await send('/__admin/reset', { method: 'POST', headers })).status).toBe(200);
});

test.each([
  '',
  ' ',
  ' opensesame',
  'opensesame ',
  'open sesame',
  'tökén',
  'open\nsesame',
  'opensesame\r\n',
  '\u0000',
  '…',
])('the token %j, which no header can carry, is refused and not repeated', (adminToken) => {
  const attempt = (): unknown => createMock({ adminToken });
  expect(attempt).toThrow(/^Failed to create a mock: adminToken is hidden here; it must be [ \w,]+\.$/);
});

test.each(['', 'http://mock', 'mock:4010', '*', '*.test', 'a b', 'mock/', 'münchen', '.test', 'a..b', '::1', 'mock\n'])(
  'the allowed host %j is no host name, and is refused',
  (name) => {
    expect(() => createMock({ allowedHosts: [name] })).toThrow(/allowedHosts\[0\] is .*; it must be /);
  },
);

function from(remoteAddress: string, headers: MockRequest['headers'] = { host: 'localhost' }): MockRequest {
  return { method: 'GET', url: '/__admin/options', headers, remoteAddress };
}
