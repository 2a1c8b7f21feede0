import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';

test('the sync sends e-mail and plan, under names that the API knows', async () => {
  const mock = createMock({ strict: true }); // a misspelt name is a 400, not a value that is lost
  const key = `sk_test_${'0'.repeat(32)}`;
  const users = [{ external_user_id: 'usr_1', email: 'ada@example.com', traits: { plan: 'pro' } }];

  const response = await mock.fetch('https://api.vibefollow.com/api/v1/users/bulk', {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });

  expect(response.status).toBe(200);
  const { missing, operations } = mock.coverage({ api: 'vibefollow' });
  const bulk = operations.find(({ operation }) => operation === 'bulkUpsertUsers');
  expect(bulk?.branches).toContainEqual({ branch: 'body.users[].traits.plan', count: 1 });
  expect(missing).toContain('bulkUpsertUsers: status 429'); // no test returns a 429 yet
});
