import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { documented } from './_admin.ts';
import { from, guard, named, reset } from './_doors.ts';
import { exchange } from './_server.ts';
import { open, throughEachAdapter } from './_setup.ts';

const token = 'opensesame';

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
  const closed = documented.filter(({ isOpen }) => !isOpen).map((answer) => answer.name.replace(/ \d+$/, ''));
  for (const name of [...new Set(closed), 'GET /nowhere']) {
    const [method = '', path = ''] = name.split(' ');
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
