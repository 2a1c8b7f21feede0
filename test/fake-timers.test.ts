import { setupServer } from 'msw/node';
import { expect, onTestFinished, test, vi } from 'vitest';
import { handlers } from 'vf-mock/msw';
import { createMock, type Mock } from 'vf-mock';
import { key } from './_setup.ts';

const threeWaits = { faults: [{ on: { attempt: '<=3' }, fault: { status: 429, retryAfter: 60 } }] };

test('with fake timers that run by themselves, a client waits three minutes in no time', async () => {
  fakeTime();
  vi.setTimerTickMode('nextTimerAsync');
  const mock = intercept(createMock(threeWaits));
  const start = Date.now();
  await deliver(1, 1);
  expect(Date.now() - start).toBe(180_000);
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([429, 429, 429, 200]);
});

test('and so do many chunks at once', async () => {
  fakeTime();
  vi.setTimerTickMode('nextTimerAsync');
  const mock = intercept(createMock(threeWaits));
  await deliver(12, 4);
  expect(mock.vibefollow.project(key).userCount()).toBe(1200);
  expect(mock.journal.exchanges()).toHaveLength(48);
});

test('advancing fake timers by hand drives client and mock together', async () => {
  fakeTime();
  const mock = intercept(
    createMock({ faults: [{ on: { attempt: 1 }, fault: { kind: 'delay', ms: 30_000, applied: true } }] }),
  );
  const delivered = deliver(1, 1);
  while (mock.vibefollow.project(key).userCount() === 0) await new Promise(setImmediate);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(mock.journal.exchanges()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await delivered;
  expect(mock.journal.exchanges()).toMatchObject([{ status: 200, duration: 30_000 }]);
});

test('a client whose sleep is injected needs no fake timers at all', async () => {
  const mock = createMock({ clock: 'manual', ...threeWaits });
  mock.clock.autoAdvance();
  await deliver(3, 2, mock.fetch, mock.clock.sleep);
  expect(mock.clock.now()).toBe(Date.parse('2026-01-01T00:06:00Z'));
  expect(mock.vibefollow.project(key).userCount()).toBe(300);
});

/** Fakes only the timers of a client. MSW and Node's streams need the real `nextTick` and `queueMicrotask`. */
function fakeTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
}

function intercept(mock: Mock): Mock {
  const server = setupServer(...handlers(mock));
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => server.close());
  return mock;
}

type Sleep = (ms: number) => Promise<void>;

/** Sends chunks of 100 users with this concurrency, and honours Retry-After. */
async function deliver(chunks: number, concurrency: number, send = fetch, sleep: Sleep = realSleep): Promise<void> {
  const queue = Array.from({ length: chunks }, (_, chunk) => chunk);
  const work = async (): Promise<void> => {
    for (let chunk = queue.shift(); chunk !== undefined; chunk = queue.shift()) await deliverChunk(chunk, send, sleep);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

async function deliverChunk(chunk: number, send: typeof fetch, sleep: Sleep): Promise<void> {
  const users = Array.from({ length: 100 }, (_, at) => ({ external_user_id: `usr_${chunk * 100 + at}` }));
  for (;;) {
    const response = await send('https://api.vibefollow.com/api/v1/users/bulk', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ users }),
    });
    if (response.ok) return;
    await sleep(Number(response.headers.get('Retry-After')) * 1000);
  }
}

async function realSleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
