import { expect, test } from 'vitest';
import { createMock, type State } from 'vf-mock';
import { bot, key, open, otherKey, read, throughEachAdapter } from './_setup.ts';

const empty: State = { version: 1, vibefollow: {}, yellow: {} };
const once = { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11' };
const user = { external_user_id: 'usr_1' };

throughEachAdapter((open) => {
  test('what was restored is as it was, whatever happened since', async () => {
    const { mock, vibefollow, yellow } = await open({
      vibefollow: { drainRate: 1, rateLimits: { upsertUser: { requests: 2, windowSeconds: 60 } } },
      yellow: { processingTime: 2000 },
    });
    await vibefollow('/users', user, once);
    await vibefollow('/users/bulk', { users: [user, { external_user_id: 'usr_2' }] });
    const { data } = (await (await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001' }] })).json()) as {
      data: string;
    };
    const before = mock.snapshot();
    await vibefollow('/users', { external_user_id: 'usr_3' });
    mock.reset();
    mock.restore(before);
    expect(mock.snapshot()).toEqual(before);
    expect(mock.vibefollow.project(key).queueDepth()).toBe(3);
    // The idempotency key is still stored. One of the two allowed requests is used up.
    expect((await vibefollow('/users', { external_user_id: 'other' }, once)).status).toBe(422);
    expect((await vibefollow('/users', user)).status).toBe(429);
    await mock.clock.advance(3000);
    expect(mock.vibefollow.project(key).userCount()).toBe(2);
    expect(mock.yellow.bot(bot).bulkCreation(data)).toMatchObject({ finished: true, newUsers: ['1001'] });
  });

  test('a mock without anything has an empty state, also when somebody has looked at its tenants', async () => {
    const { mock, yellow } = await open();
    expect(mock.vibefollow.project(key).users()).toEqual([]);
    expect((await yellow('GET', '/user/1001')).status).toBe(404);
    expect(mock.snapshot()).toEqual(empty);
  });

  test('no key is in a state, wherever a client put it', async () => {
    const { mock, vibefollow, send } = await open({ vibefollow: { drainRate: 0 } });
    await vibefollow('/users', user, once);
    await vibefollow(`/events?key=${key}`, { ...user, name: 'x' }, { authorization: `Bearer ${otherKey}`, ...once });
    const headers = { 'x-api-key': 'topsecret', 'content-type': 'application/json' };
    for (const path of ['user/create-bulk', 'event']) {
      const body = { users: [{ city: 'Pune' }], userId: '1001', eventName: 'login' };
      const url = `/cdp/api/v1/${path}?bot=${key}&key=${otherKey}`;
      expect((await send(url, { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(200);
    }
    const state = mock.snapshot();
    const text = JSON.stringify(state);
    expect([Object.keys(state.vibefollow).length, Object.keys(state.yellow).length]).toEqual([2, 1]);
    for (const secret of [key, otherKey, 'topsecret']) expect(text).not.toContain(secret);
  });
});

test('the state of one tenant is only its own, and replaces only that', async () => {
  const { mock } = await open();
  const [one, other] = [mock.vibefollow.project(key), mock.vibefollow.project(otherKey)];
  one.seed([user]);
  other.seed([user]);
  mock.yellow.bot(bot).seed([{ userId: '1001' }]);
  const [ofProject, ofBot] = [mock.snapshot(key), mock.snapshot(bot)];
  expect([Object.keys(ofProject.vibefollow).length, ofProject.yellow]).toEqual([1, {}]);
  expect([ofBot.vibefollow, Object.keys(ofBot.yellow)]).toEqual([{}, [bot]]);
  const [projectId = ''] = Object.keys(ofProject.vibefollow);
  expect(mock.snapshot(projectId)).toEqual(ofProject);
  for (const state of [one, other]) state.seed([{ external_user_id: 'usr_2' }]);
  mock.restore(ofProject, key);
  mock.restore(empty, bot);
  expect([one.userCount(), other.userCount(), mock.yellow.bot(bot).userCount()]).toEqual([1, 2, 0]);
});

test('a state of other tenants is not taken for that of one', async () => {
  const { mock } = await open();
  mock.vibefollow.project(otherKey).seed([user]);
  mock.yellow.bot(bot).seed([{ userId: '1001' }]);
  const state = mock.snapshot();
  expect(() => mock.restore(state, bot)).toThrow(
    /^Failed to restore a state: vibefollow holds "prj_[0-9a-f]{16}"; a state for one tenant may hold only that tenant, here "x1640004486565"\.$/,
  );
  expect(mock.snapshot()).toEqual(state);
});

test('a state is a copy, and restoring one takes a copy', async () => {
  const { mock } = await open();
  const project = mock.vibefollow.project(key);
  project.seed([{ ...user, traits: { address: { city: 'Pune' } } }]);
  const state = mock.snapshot();
  const change = (): void => {
    for (const { users } of Object.values(state.vibefollow)) {
      for (const { traits } of users) (traits['address'] as { city: string }).city = 'Goa';
    }
  };
  change();
  expect(project.user('usr_1')?.traits).toEqual({ address: { city: 'Pune' } });
  mock.restore(mock.snapshot());
  const again = mock.snapshot();
  mock.restore(again);
  again.vibefollow = {};
  expect(project.userCount()).toBe(1);
});

test('jobs that are never done, and bulk creations far away, go into JSON and back', async () => {
  const options = { vibefollow: { drainRate: 0 }, yellow: { processingTime: Number.MAX_SAFE_INTEGER } };
  const { mock, vibefollow, yellow } = await open(options);
  await vibefollow('/users/bulk', { users: [user] });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001' }] });
  const other = (await open(options)).mock;
  other.restore(JSON.parse(JSON.stringify(mock.snapshot())) as State);
  await other.clock.advance(1e12);
  expect([other.vibefollow.project(key).queueDepth(), other.yellow.bot(bot).userCount()]).toEqual([1, 0]);
});

test('jobs that came due in the meantime are done', async () => {
  const { mock, vibefollow } = await open({ vibefollow: { drainRate: 1 } });
  await vibefollow('/users/bulk', { users: [user] });
  const later = createMock({ clock: 'manual', startTime: '2026-02-01T00:00:00Z' });
  later.restore(mock.snapshot());
  expect(later.vibefollow.project(key).user('usr_1')).toMatchObject({ createdAt: '2026-01-01T00:00:00.000Z' });
});

test('what is due when the snapshot is taken is in it as stored', async () => {
  const { mock, vibefollow, yellow } = await open({ vibefollow: { drainRate: 1 }, yellow: { processingTime: 1000 } });
  await vibefollow('/users/bulk', { users: [user] });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001' }] });
  await mock.clock.advance(1000);
  const { vibefollow: projects, yellow: bots } = mock.snapshot();
  expect(Object.values(projects)).toMatchObject([{ users: [user], queue: [] }]);
  expect(bots).toMatchObject({ [bot]: { users: [{ userId: '1001' }], waiting: [] } });
});

test('generated ids go on where they were: a user that is created again gets another one', async () => {
  const { mock, yellow } = await open();
  const idOf = (): unknown => mock.yellow.bot(bot).user('1001')?.['id']?.value;
  await yellow('POST', '/user', { userId: '1001' });
  const first = idOf();
  await yellow('DELETE', '/user/1001');
  mock.restore(mock.snapshot());
  await yellow('POST', '/user', { userId: '1001' });
  const second = idOf();
  mock.restore(mock.snapshot());
  expect([idOf(), idOf() === first]).toEqual([second, false]);
});

test('a request that waits goes on waiting, and then meets what was restored', async () => {
  const { mock, vibefollow } = await open({ faults: [{ fault: { kind: 'delay', ms: 1000 } }] });
  const project = mock.vibefollow.project(key);
  project.seed([{ ...user, email: 'ada@example.com' }]);
  const before = mock.snapshot();
  const answer = vibefollow('/users', { ...user, traits: { plan: 'pro' } });
  project.seed([{ ...user, email: 'grace@example.com' }]);
  // The request is now in its delay.
  await new Promise((resolve) => setImmediate(resolve));
  mock.restore(before);
  await mock.clock.advance(1000);
  expect((await answer).status).toBe(202);
  expect(project.user('usr_1')).toMatchObject({ email: 'ada@example.com', plan: 'pro' });
});

test('options, fault rules, the clock and the journal stay as they are', async () => {
  const { mock, vibefollow } = await open();
  const before = mock.snapshot();
  mock.use({ description: '', options: { vibefollow: { queueCapacity: 7 } } });
  mock.faults.add({ id: 'later', on: { attempt: 9 }, fault: { status: 503 } });
  await vibefollow('/users', user);
  await mock.clock.advance(1000);
  mock.restore(before);
  expect(mock.options.vibefollow.queueCapacity).toBe(7);
  expect([mock.faults.list().length, mock.journal.exchanges().length]).toEqual([1, 1]);
  expect(mock.clock.now()).toBe(Date.parse('2026-01-01T00:00:01Z'));
});

test.each(['__proto__', 'constructor', 'toString', 'prj_0000000000000000', 'ü/ %?#\u2028\ud83d\ude80', '1001'])(
  'a bot and users called %s are restored as they were',
  async (name) => {
    const { mock } = await open();
    const properties = JSON.parse('{"__proto__":{"a":1},"constructor":2,"id":3}') as object;
    mock.yellow.bot(name).seed([{ ...properties, userId: name }, { userId: 'b' }, { userId: '1' }]);
    mock.vibefollow
      .project(key)
      .seed([{ external_user_id: name, traits: JSON.parse('{"__proto__":1}') as Record<string, unknown> }]);
    const other = (await open()).mock;
    other.restore(JSON.parse(JSON.stringify(mock.snapshot())) as State);
    expect(other.yellow.bot(name).users()).toEqual(mock.yellow.bot(name).users());
    expect(
      other.yellow
        .bot(name)
        .users()
        .map(({ userId }) => userId?.value),
    ).toEqual([name, 'b', '1']);
    expect(Object.hasOwn(other.vibefollow.project(key).user(name)?.traits ?? {}, '__proto__')).toBe(true);
    expect(other.snapshot()).toEqual(mock.snapshot());
  },
);

test('a bulk creation that waits is under way in the mock that restored it', async () => {
  const options = { yellow: { processingTime: 500 } };
  const { mock, yellow } = await open(options);
  const started = await read(await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001' }] }));
  const other = await open(options);
  other.mock.restore(mock.snapshot());
  const path = `/user/create-bulk?id=${(started.body as { data: string }).data}`;
  expect(await read(await other.yellow('GET', path))).toMatchObject({ body: { data: { comment: 'processing' } } });
  await other.mock.clock.advance(500);
  expect(await read(await other.yellow('GET', path))).toMatchObject({
    body: { data: { comment: 'finished processing', result: { newUsers: { '1001': bot } } } },
  });
});
