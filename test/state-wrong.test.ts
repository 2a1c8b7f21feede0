import { expect, test } from 'vitest';
import { createMock, type Mock, type State } from 'vf-mock';
import { bot, key, open, otherKey } from './_setup.ts';

const users = [{ external_user_id: 'usr_1', traits: {}, createdAt: 0, updatedAt: 0 }];
const event = { external_user_id: 'usr_1', name: 'x', properties: {}, timestamp: '2026-01-01T00:00:00.000Z' };
const project = { users, events: [event], queue: [], idempotencyKeys: [], windows: {} };
const botUsers = [{ userId: '1', properties: {}, createdAt: 0, updatedAt: 0 }];
const botEvent = { id: 'e', userId: '1', event: 'x', payload: {}, createdAt: '2026-01-01T00:00:00.000Z' };
const counts = { deletions: {}, repetitions: {}, windows: {} };
const heldByBot = { users: botUsers, events: [botEvent], bulkCreations: [], waiting: [], ...counts };
const prj = 'prj_0123456789abcdef';

function stateOf(inProject: object, inBot: object = {}): unknown {
  return { version: 1, vibefollow: { [prj]: { ...project, ...inProject } }, yellow: { b: { ...heldByBot, ...inBot } } };
}

/** A mock with data, and its snapshot. */
function fill(): { mock: Mock; held: State } {
  const mock = createMock({ clock: 'manual' });
  mock.vibefollow.project(key).seed([{ external_user_id: 'mine' }]);
  mock.yellow.bot(bot).seed([{ userId: 'mine' }]);
  return { mock, held: mock.snapshot() };
}

test('a state that somebody has written by hand is taken', () => {
  const { mock } = fill();
  mock.restore(stateOf({}) as State);
  expect(mock.vibefollow.project(prj).events()).toHaveLength(1);
  expect(mock.yellow.bot('b').events('1')).toMatchObject([{ id: 'e', botId: 'b' }]);
  expect([mock.vibefollow.project(key).userCount(), mock.yellow.bot(bot).userCount()]).toEqual([0, 0]);
});

const ofProject = `vibefollow.${prj}`;
const [user] = users;
const remembered = { key: 'k', request: 'r', until: 0, reply: { status: 202 as const, body: {} } };

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'the state is nothing; it must be an object'],
  ['null', null, 'the state is null; it must be an object'],
  ['a list', [], 'the state is []; it must be an object'],
  ['a text', '{}', 'the state is "{}"; it must be an object'],
  ['a function', () => 1, 'the state is nothing; it must be an object'],
  ['another version', { version: 2 }, 'the state has version 2; this vf-mock reads version 1. Take a new snapshot'],
  ['no version', { vibefollow: {}, yellow: {} }, 'the state is {"vibefollow":{},"yellow":{}}: version is required'],
  ['a version that is none', { version: '1', vibefollow: {}, yellow: {} }, 'version is "1"; it must be an integer'],
  ['half', { version: 1, vibefollow: {} }, 'the state is {"version":1,"vibefollow":{}}: yellow is required'],
  [
    'an unknown part',
    { version: 1, vibefollow: {}, yellow: {}, faults: [] },
    'unknown property "faults". Use one of version, vibefollow, yellow',
  ],
  ['a list of projects', { version: 1, vibefollow: [], yellow: {} }, 'vibefollow is []; it must be an object'],
  [
    'a whole key',
    { version: 1, vibefollow: { [otherKey]: project }, yellow: {} },
    'a name in vibefollow is not of the form ^prj_[0-9a-f]{16}$',
  ],
  [
    'a bot called like a key',
    { version: 1, vibefollow: {}, yellow: { [key]: heldByBot } },
    'a name in yellow is not of',
  ],
  ['a bot without a name', { version: 1, vibefollow: {}, yellow: { '': heldByBot } }, 'a name in yellow is not of'],
  [
    'a user without an id',
    stateOf({ users: [{ traits: {} }] }),
    `${ofProject}.users[0] is {"traits":{}}: external_user_id`,
  ],
  ['a user that is null', stateOf({ users: [user, null] }), `${ofProject}.users[1] is null; it must be an object`],
  [
    'an unknown field',
    stateOf({ users: [{ ...user, name: 'Ada' }] }),
    `unknown property "${ofProject}.users[0].name". Use`,
  ],
  [
    'a date as time',
    stateOf({ users: [{ ...user, createdAt: '2026' }] }),
    `${ofProject}.users[0].createdAt is "2026"; it must be a`,
  ],
  ['a time beyond all', stateOf({ users: [{ ...user, createdAt: 9e15 }] }), 'it must be 8640000000000000 or less'],
  ['a wrong e-mail', stateOf({ users: [{ ...user, email: 'nobody' }] }), `${ofProject}.users[0]: Invalid email`],
  [
    'a user twice',
    stateOf({ users: [user, user] }),
    `${ofProject}.users hold the external_user_id "usr_1" more than once`,
  ],
  [
    'an event without a name',
    stateOf({ events: [{ ...event, name: '' }] }),
    `${ofProject}.events[0].name is ""; it must be at`,
  ],
  [
    'a time that is none',
    stateOf({ events: [{ ...event, timestamp: 'noon' }] }),
    'timestamp is "noon", which is not of the form',
  ],
  [
    'a time of day that no client can send',
    stateOf({ events: [{ ...event, timestamp: '2026-01-05T09:30:60Z' }] }),
    `${ofProject}.events[0]: Invalid timestamp`,
  ],
  [
    'a waiting event on a day that no client can send',
    stateOf({ queue: [{ at: 0, events: [{ ...event, timestamp: '2026-02-30T09:30:00Z' }] }] }),
    `${ofProject}.queue[0].events[0]: Invalid timestamp`,
  ],
  [
    'an offset that no client can send',
    stateOf({ events: [{ ...event, timestamp: '2026-01-05T09:30:00+05' }] }),
    'timestamp is "2026-01-05T09:30:00+05", which is not of the form',
  ],
  ['a job of no time', stateOf({ queue: [{ users: [] }] }), `${ofProject}.queue[0] is {"users":[]}: at is required`],
  [
    'a bad record in a job',
    stateOf({ queue: [{ at: 0, users: [{ external_user_id: 'u', email: 'nobody' }] }] }),
    `${ofProject}.queue[0].users[0]: Invalid email`,
  ],
  [
    'an answer of another status',
    stateOf({ idempotencyKeys: [{ ...remembered, reply: { status: 204, body: {} } }] }),
    `${ofProject}.idempotencyKeys[0].reply.status is 204; it must be one of 200, 202`,
  ],
  [
    'an idempotency key twice',
    stateOf({ idempotencyKeys: [remembered, remembered] }),
    'hold the key "k" more than once',
  ],
  [
    'an unknown operation',
    stateOf({ windows: { addUser: [] } }),
    `unknown property "${ofProject}.windows.addUser". Use`,
  ],
  [
    'requests below 1',
    stateOf({ windows: { upsertUser: [{ at: 0, requests: 0 }] } }),
    'requests is 0; it must be 1 or more',
  ],
  [
    'a wrong phone',
    stateOf({}, { users: [{ ...botUsers[0], properties: { phone: '+91' } }] }),
    'yellow.b.users[0]: Invalid phone',
  ],
  ['a bulk creation twice', stateOf({}, { waiting: [job('c'), job('c')] }), 'hold the id "c" more than once'],
  [
    'an event of one id twice',
    stateOf({}, { events: [botEvent, botEvent] }),
    'yellow.b.events hold the id "e" more than once',
  ],
  [
    'a conflict of no kind',
    stateOf({}, { waiting: [{ ...job('c'), uponConflict: 'ASK' }] }),
    'UPDATE_EXISTING, RETAIN_IMPORTED',
  ],
  [
    'a job due before time began',
    stateOf({}, { waiting: [{ ...job('c'), due: -1e300 }] }),
    'due is -1e+300; it must be -86400',
  ],
  ['a count of 0', stateOf({}, { deletions: { u: 0 } }), 'yellow.b.deletions.u is 0; it must be 1 or more'],
])('%s is no state: nothing is changed', (_what, state, problem) => {
  const { mock, held } = fill();
  const message = messageOf(() => mock.restore(state as State));
  expect(message).toMatch(/^Failed to restore a state: .{1,400}\.$/);
  expect(message).toContain(problem);
  expect(mock.snapshot()).toEqual(held);
});

test('what is no JSON is no state', () => {
  const { mock, held } = fill();
  const endless: Record<string, unknown> = { version: 1 };
  endless['yellow'] = endless;
  expect(() => mock.restore(endless as State)).toThrow('Failed to restore a state: it cannot be written as JSON.');
  expect(mock.snapshot()).toEqual(held);
});

test('of many problems the first is told, and how many more there are', () => {
  const message = messageOf(() => createMock().restore(stateOf({ users: Array(1000).fill(null) }) as State));
  expect(message).toBe(
    `Failed to restore a state: ${ofProject}.users[0] is null; it must be an object (and 999 more).`,
  );
});

// A time that grows with the square of the number of problems would be minutes.
test.each([
  ['200,000 wrong users', stateOf({ users: Array(200_000).fill({ ...user, name: 'Ada' }) }), 199_999],
  ['200,000 wrong events in one job', stateOf({ queue: [{ at: 0, events: Array(200_000).fill(7) }] }), 199_999],
])('a state with %s is refused in a moment', (_what, state, others) => {
  expect(messageOf(() => createMock().restore(state as State))).toMatch(new RegExp(` \\(and ${others} more\\)\\.$`));
});

test('of a long state without a part, only the start is shown', () => {
  const { yellow: _, ...half } = stateOf({ users: Array(100_000).fill(user) }) as State;
  const message = messageOf(() => createMock().restore(half as State));
  expect(message).toMatch(/: the state is \{"version":1,"vibefollow":\{.{1,60}…: yellow is required\.$/);
});

test('a problem is told without a whole key', () => {
  const state = { version: 1, vibefollow: { [key]: { users: 1 } }, yellow: {} } as unknown as State;
  const message = messageOf(() => createMock().restore(state));
  expect(message).toContain('more).');
  expect(message).not.toContain(key);
});

test('keys that somebody has put out of order are forgotten each in its time', async () => {
  const { mock, vibefollow } = await open({ startTime: '1970-01-01T00:00:00Z' });
  const names = ['0', '1'].map((digit) => `0000000${digit}-0000-4000-8000-000000000000`);
  mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1' }]);
  const state = mock.snapshot();
  const [held] = Object.values(state.vibefollow);
  held?.idempotencyKeys.push(...names.map((name, at) => ({ ...remembered, key: name, until: at === 0 ? 100 : 50 })));
  mock.restore(state);
  await mock.clock.advance(75);
  const statuses = names.map(async (name) => {
    return (await vibefollow('/users', { external_user_id: 'usr_1' }, { 'idempotency-key': name })).status;
  });
  expect(await Promise.all(statuses)).toEqual([422, 202]);
});

test('jobs that somebody has put out of order are taken in that of their times', async () => {
  const mock = createMock({ clock: 'manual', startTime: '1970-01-01T00:00:00Z' });
  const at = (due: number, id: string): object => ({ at: 0, due, users: [{ external_user_id: id }] });
  mock.restore(stateOf({ users: [], queue: [at(30, 'c'), at(10, 'a'), at(20, 'b')] }) as State);
  await mock.clock.advance(20);
  expect(
    mock.vibefollow
      .project(prj)
      .users()
      .map(({ external_user_id }) => external_user_id),
  ).toEqual(['a', 'b']);
});

function job(id: string): object {
  return { id, due: 0, uponConflict: 'UPDATE_EXISTING', users: [{ userId: '1' }] };
}

function messageOf(work: () => void): string {
  try {
    work();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
