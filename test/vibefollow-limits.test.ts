import { expect, test } from 'vitest';
import { key, open, otherKey, read, throughEachAdapter } from './_setup.ts';

const user = { external_user_id: 'u' };

function chunk(size: number): object {
  return { users: Array.from({ length: size }, (_, index) => ({ external_user_id: `usr_${index}` })) };
}

throughEachAdapter((open) => {
  test('past the limit of an endpoint comes 429 with the seconds to wait, and then it goes on (VF-4)', async () => {
    const { mock, vibefollow } = await open({
      vibefollow: { rateLimits: { upsertUser: { requests: 2, windowSeconds: 10 } } },
    });
    await vibefollow('/users', user);
    await mock.clock.advance(1500);
    await vibefollow('/users', user);
    const refused = await vibefollow('/users', user);
    expect(refused.headers.get('retry-after')).toBe('9');
    expect(await read(refused)).toEqual({
      status: 429,
      body: { errors: [{ code: 'rate_limited', message: 'Too many requests' }] },
    });
    expect((await vibefollow('/users/bulk', chunk(1))).status).toBe(200);
    expect((await vibefollow('/users', user, { authorization: `Bearer ${otherKey}` })).status).toBe(202);
    await mock.clock.advance(9000);
    expect((await vibefollow('/users', user)).status).toBe(202);
  });

  test('a full queue refuses bulk requests until it has drained', async () => {
    const { mock, vibefollow } = await open({ vibefollow: { drainRate: 100, queueCapacity: 1000 } });
    const project = mock.vibefollow.project(key);
    await vibefollow('/users/bulk', chunk(1000));
    expect(project.queueDepth()).toBe(1000);
    const refused = await vibefollow('/users/bulk', chunk(500));
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await read(refused)).toMatchObject({ status: 429, body: { errors: [{ code: 'backfill_queue_full' }] } });
    await mock.clock.advance(1000);
    expect((await vibefollow('/users/bulk', chunk(500))).status).toBe(200);
    expect(project.queueDepth()).toBe(1400);
    await mock.clock.advance(14_000);
    expect(project.queueDepth()).toBe(0);
    expect(project.userCount()).toBe(1000);
  });
});

test('without a limit nothing is refused', async () => {
  const { vibefollow } = await open();
  const answers = await Promise.all(Array.from({ length: 500 }, async () => vibefollow('/users', user)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
});

test('a record is stored when its job is done, in the order in which the jobs came', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { drainRate: 10 } });
  const project = mock.vibefollow.project(key);
  await vibefollow('/events', { external_user_id: 'usr_1', name: 'x' });
  await vibefollow('/users/bulk', chunk(3));
  await mock.clock.advance(200);
  expect(project.users().map(({ external_user_id }) => external_user_id)).toEqual(['usr_0']);
  await mock.clock.advance(100);
  expect(project.users().map(({ external_user_id }) => external_user_id)).toEqual(['usr_0', 'usr_1']);
  expect(project.events()).toMatchObject([{ name: 'x', timestamp: '2026-01-01T00:00:00.000Z' }]);
  expect(project.queueDepth()).toBe(1);
});

test('every request but a bulk one finds room in a full queue', async () => {
  const { vibefollow } = await open({ vibefollow: { drainRate: 0, queueCapacity: 1 } });
  expect((await vibefollow('/users', user)).status).toBe(202);
  expect((await vibefollow('/users', user)).status).toBe(202);
  expect((await vibefollow('/events/batch', { events: [{ ...user, name: 'x' }] })).status).toBe(202);
  expect((await vibefollow('/events/bulk', { events: [{ ...user, name: 'x' }] })).status).toBe(429);
});

test('the queue takes 50,000 jobs before it is full', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { drainRate: 0 } });
  for (let sent = 0; sent < 50; sent += 1) expect((await vibefollow('/users/bulk', chunk(1000))).status).toBe(200);
  expect(mock.vibefollow.project(key).queueDepth()).toBe(50_000);
  expect((await vibefollow('/users/bulk', chunk(1))).status).toBe(429);
});

test('rejected records take no place in the queue', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { drainRate: 0 } });
  await vibefollow('/users/bulk', { users: [user, {}, null] });
  expect(mock.vibefollow.project(key).queueDepth()).toBe(1);
});

test('one job is one request where VF-5 is switched', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { drainRate: 1, queueJob: 'request', queueCapacity: 2 } });
  await vibefollow('/users/bulk', chunk(1000));
  await vibefollow('/users/bulk', chunk(1000));
  expect(mock.vibefollow.project(key).queueDepth()).toBe(2);
  expect((await vibefollow('/users/bulk', chunk(1))).headers.get('retry-after')).toBe('1');
  await mock.clock.advance(1000);
  expect(mock.vibefollow.project(key).userCount()).toBe(1000);
});

test('a chunk that would cross the capacity is refused where VF-6 is switched', async () => {
  const { mock, vibefollow } = await open({
    vibefollow: { drainRate: 10, queueCapacity: 100, queueRefusal: 'when-crossing' },
  });
  expect((await vibefollow('/users/bulk', chunk(60))).status).toBe(200);
  const refused = await vibefollow('/users/bulk', chunk(60));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  await mock.clock.advance(2000);
  expect((await vibefollow('/users/bulk', chunk(60))).status).toBe(200);
});

test('a client that obeys Retry-After of a full queue exactly is not refused again', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { drainRate: 7, queueCapacity: 10 } });
  await vibefollow('/users/bulk', chunk(25));
  const seconds = Number((await vibefollow('/users/bulk', chunk(1))).headers.get('retry-after'));
  await mock.clock.advance((seconds - 1) * 1000);
  expect((await vibefollow('/users/bulk', chunk(1))).status).toBe(429);
  await mock.clock.advance(1000);
  expect((await vibefollow('/users/bulk', chunk(1))).status).toBe(200);
});

test('a queue that drains in the far future tells the longest time that clients count', async () => {
  const { vibefollow } = await open({ vibefollow: { drainRate: 1e-300, queueCapacity: 1 } });
  await vibefollow('/users/bulk', chunk(1));
  expect((await vibefollow('/users/bulk', chunk(1))).headers.get('retry-after')).toBe('2147483648');
});

test.each([
  ['VF-7 is switched', { drainRate: 1, queueRetryAfter: 'absent' }],
  ['the queue never drains', { drainRate: 0 }],
  ['the chunk is larger than the queue', { drainRate: 1, queueRefusal: 'when-crossing' }],
] as const)('a full queue tells no time where %s', async (_name, options) => {
  const { vibefollow } = await open({ vibefollow: { queueCapacity: 1, ...options } });
  await vibefollow('/users/bulk', chunk(1));
  const refused = await vibefollow('/users/bulk', chunk(2));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
});

test('the message on an empty external_user_id carries its field where VF-8 is switched', async () => {
  const { vibefollow } = await open({ vibefollow: { externalUserIdField: 'present' } });
  const answer = await read(await vibefollow('/users/bulk', { users: [{ external_user_id: '' }] }));
  expect(answer).toMatchObject({ body: { data: { errors: [{ index: 0, field: 'external_user_id' }] } } });
});

test('reset forgets users, limits, keys and the journal', async () => {
  const { mock, vibefollow } = await open({
    vibefollow: { rateLimits: { upsertUser: { requests: 1, windowSeconds: 60 } } },
  });
  const once = { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11' };
  await vibefollow('/users', user, once);
  mock.reset();
  expect(mock.vibefollow.project(key).users()).toEqual([]);
  expect(mock.journal.exchanges()).toEqual([]);
  expect((await vibefollow('/users', { external_user_id: 'other' }, once)).status).toBe(202);
});
