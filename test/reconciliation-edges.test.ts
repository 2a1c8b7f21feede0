import { expect, test } from 'vitest';
import { createMock, type RecordStory } from 'vf-mock';
import 'vf-mock/vitest';
import { bot, open, type Bench } from './_setup.ts';

const event = { external_user_id: 'a', name: 'clicked', properties: {} };
const withKey = { 'idempotency-key': '00000001-0000-4000-8000-000000000000' };

function explain({ mock }: Bench, id: string): Partial<RecordStory> | undefined {
  return mock.explain(id)[0];
}

test('a record that a bulk creation leaves out for want of a userId is lost, and the others are stored', async () => {
  const bench = await open({ yellow: { missingUserId: 'refuse', invalidRecord: 'skip', processingTime: 1000 } });
  await bench.yellow('POST', '/user/create-bulk', {
    users: [{ userId: 'a', phone: 'none' }, { firstName: 'B' }, { userId: 'c' }],
  });
  await bench.mock.clock.advance(1000);
  expect(bench.mock.reconcile()).toMatchObject({
    counts: { sent: 3, stored: 1, lost: 2, underWay: 0 },
    causes: [
      { cause: 'a success that left it out: Invalid phone', ids: ['a'] },
      { cause: 'a success that left it out: userId is required', ids: [''] },
    ],
  });
  expect(explain(bench, '')?.story).toBe(
    `A record without an id is lost: attempt 1 of call 1 (bulkCreateUsers, ${bot}) met a success that left it out: userId is required`,
  );
});

test('one request counts once for a record that it carries twice', async () => {
  const bench = await open();
  await bench.vibefollow('/users/bulk', { users: [{ external_user_id: 'a' }, { external_user_id: 'a' }] });
  expect(bench.mock.reconcile().counts).toMatchObject({ sent: 1, stored: 1 });
  expect(explain(bench, 'a')).toMatchObject({ attempts: 1 });
});

test('of two values in one request the last one counts, also if the request comes again', async () => {
  const bench = await open({
    faults: [
      { on: { attempt: 1 }, fault: { kind: 'reset', applied: true } },
      { on: { attempt: 2 }, fault: { status: 503 } },
    ],
  });
  const body = { users: [{ external_user_id: 'a', email: 'a@b.co' }, { external_user_id: 'a' }] };
  await bench.vibefollow('/users/bulk', body).catch(() => undefined);
  await bench.vibefollow('/users/bulk', body);
  expect(explain(bench, 'a')).toMatchObject({ outcome: 'inDoubt', attempts: 2 });
  await bench.vibefollow('/users/bulk', body);
  expect(bench.mock.reconcile().counts).toMatchObject({ sent: 1, stored: 1 });
});

test('a user that is deleted while a request with it is under way is stored by this request', async () => {
  const bench = await open({ faults: [{ on: { operation: 'addUser' }, fault: { kind: 'delay', ms: 1000 } }] });
  bench.mock.yellow.bot(bot).seed([{ userId: 'a' }]);
  const answer = bench.yellow('POST', '/user', { userId: 'a', firstName: 'A' });
  await bench.mock.clock.advance(500);
  await bench.yellow('DELETE', '/user/a');
  await bench.mock.clock.advance(1000);
  await answer;
  expect(explain(bench, 'a')?.story).toBe(`a is stored: attempt 1 of call 1 (addUser, ${bot}) succeeded`);
});

test('a deleted record was stored, however long its id is, and even if its client did not know', async () => {
  const bench = await open({ faults: [{ on: { record: 'b' }, fault: { kind: 'reset', applied: true }, times: 1 }] });
  const long = 'x'.repeat(300);
  for (const userId of [long, 'b']) {
    await bench.yellow('POST', '/user', { userId }).catch(() => undefined);
    await bench.yellow('DELETE', `/user/${userId}`);
  }
  expect(explain(bench, long)).toMatchObject({ outcome: 'stored', deleted: true });
  expect(explain(bench, 'b')?.story).toBe(
    `b was stored, and a later request deleted it, but its client does not know it: attempt 1 of call 2 (addUser, ${bot}) met a reset after the work was done`,
  );
  await bench.yellow('POST', '/user', { userId: 'b' });
  expect(explain(bench, 'b')).not.toHaveProperty('deleted');
});

test('an event that comes again in its call with another time is the same event', async () => {
  const bench = await open({ faults: [{ on: { attempt: 1 }, fault: { status: 503 } }] });
  for (const second of [1, 2]) {
    const events = ['x', 'y'].map((name) => ({ ...event, name, timestamp: `2026-01-01T00:00:0${second}Z` }));
    await bench.vibefollow('/events/bulk', { events }, withKey);
  }
  expect(bench.mock.reconcile().counts).toMatchObject({ sent: 2, stored: 2 });
  expect(bench.mock.verdicts().verdicts.find(({ rule }) => rule === 'complete')).toMatchObject({ outcome: 'passed' });
});

test('an event that an overlapping attempt stored is another one when it comes again in a new call', async () => {
  const bench = await open({
    faults: [
      { on: { call: 1, attempt: 1 }, fault: { kind: 'hang' } },
      { on: { call: 1, attempt: 2 }, fault: { kind: 'delay', ms: 1000 } },
      { on: { call: 2 }, fault: { status: 503 } },
    ],
  });
  const giveUp = new AbortController();
  const init = { method: 'POST', headers: { authorization: `Bearer sk_test_${'0'.repeat(32)}`, ...withKey } };
  const body = JSON.stringify(event);
  const json = { ...init, headers: { ...init.headers, 'content-type': 'application/json' }, body };
  const first = bench.send('/api/v1/events', { ...json, signal: giveUp.signal }).catch(() => undefined);
  const second = bench.send('/api/v1/events', json);
  giveUp.abort();
  await first;
  await bench.mock.clock.advance(1000);
  await second;
  await bench.vibefollow('/events', event);
  expect(bench.mock.reconcile().counts).toMatchObject({ sent: 2, stored: 1, lost: 1 });
});

test('a lost record that comes again is in a request without an answer', async () => {
  const bench = await open({
    faults: [
      { on: { attempt: 1 }, fault: { status: 503 } },
      { on: { attempt: 2 }, fault: { kind: 'delay', ms: 1000 } },
    ],
  });
  await bench.vibefollow('/events', event);
  const answer = bench.vibefollow('/events', event);
  await bench.mock.clock.advance(500);
  expect(explain(bench, 'a')).toMatchObject({
    outcome: 'underWay',
    story: 'An event of a is in a request that has no answer yet',
    requests: [{ attempt: 1 }],
  });
  await bench.mock.clock.advance(1000);
  await answer;
});

test('an event under way is no user', async () => {
  const bench = await open({ faults: [{ fault: { kind: 'delay', ms: 1000 } }] });
  const answer = bench.vibefollow('/events', event);
  await bench.mock.clock.advance(500);
  expect(bench.mock.records()).toMatchObject([{ outcome: 'underWay', position: 0 }]);
  expect(() => {
    expect(bench.mock).toHaveDelivered(['a']);
  }).toThrow('a was never sent');
  await bench.mock.clock.advance(1000);
  await answer;
});

test('a user that is stored is no older value of an event', async () => {
  const bench = await open({ faults: [{ on: { operation: 'trackEvent' }, fault: { status: 503 } }] });
  await bench.vibefollow('/users', { external_user_id: 'a' });
  await bench.vibefollow('/events', event);
  expect(bench.mock.explain('a')[1]?.story).toBe(
    'An event of a is lost: attempt 1 of call 1 (trackEvent, sk_test_…0000) met 503 server_error',
  );
});

test('a record whose queue is replaced while its answer waits does not wait for ever', async () => {
  const bench = await open({
    vibefollow: { drainRate: 1 },
    faults: [{ fault: { kind: 'delay', ms: 1000, applied: true } }],
  });
  const answer = bench.vibefollow('/users', { external_user_id: 'a' });
  await bench.mock.clock.advance(500);
  bench.mock.restore(createMock().snapshot());
  await bench.mock.clock.advance(1000);
  await answer;
  expect(explain(bench, 'a')?.outcome).toBe('stored');
});

test('users that an API does not know are lost for one cause', async () => {
  const { mock, yellow } = await open();
  for (const id of ['a', 'b']) await yellow('PUT', `/user/${id}`, { firstName: 'A' });
  expect(mock.reconcile().causes).toMatchObject([{ cause: '404 User not found: …', ids: ['a', 'b'] }]);
});

test('an event with an integer beyond 2^53 is the same event at another position', async () => {
  const bench = await open({ faults: [{ on: { attempt: 1, call: 1 }, fault: { status: 503 } }] });
  const send = async (...names: string[]): Promise<unknown> => {
    const events = names.map((name) => ({ ...event, name, properties: { n: 'big' } }));
    return bench.send('/api/v1/events/bulk', {
      method: 'POST',
      headers: { authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ events }).replaceAll('"big"', '9007199254740993'),
    });
  };
  await send('x', 'y');
  await send('x');
  await send('y');
  expect(bench.mock.reconcile().counts).toMatchObject({ sent: 2, stored: 2 });
});

test('events are recognized when they come again, however many of them were lost', async () => {
  const bench = await open({ bodyLimit: 2 ** 24, faults: [{ fault: { status: 503 }, times: 110 }] });
  for (let request = 0; request < 220; request += 1) {
    const events = Array.from({ length: 1000 }, (_, index) => ({ ...event, name: `${request % 110} ${index}` }));
    await bench.vibefollow('/events/bulk', { events });
    await bench.mock.clock.advance(60_000);
  }
  expect(bench.mock.reconcile().counts).toMatchObject({ sent: 110_000, stored: 110_000 });
});
