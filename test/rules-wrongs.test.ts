import { expect, test } from 'vitest';
import type { FaultRule, Verdicts } from 'vf-mock';
import { open, type Bench } from './_setup.ts';

const chunk = ['a', 'b', 'c', 'd'];
const keys = [1, 2, 3, 4].map((digit) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`);

test('a retry under another key after a lost answer breaks same-payload-on-retry', async () => {
  const bench = await openWith({ fault: { kind: 'reset', applied: true }, times: 1 });
  await sendUsers(bench, chunk, keys[0]);
  await bench.mock.clock.advance(400);
  await sendUsers(bench, chunk, keys[1]);
  expect(failed(bench)).toEqual(['same-payload-on-retry']);
});

test('half of a chunk after a 503 breaks it too, and loses the other half', async () => {
  const bench = await openWith({ fault: { status: 503 }, times: 1 });
  await sendUsers(bench, chunk);
  await bench.mock.clock.advance(400);
  await sendUsers(bench, ['a', 'b']);
  expect(failed(bench)).toEqual(['same-payload-on-retry', 'complete']);
  expect(finding(bench, 'same-payload-on-retry')).toContain('but carries only 2 of its 4 records');
});

test('smaller chunks after a full queue break nothing', async () => {
  const bench = await openWith({ fault: { status: 429, code: 'backfill_queue_full' }, times: 1 });
  await sendUsers(bench, chunk);
  await bench.mock.clock.advance(400);
  await sendUsers(bench, ['a', 'b']);
  await sendUsers(bench, ['c', 'd']);
  expect(failed(bench)).toEqual([]);
});

test('a 401 that is tried again and again breaks no-retry-on-permanent', async () => {
  const bench = await openWith({ fault: { status: 401 } });
  for (let time = 0; time < 3; time += 1) {
    await sendUsers(bench, chunk);
    await bench.mock.clock.advance(1000);
  }
  expect(failed(bench)).toEqual(['no-retry-on-permanent', 'complete']);
});

test('a client that does not try again, but goes on, breaks retries-transient and loses the chunk', async () => {
  const bench = await openWith({ on: { call: 1 }, fault: { status: 503 } });
  await sendUsers(bench, ['a']);
  await bench.mock.clock.advance(10);
  await sendUsers(bench, ['b']);
  await sendUsers(bench, ['c']);
  expect(failed(bench)).toEqual(['retries-transient', 'complete']);
  expect(finding(bench, 'complete')).toContain('and these records are not stored: a');
});

test('events cut anew after a reset, without a key, are no retry of theirs', async () => {
  const bench = await openWith({ fault: { kind: 'reset', applied: true }, times: 1 });
  await sendEvents(bench, chunk);
  await bench.mock.clock.advance(400);
  await sendEvents(bench, ['a', 'b']);
  await sendEvents(bench, ['c', 'd']);
  expect(failed(bench)).toEqual(['retries-transient']);
});

test('events with one key are not blamed for the part that the API did twice', async () => {
  const bench = await openWith({ fault: { kind: 'reset', applied: 2 }, times: 1 });
  for (let time = 0; time < 2; time += 1) {
    await sendEvents(bench, chunk, keys[0]);
    await bench.mock.clock.advance(400);
  }
  expect(failed(bench)).toEqual([]);
});

test('an older value that is sent again after a newer one was stored breaks exactly-once-effect', async () => {
  const bench = await openWith({ fault: { status: 503 }, times: 1 });
  const older = { users: [{ external_user_id: 'a', traits: { plan: 'free' } }] };
  await meet(bench.vibefollow('/users/bulk', older));
  const newer = { external_user_id: 'a', traits: { plan: 'pro' } };
  await bench.vibefollow('/users/bulk', { users: [newer, { external_user_id: 'b' }] });
  await bench.mock.clock.advance(400);
  await bench.vibefollow('/users/bulk', older);
  expect(failed(bench)).toEqual(['exactly-once-effect']);
  expect(finding(bench, 'exactly-once-effect')).toBe(
    'attempt 2 of call 1 (bulkUpsertUsers, sk_test_…0000) took effect after attempt 1 of call 2 (bulkUpsertUsers, sk_test_…0000), although its call began earlier: an older value is stored for each property that both set',
  );
});

test('an update that is given up is lost, though an older value is stored', async () => {
  const bench = await openWith({ on: { call: 2 }, fault: { status: 503 } });
  await bench.vibefollow('/users/bulk', { users: [{ external_user_id: 'a', traits: { plan: 'free' } }] });
  for (let time = 0; time < 2; time += 1) {
    await bench.vibefollow('/users/bulk', { users: [{ external_user_id: 'a', traits: { plan: 'pro' } }] });
    await bench.mock.clock.advance(400);
  }
  expect(failed(bench)).toEqual(['complete']);
});

test('other workers that go on after a 429 break retry-after-honored, but not those that were under way', async () => {
  const bench = await openWith(
    { on: { call: 1, attempt: 1 }, fault: { status: 429, retryAfter: 2 } },
    { on: { call: 2 }, fault: { kind: 'delay', ms: 300 } },
  );
  const first = sendUsers(bench, ['a']);
  const second = sendUsers(bench, ['b']);
  await first;
  await sendUsers(bench, ['c']); // sent at the time of the 429, so it may have been under way
  await bench.mock.clock.advance(300);
  await second;
  expect(failed(bench)).toEqual(['retries-transient', 'complete']);
  await sendUsers(bench, ['d']);
  await bench.mock.clock.advance(1700);
  await sendUsers(bench, ['a']);
  expect(failed(bench)).toEqual(['retry-after-honored']);
  expect(bench.mock.verdicts().verdicts.flatMap(({ findings }) => findings)).toEqual([
    {
      message:
        'attempt 1 of call 4 (bulkUpsertUsers, sk_test_…0000) came 0.3 s after attempt 1 of call 1 (bulkUpsertUsers, sk_test_…0000) met 429 rate_limited, which said to wait 2 s',
      exchanges: [1, 4],
    },
  ]);
});

test('a storm under ever new keys breaks bounded-attempts by its amplification', async () => {
  const bench = await openWith({ fault: { status: 503 } });
  for (let time = 0; time < 12; time += 1) {
    await sendUsers(bench, ['a'], `0000000${time.toString(16)}-0000-4000-8000-000000000000`);
    await bench.mock.clock.advance(1000);
  }
  expect(finding(bench, 'bounded-attempts')).toBe('There were 12 times as many requests as needed; the limit is 10');
  expect(bench.mock.verdicts({ maxAmplification: 12 }).verdicts.map(({ outcome }) => outcome)[10]).toBe('passed');
});

test('a chunk that is left for later since the API asked for hours is no breach of retries-transient', async () => {
  const bench = await openWith({ fault: { status: 429, retryAfter: 7200 } });
  await sendUsers(bench, chunk);
  expect(failed(bench)).toEqual(['complete']);
});

test('the other rows of a refused chunk do not come again from a client that met a 401, and are lost', async () => {
  const bench = await openWith({ on: { call: 2 }, fault: { status: 401 } });
  await bench.yellow('POST', '/user/create-bulk', { users: [{ userId: 'a' }, { userId: 'b', email: 'broken' }] });
  expect(failed(bench)).toEqual(['complete', 'drops-invalid-row']);
  await bench.yellow('POST', '/user/create-bulk', { users: [{ userId: 'c' }] });
  expect(failed(bench)).toEqual(['complete']);
});

test('a refusal that is cut off on its way tells nobody to wait', async () => {
  const bench = await open({
    faults: [{ on: { attempt: 1 }, fault: { kind: 'truncate' } }],
    vibefollow: { rateLimits: { bulkUpsertUsers: { requests: 0, windowSeconds: 60 } } },
  });
  for (let time = 0; time < 2; time += 1) {
    await sendUsers(bench, chunk);
    await bench.mock.clock.advance(300);
  }
  expect(bench.mock.journal.exchanges().map(({ status, retryAfter, broken }) => [status, retryAfter, broken])).toEqual([
    [429, '60', 'truncate'],
    [429, '60', undefined],
  ]);
  expect(failed(bench)).toEqual(['complete']);
});

async function openWith(...faults: FaultRule[]): Promise<Bench> {
  return open({ faults });
}

async function sendUsers(bench: Bench, ids: readonly string[], idempotencyKey?: string): Promise<void> {
  const users = ids.map((id) => ({ external_user_id: id }));
  await meet(bench.vibefollow('/users/bulk', { users }, idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}));
}

async function sendEvents(bench: Bench, ids: readonly string[], idempotencyKey?: string): Promise<void> {
  const events = ids.map((id) => ({ external_user_id: id, name: 'feature_used' }));
  await meet(bench.vibefollow('/events/bulk', { events }, idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}));
}

async function meet(answer: Promise<Response>): Promise<void> {
  await answer
    .then(
      async (response) => response.text(),
      () => undefined,
    )
    .catch(() => undefined);
}

function verdictsOf({ mock }: Bench): Verdicts['verdicts'] {
  return mock.verdicts().verdicts;
}

function failed(bench: Bench): string[] {
  return verdictsOf(bench).flatMap(({ rule, outcome }) => (outcome === 'failed' ? [rule] : []));
}

function finding(bench: Bench, rule: string): string | undefined {
  return verdictsOf(bench).find((verdict) => verdict.rule === rule)?.findings[0]?.message;
}
