import { expect, test } from 'vitest';
import { createDatabase, type VibeFollowDatabase } from 'vf-mock/data';
import { bot, key, open, otherKey } from './_setup.ts';

/** A project with users and events, as a database. */
async function project(users: object[], events: object[] = []): Promise<VibeFollowDatabase> {
  const { mock, vibefollow } = await open();
  if (users.length > 0) await vibefollow('/users/bulk', { users });
  if (events.length > 0) await vibefollow('/events/bulk', { events });
  return createDatabase(mock.vibefollow.project(key));
}

const ada = { external_user_id: 'ada', email: 'ada@example.com', traits: { plan: 'pro', name: 'Ada' } };
const bob = { external_user_id: 'bob', traits: { plan: 'free', seats: 3 } };
const eve = {
  external_user_id: 'eve',
  traits: { plan: 'pro', seats: 12, address: { city: 'Paris', geo: { zone: 7 } } },
};
const idsOf = (users: readonly { external_user_id: string }[]): string[] => users.map((user) => user.external_user_id);

test('users are found by their columns, in the order that is asked for, a page at a time', async () => {
  const { user } = await project([ada, bob, eve]);
  expect(idsOf(user.findMany({ where: { plan: { equals: 'pro' } } }))).toEqual(['ada', 'eve']);
  expect(idsOf(user.findMany({ orderBy: { external_user_id: 'desc' } }))).toEqual(['eve', 'bob', 'ada']);
  expect(idsOf(user.findMany({ orderBy: [{ plan: 'asc' }, { external_user_id: 'desc' }] }))).toEqual([
    'bob',
    'eve',
    'ada',
  ]);
  expect(idsOf(user.findMany({ skip: 1, take: 1 }))).toEqual(['bob']);
  expect(idsOf(user.findMany({ cursor: 'ada', take: 2 }))).toEqual(['bob', 'eve']);
  expect(user.count()).toBe(3);
  expect(user.count({ where: { email: { contains: '@example.com' } } })).toBe(1);
  expect(user.findFirst({ where: { external_user_id: { equals: 'nobody' } } })).toBeNull();
});

test('a record has what is stored, and its creation can be asked for', async () => {
  const { mock, vibefollow } = await open({ startTime: '2026-03-01T00:00:00Z' });
  await vibefollow('/users/bulk', { users: [ada] });
  await mock.clock.advance(60_000);
  await vibefollow('/users/bulk', { users: [bob] });
  const { user } = createDatabase(mock.vibefollow.project(key));
  expect(user.findFirst({ where: { createdAt: { lt: '2026-03-01T00:00:30' } } })).toMatchObject(
    mock.vibefollow.project(key).user('ada') ?? {},
  );
  expect(user.findMany({ orderBy: { createdAt: 'desc' } })).toMatchObject([
    { external_user_id: 'bob', createdAt: '2026-03-01T00:01:00.000Z' },
    { external_user_id: 'ada' },
  ]);
});

test('free traits are asked for in their bag, at any depth', async () => {
  const { user } = await project([ada, bob, eve]);
  expect(idsOf(user.findMany({ where: { traits: { seats: { gt: 5 } } } }))).toEqual(['eve']);
  expect(idsOf(user.findMany({ where: { traits: { address: { geo: { zone: { between: [5, 9] } } } } } }))).toEqual([
    'eve',
  ]);
  expect(
    idsOf(user.findMany({ where: { traits: { seats: { gt: 0 } } }, orderBy: { traits: { seats: 'desc' } } })),
  ).toEqual(['eve', 'bob']);
});

test('what a user does not have is undefined and matches no comparator', async () => {
  const { user } = await project([ada, { external_user_id: 'nil', traits: { plan: null } }]);
  expect(user.findFirst({ where: { external_user_id: { equals: 'nil' } } })).toMatchObject({ plan: null, traits: {} });
  expect(user.findFirst({ where: { external_user_id: { equals: 'nil' } } })?.email).toBeUndefined();
  expect(idsOf(user.findMany({ where: { email: { notEquals: 'nobody' } } }))).toEqual(['ada']);
  expect(idsOf(user.findMany({ where: { plan: { notEquals: 'free' } } }))).toEqual(['ada']);
});

test('a list of objects is searched by what one of them has', async () => {
  const orders = [{ total: 5 }, { total: 50 }];
  const { user } = await project([{ external_user_id: 'ada', traits: { orders } }]);
  expect(user.count({ where: { traits: { orders: { total: { gt: 40 } } } } })).toBe(1);
  expect(user.count({ where: { traits: { orders: { total: { gt: 50 } } } } })).toBe(0);
});

test('a query that searches a list of plain values throws, and says what to do', async () => {
  const traits = { labels: ['new', 'vip'], orders: [{ items: ['book'] }] };
  const event = { external_user_id: 'ada', name: 'seen', properties: { pages: ['home'] } };
  const db = await project([{ external_user_id: 'ada', traits }], [event]);
  const labels = { traits: { labels: { contains: 'vip' } } };
  expect(() => db.user.count({ where: labels })).toThrow(
    'Failed to query user: traits.labels is a list of plain values, and @mswjs/data does not search these. ' +
      'Filter the records, such as getAll().filter(({ traits }) => …).',
  );
  expect(() => db.user.findFirst({ where: labels })).toThrow('traits.labels');
  expect(() => db.user.deleteMany({ where: labels })).toThrow('traits.labels');
  expect(() => db.user.update({ where: labels, data: { email: 'a@example.com' } })).toThrow('traits.labels');
  expect(() => db.user.findMany({ where: { traits: { orders: { items: { equals: 'book' } } } } })).toThrow(
    'orders.items',
  );
  expect(() => db.event.findMany({ where: { user: labels } })).toThrow('event: user.traits.labels');
  expect(() => db.user.count({ where: { events: { properties: { pages: { equals: 'home' } } } } })).toThrow('pages');
  expect(db.user.getAll()[0]?.traits['labels']).toEqual(['new', 'vip']);
});

test('a query for a column that does not exist throws, and names the columns', async () => {
  const { user } = await project([ada]);
  expect(() => user.count({ where: { plna: { equals: 'pro' } } as object })).toThrow(
    'Failed to query user: there is no column plna. The columns are external_user_id, email, name, plan,',
  );
});

test('so does a query for a column that a related model lacks, and an order by such a column', async () => {
  const { event, user } = await project([ada], [{ external_user_id: 'ada', name: 'feature_used' }]);
  expect(() => user.count({ where: { events: { nmae: { equals: 'feature_used' } } as object } })).toThrow(
    'Failed to query event: there is no column nmae. The columns are id, external_user_id, name,',
  );
  expect(() => event.findMany({ where: { user: { events: { nmae: { equals: 'x' } } } as object } })).toThrow('nmae');
  const misspelt = { plna: 'asc' } as object as { plan: 'asc' };
  expect(() => user.findMany({ orderBy: misspelt })).toThrow('there is no column plna');
  expect(() => user.findMany({ orderBy: [{ plan: 'asc' }, misspelt] })).toThrow('plna');
  expect(event.count({ where: { user: { events: { name: { equals: 'feature_used' } } } } })).toBe(1);
});

test('a database gives no handlers, because they would serve another state than the mock', async () => {
  const { user } = await project([ada]);
  const { toHandlers } = user as unknown as { toHandlers(type: string): unknown };
  expect(() => toHandlers('rest')).toThrow('Use handlers(mock) of vf-mock/msw.');
});

test('a comparator that a value does not have throws', async () => {
  const { user } = await project([ada, { external_user_id: 'one', traits: { plan: 1 } }]);
  expect(() => user.count({ where: { plan: { contains: 'p' } } })).toThrow(
    'no comparator found for the chunk "contains"',
  );
});

test('users have their events in order of arrival, and events their user', async () => {
  const events = [
    { external_user_id: 'bob', name: 'trial_started', properties: { source: 'ad' } },
    { external_user_id: 'ada', name: 'user_signed_up' },
    { external_user_id: 'bob', name: 'payment_failed', properties: { amount: 49 } },
  ];
  const { user, event } = await project([ada, bob, eve], events);
  expect(user.findFirst({ where: { external_user_id: { equals: 'bob' } } })?.events).toMatchObject([
    { name: 'trial_started', external_user_id: 'bob' },
    { name: 'payment_failed' },
  ]);
  expect(user.findFirst({ where: { external_user_id: { equals: 'eve' } } })?.events).toEqual([]);
  expect(idsOf(user.findMany({ where: { events: { name: { equals: 'payment_failed' } } } }))).toEqual(['bob']);
  const ofPro = event.findMany({ where: { user: { plan: { equals: 'pro' } } } });
  expect(ofPro).toMatchObject([{ name: 'user_signed_up', user: { email: 'ada@example.com' } }]);
  expect(event.count({ where: { properties: { amount: { gte: 49 } } } })).toBe(1);
  expect(event.findFirst({ where: { name: { equals: 'payment_failed' } } })?.user?.events[0]?.name).toBe(
    'trial_started',
  );
});

test('events that wait for their user have none', async () => {
  const events = ['ghost', 'ada', 'ghost'].map((external_user_id, n) => ({ external_user_id, name: `step_${n}` }));
  const { event, user } = await project([ada], events);
  expect(event.getAll().map(({ id, name, user }) => [id, name, user?.external_user_id])).toEqual([
    [1, 'step_1', 'ada'],
    [2, 'step_0', undefined],
    [3, 'step_2', undefined],
  ]);
  expect(event.findFirst({ where: { external_user_id: { equals: 'ghost' } } })?.user).toBeNull();
  expect(event.findMany({ where: { user: { external_user_id: { notEquals: '' } } } })).toHaveLength(1);
  expect(user.count()).toBe(1);
});

test('an event that ceases to wait while it is read is there once', () => {
  const seen = { external_user_id: 'ada', name: 'seen', properties: {}, timestamp: '2026-01-01T00:00:00.000Z' };
  const { event } = createDatabase({ users: () => [], bufferedEvents: () => [seen], events: () => [{ ...seen }] });
  expect(event.getAll()).toMatchObject([{ id: 1, name: 'seen', user: null }]);
});

test('a database stays as it was when the mock goes on, and the mock when it is changed', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users/bulk', { users: [ada, eve] });
  await vibefollow('/events', { external_user_id: 'ada', name: 'user_signed_up' });
  const { user, event } = createDatabase(mock.vibefollow.project(key));
  const stored = structuredClone(mock.vibefollow.project(key).users());
  const other = createDatabase(mock.vibefollow.project(key));

  user.update({ where: { external_user_id: { equals: 'ada' } }, data: { plan: 'free' } });
  user.delete({ where: { external_user_id: { equals: 'eve' } } });
  event.create({ id: 99, external_user_id: 'ada', name: 'made_up' });
  expect(user.getAll()).toMatchObject([
    { external_user_id: 'ada', plan: 'free', events: [{ name: 'user_signed_up' }] },
  ]);
  expect(mock.vibefollow.project(key).users()).toEqual(stored);
  expect(other.user.count({ where: { plan: { equals: 'pro' } } })).toBe(2);
  expect(other.event.count()).toBe(1);

  await vibefollow('/users/bulk', { users: [bob, { external_user_id: 'ada', traits: { plan: 'team' } }] });
  mock.reset();
  expect(other.user.findMany({ orderBy: { external_user_id: 'asc' } })).toMatchObject([
    { external_user_id: 'ada', plan: 'pro' },
    { external_user_id: 'eve' },
  ]);
});

test('relations follow what is changed in the database', async () => {
  const { user, event } = await project([ada, bob], [{ external_user_id: 'ada', name: 'user_signed_up' }]);
  const [first] = user.findMany({ where: { external_user_id: { equals: 'bob' } } });
  event.update({ where: { id: { equals: 1 } }, data: { user: first ?? null } });
  expect(event.getAll()).toMatchObject([{ user: { external_user_id: 'bob' } }]);
  user.delete({ where: { external_user_id: { equals: 'bob' } } });
  expect(event.getAll()[0]?.user).toBeNull();
  event.delete({ where: { id: { equals: 1 } } });
  expect(user.getAll()).toMatchObject([{ events: [] }]);
});

test('projects and bots are apart', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users/bulk', { users: [ada] });
  await vibefollow('/users/bulk', { users: [bob, eve] }, { authorization: `Bearer ${otherKey}` });
  expect(createDatabase(mock.vibefollow.project(key)).user.count()).toBe(1);
  expect(createDatabase(mock.vibefollow.project(otherKey)).user.count()).toBe(2);
});

test('a project or bot without anything is an empty database', async () => {
  const { mock } = await open();
  const { user, event } = createDatabase(mock.vibefollow.project(key));
  const { bulkCreation } = createDatabase(mock.yellow.bot(bot));
  expect([user.getAll(), event.getAll(), bulkCreation.getAll()]).toEqual([[], [], []]);
  expect(user.findFirst({ where: { plan: { equals: 'pro' } } })).toBeNull();
});

test.each(['1', '007', '__proto__', 'constructor', 'toString', 'Ü 😀', ' ', 'a.b[0]'])(
  'the id "%s" is one like any other',
  async (id) => {
    const events = [{ external_user_id: id, name: 'seen' }];
    const { user } = await project([{ external_user_id: id, email: 'weird@example.com' }, ada], events);
    expect(user.findMany({ where: { external_user_id: { equals: id } } })).toMatchObject([
      { external_user_id: id, email: 'weird@example.com', events: [{ name: 'seen', user: { external_user_id: id } }] },
    ]);
  },
);

test('names of traits may be weird', async () => {
  const bag = JSON.parse('{ "__proto__": { "polluted": true }, "": "empty", "a.b": 1, "events": 2 }') as object;
  const { user } = await project([{ external_user_id: 'ada', traits: bag }]);
  expect(Object.keys(user.getAll()[0]?.traits ?? {})).toEqual(['__proto__', '', 'a.b', 'events']);
  expect(user.count({ where: { traits: { '': { equals: 'empty' }, 'a.b': { equals: 1 }, events: { gt: 1 } } } })).toBe(
    1,
  );
  expect(user.getAll()).toMatchObject([{ events: [] }]);
  expect({}).not.toHaveProperty('polluted');
});
