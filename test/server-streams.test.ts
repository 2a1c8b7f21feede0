import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { createMock, type Mock } from 'vf-mock';
import { router, serve } from 'vf-mock/express';
import { until } from './_faults.ts';
import { exchange, open, readAll, start, toClose, toHead, toRequest, type Reachable } from './_server.ts';
import { bot } from './_setup.ts';

const MiB = 1024 * 1024;
const good = toRequest('POST', '/api/v1/users/bulk', '{"users":[{"external_user_id":"good"}]}');
const get = toRequest('GET', '/__admin/state');
const chunked = 'Transfer-Encoding: chunked';

/** A mock whose state takes 32 MiB, and a server that counts the pieces of its answers. */
async function startLarge(): Promise<{ mock: Mock; server: Reachable; taken: () => number; isEnded: () => boolean }> {
  const mock = createMock();
  const about = 'a'.repeat(MiB / 16);
  mock.yellow.bot(bot).seed(Array.from({ length: 512 }, (_, index) => ({ userId: String(index), about })));
  let [bytes, isEnded] = [0, false];
  async function* follow(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of pieces) {
        bytes += piece.length;
        yield piece;
      }
    } finally {
      isEnded = true;
    }
  }
  const handle: Mock['handle'] = async (request) => {
    const outcome = await mock.handle(request);
    return 'pieces' in outcome ? { ...outcome, pieces: follow(outcome.pieces) } : outcome;
  };
  const server = await serve({ ...mock, handle });
  onTestFinished(async () => server.close());
  return { mock, server, taken: () => bytes, isEnded: () => isEnded };
}

test('a long answer is made only as fast as its client reads, and wholly', async () => {
  const { mock, server, taken, isEnded } = await startLarge();
  const socket = open(server).pause();
  socket.write(get);
  await until(() => taken() > 0);
  // The server answers others, and makes no more of the answer than the buffers of the connection hold.
  for (let count = 0; count < 20; count += 1) await exchange(server, good);
  expect(taken()).toBeLessThan(24 * MiB);
  const answer = await readAll(socket.resume());
  expect(answer.slice(0, 1000)).toMatch(/^HTTP\/1\.1 200 .*\r\nTransfer-Encoding: chunked\r\n/s);
  expect(answer.length).toBeGreaterThan(32 * MiB);
  expect([mock.journal.exchanges().length, isEnded()]).toEqual([20, true]);
});

test.each([
  ['ends', (socket: Socket) => socket.destroy()],
  ['resets', (socket: Socket) => socket.resetAndDestroy()],
])('a client that %s the connection in a long answer stops its making', async (_how, leave) => {
  const { server, taken, isEnded } = await startLarge();
  const socket = open(server);
  socket.write(get);
  await once(socket, 'data');
  leave(socket.pause());
  await until(isEnded);
  expect(taken()).toBeLessThan(32 * MiB);
  await expectUnharmed(server);
});

test.each(['/__admin/state', '/__admin/reconciliation', '/__admin/faults'])(
  'a client that goes away in the middle of a body for %s changes nothing, and is no error of the application',
  async (path) => {
    const mock = createMock();
    mock.yellow.bot(bot).seed([{ userId: 'mine' }]);
    const held = mock.snapshot();
    const errors: unknown[] = [];
    const note: ErrorRequestHandler = (error, _request, _response, _next) => void errors.push(error);
    const http = createServer(express().disable('x-powered-by').use(router(mock)).use(note));
    await once(http.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void http.close());
    const server = { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
    for (const leave of ['end', 'destroy', 'resetAndDestroy'] as const) {
      const socket = open(server);
      const method = path.endsWith('state') ? 'PUT' : 'POST';
      socket.write(`${toHead(method, path, 'keep-alive', chunked)}15\r\n{"version":1,"yellow":\r\n`);
      await once(socket, 'connect');
      await exchange(server, good);
      socket.resume()[leave]();
      await toClose(socket);
    }
    await expectUnharmed(server);
    mock.reset('sk_test_00000000000000000000000000000000');
    expect([mock.snapshot(), errors]).toEqual([held, []]);
  },
);

test('a state that is wrong from the start is refused before the rest of it is sent', async () => {
  const { mock, server } = await start();
  const socket = open(server);
  socket.write(toHead('PUT', '/__admin/state', 'keep-alive', `Content-Length: ${64 * MiB}`));
  socket.write('[}');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 400 .*The body is not valid JSON/s);
  const piece = Buffer.alloc(MiB, ' ');
  for (let sent = 0; sent < 64; sent += 1)
    if (!socket.write(sent === 0 ? piece.subarray(2) : piece)) await once(socket, 'drain');
  const rest = readAll(socket);
  socket.write(get);
  expect(await rest).toMatch(/HTTP\/1\.1 200 .*"version":1/s);
  expect(mock.snapshot()).toMatchObject({ yellow: {} });
});

test.each([
  ['PUT', '/__admin/state', 2 * MiB, 'HTTP/1.1 100 Continue'],
  ['PUT', '/__admin/state', 5 * MiB, 'HTTP/1.1 413 Payload Too Large'],
  ['POST', '/api/v1/users/bulk', 2 * MiB, 'HTTP/1.1 413 Payload Too Large'],
])('a client that asks before it sends to %s %s %i bytes is told %4$s', async (method, path, length, line) => {
  const { server } = await start({ bodyLimit: MiB, adminBodyLimit: 4 * MiB });
  const socket = open(server);
  const head = toHead(method, path, 'close', `Content-Length: ${length}`);
  socket.write(head.replace('Host:', 'Expect: 100-continue\r\nHost:'));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(String(answer).split('\r\n')[0]).toBe(line);
  socket.destroy();
});

test('a state in chunks over its limit is refused as soon as it is over', async () => {
  const { mock, server } = await start({ adminBodyLimit: MiB });
  const socket = open(server);
  const answer = once(socket, 'data') as Promise<[Buffer]>;
  socket.write(toHead('PUT', '/__admin/state', 'close', chunked));
  const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
  for (let sent = 0; sent < 17; sent += 1) socket.write(chunk);
  expect(String((await answer)[0])).toMatch(
    /^HTTP\/1\.1 413 .*The body is over 1048576 bytes\. Raise the option adminBodyLimit\./s,
  );
  socket.destroy();
  expect(mock.snapshot()).toMatchObject({ yellow: {} });
  await expectUnharmed(server);
});

async function expectUnharmed(server: Reachable): Promise<void> {
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 200 .*"accepted":1/s);
  await until(() => process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP')).length === 1);
}
