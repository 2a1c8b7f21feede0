import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MockOptions, State } from 'vf-mock';
import { until, vibefollow } from './_faults.ts';
import { bot, key, open, type Bench } from './_setup.ts';

const start = Date.parse('2026-01-01T12:00:00Z');
const [second, hour] = [1000, 3_600_000];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass on the clock of the system. It goes back if `ms` is negative. */
function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

async function openOnSystemClock(options: MockOptions): Promise<Bench> {
  return open({ ...options, clock: 'system' });
}

const moves = fc.array(fc.integer({ min: -2 * hour, max: 2 * hour }), { maxLength: 12 });
const runs = { seed: 1, numRuns: 100 };

test.each(['fixed', 'sliding'] as const)(
  'the wait for a %s window is never longer than the window, however the clock goes back and forth',
  async (rateWindow) => {
    const rateLimits = { addUser: { requests: 2, windowSeconds: 60 } };
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const { yellow } = await openOnSystemClock({
          rateLimitHeaders: 'x-ratelimit',
          yellow: { rateWindow, rateLimits },
        });
        const add = async (): Promise<number[]> => {
          const { status, headers } = await yellow('POST', '/user', { userId: '1' });
          return [status, Number(headers.get('retry-after')), Number(headers.get('x-ratelimit-reset'))];
        };
        for (const move of [...all, 0, 0, 0]) {
          pass(move);
          const [, wait, reset] = await add();
          expect(Math.max(wait ?? 0, reset ?? 0)).toBeLessThanOrEqual(60);
        }
        const [status, wait = 0] = await add();
        expect(status).toBe(429);
        pass(wait * second);
        expect((await add())[0]).toBe(200);
      }),
      runs,
    );
  },
);

test('the wait for a full queue is never longer than the queue needs to drain', async () => {
  const options = { vibefollow: { drainRate: 10, queueCapacity: 20 } };
  const users = Array.from({ length: 15 }, (_, index) => ({ external_user_id: `usr_${index}` }));
  await fc.assert(
    fc.asyncProperty(moves, async (all) => {
      const { mock, vibefollow } = await openOnSystemClock(options);
      for (const move of [...all, 0, 0]) {
        pass(move);
        const answer = await vibefollow('/users/bulk', { users });
        const drained = Math.ceil(mock.vibefollow.project(key).queueDepth() / 10);
        expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(drained);
      }
      const refused = await vibefollow('/users/bulk', { users });
      expect(refused.status).toBe(429);
      pass(Number(refused.headers.get('retry-after')) * second);
      expect((await vibefollow('/users/bulk', { users })).status).toBe(200);
    }),
    runs,
  );
});

test('a bulk creation takes its processing time, though the clock is set back', async () => {
  const { mock, yellow } = await openOnSystemClock({ yellow: { processingTime: 5 * second } });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1' }] });
  pass(-hour);
  expect(mock.yellow.bot(bot).userCount()).toBe(0);
  pass(5 * second);
  expect(mock.yellow.bot(bot).user('1')).toMatchObject({ createdAt: { value: '2026-01-01T11:00:05.000Z' } });
});

const uuid = '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11';

/** The status of a new request under the same key: 422 while the key is remembered. */
async function reuse({ vibefollow }: Bench, id: string): Promise<number> {
  return (await vibefollow('/users', { external_user_id: id }, { 'idempotency-key': uuid })).status;
}

test('a key is remembered for 24 hours, though the clock is set back', async () => {
  const bench = await openOnSystemClock({});
  expect(await reuse(bench, 'a')).toBe(202);
  pass(-hour);
  expect(await reuse(bench, 'b')).toBe(422);
  pass(24 * hour - 1);
  expect(await reuse(bench, 'b')).toBe(422);
  pass(1);
  expect(await reuse(bench, 'b')).toBe(202);
});

test('a snapshot of a later time is restored with the waits that it had', async () => {
  const options: MockOptions = {
    vibefollow: { drainRate: 1, queueCapacity: 3, rateLimits: { trackEvent: { requests: 1, windowSeconds: 60 } } },
    yellow: { processingTime: 5 * second },
  };
  const later = await open({ ...options, startTime: '2030-01-01T00:00:00Z' });
  const event = { external_user_id: 'a', name: 'seen' };
  await reuse(later, 'a');
  await later.vibefollow('/events', event);
  await later.vibefollow('/users/bulk', { users: [{ external_user_id: 'b' }] });
  await later.yellow('POST', '/user/create-bulk', { users: [{ userId: '1' }] });

  const bench = await open(options);
  bench.mock.restore(JSON.parse(JSON.stringify(later.mock.snapshot())) as State);
  const full = await bench.vibefollow('/users/bulk', { users: [{ external_user_id: 'd' }] });
  expect([full.status, full.headers.get('retry-after')]).toEqual([429, '1']);
  await bench.mock.clock.advance(second);
  const limited = await bench.vibefollow('/events', event);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '59']);
  await bench.mock.clock.advance(4 * second);
  expect([bench.mock.yellow.bot(bot).userCount(), bench.mock.vibefollow.project(key).queueDepth()]).toEqual([1, 0]);
  await bench.mock.clock.advance(24 * hour - 5 * second - 1);
  expect(await reuse(bench, 'd')).toBe(422);
  await bench.mock.clock.advance(1);
  expect(await reuse(bench, 'd')).toBe(202);
});

test('a client that waits as long as it was told is not blamed, whenever the clock is set back', async () => {
  const jumps = fc.array(fc.constantFrom(0, 0, hour, -hour, -2 * hour), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(jumps, async (all) => {
      const rateLimits = { bulkUpsertUsers: { requests: 1, windowSeconds: 60 } };
      const { mock, vibefollow } = await openOnSystemClock({ vibefollow: { rateLimits } });
      for (const [index, jump] of all.entries()) {
        const users = [{ external_user_id: `usr_${index}` }];
        let answer = await vibefollow('/users/bulk', { users });
        for (let setBack = jump; answer.status === 429; setBack = 0) {
          pass(setBack + Number(answer.headers.get('retry-after')) * second);
          answer = await vibefollow('/users/bulk', { users });
        }
      }
      expect(mock.verdicts().verdicts.flatMap(({ findings }) => findings)).toEqual([]);
      expect(mock.journal.calls().flatMap(({ attempts }) => attempts.filter(({ duration }) => duration < 0))).toEqual(
        [],
      );
    }),
    runs,
  );
});

/** Sends a chunk of one user to VibeFollow. */
async function sendUser({ vibefollow }: Bench, id: string): Promise<void> {
  await vibefollow('/users/bulk', { users: [{ external_user_id: id }] });
}

function failed({ mock }: Bench): string[] {
  return mock.verdicts().verdicts.flatMap(({ rule, outcome }) => (outcome === 'failed' ? [rule] : []));
}

test('a Retry-After from before the clock was set back binds nobody when its time comes again', async () => {
  const faults = [{ on: { attempt: 1, call: 1 }, fault: { status: 429, retryAfter: 60 } }];
  const bench = await openOnSystemClock({ faults });
  await sendUser(bench, 'a');
  pass(60 * second - hour);
  await sendUser(bench, 'a');
  pass(hour - 30 * second);
  await sendUser(bench, 'b');
  expect(failed(bench)).toEqual([]);
});

test('a wait is not known if the clock was set back in it, as other requests show', async () => {
  const faults = [{ on: { attempt: 1, record: 'a' }, fault: { status: 503, retryAfter: 60 } }];
  const bench = await openOnSystemClock({ faults });
  await sendUser(bench, 'a');
  pass(50 * second);
  await sendUser(bench, 'b');
  pass(-30 * second);
  await sendUser(bench, 'c');
  pass(40 * second);
  await sendUser(bench, 'a');
  expect(failed(bench)).toEqual([]);
  expect(bench.mock.journal.calls({ record: 'a' })[0]?.attempts[1]).not.toHaveProperty('waited');
});

test('a client that stops after the clock was set back is not blamed for the other rows of a refused chunk', async () => {
  const bench = await openOnSystemClock({ faults: [{ on: { call: 2 }, fault: { status: 401 } }] });
  await bench.yellow('POST', '/user/create-bulk', { users: [{ userId: 'a' }, { userId: 'b', email: 'broken' }] });
  pass(-hour);
  await bench.yellow('POST', '/user/create-bulk', { users: [{ userId: 'c' }] });
  expect(failed(bench)).toEqual(['complete']);
});

test('no request takes less than no time', async () => {
  const { mock, send } = await openOnSystemClock({ faults: [{ on: { attempt: 1 }, fault: { kind: 'hang' } }] });
  const client = new AbortController();
  const answer = send(vibefollow.path, { ...vibefollow.request(['a']), signal: client.signal });
  await until(() => mock.faults.list()[0]?.fired === 1);
  pass(-hour);
  client.abort();
  await expect(answer).rejects.toThrow('aborted');
  const late = { method: 'GET', url: '/api/v1/users', headers: {}, receivedAt: start };
  await mock.handle(late);
  expect(mock.journal.exchanges().map(({ at, duration }) => [at, duration])).toEqual([
    [start, 0],
    [start - hour, 0],
  ]);
});

test('an answer that arrives slowly takes no less than no time', async () => {
  const { mock, send } = await openOnSystemClock({ faults: [{ fault: { kind: 'slow', ms: 0 } }] });
  const answer = await send(vibefollow.path, vibefollow.request(['a']));
  pass(-hour);
  await answer.text();
  expect(mock.journal.exchanges()).toMatchObject([{ duration: 0 }]);
});
