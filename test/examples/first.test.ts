import { beforeEach, vi } from 'vitest';
import { expect, test } from 'vf-mock/vitest';

beforeEach(() => {
  // Waits take no time: the fake clock jumps to the end of each wait.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setTimerTickMode('nextTimerAsync');
  return () => vi.useRealTimers();
});

test('a chunk that is refused twice is delivered after two minutes', async ({ mock }) => {
  mock.faults.add({ on: { attempt: '<=2' }, fault: { status: 429, retryAfter: 60 } });

  await sync([{ external_user_id: 'usr_1', email: 'ada@example.com' }]);

  expect(mock).toHaveDelivered(['usr_1']);
  expect(mock).toPassAllRules();
});

/** Your sync, without changes. */
async function sync(users: object[]): Promise<void> {
  const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });
  if (response.ok) return;
  const seconds = Number(response.headers.get('Retry-After'));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return sync(users);
}
