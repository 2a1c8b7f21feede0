import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCallLog, createRequestLog } from '../../src/cli/request-log.ts';
import { createPrinter } from '../../src/cli/terminal.ts';
import { open } from '../_setup.ts';

test('the log of calls keeps apart what a reset has parted, and holds no more than 200 attempts of a call', async () => {
  const { mock, vibefollow: post } = await open({ clock: 'manual', faults: [{ fault: { status: 503 } }] });
  const log = createCallLog();
  const printed: string[] = [];
  mock.journal.subscribe(({ exchange }) => printed.push(...log.write(exchange)), { type: 'exchangeEnded' });
  await post('/users', { external_user_id: 'a' });
  mock.reset();
  await post('/users', { external_user_id: 'b' });
  expect(printed.map((text) => text.split('\n'))).toEqual([
    ['call 1: upsertUser, sk_test_…0000, 1 record (a), given up', '  #1 at 0 s  503 server_error (fault-1)'],
  ]);
  for (let attempt = 2; attempt <= 201; attempt += 1) await post('/users', { external_user_id: 'b' });
  expect(printed[1]?.split('\n')).toHaveLength(201);
  expect(log.close().join('').split('\n')).toHaveLength(2);
});

test.each([createRequestLog, createCallLog])(
  'a log marks other requests, and says how many records were rejected',
  async (create) => {
    const { mock, send, vibefollow } = await open();
    const log = create();
    const printed: string[] = [];
    mock.journal.subscribe(({ exchange }) => printed.push(...log.write(exchange)), { type: 'exchangeEnded' });
    await send('/favicon.ico');
    await vibefollow('/users/bulk', { users: [{ external_user_id: 'a' }, {}, { external_user_id: 'b', email: 'x' }] });
    expect(printed[0]).toMatch(/^404 GET \/favicon\.ico +0 ms other request$/);
    expect(printed[1]?.split('\n')[0]).toMatch(/ (0 ms|delivered,) 2 rejected$/);
  },
);

test('a call that delivered no invalid record has no count of rejections', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'a' }] });
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'b' }, {}] });
  expect(mock.journal.calls().map(({ outcome, rejected }) => [outcome, rejected])).toEqual([
    ['delivered', undefined],
    ['delivered', 1],
  ]);
});

test('lines that nobody reads are dropped and counted beyond 1 MiB', async () => {
  const chunks: string[] = [];
  let read: () => void = () => undefined;
  const stdout = new Writable({
    write(chunk, _encoding, done): void {
      chunks.push(String(chunk));
      read = done;
    },
  });
  const printer = createPrinter({ stdout, print: (text) => void stdout.write(`${text}\n`) });
  for (const line of ['x'.repeat(2 ** 20), 'second', 'third']) {
    printer.print(line);
    printer.flush();
  }
  read();
  await setImmediate();
  printer.print('fourth');
  printer.flush();
  read();
  const gap = '(2 entries of the log are missing, since nobody read the output)';
  expect(chunks.slice(1).join('')).toBe(`${gap}\nfourth\n`);
});

test('the log of calls prints the oldest open call when the open ones hold 50 MB', async () => {
  const { mock, vibefollow: post } = await open({ clock: 'manual', faults: [{ fault: { status: 503 } }] });
  const log = createCallLog();
  const printed: string[] = [];
  mock.journal.subscribe(({ exchange }) => printed.push(...log.write(exchange)), { type: 'exchangeEnded' });
  const users = Array.from({ length: 50_000 }, (_, at) => ({ external_user_id: String(at).padEnd(140, 'x') }));
  for (const first of [1, 2, 3, 4]) await post('/users/bulk', { users: users.slice(first) });
  expect(printed.map((text) => text.split(':')[0])).toEqual(['call 1']);
});
