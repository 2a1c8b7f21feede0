import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';

test('the account shows where each record of a job is', async () => {
  const mock = createMock({ faults: [{ on: { call: 2 }, fault: { status: 503 } }] });
  const headers = { Authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'Content-Type': 'application/json' };
  const send = async (...users: object[]) =>
    mock.fetch('https://api.vibefollow.com/api/v1/users/bulk', {
      method: 'POST',
      headers,
      body: JSON.stringify({ users }),
    });
  await send({ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody' });
  await send({ external_user_id: 'usr_3' });

  const { counts, causes } = mock.reconcile({ expected: ['usr_1', 'usr_2', 'usr_3', 'usr_4'] });
  expect(counts).toMatchObject({ expected: 4, sent: 3, stored: 1, rejected: 1, lost: 1, neverSent: 1 });
  expect(causes).toMatchObject([
    { outcome: 'lost', cause: '503 server_error', ids: ['usr_3'] },
    { outcome: 'neverSent', ids: ['usr_4'] },
    { outcome: 'rejected', cause: 'Invalid email', ids: ['usr_2'] },
  ]);
  expect(mock.explain('usr_3').map(({ story }) => story)).toEqual([
    'usr_3 is lost: attempt 1 of call 2 (bulkUpsertUsers, sk_test_…0000) met 503 server_error',
  ]);
});
