import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { programFile, useProcesses } from './_cli.ts';
import { exchange, open, readAll, start, toRequest } from './_server.ts';

useProcesses();

const health = (connection?: string): string => toRequest('GET', '/__admin/health', '', connection);
const good = toRequest('POST', '/api/v1/users', '{"external_user_id":"good"}');
const chunks = good.slice(0, good.indexOf('{')).replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked');

test.each([
  [431, 'a URL of 20,000 characters', good.replace('/users', `/${'a'.repeat(20_000)}`)],
  [431, 'a header of 20,000 characters', good.replace('localhost', 'a'.repeat(20_000))],
  [417, 'another Expect than 100-continue', good.replace('Host:', 'Expect: banana\r\nHost:')],
  [413, 'an extension of a chunk of 20,000 characters', `${chunks}1;${'a'.repeat(20_000)}`],
])('%i is the answer of the server itself to %s', async (status, _what, bytes) => {
  const { mock, server } = await start();
  expect(await exchange(server, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(mock.journal.exchanges()).toEqual([]);
});

test('the server announces for how long it keeps a connection', async () => {
  const { server } = await start();
  const socket = open(server);
  socket.write(health('keep-alive'));
  expect(String((await once(socket, 'data'))[0])).toMatch(/\r\nConnection: keep-alive\r\nKeep-Alive: timeout=60\r\n/);
  for (const last of [health('close'), health().replace('HTTP/1.1', 'HTTP/1.0')]) {
    expect(await exchange(server, last)).not.toMatch(/keep-alive/i);
  }
});

test.each(['that have sent requests', 'that have never sent one'])(
  'with 64 open files and 100 idle connections %s, a new one is answered, and no request is cut',
  async (which) => {
    const url = await startWith64Files();
    const server = { url };
    await fetch(`${url}/__admin/faults`, {
      method: 'POST',
      headers: { connection: 'close' },
      body: JSON.stringify({ fault: { kind: 'hang' } }),
    });
    const hanging = open(server);
    hanging.write(toRequest('POST', '/api/v1/users', '{"external_user_id":"a"}'));
    const halfSent = open(server);
    halfSent.write(health().slice(0, 20));
    for (let count = 0; count < 100; count += 1) await openIdle(server, which === 'that have sent requests');
    expect((await fetch(`${url}/__admin/health`)).status).toBe(200);
    halfSent.write(health().slice(20));
    expect(await readAll(halfSent)).toMatch(/^HTTP\/1\.1 200 /);
    expect(hanging.closed).toBe(false);
    const { closedConnections } = (await (await fetch(`${url}/__admin/journal`)).json()) as Record<string, number>;
    expect(closedConnections).toBeGreaterThan(60);
  },
);

async function openIdle(server: { readonly url: string }, isUsed: boolean): Promise<Socket> {
  const socket = open(server);
  await once(socket, 'connect');
  if (isUsed) {
    socket.write(health('keep-alive'));
    await once(socket, 'data');
  }
  return socket;
}

async function startWith64Files(): Promise<string> {
  const command = [process.execPath, programFile(), '--port', '0'];
  const child = spawn('bash', ['-c', 'ulimit -n 64 && exec "$@"', 'bash', ...command]);
  onTestFinished(async () => {
    child.kill();
    await once(child, 'exit');
  });
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/\S+$/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('The server did not start');
}
