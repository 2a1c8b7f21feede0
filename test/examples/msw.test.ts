import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';

const mock = createMock();
const server = setupServer(...handlers(mock));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => mock.reset());
afterAll(() => server.close());

test('one bad record does not keep the others from being stored', async () => {
  const key = `sk_test_${'0'.repeat(32)}`;
  const users = [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody' }];

  const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });

  expect(await response.json()).toEqual({
    data: {
      accepted: 1,
      rejected: 1,
      errors: [{ index: 1, code: 'validation', message: 'Invalid email', field: 'email' }],
    },
    meta: { received: 2 },
  });
  expect(mock.vibefollow.project(key).userCount()).toBe(1);
});
