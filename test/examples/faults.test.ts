import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';

const mock = createMock();
const server = setupServer(...handlers(mock));
beforeAll(() => server.listen());
beforeEach(() => {
  // Waits take no time: the fake clock jumps to the end of each wait.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setTimerTickMode('nextTimerAsync');
});
afterEach(() => {
  vi.useRealTimers();
  mock.reset();
});
afterAll(() => server.close());

test('a chunk that is refused three times is delivered after three minutes', async () => {
  mock.faults.add({ on: { operation: 'bulkUpsertUsers', attempt: '<=3' }, fault: { status: 429, retryAfter: 60 } });
  const start = Date.now();

  await deliver([{ external_user_id: 'usr_1' }]);

  expect(mock.vibefollow.project(key).userCount()).toBe(1);
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([429, 429, 429, 200]);
  expect(Date.now() - start).toBe(180_000);
});

const key = `sk_test_${'0'.repeat(32)}`;

async function deliver(users: object[]): Promise<void> {
  const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });
  if (response.status !== 429) return;
  const seconds = Number(response.headers.get('Retry-After'));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return deliver(users);
}
