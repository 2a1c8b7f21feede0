import { expect, test } from 'vitest';
import { rules, type Exchange, type RuleId, type Verdict, type Verdicts } from '../src/index.ts';
import { toClientCalls } from '../src/journal/exchange.ts';
import { createJournal } from '../src/journal/journal.ts';
import { createEvidence } from '../src/rules/evidence.ts';
import { judgeClient } from '../src/rules/verdicts.ts';
import { vibefollow } from './_faults.ts';
import { bot, key, open } from './_setup.ts';

function of({ verdicts }: Verdicts, id: RuleId): Verdict['outcome'] | undefined {
  return verdicts.find(({ rule }) => rule === id)?.outcome;
}

/** Refusals of calls of their own, over HTTP, so many milliseconds apart. */
function refusals(count: number, gap: number, more: (number: number) => Partial<Exchange>): Exchange[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ number: index + 1, at: index * gap, method: 'POST', path: '/', query: '', size: 9, records: 1, duration: 0 },
    ...{ api: 'vibefollow', operation: 'bulkUpsertUsers', tenant: 't', tenantId: 't', attempt: 1, concurrent: 1 },
    ...{ call: index + 1, recordIds: [`u${index}`], digest: `d${index}`, status: 429, retryAfter: '30' },
    ...more(index + 1),
  }));
}

function check(id: RuleId, exchanges: readonly Exchange[]): readonly string[] | undefined {
  const limits = { maxAttempts: 10, maxAmplification: 10 };
  const state = { tenants: () => [], isWaiting: () => false, stored: () => undefined };
  const evidence = createEvidence({ exchanges, calls: toClientCalls(exchanges), limits, dropped: 0, state });
  return rules
    .find((rule) => rule.id === id)
    ?.check(evidence)
    ?.map(({ message }) => message);
}

test('a client with a connection for each request has 100 ms for what is on its way, once and not at each refusal', () => {
  const flood = refusals(10, 30, (number) => ({ connection: String(number) }));
  expect(check('retry-after-honored', flood)).toHaveLength(6);
  expect(check('retry-after-honored', flood.slice(0, 4))).toEqual([]);
});

test('a client that keeps its connection has none', () => {
  const flood = refusals(5, 30, (number) => ({ connection: number < 3 ? 'a' : 'b' }));
  expect(check('retry-after-honored', flood)).toHaveLength(4);
});

test('a client that never waits for a full queue is told so, however many requests it sends at once', () => {
  const full = { error: 'backfill_queue_full', retryAfter: 'soon', concurrent: 2 };
  const flood = refusals(40, 5, () => full);
  expect(check('queue-full-backs-off', flood)?.length).toBeGreaterThan(4);
  const patient = refusals(6, 900, () => full);
  expect(check('queue-full-backs-off', patient)).toEqual([]);
});

test('a record that a repeated answer rejects is reported', async () => {
  const { mock, send } = await open({ faults: [{ on: { attempt: 1 }, fault: { kind: 'reset', applied: true } }] });
  const request = vibefollow.request(['usr_1', ''], { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11' });
  await expect(send(vibefollow.path, request)).rejects.toThrow(TypeError);
  expect((await send(vibefollow.path, request)).status).toBe(200);
  expect(mock.journal.exchanges()[1]).toMatchObject({ applied: false, rejected: [{ index: 1 }] });
  expect(of(mock.verdicts(), 'complete')).toBe('passed');
});

test('what a refusal was mended for may come again: a key, or what was missing', async () => {
  const { mock, yellow } = await open({ yellow: { keys: { [bot]: ['new'] } } });
  const send = async (method: string, path: string, body: object, token: string): Promise<number> =>
    (await yellow(method, path, body, { 'x-api-key': token })).status;
  expect(await send('POST', '/user', { userId: '1' }, 'old')).toBe(401);
  expect(await send('POST', '/user', { userId: '1' }, 'new')).toBe(200);
  expect(await send('PUT', '/user/2', { city: 'Pune' }, 'new')).toBe(404);
  expect(await send('POST', '/user', { userId: '2' }, 'new')).toBe(200);
  expect(await send('PUT', '/user/2', { city: 'Pune' }, 'new')).toBe(200);
  expect(of(mock.verdicts(), 'no-retry-on-permanent')).toBe('passed');
  expect(await send('PUT', '/user/3', { city: 'Pune' }, 'new')).toBe(404);
  expect(await send('PUT', '/user/3', { city: 'Pune' }, 'new')).toBe(404);
  expect(of(mock.verdicts(), 'no-retry-on-permanent')).toBe('failed');
});

test('a refusal that comes again under another key is the same refusal', async () => {
  const { mock, vibefollow: post } = await open();
  for (const digit of [1, 2]) {
    await post('/users/bulk', {}, { 'idempotency-key': `6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b1${digit}` });
  }
  expect(of(mock.verdicts(), 'no-retry-on-permanent')).toBe('failed');
});

test('an update that has been taken and waits in the queue is not lost', async () => {
  const { mock, vibefollow: post } = await open({ clock: 'manual', vibefollow: { drainRate: 1 } });
  const user = { external_user_id: 'usr_1', traits: { plan: 'pro' } };
  mock.vibefollow.project(key).seed([{ ...user, traits: { plan: 'free' } }]);
  await post('/users/bulk', { users: [user] });
  expect(of(mock.verdicts({ expected: [user] }), 'complete')).toBe('passed');
  await mock.clock.advance(1000);
  expect(of(mock.verdicts({ expected: [user] }), 'complete')).toBe('passed');
  expect(of(mock.verdicts({ expected: [{ ...user, traits: { plan: 'team' } }] }), 'complete')).toBe('failed');
});

test('a record that was rejected once and then lost is lost', async () => {
  const { mock, vibefollow: post } = await open();
  await post('/users/bulk', { users: [{ external_user_id: 'usr_1', email: 'nobody' }] });
  expect(of(mock.verdicts({ expected: ['usr_1'] }), 'complete')).toBe('passed');
  mock.faults.add({ fault: { status: 503 } });
  await post('/users/bulk', { users: [{ external_user_id: 'usr_1' }] });
  expect(of(mock.verdicts({ expected: ['usr_1'] }), 'complete')).toBe('failed');
});

test('a row that Yellow.ai skips without a word is lost', async () => {
  const { mock, yellow } = await open({ yellow: { invalidRecord: 'skip' } });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1' }, { userId: '2', phone: 'none' }] });
  expect(of(mock.verdicts({ expected: ['1', '2'] }), 'complete')).toBe('failed');
});

test('a batch of events that comes again without its bad one is complete', async () => {
  const { mock, vibefollow: post } = await open();
  const events = ['seen', '', 'left'].map((name) => ({ external_user_id: 'usr_1', name, properties: {} }));
  expect((await post('/events/batch', { events })).status).toBe(422);
  expect((await post('/events/batch', { events: events.filter(({ name }) => name !== '') })).status).toBe(202);
  expect(of(mock.verdicts(), 'complete')).toBe('passed');
});

test('an event that is sent again while the first is under way is doubled', async () => {
  const { mock, vibefollow: post } = await open({
    clock: 'manual',
    faults: [{ on: { attempt: 1 }, fault: { kind: 'delay', ms: 5000 } }],
  });
  const event = { external_user_id: 'usr_1', name: 'seen' };
  const first = post('/events', event);
  await mock.clock.advance(1000);
  await post('/events', event);
  await mock.clock.advance(5000);
  await first;
  expect(mock.vibefollow.project(key).bufferedEvents()).toHaveLength(2);
  expect(of(mock.verdicts(), 'exactly-once-effect')).toBe('failed');
});

test('users that are kept as they were are not overwritten, whether the request or the option says so', async () => {
  const { mock, yellow } = await open({ clock: 'manual', yellow: { uponConflict: 'RETAIN_IMPORTED' } });
  mock.faults.add({ on: { call: 1, attempt: 1 }, fault: { status: 503 } });
  const create = async (city: string): Promise<unknown> =>
    yellow('POST', '/user/create-bulk', { users: [{ userId: '1', city }] });
  await create('Pune');
  await create('Delhi');
  await create('Pune');
  expect(mock.yellow.bot(bot).user('1')?.['city']?.value).toBe('Delhi');
  expect(mock.journal.exchanges().map(({ retained }) => retained)).toEqual([undefined, true, true]);
  expect(of(mock.verdicts(), 'exactly-once-effect')).toBe('passed');
});

test('a rejection long ago does not excuse a change of payload', async () => {
  const { mock, vibefollow: post } = await open({ clock: 'manual' });
  await post('/users/bulk', { users: [] });
  mock.faults.add({ on: { call: 2 }, fault: { status: 503 } });
  for (const digit of [1, 2]) {
    const users = [{ external_user_id: 'usr_1' }];
    await post('/users/bulk', { users }, { 'idempotency-key': `6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b1${digit}` });
  }
  expect(of(mock.verdicts(), 'same-payload-on-retry')).toBe('failed');
});

test('what the journal had to let go of is neither blamed nor praised, and is counted', () => {
  const journal = createJournal(10, { records: 1 });
  for (const exchange of refusals(2, 0, () => ({}))) journal.record(exchange);
  const verdicts = judgeClient(journal, { tenants: () => [], isWaiting: () => false, stored: () => undefined });
  expect([verdicts.requests, verdicts.dropped, verdicts.figures.calls]).toEqual([1, 1, 1]);
});

test('after the journal was cleared, what is stored still counts', async () => {
  const { mock, vibefollow: post } = await open();
  await post('/users', { external_user_id: 'usr_1' });
  mock.journal.clear();
  expect(of(mock.verdicts({ expected: ['usr_1'] }), 'complete')).toBe('passed');
  expect(of(mock.verdicts({ expected: ['usr_1'], tenant: bot }), 'complete')).toBe('failed');
});

test('a key in the header of the other vendor is no key', async () => {
  const { mock, send } = await open();
  await send('/api/v1/users', { method: 'POST', headers: { 'x-auth-token': 'secret' } });
  await send(`/cdp/api/v1/user?bot=${bot}`, { headers: { authorization: 'Bearer secret' } });
  expect(mock.journal.exchanges().map(({ credential }) => credential)).toEqual(['none', 'none']);
});
