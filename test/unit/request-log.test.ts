import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stripVTControlCharacters } from 'node:util';
import type { Mock } from 'vf-mock';
import { widthOf, type Screen } from '../../src/cli/line.ts';
import { createCallLog, createLog, type LogKind } from '../../src/cli/request-log.ts';
import { createPrinter, toScreen } from '../../src/cli/terminal.ts';
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

test.each(['requests', 'calls'] as const)(
  'a log of %s marks other requests, and says how many records were rejected',
  async (kind) => {
    const { mock, send, vibefollow } = await open();
    const printed = follow(mock, kind);
    await send('/favicon.ico');
    await vibefollow('/users/bulk', { users: [{ external_user_id: 'a' }, {}, { external_user_id: 'b', email: 'x' }] });
    expect(printed[0]).toMatch(/ - +404 +GET \/favicon\.ico +other request, not_found, 0 ms$/);
    expect(printed[1]?.split('\n')[0]).toMatch(/( 3 {2}|delivered, )2 rejected/);
  },
);

const plain: Screen = { columns: () => Infinity, hasColors: false };

/** The entries of the log from now on. */
function follow({ journal }: Mock, kind: LogKind = 'requests', screen = plain): string[] {
  const log = createLog(kind, screen, 'vf-mock explain');
  const printed: string[] = [];
  journal.subscribe((event) => printed.push(...log.write(event)));
  return printed;
}

const bots = [
  'x'.repeat(200),
  '東京'.repeat(100),
  '🎉'.repeat(100),
  'e\u0301'.repeat(200),
  'a\tb\u001b[2J\r\n\u2028\u202e',
  'ab',
];

test.each([80, 81, 120, 40])(
  'on a terminal of %d columns no line is longer, and the end of a cut one is told',
  async (columns) => {
    const { mock, yellow } = await open({ faults: [{ id: 'f'.repeat(300), fault: { status: 503, retryAfter: 2 } }] });
    const printed = follow(mock, 'requests', { columns: () => columns, hasColors: false });
    const whole = follow(mock);
    for (const one of bots) {
      const path = `/user/create-bulk?bot=${encodeURIComponent(one)}`;
      await yellow('POST', path, { users: [{ userId: 'u'.repeat(200) }] });
      await yellow('POST', path, { users: [{ userId: 'u'.repeat(200) }] });
      await yellow('GET', `/${'p'.repeat(300)}?bot=${encodeURIComponent(one)}`);
    }
    await mock.clock.advance(10_000);
    await mock.clock.advance(60_000);
    expect(whole).toHaveLength(5 * bots.length);
    for (const line of printed) {
      expect(widthOf(line)).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u);
    }
    const long = whole.filter((one) => widthOf(one) > columns && !/is quiet|given up/.test(one));
    expect(printed.filter((one) => one.endsWith('…')).length).toBeGreaterThanOrEqual(long.length);
  },
);

test('colours change nothing of a line, and come only where a terminal shows them', async () => {
  const { mock, vibefollow } = await open({ faults: [{ on: { attempt: 1 }, fault: { status: 503, retryAfter: 2 } }] });
  const [black, coloured] = [follow(mock), follow(mock, 'requests', { ...plain, hasColors: true })];
  for (let attempt = 1; attempt <= 2; attempt += 1) await vibefollow('/users/bulk', { users: [{}] });
  expect(coloured.join('\n')).toContain('\u001b[33m…\u001b[39m');
  expect(coloured.map(stripVTControlCharacters)).toEqual(black);
});

test.each([
  [{ isTTY: true, columns: 100, hasColors: () => true }, {}, 100, true],
  [{ isTTY: true, columns: 0, hasColors: () => true }, {}, Infinity, true],
  [
    { isTTY: true, columns: 100, hasColors: (_: unknown, env?: object) => !('NO_COLOR' in (env ?? {})) },
    { NO_COLOR: '1' },
    100,
    false,
  ],
  [{ columns: 100, hasColors: () => true }, {}, Infinity, false],
  [{}, {}, Infinity, false],
])('the screen of %j with %j is %d columns wide, and colours are %j', (output, env, columns, hasColors) => {
  const screen = toScreen({ stdout: Object.assign(new Writable(), output), env });
  expect([screen.columns(), screen.hasColors]).toEqual([columns, hasColors]);
});

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
