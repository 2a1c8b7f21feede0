import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { createDatabase } from 'vf-mock/data';

test('every paying user has arrived, with its events', async () => {
  const mock = createMock();
  const key = `sk_test_${'0'.repeat(32)}`;
  const post = (path: string, body: object) =>
    mock.fetch(`https://api.vibefollow.com/api/v1/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const users = ['free', 'team', 'pro'].map((plan, n) => ({
    external_user_id: `usr_${n}`,
    traits: { plan, seats: n },
  }));
  await post('users/bulk', { users });
  await post('events', { external_user_id: 'usr_1', name: 'trial_started' });

  const db = createDatabase(mock.vibefollow.project(key)); // or mock.yellow.bot('x1640004486565')

  const paying = { plan: { notEquals: 'free' }, traits: { seats: { gte: 1 } } };
  expect(db.user.findMany({ where: paying, orderBy: { external_user_id: 'desc' } })).toMatchObject([
    { external_user_id: 'usr_2', events: [] },
    { external_user_id: 'usr_1', events: [{ name: 'trial_started' }] },
  ]);
  expect(db.event.count({ where: { user: paying } })).toBe(1);
});
