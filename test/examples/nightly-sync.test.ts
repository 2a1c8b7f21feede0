import { afterEach, beforeEach, vi } from 'vitest';
import { expect, test } from 'vf-mock/vitest';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setTimerTickMode('nextTimerAsync');
});
afterEach(() => vi.useRealTimers());

test('the nightly sync delivers every user, and says which it could not', async ({ mock }) => {
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 429, retryAfter: 30 } });
  const users = ['ada@example.com', 'grace@example', 'mary@example.com'].map((email, n) => ({
    external_user_id: `usr_${n + 1}`,
    email,
  }));

  const rejected = await sync(users);

  expect(rejected).toEqual(['usr_2: Invalid email']);
  expect(mock).toHaveDelivered(['usr_1', 'usr_3']);
  expect(mock).toHaveRetried(1, 1);
  expect(mock).toPassAllRules({ expected: users });
});

async function sync(users: { external_user_id: string }[]): Promise<string[]> {
  const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });
  if (response.ok) {
    const { data } = (await response.json()) as { data: { errors: { index: number; message: string }[] } };
    return data.errors.map(({ index, message }) => `${users[index]?.external_user_id}: ${message}`);
  }
  const seconds = Number(response.headers.get('Retry-After'));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return sync(users);
}
