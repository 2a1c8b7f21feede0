import { expect, test } from 'vitest';
import type { StoredUserFilter } from 'vf-mock';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

const sent = { external_user_id: 'usr_1', email: 'ada@example.com', traits: { plan: 'pro', seats: 3 } };

async function openWithUsers(): Promise<Bench> {
  const bench = await open();
  await bench.vibefollow('/users', sent);
  await bench.vibefollow('/users', { external_user_id: 'usr_1' }, { authorization: `Bearer ${otherKey}` });
  await bench.yellow('POST', '/user/create-bulk', { users: [{ userId: 'usr_2' }, { userId: 'usr_1', tier: 'gold' }] });
  return bench;
}

test('stored users of both APIs are told as records, those of a tenant in the order of their creation', async () => {
  const { mock } = await openWithUsers();
  expect(mock.stored().map(({ api, id }) => [api, id])).toEqual([
    ['vibefollow', 'usr_1'],
    ['vibefollow', 'usr_1'],
    ['yellow', 'usr_2'],
    ['yellow', 'usr_1'],
  ]);
  const [project = ''] = mock.vibefollow.projects();
  expect(mock.stored({ tenant: key })).toEqual([{ api: 'vibefollow', tenantId: project, id: 'usr_1', record: sent }]);
  expect(mock.stored({ tenant: project })).toEqual(mock.stored({ tenant: key }));
});

test('a filter selects by API, tenant and id', async () => {
  const { mock } = await openWithUsers();
  expect(mock.stored({ api: 'yellow' })).toHaveLength(2);
  expect(mock.stored({ record: 'usr_1' })).toHaveLength(3);
  expect(mock.stored({ record: 'usr_1', tenant: bot })).toMatchObject([{ record: { userId: 'usr_1', tier: 'gold' } }]);
  expect(mock.stored({ record: 'usr_1', tenant: bot, api: 'vibefollow' })).toEqual([]);
  expect(mock.stored({ record: 'nobody' })).toEqual([]);
});

test('what waits is not stored yet', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { drainRate: 1 } });
  await vibefollow('/users', sent);
  expect(mock.stored()).toEqual([]);
  await mock.clock.advance(1000);
  expect(mock.stored()).toHaveLength(1);
});

test('stored users are copies', async () => {
  const { mock } = await openWithUsers();
  const [user] = mock.stored({ tenant: key });
  Object.assign(user?.record['traits'] as object, { plan: 'free' });
  expect(mock.stored({ tenant: key })).toMatchObject([{ record: sent }]);
});

test.each<[filter: unknown, problem: string]>([
  [{ user: 'usr_1' }, 'unknown option "user". Use one of api, tenant, record.'],
  [{ api: 'yelow' }, 'api is "yelow". Did you mean "yellow"? Use one of vibefollow, yellow.'],
  [{ tenant: 5 }, 'tenant is 5; it must be a string.'],
  [{ record: '' }, 'record is ""; it must be at least 1 character.'],
  [null, 'the filter is null; it must be an object.'],
])('the filter %j is refused', async (filter, problem) => {
  const { mock } = await open();
  expect(() => mock.stored(filter as StoredUserFilter)).toThrow(`Failed to look up stored users: ${problem}`);
});
