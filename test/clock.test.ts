import { expect, onTestFinished, test, vi } from 'vitest';
import { createMock } from 'vf-mock';
import { bot, open } from './_setup.ts';

test('a manual clock stands still until it is moved', async () => {
  const { clock } = createMock({ clock: 'manual', startTime: '2026-03-01T12:00:00Z' });
  expect(clock.now()).toBe(Date.parse('2026-03-01T12:00:00Z'));
  await clock.advance(1500);
  expect(clock.now()).toBe(Date.parse('2026-03-01T12:00:01.500Z'));
  await clock.set('2026-03-02T00:00:00Z');
  expect(clock.now()).toBe(Date.parse('2026-03-02T00:00:00Z'));
});

test('the system clock follows fake timers, and all that takes time follows it', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T00:00:00Z') });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { mock, yellow } = await open({
    clock: 'system',
    yellow: { processingTime: 5000, rateLimits: { bulkCreateUsers: { requests: 1, windowSeconds: 60 } } },
  });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1' }] });
  expect((await yellow('POST', '/user/create-bulk', { users: [{ userId: '2' }] })).status).toBe(429);
  expect(mock.yellow.bot(bot).userCount()).toBe(0);
  vi.advanceTimersByTime(5000);
  expect(mock.yellow.bot(bot).user('1')).toMatchObject({ createdAt: { value: '2026-05-01T00:00:05.000Z' } });
  vi.advanceTimersByTime(55_000);
  expect((await yellow('POST', '/user/create-bulk', { users: [{ userId: '2' }] })).status).toBe(200);
});

test.each([
  [-1, 'Failed to advance the clock by -1: use a number of milliseconds, 0 or more.'],
  [Number.NaN, 'Failed to advance the clock by NaN: use a number of milliseconds, 0 or more.'],
  [1e300, 'Failed to advance the clock by 1e+300: use a number of milliseconds, 0 or more.'],
  [Infinity, 'Failed to advance the clock by Infinity: use a number of milliseconds, 0 or more.'],
])('advancing by %d is refused', async (ms, message) => {
  const { clock } = createMock({ clock: 'manual' });
  await expect(clock.advance(ms)).rejects.toThrow(message);
});

test.each([
  ['2025-01-01T00:00:00Z', 'it is at 2026-01-01T00:00:00.000Z and never goes back'],
  ['soon', '"soon" is not a time. Use a Date, an ISO 8601 text or milliseconds since 1970.'],
])('setting the clock to %s is refused', async (time, message) => {
  const { clock } = createMock({ clock: 'manual' });
  await expect(clock.set(time)).rejects.toThrow(message);
});

test('the system clock cannot be moved', async () => {
  const { clock } = createMock();
  const advice = "it is the system's. Create the mock with { clock: 'manual' }, or use fake timers.";
  await expect(clock.advance(1)).rejects.toThrow(`Failed to advance the clock: ${advice}`);
  await expect(clock.set(0)).rejects.toThrow(`Failed to set the clock: ${advice}`);
});

test('sleepers of a manual clock wake in the order in which they are due', async () => {
  const { clock } = createMock({ clock: 'manual' });
  const woken: string[] = [];
  const sleep = async (name: string, ms: number): Promise<void> => {
    await clock.sleep(ms);
    woken.push(`${name} ${clock.now() - Date.parse('2026-01-01T00:00:00Z')}`);
  };
  const all = [sleep('late', 300), sleep('early', 100), sleep('also late', 300), sleep('never', 5000)];
  const chain = sleep('first', 50).then(async () => sleep('second', 50));
  await clock.advance(1000);
  await Promise.all([...all.slice(0, 3), chain]);
  expect(woken).toEqual(['first 50', 'early 100', 'second 100', 'late 300', 'also late 300']);
  expect(clock.now()).toBe(Date.parse('2026-01-01T00:00:01Z'));
});

test.each(['system', 'manual'] as const)(
  'a sleeper of a %s clock that is aborted rejects with the reason',
  async (kind) => {
    const { clock } = createMock({ clock: kind });
    const abort = new AbortController();
    const sleeping = clock.sleep(Infinity, abort.signal);
    abort.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
    await expect(clock.sleep(1, abort.signal)).rejects.toThrow('enough');
  },
);

test('a manual clock that is told to jumps to the next sleeper by itself', async () => {
  const { clock } = createMock({ clock: 'manual' });
  const asleep = clock.sleep(60_000);
  clock.autoAdvance();
  await asleep;
  for (let time = 0; time < 3; time += 1) await clock.sleep(60_000);
  expect(clock.now()).toBe(Date.parse('2026-01-01T00:04:00Z'));
  clock.autoAdvance(false);
  const stays = clock.sleep(60_000);
  await clock.advance(0);
  expect(clock.now()).toBe(Date.parse('2026-01-01T00:04:00Z'));
  await clock.advance(60_000);
  await stays;
});

test('and on to the sleepers behind it, when none of those it woke falls asleep again', async () => {
  const { clock } = createMock({ clock: 'manual' });
  clock.autoAdvance();
  await Promise.all([clock.sleep(20_000), clock.sleep(10_000), clock.sleep(30_000)]);
  expect(clock.now()).toBe(Date.parse('2026-01-01T00:00:30Z'));
});
