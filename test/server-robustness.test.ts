import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import express from 'express';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serve, type RunningServer } from 'vf-mock/express';
import { createMock, type Mock } from 'vf-mock';
import { exchange, open, readAll, start, startBehind, toClose, toHead, toRequest, toStart } from './_server.ts';
import { bot, key } from './_setup.ts';

const good = toRequest('POST', '/api/v1/users', '{"external_user_id":"good"}');
const chunked = 'Transfer-Encoding: chunked';

const garbage = {
  'a TLS handshake': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'a line of text': 'hello\r\n\r\n',
  'the preface of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a method in lower case': good.replace('POST', 'post'),
  'a URL with a space': good.replace('/users', '/us ers'),
  'a header without a colon': good.replace('Host:', 'Host'),
  'a header with a zero byte': good.replace('localhost', 'local\0host'),
  'no Host': good.replace('Host: localhost\r\n', ''),
  'a negative length': good.replace('Content-Length: ', 'Content-Length: -'),
  'two lengths': good.replace('Content-Length', 'Content-Length: 1\r\nContent-Length'),
  'a length beside chunks': good.replace('Content-Length', `${chunked}\r\nContent-Length`),
  'a chunk without its length': good.replace(/Content-Length: \d+/, chunked),
};

/** The part of a request that has arrived when the client disconnects. */
const beginnings = {
  nothing: '',
  'half a header': good.slice(0, 40),
  'its header': good.slice(0, good.indexOf('{')),
  'half a body': good.slice(0, -10),
  'half a chunk': good.slice(0, -10).replace(/Content-Length: \d+\r\n\r\n/, `${chunked}\r\n\r\n1b\r\n`),
};

const leave = {
  end: (socket: Socket) => socket.end(),
  destroy: (socket: Socket) => socket.destroy(),
  reset: (socket: Socket) => socket.resetAndDestroy(),
};

test('requests that come down one connection together are answered in order', async () => {
  const { mock, server } = await start();
  const before = [
    toRequest('POST', '/api/v1/users', '{"external_user_id":"first"}', 'keep-alive'),
    toRequest('POST', '/api/v1/users', 'nonsense', 'keep-alive'),
    toRequest('HEAD', '/api/v1/users', '', 'keep-alive'),
    toRequest('GET', '/nowhere', '', 'keep-alive'),
  ];
  // The last request has an absolute URL, as for a proxy.
  const answers = await exchange(server, before.join('') + good.replace('/api', 'http://api.vibefollow.com/api'));
  expect(answers.match(/(?<=HTTP\/1\.1 )\d+/g)).toEqual(['202', '400', '405', '404', '202']);
  expect(mock.vibefollow.project(key).userCount()).toBe(2);
});

test('a request that comes byte by byte is answered', async () => {
  const { server } = await start();
  const socket = open(server).setNoDelay();
  for (const byte of good) await new Promise((written) => socket.write(byte, written));
  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 202 /);
});

test.each(['http://', 'http://[::1/api/v1/users', 'http://[::1/cdp/api/v1/user', '*', '//', '/\\'])(
  'a request for %s is refused in the shape of an API',
  async (target) => {
    const { server } = await start();
    const answer = await exchange(server, toRequest('OPTIONS', target));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d .*\r\nContent-Type: application\/json; charset=utf-8\r\n/);
    expect(answer).toMatch(/\r\n\{"errors?":.+\}/);
    expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 202 /);
  },
);

test.each(Object.entries(garbage))('instead of a request, %s gets 400 and leaves nothing', async (_name, bytes) => {
  const { mock, server } = await start();
  expect(await exchange(server, bytes)).toMatch(/^HTTP\/1\.1 400 /);
  await expectOnlyGoodToCount(mock, server);
});

test.each(Object.entries(beginnings))('a client that goes away after %s leaves nothing', async (_name, bytes) => {
  const { mock, server } = await start();
  for (const go of Object.values(leave)) {
    const socket = open(server).resume();
    await new Promise((written) => socket.write(bytes, written));
    go(socket);
    await toClose(socket);
  }
  await expectOnlyGoodToCount(mock, server);
});

test.each(Object.entries(leave))('the work is done for a client that goes away (%s) unanswered', async (_how, go) => {
  const { mock, server } = await start();
  const users = Array.from({ length: 1000 }, (_, n) => ({ userId: String(n), about: 'a'.repeat(9000) }));
  const [answered, stored] = [open(server), open(server)];
  stored.write(toRequest('POST', `/cdp/api/v1/user/create-bulk?bot=${bot}`, JSON.stringify({ users })));
  await new Promise((done) => mock.journal.subscribe(done, { type: 'exchangeEnded' }));
  go(stored);
  // The answer has 9 MB. The client reads only its beginning.
  answered.write(toRequest('GET', `/cdp/api/v1/user?bot=${bot}&limit=1000`));
  await once(answered, 'data');
  answered.pause();
  go(answered);
  expect(mock.yellow.bot(bot).userCount()).toBe(1000);
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([200, 200]);
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 202 /);
});

test('a hundred clients at once, half of which go away, are all served', async () => {
  const { mock, server } = await start();
  const requests = Array.from({ length: 50 }, (_, n) => good.replace('good', String(1000 + n)));
  const gone = requests.map((request) => open(server).resume().end(request.slice(0, -5)));
  const answers = await Promise.all(requests.map(async (request) => exchange(server, request)));
  await Promise.all(gone.map(toClose));
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 202 '))).toHaveLength(50);
  expect(mock.vibefollow.project(key).userCount()).toBe(50);
});

test.each([
  ['keep-alive', `Content-Length: ${30 * 1024 * 1024}`],
  ['keep-alive', chunked],
  ['close', `Content-Length: ${30 * 1024 * 1024}`],
  ['close', chunked],
])('a body of 30 MiB with Connection: %s and %s is refused and not kept', async (connection, length) => {
  const { mock, server } = await start({ bodyLimit: 1024 * 1024 });
  const held = countBytesHeld();
  const socket = open(server);
  const answer = new Promise((done) => socket.once('data', (bytes) => done(String(bytes))));
  socket.write(toHead('POST', '/api/v1/users', connection, length));
  const chunk = length === chunked ? `10000\r\n${' '.repeat(65_536)}\r\n` : ' '.repeat(65_536);
  for (let sent = 0; sent < 479; sent += 1) if (!socket.write(chunk)) await once(socket, 'drain');
  expect(countBytesHeld() - held).toBeLessThan(8 * 1024 * 1024);
  socket.write(length === chunked ? '0\r\n\r\n' : chunk);
  expect(await answer).toMatch(/^HTTP\/1\.1 413 .*\{"errors":\[\{"code":"payload_too_large",/s);
  socket.destroy();
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 202 /);
  expect(mock.vibefollow.project(key).userCount()).toBe(1);
  await server.close();
});

test('close() ends an idle connection at once, and others half a second later', async () => {
  const { server } = await start();
  const large = toRequest('POST', `/cdp/api/v1/user?bot=${bot}`, `{"userId":"1","a":"${'a'.repeat(9_000_000)}"}`);
  expect(await exchange(server, large)).toMatch(/^HTTP\/1\.1 200 /);
  const [idle, waiting, half, unread] = [open(server), open(server), open(server), open(server)];
  idle.write(good.replace('close', 'keep-alive'));
  waiting.write(toStart(good));
  unread.write(toRequest('GET', `/cdp/api/v1/user?bot=${bot}`, '', 'keep-alive'));
  await Promise.all([once(idle, 'data'), once(waiting, 'data'), once(unread, 'readable')]);
  await new Promise((resolve) => half.write('POST /api/v1/us', resolve));
  // The answer to a later request proves that the server has read the incomplete request.
  await exchange(server, good);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());

  const closed = server.close();
  await toClose(idle);
  expect([waiting.closed, half.closed, unread.closed]).toEqual([false, false, false]);
  vi.advanceTimersByTime(500);
  await closed;
  await Promise.all([waiting, half, unread.resume()].map(toClose));
});

test('close() lets a request that is under way end', async () => {
  const { mock, server } = await start();
  const socket = open(server);
  socket.write(toStart(good));
  await once(socket, 'data');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());

  const closed = server.close();
  vi.advanceTimersByTime(499);
  socket.write(good.slice(good.indexOf('{')));
  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 202 /);
  await closed;
  expect(mock.vibefollow.project(key).userCount()).toBe(1);
});

test.each([
  ['POST', '/api/v1/users', 202],
  ['GET', `/cdp/api/v1/user?bot=${bot}`, 200],
  ['POST', '/api/v1/users/bulk', 400],
  ['OPTIONS', '/api/v1/users', 405],
  ['HEAD', '/cdp/api/v1/nothing', 404],
  ['GET', '/__admin/health', 200],
  ['GET', '/__admin/nothing', 403],
])('the answer to %s %s has no header beyond what it needs', async (method, path, status) => {
  const { server } = await start();
  const body = method === 'POST' ? '{"external_user_id":"good"}' : '';
  const request = toRequest(method, path, body).replace('Host:', 'Origin: https://app.example\r\nHost:');
  const [first, ...fields] = (await exchange(server, request)).split('\r\n\r\n', 1).join('').split('\r\n');
  expect(first).toContain(` ${status} `);
  const names = fields.map((field) => field.split(':', 1).join(''));
  const allow = status === 405 ? ['Allow'] : [];
  const sniff = path.startsWith('/__admin') ? ['X-Content-Type-Options'] : [];
  expect(names.sort()).toEqual([...allow, 'Connection', 'Content-Length', 'Content-Type', 'Date', ...sniff]);
});

test('a mock that throws is answered with 500 and without its reasons', async () => {
  const mock = createMock();
  const server = await serve({ ...mock, handle: async () => Promise.reject(new Error('a secret')) });
  onTestFinished(async () => server.close());
  const answer = await exchange(server, good);
  expect(answer).toMatch(/^HTTP\/1\.1 500 /);
  expect(answer).not.toContain('a secret');
});

test('a body that express.json() has read is judged like any other', async () => {
  const server = await startBehind(createMock(), express.json({ limit: '1mb' }));
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 202 /);
  const deep = `{"external_user_id":"deep","traits":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`;
  const answer = await exchange(server, toRequest('POST', '/api/v1/users', deep));
  expect(answer).toMatch(/^HTTP\/1\.1 400 .*\{"errors":\[\{"code":"validation_failed",/s);
});

test('a body that somebody else has read and dropped is not waited for', async () => {
  const server = await startBehind(createMock(), (request, _response, next) => {
    request.resume().once('end', next);
  });
  const answer = await exchange(server, good);
  expect(answer).toMatch(/^HTTP\/1\.1 400 .*\{"errors":\[\{"code":"validation_failed",/s);
});

async function expectOnlyGoodToCount(mock: Mock, server: RunningServer): Promise<void> {
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 202 /);
  await server.close();
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([202]);
  expect(mock.vibefollow.project(key).users()).toMatchObject([{ external_user_id: 'good' }]);
}

function countBytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
