import { expect, test } from 'vitest';
import { createDatabase, type YellowDatabase } from 'vf-mock/data';
import { bot, open } from './_setup.ts';

/** A bot with users, as a database. */
async function botOf(users: object[]): Promise<YellowDatabase> {
  const { mock, yellow } = await open();
  await yellow('POST', '/user/create-bulk', { users });
  return createDatabase(mock.yellow.bot(bot));
}

test('properties of Yellow.ai users are plain values, custom ones in a bag', async () => {
  const asha = { userId: '1001', firstName: 'Asha', tags: ['vip'], emailOptIn: true, loyaltyTier: 'gold', visits: 3 };
  const { user } = await botOf([asha, { userId: '1002', city: 'Pune', loyaltyTier: 'silver' }]);
  expect(user.findFirst({ where: { userId: { equals: '1001' } } })).toMatchObject({
    userId: '1001',
    firstName: 'Asha',
    tags: ['vip'],
    emailOptin: true,
    profileComplete: '25.00',
    botId: bot,
    customProperties: { loyaltyTier: 'gold', visits: 3 },
  });
  expect(user.count({ where: { emailOptin: { equals: true }, customProperties: { visits: { lt: 4 } } } })).toBe(1);
  expect(user.findMany({ where: { customProperties: { loyaltyTier: { in: ['silver'] } } } })).toMatchObject([
    { city: 'Pune' },
  ]);
  const [first] = user.getAll();
  expect(user.findFirst({ where: { id: { equals: first?.id ?? '' } } })?.userId).toBe('1001');
});

test('tags cannot be searched, and the query says so', async () => {
  const { user } = await botOf([{ userId: '1001', tags: ['vip'] }]);
  const where = { tags: { contains: 'vip' } } as object;
  expect(() => user.count({ where })).toThrow('tags is a list of plain values');
  expect(user.getAll().filter(({ tags }) => tags?.includes('vip')).length).toBe(1);
});

test('Yellow.ai events lead to their user and back', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user', { userId: '1001', city: 'Pune' });
  await yellow('POST', '/event', {
    userId: '1001',
    eventName: 'order_placed',
    source: 'shop',
    payload: { total: 499 },
  });
  await yellow('POST', '/event', { userId: '1002', eventName: 'order_placed', payload: { total: 20 } });
  const { user, event } = createDatabase(mock.yellow.bot(bot));
  expect(event.findMany({ where: { user: { city: { equals: 'Pune' } } } })).toMatchObject([
    { event: 'order_placed', source: 'shop', payload: { total: 499 }, user: { userId: '1001' } },
  ]);
  expect(user.findMany({ where: { events: { payload: { total: { lt: 100 } } } } })).toMatchObject([{ userId: '1002' }]);
  expect(event.findMany({ orderBy: { createdAt: 'asc' } })[1]?.source).toBeUndefined();
});

test('a bulk creation leads to the users that it created and to those that existed', async () => {
  const { mock, yellow } = await open({ yellow: { processingTime: 1000 } });
  await yellow('POST', '/user', { userId: '1001', city: 'Goa' });
  await yellow('POST', '/user/create-bulk', { users: ['1001', '1002', '1003'].map((userId) => ({ userId })) });
  const before = createDatabase(mock.yellow.bot(bot));
  expect(before.bulkCreation.findMany({ where: { finished: { equals: false } } })).toMatchObject([
    { newUsers: [], conflictedUsers: [] },
  ]);
  await mock.clock.advance(1000);
  await yellow('DELETE', '/user/1003');
  const { bulkCreation } = createDatabase(mock.yellow.bot(bot));
  expect(bulkCreation.getAll()).toMatchObject([
    { finished: true, newUsers: [{ userId: '1002' }], conflictedUsers: [{ userId: '1001', city: 'Goa' }] },
  ]);
  expect(bulkCreation.count({ where: { newUsers: { userId: { equals: '1002' } } } })).toBe(1);
  expect(bulkCreation.count({ where: { conflictedUsers: { userId: { equals: '1002' } } } })).toBe(0);
  expect(mock.yellow.bot(bot).bulkCreations()).toMatchObject([{ newUsers: ['1002', '1003'] }]);
});

test.each(['1', '007', '__proto__', 'constructor', 'Ü 😀', ' '])(
  'the userId "%s" is one like any other',
  async (id) => {
    const { user, bulkCreation } = await botOf([{ userId: id, city: 'Pune' }, { userId: 'other' }]);
    expect(user.findMany({ where: { userId: { equals: id } } })).toMatchObject([
      { userId: id, city: 'Pune', events: [] },
    ]);
    expect(bulkCreation.getAll()).toMatchObject([{ newUsers: [{ userId: id }, { userId: 'other' }] }]);
  },
);

test('names of custom properties may be weird', async () => {
  const custom = JSON.parse('{ "__proto__": { "polluted": true }, "": "empty", "events": 2 }') as object;
  const { user } = await botOf([{ userId: '1', ...custom }]);
  expect(Object.keys(user.getAll()[0]?.customProperties ?? {})).toEqual(['__proto__', '', 'events']);
  expect(user.count({ where: { customProperties: { '': { equals: 'empty' }, events: { gt: 1 } } } })).toBe(1);
  expect(user.getAll()).toMatchObject([{ events: [] }]);
  expect({}).not.toHaveProperty('polluted');
});

test('what a user does not have is not there', async () => {
  const { user } = await botOf([{ userId: '1', city: 'Pune' }]);
  expect(user.getAll()[0]?.country).toBeUndefined();
  expect(user.count({ where: { country: { notEquals: 'India' } } })).toBe(0);
});

test('all users and events of a bot can be had as plain values', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user', { userId: '1', city: 'Pune', tier: 'gold' });
  await yellow('POST', '/event', { userId: '2', eventName: 'seen' });
  await yellow('POST', '/event', { userId: '1', eventName: 'seen' });
  expect(mock.yellow.bot(bot).plainUsers()).toMatchObject([
    { userId: '1', city: 'Pune', tier: 'gold' },
    { userId: '2' },
  ]);
  expect(mock.yellow.bot(bot).events()).toMatchObject([{ userId: '2' }, { userId: '1' }]);
});
