import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { until } from './_faults.ts';
import {
  exchange,
  open,
  readAll,
  start,
  startBehind,
  toClose,
  toHead,
  toRequest,
  toStart,
  type Reachable,
} from './_server.ts';

const MiB = 1024 * 1024;
const good = toRequest('POST', '/api/v1/users/bulk', '{"users":[{"external_user_id":"good"}]}');
const told = `Content-Length: ${1024 * MiB}`;
const chunked = 'Transfer-Encoding: chunked';
/** Maximum number of bytes of a body in the buffers of both ends of a connection. */
const buffers = 16 * MiB;

test.each(['keep-alive', 'close'])(
  '1 GiB that is told (%s) is refused before any of it is sent',
  async (connection) => {
    const { server } = await start({ bodyLimit: MiB });
    const socket = open(server);
    socket.write(toHead('POST', '/api/v1/users/bulk', connection, told));
    expect(await readAnswer(socket)).toMatch(/^HTTP\/1\.1 413 .*"payload_too_large"/s);
    socket.destroy();
    await expectUnharmed(server);
  },
);

test.each(['keep-alive', 'close'])(
  '1 GiB in chunks (%s) is refused as soon as it is over the limit',
  async (connection) => {
    const { server } = await start({ bodyLimit: MiB });
    const socket = open(server);
    const answer = readAnswer(socket);
    socket.write(toHead('POST', '/api/v1/users/bulk', connection, chunked));
    const sent = await send(socket, chunked, () => socket.bytesRead > 0);
    expect(await answer).toMatch(/^HTTP\/1\.1 413 .*"payload_too_large"/s);
    expect(sent).toBeGreaterThan(MiB);
    expect(sent).toBeLessThan(MiB + buffers);
    socket.destroy();
    await expectUnharmed(server);
  },
);

test.each([
  ['keep-alive', told],
  ['keep-alive', chunked],
  ['close', told],
  ['close', chunked],
])('a client (%s, %s) that sends 1 GiB all the same is cut off after 64 MiB', async (connection, length) => {
  const { mock, server } = await start({ bodyLimit: MiB });
  const socket = open(server);
  const answer = readAnswer(socket);
  socket.write(toHead('POST', '/api/v1/users/bulk', connection, length));
  const sent = await send(socket, length, () => socket.closed);
  expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(sent).toBeGreaterThan(64 * MiB);
  expect(sent).toBeLessThan(65 * MiB + buffers);
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([413]);
  await expectUnharmed(server);
});

test('a body in chunks is joined once when it is over the limit, and nobody listens to the rest', async () => {
  const mock = createMock({ clock: 'manual', bodyLimit: MiB, faults: [{ fault: { kind: 'delay', ms: 1 } }] });
  const requests: IncomingMessage[] = [];
  const server = await startBehind(mock, (request, _response, next) => {
    requests.push(request);
    next();
  });
  const socket = open(server);
  socket.write(toHead('POST', '/api/v1/users/bulk', 'close', chunked));
  await send(socket, chunked, () => mock.faults.list()[0]?.fired === 1);
  expect(requests.map((request) => request.listenerCount('data'))).toEqual([0]);
  socket.write('0\r\n\r\n');
  const answer = readAll(socket);
  await mock.clock.advance(1);
  expect(await answer).toMatch(/^HTTP\/1\.1 413 .*"payload_too_large"/s);
});

test('a client that asks before it sends 1 GiB is refused, and its connection closed', async () => {
  const { mock, server } = await start({ bodyLimit: MiB });
  const head = toHead('POST', '/api/v1/users/bulk', 'keep-alive', told);
  const answer = await exchange(server, head.replace('Host:', 'Expect: 100-continue\r\nHost:'));
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*\r\nConnection: close\r\n.*"payload_too_large"/s);
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([413]);
  await expectUnharmed(server);
});

test('a client that asks before it sends a body within the limit is told to go on', async () => {
  const { server } = await start({ bodyLimit: MiB });
  const socket = open(server);
  socket.write(toStart(good));
  expect(String(await once(socket, 'data'))).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  socket.write(good.slice(good.indexOf('{')));
  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 200 .*"accepted":1/s);
});

test('a client that expects something else is refused with 417', async () => {
  const { mock, server } = await start();
  expect(await exchange(server, good.replace('Host:', 'Expect: nonsense\r\nHost:'))).toMatch(/^HTTP\/1\.1 417 /);
  expect(mock.journal.exchanges()).toEqual([]);
  await expectUnharmed(server);
});

async function readAnswer(socket: Socket): Promise<string> {
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  return String(bytes);
}

/** Sends up to 1 GiB until `isDone` is true. Returns how many bytes the connection has taken. */
async function send(socket: Socket, length: string, isDone: () => boolean): Promise<number> {
  const piece = ' '.repeat(65_536);
  const chunk = length === chunked ? `10000\r\n${piece}\r\n` : piece;
  const closed = toClose(socket);
  let sent = 0;
  while (!isDone() && sent < 1024 * MiB) {
    sent += piece.length;
    const isTaken = socket.write(chunk);
    await (isTaken ? new Promise(setImmediate) : Promise.race([once(socket, 'drain'), closed]));
  }
  return sent;
}

/** The server still answers, and only its own socket is open. */
async function expectUnharmed(server: Reachable): Promise<void> {
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 200 .*"accepted":1/s);
  await until(() => process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP')).length === 1);
}
