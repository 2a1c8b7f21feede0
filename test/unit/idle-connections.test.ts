import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createMock, type Mock } from 'vf-mock';
import { limitConnections } from '../../src/adapters/idle-connections.ts';
import { createMockServer } from '../../src/adapters/server.ts';
import { open, toClose, toRequest } from '../_server.ts';

test('an idle connection is closed after twice the announced time, unless a request comes', async () => {
  const { mock, connect, timeOut } = await start();
  const { client, socket } = await connect();
  for (let round = 0; round < 2; round += 1) {
    await send(client);
    timeOut(socket);
    expect([socket.destroyed, mock.journal.closedConnections()]).toEqual([false, 0]);
  }
  timeOut(socket);
  expect([socket.destroyed, mock.journal.closedConnections()]).toEqual([true, 1]);
  await toClose(client);
  mock.reset();
  expect(mock.journal.closedConnections()).toBe(0);
});

test('a connection is not idle while a part of a request has arrived', async () => {
  const { connect, timeOut } = await start();
  const { client, socket } = await connect();
  await send(client);
  const before = socket.bytesRead;
  client.write(health.slice(0, 20));
  while (socket.bytesRead === before) await new Promise(setImmediate);
  for (let round = 0; round < 3; round += 1) timeOut(socket);
  client.write(health.slice(20));
  await once(client, 'data');
  expect(socket.destroyed).toBe(false);
});

test('beyond the limit the connection that is idle longest is closed, and none with a request under way', async () => {
  const { mock, connect } = await start(3);
  mock.faults.add({ fault: { kind: 'hang' } });
  const hanging = await connect();
  hanging.client.write(toRequest('POST', '/api/v1/users', '{"external_user_id":"a"}'));
  await fired(mock);
  const [first, second] = [await connect(), await connect()];
  await send(second.client);
  await send(first.client);
  const third = await connect();
  expect([hanging, first, second, third].map(({ socket }) => socket.destroyed)).toEqual([false, false, true, false]);
  await send(third.client);
  expect(mock.journal.closedConnections()).toBe(1);
});

const health = toRequest('GET', '/__admin/health', '', 'keep-alive');

async function send(client: Socket): Promise<void> {
  client.write(health);
  await once(client, 'data');
}

async function fired(mock: Mock): Promise<void> {
  while (mock.faults.list()[0]?.fired !== 1) await new Promise(setImmediate);
}

interface Started {
  readonly mock: Mock;
  /** Opens a connection. Returns both ends. */
  connect(): Promise<{ client: Socket; socket: Socket }>;
  /** Acts as if a connection had been idle for the announced time. */
  timeOut(socket: Socket): void;
}

async function start(limit?: number): Promise<Started> {
  const mock = createMock();
  const server = createMockServer(mock, { serverHost: '127.0.0.1' });
  limitConnections(server, mock.journal, limit);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    mock,
    async connect(): Promise<{ client: Socket; socket: Socket }> {
      const accepted = once(server, 'connection') as Promise<[Socket]>;
      const client = open({ url });
      return { client, socket: (await accepted)[0] };
    },
    timeOut: (socket) => void server.emit('timeout', socket),
  };
}
