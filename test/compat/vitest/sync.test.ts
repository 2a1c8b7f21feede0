import { expect, test } from 'vf-mock/vitest';
import { sync } from './sync.ts';

const users = [
  { external_user_id: 'usr_1', email: 'ada@example.com' },
  { external_user_id: 'usr_2', email: 'mary@example.com' },
];

test('the sync delivers every user though the first attempt fails', async ({ mock }) => {
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 503, retryAfter: 0 } });

  await sync(users);

  expect(mock).toHaveDelivered(users);
  expect(mock).toHaveRetried(1, 1);
  expect(mock).toPassAllRules({ expected: users });
});
