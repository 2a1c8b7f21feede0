import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { sync } from './sync.js';

test('a user that exists is updated', async (t) => {
  const mock = createMock();
  const server = await serve(mock);
  t.after(() => server.close());

  await sync([{ external_user_id: 'usr_1', email: 'ada@example.com' }], { baseUrl: server.url });
  await sync([{ external_user_id: 'usr_1', email: 'lovelace@example.com' }], { baseUrl: server.url });

  const project = mock.vibefollow.project(`sk_test_${'0'.repeat(32)}`);
  assert.deepEqual(
    project.users().map(({ email }) => email),
    ['lovelace@example.com'],
  );
});
