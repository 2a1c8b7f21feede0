import { describe, expect, test } from 'vitest';
import type { Fault, RuleId, Verdict } from 'vf-mock';
import { targets, vibefollow, type Target } from './_faults.ts';
import { bot, open, type Bench } from './_setup.ts';

const seconds = 1000;

/** Sends a chunk `times` times, a second apart, while every request meets the fault. */
async function repeat(fault: Fault, times: number, target: Target = vibefollow): Promise<Bench> {
  const bench = await open({ faults: [{ fault }] });
  for (let time = 0; time < times; time += 1) {
    await bench.send(target.path, target.request(['a', 'b']));
    await bench.mock.clock.advance(seconds);
  }
  return bench;
}

function outcomeOf({ mock }: Bench, id: RuleId): Verdict['outcome'] | undefined {
  return mock.verdicts().verdicts.find(({ rule }) => rule === id)?.outcome;
}

describe.each(targets)('$name', (target) => {
  test.each([400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 413, 414, 415, 417, 421, 422, 426, 428, 431, 451])(
    'a client that stops after %i keeps no-retry-on-permanent, and one that repeats its body breaks it',
    async (status) => {
      expect(outcomeOf(await repeat({ status }, 1, target), 'no-retry-on-permanent')).toBe('passed');
      const stubborn = await repeat({ status }, 4, target);
      expect(outcomeOf(stubborn, 'no-retry-on-permanent')).toBe('failed');
      expect(outcomeOf(stubborn, 'retries-transient')).toBe('not applicable');
    },
  );
});

test.each<Fault>([
  { status: 408 },
  { status: 425 },
  { status: 429 },
  { status: 413, retryAfter: 1 },
  { status: 413, retryAfter: { date: 1 } },
  { status: 409, code: 'idempotency_key_in_progress' },
])('after %j a client may send the same body again', async (fault) => {
  expect(outcomeOf(await repeat(fault, 4), 'no-retry-on-permanent')).toBe('not applicable');
});

test.each<Fault>([
  { status: 408 },
  { status: 425 },
  { status: 413, retryAfter: 1 },
  { status: 409, code: 'idempotency_key_in_progress' },
  { status: 501 },
  { status: 505 },
])('after %j a client may also stop', async (fault) => {
  for (const times of [1, 4]) {
    const bench = await repeat(fault, times);
    expect(outcomeOf(bench, 'retries-transient')).toBe('not applicable');
    expect(outcomeOf(bench, 'no-retry-on-permanent')).toBe('not applicable');
  }
});

test('a client that repeats a 501 without an end has too many attempts all the same', async () => {
  expect(outcomeOf(await repeat({ status: 501 }, 11), 'bounded-attempts')).toBe('failed');
});

test('a 501 excuses neither a 503 that is not tried again, nor a job that goes on', async () => {
  const bench = await repeat({ status: 501 }, 1);
  const { mock, send } = bench;
  mock.faults.clear();
  mock.faults.add({ on: { record: 'c' }, fault: { status: 503 } });
  for (const id of ['c', 'd']) {
    await send(vibefollow.path, vibefollow.request([id]));
    await mock.clock.advance(seconds);
  }
  expect(outcomeOf(bench, 'retries-transient')).toBe('failed');
});

test('after a 413 a smaller body of the same records may come, but no other one of the same size', async () => {
  const bench = await open({ faults: [{ fault: { status: 413 } }] });
  const send = async (name: string): Promise<unknown> =>
    bench.vibefollow('/users/bulk', { users: [{ external_user_id: 'a', traits: { name } }] });
  await send('a name that is too long');
  await send('a name');
  expect(outcomeOf(bench, 'no-retry-on-permanent')).toBe('passed');
  await send('a name');
  expect(outcomeOf(bench, 'no-retry-on-permanent')).toBe('failed');
});

test('an update that may come again, since its user now exists, may also fail and be retried', async () => {
  const bench = await open();
  const { mock, yellow } = bench;
  const update = async (): Promise<number> => (await yellow('PUT', '/user/1', { city: 'Pune' })).status;
  expect(await update()).toBe(404);
  await yellow('POST', '/user', { userId: '1' });
  mock.faults.add({ on: { operation: 'updateUser', tenant: bot }, fault: { status: 503 }, times: 1 });
  expect(await update()).toBe(503);
  expect(await update()).toBe(200);
  expect(outcomeOf(bench, 'no-retry-on-permanent')).toBe('passed');
});
