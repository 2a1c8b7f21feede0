import { expect, test } from 'vitest';
import { post, run, start, toLog, toSummary, useFiles } from './_cli.ts';
import { bot } from './_setup.ts';

useFiles({
  'faults.yaml': `faults:
  - { id: busy, on: { operation: bulkUpsertUsers, call: 1, attempt: 1 }, fault: { status: 503, retryAfter: 2 } }
  - { id: half, on: { operation: bulkUpsertUsers, call: 2 }, fault: { kind: reset, applied: 1 } }
  - { id: down, on: { operation: upsertUser }, fault: { status: 503 } }
`,
});

const chunk = { users: [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody' }] };
const other = { users: [{ external_user_id: 'usr_3' }, { external_user_id: 'usr_4' }] };

async function advance(url: string, ms: number): Promise<void> {
  const body = JSON.stringify({ advance: ms });
  await fetch(`${url}/__admin/clock`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
}

test('a line tells what was rejected, what broke, what was done of it, and the waits told and taken', async () => {
  const { url, stop, ended } = await start('-c', 'faults.yaml', '--clock', 'manual');
  await post(`${url}/api/v1/users/bulk`, chunk);
  await advance(url, 1250);
  await post(`${url}/api/v1/users/bulk`, chunk);
  await post(`${url}/api/v1/users/bulk`, other).catch(() => undefined);
  await advance(url, 4000);
  await post(`${url}/api/v1/users/bulk`, other).catch(() => undefined);
  stop();
  expect(toLog((await ended).stdout)).toEqual([
    '…   1.1 503      bulkUpsertUsers      2  told to wait 2 s, server_error, 0 ms, busy, sk_live_…1111',
    '!   1.2 200      bulkUpsertUsers      2  1 rejected, waited 1.2 of 2 s !, 0 ms, sk_live_…1111',
    '…   2.1 reset    bulkUpsertUsers      2  1 of 2 done, 0 ms, half, sk_live_…1111',
    '…   2.2 reset    bulkUpsertUsers      2  1 of 2 done, waited 4 s, 0 ms, half, sk_live_…1111',
  ]);
});

test('--log calls prints the timeline of each call once it is over, and in the end of those that are not', async () => {
  const { url, stop, ended } = await start('--log', 'calls', '--clock', 'manual', '-s', 'rate-limited');
  const users = [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody' }];
  await post(`${url}/api/v1/users/bulk`, { users });
  await post(`${url}/api/v1/events`, { external_user_id: 'usr_1', name: 'login' });
  await post(`${url}/api/v1/users/bulk`, { users });
  await fetch(`${url}/api/v1/people`);
  stop();
  expect(toLog((await ended).stdout)).toEqual([
    'call 1: bulkUpsertUsers, sk_live_…1111, 2 records (usr_1 and usr_2), delivered, 1 rejected',
    '  #1 at 0 s                       429 rate_limited, told to wait 1 s (fault-1)',
    '  #2 at 0 s, waited 0 s of 1 s !  200, 1 of 2 rejected: usr_2 (Invalid email)',
    '✗       404      GET /api/v1/people      not_found, 0 ms',
    'call 1: trackEvent, sk_live_…1111, 1 record (usr_1), given up',
    '  #1 at 0 s  429 rate_limited, told to wait 1 s (fault-1)',
  ]);
});

test.each(['requests', 'calls'])(
  'a call that went quiet is said while it is quiet, and when it is given up: --log %s',
  async (log) => {
    const { url, stop, ended, printed } = await start('--log', log, '-c', 'faults.yaml', '--clock', 'manual');
    await post(`${url}/api/v1/users/bulk`, other);
    await post(`${url}/api/v1/users`, { external_user_id: 'usr_9' });
    await advance(url, 4999);
    await advance(url, 1);
    await printed(/call 1 of upsertUser is quiet/);
    await advance(url, 2000);
    await printed(/call 1 of bulkUpsertUsers is quiet/);
    await advance(url, 58_000);
    await advance(url, 2000);
    stop();
    const { stdout } = await ended;
    expect(stdout.match(/ . call \d of .*/g)).toEqual([
      ' ! call 1 of upsertUser is quiet: 1 attempt, last 503 server_error, 5 s ago, 1 record not stored, sk_live_…1111',
      ' ! call 1 of bulkUpsertUsers is quiet: 1 attempt, last 503 server_error, 7 s ago, 2 records not stored, sk_live_…1111',
      expect.stringMatching(/^ ✗ call 1 of upsertUser has given up: .* To see why: vf-mock explain --url \S+ usr_9$/),
      expect.stringMatching(
        /^ ✗ call 1 of bulkUpsertUsers has given up: .* To see why: vf-mock explain --url \S+ usr_3$/,
      ),
    ]);
  },
);

test('a quiet call whose work was done is said to be in doubt', async () => {
  const { url, printed } = await start('-c', 'faults.yaml', '--clock', 'manual');
  await post(`${url}/api/v1/users/bulk`, chunk);
  await post(`${url}/api/v1/users/bulk`, other).catch(() => undefined);
  await advance(url, 5000);
  await printed(
    /call 2 of bulkUpsertUsers is quiet: 1 attempt, last a reset, 5 s ago, 1 record in doubt, 1 record not stored, /,
  );
});

test('at the stop a summary tells where the records are, which calls have no end, and which rules were broken', async () => {
  const { url, stop, ended } = await start('-c', 'faults.yaml', '--clock', 'manual');
  for (const body of [chunk, chunk, other]) await post(`${url}/api/v1/users/bulk`, body).catch(() => undefined);
  stop();
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  expect(toSummary(stdout).slice(0, 11)).toEqual([
    'Records: 4 sent (1 stored, 1 rejected, 1 in doubt, 1 lost)',
    '  1 lost: a reset (bulkUpsertUsers, sk_live_…1111)',
    '      usr_4',
    '  1 in doubt: a reset (bulkUpsertUsers, sk_live_…1111)',
    '      usr_3',
    '  1 rejected: Invalid email (bulkUpsertUsers, sk_live_…1111)',
    '      usr_2',
    'Not delivered: 1 call',
    '  call 2 of bulkUpsertUsers: 1 attempt, last a reset, 2 records, sk_live_…1111',
    expect.stringMatching(/^Rules broken: \d/),
    expect.stringMatching(/^ {2}retry-after-honored: The client sends no new attempt before/),
  ]);
});

test('a run without requests has no summary, and neither has a quiet one', async () => {
  for (const args of [[], ['--quiet']]) {
    const { url, stop, ended } = await start(...args);
    if (args.length > 0) await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' });
    await fetch(`${url}/favicon.ico`);
    stop();
    expect(toSummary((await ended).stdout)).toEqual([]);
  }
});

test('--log json prints each event as a line of JSON, and everything else on stderr', async () => {
  const { warned, stop, ended } = run('--log', 'json', '-c', 'faults.yaml', '--clock', 'manual', '--port', '0');
  const [, url = ''] = await warned(/^curl -i (\S+)\/api\/v1\/users\/bulk .*\n/m);
  await post(`${url}/api/v1/users/bulk`, chunk);
  await fetch(`${url}/cdp/api/v1/user?bot=${encodeURIComponent(`${bot}\u009b\u2028`)}`, {
    headers: { 'x-api-key': 'k' },
  });
  await advance(url, 7000);
  stop();
  const { code, stdout, stderr } = await ended;
  const events = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/[^\n\P{Cc}]|\p{Zl}/u);
  expect(events.map(({ type }) => type)).toEqual([
    'exchangeBegan',
    'callOpened',
    'faultFired',
    'exchangeEnded',
    'exchangeBegan',
    'callOpened',
    'exchangeEnded',
    'callDelivered',
    'clockChanged',
    'callQuiet',
  ]);
  expect(events[3]).toMatchObject({
    exchange: { operation: 'bulkUpsertUsers', status: 503, recordIds: ['usr_1', 'usr_2'] },
  });
  expect(stderr).toMatch(/serves both APIs at [^]*\nRecords: 2 sent \(2 lost\)/);
});
