import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';

const mock = createMock();
const server = setupServer(...handlers(mock));
beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' })); // other requests go to nock
afterEach(() => mock.reset()); // instead of nock.cleanAll()
afterAll(() => server.close());

test('a chunk is sent again after 429, and after a reset', async () => {
  mock.faults.add(
    { on: { operation: 'bulkUpsertUsers', attempt: 1 }, fault: { status: 429, retryAfter: 0 } },
    { on: { operation: 'bulkUpsertUsers', attempt: 2 }, fault: { kind: 'reset' } },
  );

  await sync([{ external_user_id: 'usr_1' }]);

  expect(mock.journal.calls()).toMatchObject([{ outcome: 'delivered', attempts: [{}, {}, { status: 200 }] }]);
  expect(mock.faults.list().map(({ fired }) => fired)).toEqual([1, 1]); // instead of scope.isDone()
});

async function sync(users: object[]): Promise<void> {
  const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  }).catch(() => undefined); // the connection broke
  if (!response?.ok) await sync(users);
}
