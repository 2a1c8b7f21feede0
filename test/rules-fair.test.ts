import { expect, test } from 'vitest';
import type { RuleId, Verdict, Verdicts } from 'vf-mock';
import { vibefollow } from './_faults.ts';
import { bot, key, open } from './_setup.ts';

function of({ verdicts }: Verdicts, id: RuleId): Verdict['outcome'] | undefined {
  return verdicts.find(({ rule }) => rule === id)?.outcome;
}

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
  await send('/api/v1/users', { method: 'POST', headers: { 'x-api-key': 'secret' } });
  expect(mock.journal.exchanges().map(({ credential }) => credential)).toEqual(['none', 'none']);
});
