import { afterEach, expect, test, vi } from 'vitest';
import { createMock } from 'vf-mock';
import { serve } from 'vf-mock/express';

afterEach(() => vi.useRealTimers());

test('a server measures how late its timers fire, from its first request until it is closed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const mock = createMock();
  const start = mock.clock.now();
  const server = await serve(mock);
  expect(vi.getTimerCount()).toBe(0);
  await mock.fetch('/api/v1/users');
  vi.advanceTimersByTime(1000);
  const quiet = mock.lag.between(start, mock.clock.now());

  // The machine was busy for 300 ms, so the timer fires 300 ms late.
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 300);
  vi.advanceTimersByTime(20);
  now.mockRestore();
  expect(mock.lag.between(start, mock.clock.now())).toBeGreaterThan(quiet + 200);

  await server.close();
  expect(vi.getTimerCount()).toBe(0);
});

test('no timer wakes a server that had no request for a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const mock = createMock();
  const server = await serve(mock);
  await mock.fetch('/api/v1/users');
  vi.advanceTimersByTime(20);
  expect(vi.getTimerCount()).toBe(1);
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_100);
  vi.advanceTimersByTime(20);
  now.mockRestore();
  expect(vi.getTimerCount()).toBe(0);
  await mock.fetch('/api/v1/users');
  expect(vi.getTimerCount()).toBe(1);
  await server.close();
});

test.each([{ clock: 'manual' }, { journalLimit: 0 }] as const)('nothing is measured with %j', async (options) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const mock = createMock(options);
  const server = await serve(mock);
  await mock.fetch('/api/v1/users');
  expect(vi.getTimerCount()).toBe(0);
  await server.close();
});

test('a lag counts for the times while the machine was busy, also after its clock was set back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 10_000 });
  const { lag } = createMock();
  lag.record(500);
  vi.setSystemTime(20_000);
  lag.record(40);
  expect([lag.between(0, 9000), lag.between(9600, 9700), lag.between(10_001, 30_000)]).toEqual([0, 500, 40]);
  vi.setSystemTime(15_000);
  lag.record(7);
  expect([lag.between(10_001, 30_000), lag.between(0, 30_000)]).toEqual([7, 500]);
});

test('a machine that is busy for hours takes no more memory, and no lag is forgotten', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  const { lag } = createMock();
  lag.record(900);
  for (let time = 0; time < 100_000; time += 1) {
    vi.setSystemTime(1000 + time * 20);
    lag.record(5);
  }
  expect([lag.between(0, 1000), lag.between(500_000, 600_000)]).toEqual([900, 5]);
});
