import { expect, test } from 'vitest';
import { toTimeline, type Fault } from 'vf-mock';
import { meet, vibefollow } from './_faults.ts';
import { open, throughEachAdapter } from './_setup.ts';

/** The timeline of one call that meets each fault in turn. Its attempts are half a second apart. */
async function timelineOf(faults: readonly Fault[], headers?: Record<string, string>): Promise<string[]> {
  const { mock, send } = await open({ clock: 'manual' });
  faults.forEach((fault, at) => void mock.faults.add({ id: `f${at + 1}`, on: { attempt: at + 1 }, fault }));
  mock.clock.autoAdvance();
  for (let attempt = 0; attempt <= faults.length; attempt += 1) {
    if (attempt > 0) await mock.clock.sleep(500);
    await meet(send(vibefollow.path, vibefollow.request(['a', '', 'c', 'd'], headers)));
  }
  return toTimeline(mock.journal.calls()).split('\n');
}

test('each attempt is a line: when it came, what it met, and which rule was behind that', async () => {
  expect(
    await timelineOf([
      { status: 503 },
      { status: 429, code: 'backfill_queue_full', retryAfter: 0 },
      { status: 500, retryAfter: 'soon' },
      { kind: 'reset' },
      { kind: 'truncate' },
      { kind: 'garbage' },
      { kind: 'garbage', status: 200 },
    ]),
  ).toEqual([
    'call 1: bulkUpsertUsers, sk_test_…0000, 4 records (a, (no id) and 2 others), delivered, 1 rejected',
    '  #1 at 0 s                       503 server_error (f1)',
    '  #2 at 0.5 s, waited 0.5 s       429 backfill_queue_full, told to wait 0 s (f2)',
    '  #3 at 1 s, waited 0.5 s of 0 s  500 server_error (f3)',
    '  #4 at 1.5 s, waited 0.5 s       a reset (f4)',
    '  #5 at 2 s, waited 0.5 s         a truncated answer (f5)',
    "  #6 at 2.5 s, waited 0.5 s       a gateway's page under 502 (f6)",
    "  #7 at 3 s, waited 0.5 s         a gateway's page under 200 (f7)",
    '  #8 at 3.5 s, waited 0.5 s       200, 1 of 4 rejected: (no id) (external_user_id must be at least 1 character)',
  ]);
});

test('work that was done though the answer was lost is told, and how long an answer took', async () => {
  const faults: Fault[] = [
    { kind: 'reset', applied: true },
    { status: 503, applied: 3 },
    { kind: 'slow', ms: 1500, applied: true },
  ];
  expect((await timelineOf(faults)).slice(1, 4)).toEqual([
    '  #1 at 0 s                  a reset, though the work was done (f1)',
    '  #2 at 0.5 s, waited 0.5 s  503 server_error, though 3 of 4 records were done (f2)',
    expect.stringMatching(/^ {2}#3 at 1 s, waited 0.5 s {4}200, after 1.5 s, 1 of 4 rejected: .* \(f3\)$/),
  ]);
});

test('calls are shown on one axis of time', async () => {
  const { mock, vibefollow: post } = await open({ clock: 'manual' });
  await post('/users', { external_user_id: 'usr_1' });
  await mock.clock.advance(2000);
  await post('/events', { external_user_id: 'usr_1', name: '' });
  expect(toTimeline(mock.journal.calls())).toBe(
    `call 1: upsertUser, sk_test_…0000, 1 record (usr_1), delivered
  #1 at 0 s  202

call 1: trackEvent, sk_test_…0000, 1 record (usr_1), refused
  #1 at 2 s  422 validation_failed`,
  );
  expect(toTimeline([])).toBe('');
});

test('what a client chooses cannot write into a terminal', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user/create-bulk?bot=a%0Acall%1B[31m', { users: [{ userId: 'x\nd' }] });
  const lines = toTimeline(mock.journal.calls()).split('\n');
  expect(lines).toEqual(['call 1: bulkCreateUsers, a�call�[31m, 1 record (x�d), delivered', '  #1 at 0 s  200']);
  const { verdicts } = mock.verdicts({ expected: ['y\u001b[2J'] });
  expect(verdicts.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([
    '1 record was never sent: y�[2J',
  ]);
});

throughEachAdapter((open) => {
  test('a client that gives up waiting is told of', async () => {
    const { mock, send } = await open();
    mock.faults.add({ on: { attempt: 1 }, fault: { kind: 'hang' } });
    const client = new AbortController();
    const met = meet(send(vibefollow.path, { ...vibefollow.request(['a']), signal: client.signal }));
    while (mock.faults.list()[0]?.fired === 0) await new Promise((resolve) => setImmediate(resolve));
    client.abort();
    expect(await met).toEqual({ rejected: 'AbortError' });
    while (mock.journal.exchanges().length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(toTimeline(mock.journal.calls())).toContain('  #1 at 0 s  no answer (fault-1)');
  });
});
