import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import 'vf-mock/vitest';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

const event = { external_user_id: 'a', name: 'clicked', properties: {} };
const toKey = (digit: number): Record<string, string> => ({
  'idempotency-key': `0000000${digit}-0000-4000-8000-000000000000`,
});

function outcomes({ mock }: Bench): Record<string, string> {
  return Object.fromEntries(mock.records().map(({ id, outcome }) => [id, outcome]));
}

async function sendUsers({ vibefollow }: Bench, ...ids: string[]): Promise<void> {
  await vibefollow('/users/bulk', { users: ids.map((id) => ({ external_user_id: id })) });
}

test('expected users that no request carried are never sent, each once', async () => {
  const bench = await open();
  await sendUsers(bench, 'a', 'b');
  const expected = ['a', { external_user_id: 'c', email: 'c@d.org' }, 'c', 'd'];
  const { counts, causes } = bench.mock.reconcile({ expected });
  expect(counts).toMatchObject({ expected: 3, sent: 2, stored: 2, neverSent: 2 });
  expect(causes).toEqual([{ outcome: 'neverSent', cause: 'no request carried it', records: 2, ids: ['c', 'd'] }]);
  expect(() => bench.mock.reconcile({ expected: [{ name: 'x' }] })).toThrow('expected[0] is {"name":"x"}');
  expect(() => bench.mock.reconcile(JSON.parse('{"tenat":"x"}') as object)).toThrow('unknown option "tenat"');
});

test('a record in a queue is under way, and is stored when the queue has drained', async () => {
  const bench = await open({ vibefollow: { drainRate: 1 }, yellow: { processingTime: 3000 } });
  const { mock, yellow } = bench;
  await sendUsers(bench, 'a', 'b', 'c');
  await yellow('POST', '/user/create-bulk', { users: [{ userId: 'x' }] });
  await yellow('POST', '/user', { userId: 'y' });
  expect(outcomes(bench)).toEqual({ a: 'underWay', b: 'underWay', c: 'underWay', x: 'underWay', y: 'stored' });
  await mock.clock.advance(2000);
  expect(outcomes(bench)).toMatchObject({ a: 'stored', b: 'stored', c: 'underWay', x: 'underWay' });
  await mock.clock.advance(1000);
  expect(mock.reconcile().counts).toMatchObject({ sent: 5, stored: 5, underWay: 0 });
});

test('a lost answer of a queued record is in doubt only when the record is stored', async () => {
  const bench = await open({ vibefollow: { drainRate: 1 }, faults: [{ fault: { kind: 'reset', applied: true } }] });
  await sendUsers(bench, 'a').catch(() => undefined);
  expect(outcomes(bench)).toEqual({ a: 'underWay' });
  await bench.mock.clock.advance(1000);
  expect(outcomes(bench)).toEqual({ a: 'inDoubt' });
});

test('a record in a request without an answer is under way', async () => {
  const bench = await open({ faults: [{ fault: { kind: 'delay', ms: 1000 } }] });
  const answer = sendUsers(bench, 'a');
  await bench.mock.clock.advance(500);
  expect(bench.mock.explain('a')).toMatchObject([
    { outcome: 'underWay', attempts: 1, story: 'a is in a request that has no answer yet' },
  ]);
  await bench.mock.clock.advance(1000);
  await answer;
  expect(outcomes(bench)).toEqual({ a: 'stored' });
});

test('a restored state was not sent, and ends what waited', async () => {
  const bench = await open({ vibefollow: { drainRate: 1 } });
  const { mock } = bench;
  await sendUsers(bench, 'a', 'b');
  const state = mock.snapshot();
  await sendUsers(bench, 'c');
  mock.restore(state);
  expect(outcomes(bench)).toEqual({ a: 'stored', b: 'stored', c: 'stored' });
  await sendUsers(bench, 'd');
  await mock.clock.advance(2000);
  expect(outcomes(bench)).toMatchObject({ d: 'underWay' });
  await mock.clock.advance(1000);
  expect(outcomes(bench)).toMatchObject({ d: 'stored' });
});

test('what the ledger has no room for is unaccounted, and counts once for a call', async () => {
  const bench = await open({ ledgerLimit: 3, faults: [{ on: { attempt: 1, call: 2 }, fault: { status: 503 } }] });
  const { mock, vibefollow } = bench;
  await sendUsers(bench, 'a', 'b');
  for (let attempt = 0; attempt < 2; attempt += 1) await sendUsers(bench, 'b', 'c', 'd', 'e');
  await vibefollow('/events', event);
  expect(mock.reconcile().counts).toMatchObject({ sent: 6, stored: 3, unaccounted: 3 });
  expect(mock.reconcile({ expected: ['a', 'x'] }).causes).toMatchObject([
    { outcome: 'neverSent', cause: 'no request carried it, or the account is full (option ledgerLimit)', ids: ['x'] },
  ]);
  const complete = mock.verdicts().verdicts.find(({ rule }) => rule === 'complete');
  expect(complete).toMatchObject({ outcome: 'inconclusive', missing: expect.stringContaining('3 records') as string });
  mock.reset(key);
  await sendUsers(bench, 'f');
  expect(mock.reconcile().counts).toMatchObject({ sent: 1, stored: 1, unaccounted: 0 });
});

test('the account outlives a journal that is full or off, and ends with one that is cleared', async () => {
  const bench = await open({ journalLimit: 0, faults: [{ on: { record: 'lost' }, fault: { status: 503 } }] });
  await sendUsers(bench, 'a');
  await sendUsers(bench, 'lost');
  expect(outcomes(bench)).toEqual({ a: 'stored', lost: 'lost' });
  expect(bench.mock.explain('lost')).toMatchObject([
    { story: 'lost is lost: call 2 (bulkUpsertUsers, sk_test_…0000) met 503 server_error', requests: [] },
  ]);
  bench.mock.journal.clear();
  expect(bench.mock.reconcile().counts.sent).toBe(0);
});

test('a request that is under way while the journal is cleared counts as one after that', async () => {
  const bench = await open({ faults: [{ fault: { kind: 'delay', ms: 1000 } }] });
  const answer = sendUsers(bench, 'a');
  await bench.mock.clock.advance(500);
  bench.mock.journal.clear();
  await bench.mock.clock.advance(1000);
  await answer;
  expect(outcomes(bench)).toEqual({ a: 'stored' });
});

test('events that look the same are as many as their calls, also if they are sent again under other keys', async () => {
  const { mock, vibefollow } = await open({ faults: [{ fault: { status: 503 }, times: 3 }] });
  await Promise.all([1, 2, 3].map(async (digit) => vibefollow('/events', event, toKey(digit))));
  expect(mock.reconcile().counts).toMatchObject({ sent: 3, lost: 3 });
  await Promise.all([4, 5, 6].map(async (digit) => vibefollow('/events', event, toKey(digit))));
  expect(mock.reconcile().counts).toMatchObject({ sent: 3, stored: 3 });
  await vibefollow('/events', event, toKey(7));
  expect(mock.reconcile().counts).toMatchObject({ sent: 4, stored: 4 });
});

test('an attempt that overlaps an earlier one of its call carries the same events', async () => {
  const { mock, vibefollow } = await open({ faults: [{ on: { attempt: 1 }, fault: { kind: 'delay', ms: 5000 } }] });
  const first = vibefollow('/events/bulk', { events: [event, event] }, toKey(1));
  await mock.clock.advance(1000);
  await vibefollow('/events/bulk', { events: [event, event] }, toKey(1));
  expect(mock.reconcile().counts).toMatchObject({ sent: 2, stored: 2 });
  await mock.clock.advance(5000);
  await first;
  expect(mock.reconcile().counts).toMatchObject({ sent: 2, stored: 2 });
});

test('ids are told apart however long and strange they are', async () => {
  const bench = await open({ faults: [{ on: { call: 2 }, fault: { status: 503 } }] });
  const long = 'x'.repeat(300);
  await sendUsers(bench, `${long}1`, '__proto__', 'constructor', '..', 'a/b', '\ud800');
  await sendUsers(bench, `${long}2`);
  for (const id of [`${long}1`, '__proto__', 'constructor', '..', 'a/b', '\ud800']) {
    expect([id, bench.mock.records({ id }).map(({ outcome }) => outcome)]).toEqual([id, ['stored']]);
  }
  expect(bench.mock.records({ id: `${long}2` })).toMatchObject([{ outcome: 'lost' }]);
  expect(bench.mock).toHaveDelivered([`${long}1`, '__proto__']);
});

test('one user of two tenants is two records, and each tenant has an account of its own', async () => {
  const { mock, vibefollow } = await open({ faults: [{ on: { tenant: otherKey }, fault: { status: 503 } }] });
  await vibefollow('/users', { external_user_id: 'a' });
  await vibefollow('/users', { external_user_id: 'a' }, { authorization: `Bearer ${otherKey}` });
  expect(mock.reconcile().counts).toMatchObject({ sent: 2, stored: 1, lost: 1 });
  expect(mock.reconcile({ tenant: otherKey }).counts).toMatchObject({ sent: 1, lost: 1 });
  expect(mock.explain('a', key).map(({ story }) => story)).toEqual([
    'a is stored: attempt 1 of call 1 (upsertUser, sk_test_…0000) succeeded',
  ]);
});

test('records are found by their outcome, and a wrong outcome is refused with the right ones', async () => {
  const bench = await open({ faults: [{ on: { record: 'b' }, fault: { status: 503 } }] });
  await sendUsers(bench, 'a');
  await sendUsers(bench, 'b');
  expect(bench.mock.records({ outcome: ['lost', 'inDoubt'] }).map(({ id }) => id)).toEqual(['b']);
  expect(() => bench.mock.records(JSON.parse('{"outcome":"lots"}') as object)).toThrow(
    'outcome is "lots". Did you mean "lost"? Use one of stored, rejected, inDoubt, underWay, lost, neverSent.',
  );
  expect(() => bench.mock.records(JSON.parse('{"outcom":"lost"}') as object)).toThrow('outcom');
});

test('a key in an id or in a tenant is never shown as a whole', async () => {
  const bench = await open();
  await sendUsers(bench, `user of ${otherKey}`);
  const text = JSON.stringify([
    bench.mock.records(),
    bench.mock.explain(`user of ${otherKey}`),
    bench.mock.reconcile(),
  ]);
  expect(text).not.toMatch(/sk_(live|test)_[01]{8}/);
  expect(bench.mock.explain(`user of ${otherKey}`)).toHaveLength(1);
});

test('the story of a lost value says that an older one is stored', async () => {
  const bench = await open({ faults: [{ on: { call: 2 }, fault: { status: 503 } }] });
  await bench.vibefollow('/users', { external_user_id: 'a' });
  for (let attempt = 0; attempt < 2; attempt += 1)
    await bench.vibefollow('/users', { external_user_id: 'a', email: 'a@b.co' });
  expect(bench.mock.explain('a')).toMatchObject([
    {
      outcome: 'lost',
      attempts: 2,
      story:
        'a is lost: attempt 2 of call 2 (upsertUser, sk_test_…0000) met 503 server_error, and 2 requests carried it; an older value of it is stored',
      requests: [{ call: 1, answer: '202' }, { attempt: 1, answer: '503 server_error' }, { attempt: 2 }],
    },
  ]);
});

test('a row that an API leaves out without a word is lost', async () => {
  const { mock, yellow } = await open({ yellow: { invalidRecord: 'skip' } });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1' }, { userId: '2', phone: 'none' }] });
  expect(mock.reconcile().causes).toMatchObject([
    {
      outcome: 'lost',
      cause: 'a success that left it out: Invalid phone',
      tenantId: bot,
      ids: ['2'],
    },
  ]);
});

test('a look at the account creates no project', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { keys: {} } });
  await vibefollow('/users', { external_user_id: 'a' });
  expect(mock.reconcile().counts).toMatchObject({ sent: 1, lost: 1 });
  expect(mock.explain('a')).toMatchObject([{ cause: '401 auth_required' }]);
  expect(mock.vibefollow.projects()).toEqual([]);
});

test('two mocks share no account', () => {
  const [one, other] = [createMock(), createMock()];
  expect([one.reconcile().counts.sent, other.records()]).toEqual([0, []]);
});
