import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';

const mock = createMock();
const server = setupServer(
  ...handlers(mock), // instead of those for VibeFollow and Yellow.ai
  http.get('https://crm.example/users', () => HttpResponse.json([{ external_user_id: 'usr_1' }])), // yours, as before
);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => mock.reset());
afterAll(() => server.close());

test('a chunk that is refused is sent again', async () => {
  mock.faults.add({ on: { operation: 'bulkUpsertUsers', attempt: 1 }, fault: { status: 429, retryAfter: 0 } });

  await sync();

  expect(mock.vibefollow.project(key).userCount()).toBe(1);
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([429, 200]);
});

const key = `sk_test_${'0'.repeat(32)}`;

async function sync(): Promise<void> {
  const users = await (await fetch('https://crm.example/users')).text();
  const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: `{"users":${users}}`,
  });
  if (!response.ok) await sync();
}
