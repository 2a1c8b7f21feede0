import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import express from 'express';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { router } from 'vf-mock/express';
import { createMock, type Mock } from 'vf-mock';
import { until } from './_faults.ts';
import { exchange, open, readAll, start, toClose, toRequest, type Reachable } from './_server.ts';

const good = toRequest('POST', '/api/v1/users/bulk', '{"users":[{"external_user_id":"good"}]}');
const kept = good.replace('close', 'keep-alive');
const chunked = good.replace(/Content-Length: \d+\r\n\r\n/, 'Transfer-Encoding: chunked\r\n\r\n27\r\n');

// Sockets of the previous test may still be closing.
beforeEach(async () => until(() => countSockets() === 0));

const leave = [
  (socket: Socket) => socket.end(),
  (socket: Socket) => socket.destroy(),
  (socket: Socket) => socket.resetAndDestroy(),
];

test('10,000 connections that are opened and dropped, with a part of a request or none, leave nothing', async () => {
  const { mock, server } = await start();
  for (let wave = 0; wave < 40; wave += 1) {
    const clients = Array.from({ length: 250 }, async (_, n) => drop(server, (wave * 250 + n) % good.length, n % 3));
    await Promise.all(clients);
  }
  expect(mock.journal.exchanges()).toEqual([]);
  await expectUnharmed(server);
});

async function drop(server: Reachable, length: number, how: number): Promise<void> {
  const socket = open(server).resume();
  await new Promise((written) => socket.write(good.slice(0, length), written));
  leave[how]?.(socket);
  await toClose(socket);
}

/** Requests that never end. */
const unending = {
  nothing: '',
  'half a header': good.slice(0, 40),
  'its header': good.slice(0, good.indexOf('{')),
  'half a body': good.slice(0, -10),
  'half a chunk': chunked.slice(0, -10),
  'a chunk without an end': chunked,
};

test.each(Object.entries(unending))('a client that sends %s and waits gets 408', async (_name, bytes) => {
  const { mock, server, limitTo } = await startLimited();
  const socket = open(server);
  socket.write(bytes);
  limitTo(50);
  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 408 /);
  limitTo(0);
  expect(mock.journal.exchanges()).toEqual([]);
  await expectUnharmed(server);
});

test.each([
  ['a header', good.slice(0, good.indexOf('\r\n\r\n')) + '\r\nX-Name: '],
  ['a body', good.slice(0, good.indexOf('{')).replace(/(?<=Content-Length: )\d+/, '9000000')],
  ['a chunk', chunked.replace('\r\n27\r\n', '\r\n90000\r\n').slice(0, -10)],
])('a client that sends %s byte by byte without end gets 408', async (_name, bytes) => {
  const { mock, server, limitTo } = await startLimited();
  const socket = open(server).setNoDelay();
  const answer = readAll(socket);
  socket.write(bytes);
  limitTo(50);
  while (!socket.closed) await new Promise((turn) => setImmediate(turn, socket.write('a')));
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
  limitTo(0);
  expect(mock.journal.exchanges()).toEqual([]);
  await expectUnharmed(server);
});

test('no limit is on an answer that a fault holds, nor on a connection that is idle', async () => {
  const { mock, server, limitTo } = await startLimited();
  const [idle, held] = [open(server), open(server)];
  idle.write(kept);
  await once(idle, 'data');
  mock.faults.add({ fault: { kind: 'delay', ms: 3_600_000 }, times: 1 });
  held.write(good);
  await until(() => mock.faults.list()[0]?.fired === 1);

  // A later connection exceeds the limit. So the time limit has also passed for the earlier ones.
  limitTo(50);
  await toClose(open(server).resume());
  limitTo(0);

  await mock.clock.advance(3_600_000);
  expect(await readAll(held)).toMatch(/^HTTP\/1\.1 200 /);
  idle.write(good);
  expect(await readAll(idle)).toMatch(/^HTTP\/1\.1 200 /);
});

test('serve leaves the limits of Node on receiving as they are, and keeps an idle connection for a minute', async () => {
  const { server } = await start();
  let found: Server | undefined;
  const note = (message: unknown): void => void (found = (message as { server: Server }).server);
  subscribe('http.server.request.start', note);
  onTestFinished(() => void unsubscribe('http.server.request.start', note));
  const socket = open(server);
  socket.write(kept);
  await once(socket, 'data');
  const { headersTimeout, requestTimeout } = createServer();
  expect(found).toMatchObject({ headersTimeout, requestTimeout, keepAliveTimeout: 60_000, timeout: 0 });
  socket.destroy();
});

test('300 requests that come down one connection together are answered in order, though the first is late', async () => {
  const late = { on: { record: 'first' }, fault: { kind: 'delay', ms: 1000 } } as const;
  const { mock, server } = await start({ faults: [late] });
  const requests = Array.from({ length: 300 }, (_, n) => {
    const users = Array.from({ length: n + 1 }, (_, at) => ({ external_user_id: n === 0 ? 'first' : `usr_${at}` }));
    return toRequest('POST', '/api/v1/users/bulk', JSON.stringify({ users }), n === 299 ? 'close' : 'keep-alive');
  });
  const socket = open(server);
  socket.write(requests.join(''));
  await until(() => mock.faults.list()[0]?.fired === 1);
  expect(socket.bytesRead).toBe(0);
  await mock.clock.advance(1000);
  const answers = await readAll(socket);
  expect(answers.match(/(?<="received":)\d+/g)).toEqual(requests.map((_, n) => String(n + 1)));
  await expectUnharmed(server);
});

test('a request that is let go as its client leaves does not leave its socket behind', async () => {
  const { mock, server } = await start({ faults: [{ on: { record: 'held' }, fault: { kind: 'hang' } }] });
  const letGo = (message: unknown): void => {
    // The client has ended the connection, but it is not closed yet.
    (message as { socket: Socket }).socket.once('end', () => process.nextTick(() => mock.reset()));
  };
  subscribe('http.server.request.start', letGo);
  onTestFinished(() => void unsubscribe('http.server.request.start', letGo));
  const socket = open(server).resume();
  socket.write(good.replace('good', 'held'));
  await until(() => mock.faults.list()[0]?.fired === 1);
  socket.end();
  await toClose(socket);
  unsubscribe('http.server.request.start', letGo);
  await expectUnharmed(server);
});

/** A server like that of `serve`. `limitTo` sets the time limit for receiving a request. 0 means no limit. */
async function startLimited(): Promise<{ mock: Mock; server: Reachable; limitTo: (ms: number) => void }> {
  const mock = createMock({ clock: 'manual' });
  const options = { connectionsCheckingInterval: 10, keepAliveTimeout: 0 };
  const server = createServer(options, express().disable('x-powered-by').use(router(mock)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(async () => {
    server.close().closeAllConnections();
    await once(server, 'close');
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const limitTo = (ms: number): void => void Object.assign(server, { headersTimeout: ms, requestTimeout: ms });
  return { mock, server: { url }, limitTo };
}

/** The server still answers, and only its own socket is open. */
async function expectUnharmed(server: Reachable): Promise<void> {
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 200 .*"accepted":1/s);
  await until(() => countSockets() === 1);
}

/** Counts all open sockets of this process. */
function countSockets(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP')).length;
}
