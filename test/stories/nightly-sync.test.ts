import { afterEach, beforeEach, vi } from 'vitest';
import { expect, test } from 'vf-mock/vitest';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setTimerTickMode('nextTimerAsync');
});
afterEach(() => vi.useRealTimers());

test('the nightly sync delivers every user', async ({ mock }) => {
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 429, retryAfter: 30 } });
  const users = [
    { external_user_id: 'usr_1', email: 'ada@example.com' },
    { external_user_id: 'usr_2', email: 'grace@example' },
    { external_user_id: 'usr_3', email: 'mary@example.com' },
  ];

  await sync(users);

  expect.soft(mock).toHaveDelivered(users);
  expect.soft(mock).toHaveHonoredRetryAfter();
});

/** A job that does not handle failures. */
async function sync(users: object[]): Promise<void> {
  const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });
  if (response.ok) return;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return sync(users);
}
