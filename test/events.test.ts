import { expect, test } from 'vitest';
import { createMock, type EventFilter, type EventType, type Mock, type MockEvent } from 'vf-mock';
import { bot, key, open, otherKey } from './_setup.ts';

const users = '/user/create-bulk';
const two = { users: [{ userId: '1' }, { userId: '2' }] };
const shortWait = { status: 503, retryAfter: 2 } as const;

/** The types of the events of a mock from now on. */
function listen(mock: Mock): EventType[] {
  const heard: EventType[] = [];
  mock.journal.subscribe(({ type }) => heard.push(type));
  return heard;
}

test('a call is told from its first attempt to its delivery', async () => {
  const { mock, yellow } = await open();
  mock.faults.add({ id: 'once', on: { attempt: 1 }, fault: shortWait });
  const heard = listen(mock);
  await yellow('POST', users, two);
  await yellow('POST', users, two);
  expect(heard).toEqual([
    ...['exchangeBegan', 'callOpened', 'faultFired', 'exchangeEnded'],
    ...['exchangeBegan', 'exchangeEnded', 'callDelivered'],
  ]);
});

test('an error for good is a refused call', async () => {
  const { mock, yellow } = await open();
  const heard = listen(mock);
  await yellow('GET', '/user/nobody');
  expect(heard).toEqual(['exchangeBegan', 'callOpened', 'exchangeEnded', 'callRefused']);
});

test('events have a position and the time of the clock, and cannot be changed', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  const heard: MockEvent[] = [];
  mock.journal.subscribe((event) => heard.push(event));
  await mock.clock.advance(1000);
  await yellow('GET', '/user/1');
  expect(heard.map(({ id }) => id)).toEqual(heard.map((_, index) => index + 1));
  expect(new Set(heard.map(({ at }) => at))).toEqual(new Set([mock.clock.now()]));
  expect(heard.every(Object.isFrozen)).toBe(true);
});

test.each<[MockEvent['type'], (mock: Mock) => unknown]>([
  ['faultsChanged', (mock) => mock.faults.add({ fault: shortWait })],
  ['faultsChanged', (mock) => mock.use('flaky')],
  ['clockChanged', async (mock) => mock.clock.advance(1)],
  ['clockChanged', async (mock) => mock.clock.set(mock.clock.now() + 5)],
  ['stateChanged', (mock) => mock.restore(mock.snapshot())],
  ['stateChanged', (mock) => mock.reset()],
  ['journalCleared', (mock) => mock.reset()],
  ['journalCleared', (mock) => mock.journal.clear()],
])('%s is an event: %s', async (type, change) => {
  const mock = createMock({ clock: 'manual' });
  const heard = listen(mock);
  await change(mock);
  expect(heard).toContain(type);
});

test('what changes nothing is no event', () => {
  const mock = createMock();
  const heard = listen(mock);
  mock.faults.clear();
  mock.faults.remove('nothing');
  mock.faults.add();
  expect(heard).toEqual([]);
});

test('a filter selects by type, tenant, API and operation', async () => {
  const { mock, yellow, vibefollow } = await open();
  const heard: string[] = [];
  const listenTo = (name: string, filter: EventFilter): unknown =>
    mock.journal.subscribe(({ type }) => heard.push(`${name} ${type}`), filter);
  listenTo('opened', { type: ['callOpened', 'callQuiet'] });
  listenTo('tenant', { type: 'exchangeEnded', tenant: key });
  listenTo('other tenant', { tenant: otherKey });
  listenTo('api', { type: 'callRefused', api: 'yellow' });
  listenTo('operation', { type: 'exchangeBegan', operation: 'bulkUpsertUsers' });
  await yellow('GET', '/user/1');
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'usr_1' }] });
  expect(heard).toEqual([
    'opened callOpened',
    'api callRefused',
    'operation exchangeBegan',
    'opened callOpened',
    'tenant exchangeEnded',
  ]);
});

test.each([
  [{ type: 'callQuite' }, 'callQuiet'],
  [{ typ: 'callQuiet' }, 'type'],
  [{ api: 'yelow' }, 'yellow'],
])('the filter %j is refused', (filter, advice) => {
  const { journal } = createMock();
  expect(() => journal.subscribe(() => undefined, filter as never)).toThrow(advice);
});

test('a call is quiet 5 s after the wait that its answer asked for, and has given up a minute later', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  mock.faults.add({ fault: shortWait });
  const silences: MockEvent[] = [];
  mock.journal.subscribe((event) => silences.push(event), { type: ['callQuiet', 'callGaveUp'] });
  const began = mock.clock.now();
  await yellow('POST', users, two);
  await mock.clock.advance(6999);
  expect(silences).toEqual([]);
  await mock.clock.advance(1);
  const facts = { operation: 'bulkCreateUsers', call: 1, attempt: 1, status: 503, records: 2, since: began };
  expect(silences).toMatchObject([{ type: 'callQuiet', ...facts }]);
  await mock.clock.advance(60_000);
  expect(silences).toMatchObject([{ type: 'callQuiet' }, { type: 'callGaveUp', ...facts }]);
  await mock.clock.advance(600_000);
  expect(silences).toHaveLength(2);
});

test('a clock that jumps far tells both at once', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  mock.faults.add({ fault: shortWait });
  await yellow('POST', users, two);
  const heard = listen(mock);
  await mock.clock.advance(600_000);
  expect(heard).toEqual(['clockChanged', 'callQuiet', 'callGaveUp']);
});

test('a call with an attempt under way is not quiet, although a later attempt failed', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  mock.faults.add({ on: { attempt: 1 }, fault: { kind: 'hang' } }, { on: { attempt: 2 }, fault: shortWait });
  const gone = new AbortController();
  const init = { method: 'POST', headers: { 'x-api-key': 'k', 'content-type': 'application/json' } };
  const first = mock
    .fetch(`http://localhost/cdp/api/v1${users}?bot=${bot}`, {
      ...init,
      body: JSON.stringify(two),
      signal: gone.signal,
    })
    .catch(() => undefined);
  await yellow('POST', users, two);
  const heard = listen(mock);
  await mock.clock.advance(600_000);
  expect(heard).toEqual(['clockChanged']);
  gone.abort();
  await first;
  await mock.clock.advance(5000);
  expect(heard).toEqual(['clockChanged', 'exchangeEnded', 'clockChanged', 'callQuiet']);
});

test('a client that has waited for long before is not quiet so soon', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  mock.faults.add({ fault: { status: 503 } });
  const heard = listen(mock);
  await yellow('POST', users, two);
  await mock.clock.advance(4000);
  await yellow('POST', users, two);
  await mock.clock.advance(7999);
  expect(heard).not.toContain('callQuiet');
  await mock.clock.advance(1);
  expect(heard).toContain('callQuiet');
});

test('a quiet call that comes back is quiet no more', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  mock.faults.add({ times: 1, fault: shortWait });
  const heard = listen(mock);
  await yellow('POST', users, two);
  await mock.clock.advance(10_000);
  await yellow('POST', users, two);
  await mock.clock.advance(600_000);
  expect(heard.filter((type) => type.startsWith('call') && type !== 'clockChanged' && type !== 'callOpened')).toEqual([
    'callQuiet',
    'callDelivered',
  ]);
});

test('a failed call does not keep the clock from being idle', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  mock.faults.add({ fault: shortWait });
  await yellow('POST', users, two);
  const before = mock.clock.now();
  mock.clock.autoAdvance();
  await mock.clock.advance(0);
  expect(mock.clock.now()).toBe(before);
});

test('a reset forgets the calls that may be quiet', async () => {
  const { mock, yellow } = await open({ clock: 'manual' });
  mock.faults.add({ fault: shortWait });
  await yellow('POST', users, two);
  mock.reset();
  const heard = listen(mock);
  await mock.clock.advance(100_000);
  expect(heard).not.toContain('callQuiet');
});
