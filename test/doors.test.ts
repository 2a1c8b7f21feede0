import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { router } from 'vf-mock/express';
import { createMock } from 'vf-mock';
import { documented } from './_admin.ts';
import { from, guard, named, reset } from './_doors.ts';
import { exchange, open as connect, readAll, start } from './_server.ts';

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
  for (const { name, isOpen } of documented) {
    if (isOpen) continue;
    const [method = '', path = ''] = name.replace(/\{\w+\}/, 'outage').split(' ');
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
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
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
