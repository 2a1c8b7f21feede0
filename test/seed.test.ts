import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { bot, key, open, read, throughEachAdapter } from './_setup.ts';

const at = '2026-01-01T00:00:00.000Z';

throughEachAdapter((open) => {
  test('users that were put in are there at once, and a record of the same id updates them', async () => {
    const { mock, vibefollow } = await open({ vibefollow: { drainRate: 0, queueCapacity: 1 } });
    const project = mock.vibefollow.project(key);
    const users = Array.from({ length: 2000 }, (_, index) => ({ external_user_id: `usr_${index}` }));
    project.seed([...users, { external_user_id: 'usr_1', email: 'ada@example.com', traits: { plan: 'pro', x: 1 } }]);
    expect([project.userCount(), project.queueDepth(), mock.journal.exchanges()]).toEqual([2000, 0, []]);
    expect(project.user('usr_1')).toEqual({
      external_user_id: 'usr_1',
      email: 'ada@example.com',
      plan: 'pro',
      traits: { x: 1 },
      createdAt: at,
      updatedAt: at,
    });
    expect((await vibefollow('/users/bulk', { users: users.slice(0, 1) })).status).toBe(200);
    expect(project.queueDepth()).toBe(1);
  });

  test('a bulk creation meets users that were put in, and they count against no limit', async () => {
    const rateLimits = { addUser: { requests: 1, windowSeconds: 60 } };
    const { mock, yellow } = await open({ yellow: { rateLimits } });
    mock.yellow.bot(bot).seed([{ userId: '1001', firstName: 'Asha', loyaltyTier: 'gold', emailOptIn: true }]);
    const started = await read(
      await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001', city: 'Pune' }, { userId: '1002' }] }),
    );
    expect(mock.yellow.bot(bot).bulkCreation((started.body as { data: string }).data)).toMatchObject({
      newUsers: ['1002'],
      conflictedUsers: ['1001'],
    });
    expect(mock.yellow.bot(bot).user('1001')).toMatchObject({
      firstName: { value: 'Asha', propertyType: 'System' },
      loyaltyTier: { value: 'gold', propertyType: 'Custom' },
      emailOptin: { value: true, propertyType: 'System' },
      city: { value: 'Pune', propertyType: 'System' },
      createdAt: { value: at, propertyType: 'System' },
    });
    expect((await yellow('POST', '/user', { userId: '1003' })).status).toBe(200);
  });
});

test('events can be put in too, some of them before their user is known', async () => {
  const project = (await open()).mock.vibefollow.project(key);
  project.seed(
    [{ external_user_id: 'usr_1' }],
    [
      { external_user_id: 'usr_1', name: 'user_signed_up', timestamp: '2025-12-24T18:00:00Z' },
      { external_user_id: 'usr_2', name: 'trial_started', properties: { days: 14 } },
    ],
  );
  expect(project.events()).toEqual([
    { external_user_id: 'usr_1', name: 'user_signed_up', properties: {}, timestamp: '2025-12-24T18:00:00Z' },
  ]);
  expect(project.bufferedEvents()).toMatchObject([{ external_user_id: 'usr_2', properties: { days: 14 } }]);
});

test('an event that is put into a bot creates its user, and each has an id of its own', async () => {
  const { mock, yellow } = await open();
  const event = { userId: '1001', eventName: 'order_placed', payload: { total: 499 } };
  const bots = mock.yellow.bot(bot);
  bots.seed([], [event, event, { userId: '1002', eventName: 'login' }]);
  await yellow('POST', '/event', event);
  expect([bots.userCount(), bots.events('1001').length, bots.events('1002')]).toMatchObject([2, 3, [{ payload: {} }]]);
  expect(new Set([...bots.events('1001'), ...bots.events('1002')].map(({ id }) => id)).size).toBe(4);
});

test('what was given is copied, and what is answered too', async () => {
  const { mock } = await open();
  const project = mock.vibefollow.project(key);
  const [traits, tags] = [{ plan: 'pro', address: { city: 'Pune' } }, ['trial']];
  project.seed([{ external_user_id: 'usr_1', traits }]);
  mock.yellow.bot(bot).seed([{ userId: '1001', tags }]);
  traits.address.city = 'Delhi';
  tags.push('paid');
  (project.user('usr_1')?.traits['address'] as { city: string }).city = 'Goa';
  (mock.yellow.bot(bot).users()[0]?.['tags']?.value as string[]).push('lost');
  expect(project.user('usr_1')?.traits).toEqual({ address: { city: 'Pune' } });
  expect(mock.yellow.bot(bot).user('1001')?.['tags']?.value).toEqual(['trial']);
});

test('a value arrives as a request would carry it', async () => {
  const { mock } = await open();
  const traits = { signupDate: new Date(0), since: undefined, call: () => 1 };
  mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1', traits }]);
  const { signupDate, traits: bag } = mock.vibefollow.project(key).user('usr_1') ?? { traits: undefined };
  expect([signupDate, bag]).toEqual(['1970-01-01T00:00:00.000Z', {}]);
});

const good = { external_user_id: 'usr_1' };
const endless: Record<string, unknown> = {};
endless['endless'] = endless;

test.each<[string, unknown, unknown, string]>([
  ['e-mail', [good, good, good, { ...good, email: 'nobody' }], [], 'users: users[3]: Invalid email.'],
  ['id', [{ email: 'ada@example.com' }], [], 'users: users[0]: external_user_id is required.'],
  ['traits', [{ ...good, traits: [] }], [], 'users: users[0]: traits must be an object.'],
  ['record', [null], [], 'users: users[0]: The record must be an object.'],
  ['list', good, [], 'users: users must be an array.'],
  ['nothing', undefined, [], 'users: users must be an array.'],
  ['circle', [{ ...good, traits: endless }], [], 'users: it cannot be written as JSON. Give plain data.'],
  ['depth', [{ ...good, traits: nest(1200) }], [], 'users: it is nested deeper than 1000 levels.'],
  ['event', [good], [{ ...good, name: '' }], 'events: events[0]: name must be at least 1 character.'],
  ['time', [good], [{ ...good, name: 'x', timestamp: 'noon' }], 'events: events[0]: Invalid timestamp.'],
])('a project refuses a wrong %s and stores nothing', (_what, users, events, problem) => {
  const project = createMock().vibefollow.project(key);
  expect(() => project.seed(users as [], events as [])).toThrow(`Failed to seed ${problem}`);
  expect([project.userCount(), project.bufferedEvents()]).toEqual([0, []]);
});

test.each<[string, unknown, unknown, string]>([
  ['phone', [{ userId: '1' }, { userId: '2', phone: '+91' }], [], 'users: users[1]: Invalid phone.'],
  ['id', [{ firstName: 'Asha' }], [], 'users: users[0]: userId is required.'],
  ['event', [{ userId: '1' }], [{ userId: '1' }], 'events: events[0]: eventName is required.'],
])('a bot refuses a wrong %s and stores nothing', (_what, users, events, problem) => {
  const state = createMock().yellow.bot(bot);
  expect(() => state.seed(users as [], events as [])).toThrow(`Failed to seed ${problem}`);
  expect(state.userCount()).toBe(0);
});

test('users that no request could ever meet are refused', () => {
  const mock = createMock();
  expect(() => mock.vibefollow.project('sk_test_123').seed([good])).toThrow(
    '"sk_test_123" is neither a VibeFollow key',
  );
  expect(() => mock.yellow.bot('').seed([])).toThrow('Failed to find a bot: its id is empty.');
});

function nest(levels: number): Record<string, unknown> {
  let nested = {};
  for (let level = 0; level < levels; level += 1) nested = { nested };
  return nested;
}
