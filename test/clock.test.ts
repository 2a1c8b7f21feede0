import { expect, onTestFinished, test, vi } from 'vitest';
import { createMock } from '../src/index.ts';
import { bot, open } from './_setup.ts';

test('a manual clock stands still until it is moved', () => {
  const { clock } = createMock({ clock: 'manual', startTime: '2026-03-01T12:00:00Z' });
  expect(clock.now()).toBe(Date.parse('2026-03-01T12:00:00Z'));
  clock.advance(1500);
  expect(clock.now()).toBe(Date.parse('2026-03-01T12:00:01.500Z'));
  clock.set('2026-03-02T00:00:00Z');
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
])('advancing by %d is refused', (ms, message) => {
  const { clock } = createMock({ clock: 'manual' });
  expect(() => {
    clock.advance(ms);
  }).toThrow(message);
});

test.each([
  ['2025-01-01T00:00:00Z', 'it stands at 2026-01-01T00:00:00.000Z and never goes back'],
  ['soon', '"soon" is no time. Use a Date, an ISO 8601 text or milliseconds since 1970.'],
])('setting the clock to %s is refused', (time, message) => {
  const { clock } = createMock({ clock: 'manual' });
  expect(() => {
    clock.set(time);
  }).toThrow(message);
});

test('the system clock cannot be moved', () => {
  const { clock } = createMock();
  const advice = "it is the system's. Create the mock with { clock: 'manual' }, or use fake timers.";
  expect(() => {
    clock.advance(1);
  }).toThrow(`Failed to advance the clock: ${advice}`);
  expect(() => {
    clock.set(0);
  }).toThrow(`Failed to set the clock: ${advice}`);
});
