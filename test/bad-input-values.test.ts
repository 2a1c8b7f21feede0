import { expect, test } from 'vitest';
import { bot, key, read, throughEachAdapter } from './_setup.ts';

const headers = { authorization: `Bearer ${key}`, 'x-api-key': 'secret', 'content-type': 'application/json' };
const nothing = { message: 'The record must be an object' };

/** Every operation of Yellow.ai, with a valid body if it takes one. */
const yellowOperations = [
  ['POST', '/user/create-bulk?', '{"users":[{}]}'],
  ['GET', '/user/create-bulk?id=qnN5xz34haspjpTd1uDVY&'],
  ['POST', '/user?', '{"userId":"1001"}'],
  ['GET', '/user?'],
  ['GET', '/user/1001?'],
  ['PUT', '/user/1001?', '{}'],
  ['DELETE', '/user/1001?'],
  ['POST', '/event?', '{"userId":"1001","eventName":"order_placed"}'],
  ['GET', '/event?userId=1001&'],
] as const;

const badQueries = [
  ['/user?limit=0', 'limit must be 1 or more'],
  ['/user?limit=-1', 'limit must be 1 or more'],
  ['/user?limit=ten', 'limit must be an integer'],
  ['/user?limit=1.5', 'limit must be an integer'],
  ['/user?limit=', 'limit must be an integer'],
  ['/user?limit=1&limit=2', 'limit must be an integer'],
  ['/user?offset=-1', 'offset must be 0 or more'],
  ['/user?offset=NaN', 'offset must be an integer'],
  ['/user/1001?allProperties=a&allProperties=b', 'Invalid allProperties'],
  ['/user/1001?userId=1001', 'userId must be one of yes, no, true, false'],
  ['/user/1001?userId=yes&userId=no', 'userId must be a string'],
  ['/user/create-bulk', 'id is required'],
  ['/user/create-bulk?id=', 'id must be at least 1 character'],
  ['/user/create-bulk?id=a&id=b', 'id must be a string'],
  ['/user/create-bulk?id=__proto__', 'No bulk creation has the id __proto__'],
  ['/event', 'userId is required'],
  ['/event?userId=', 'userId must be at least 1 character'],
  ['/event?userId=1001&limit=0', 'limit must be 1 or more'],
  ['/event?userId=1001&offsetTimestamp=today', 'Invalid offsetTimestamp'],
  ['/event?userId=1001&offsetTimestamp=-1', 'Invalid offsetTimestamp'],
] as const;

const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const bulks = [
  ['users', '/users/bulk'],
  ['events', '/events/bulk'],
] as const;

throughEachAdapter((open) => {
  test.each(yellowOperations)('%s %s asks for one bot', async (method, path, body?: string) => {
    const { mock, send } = await open();
    for (const bots of ['', 'bot', 'bot=', `bot=${bot}&bot=${bot}`, `bot=${bot}&bot=`, `Bot=${bot}`, `bot[]=${bot}`]) {
      const init = { method, headers, ...(body !== undefined && { body }) };
      const answer = await send(`/cdp/api/v1${path}${bots}`, init);
      const error = 'Give the query parameter bot, once and not empty';
      expect(await read(answer)).toEqual({ status: 400, body: { error } });
    }
    expect(mock.stored({ api: 'yellow' })).toEqual([]);
  });

  test.each(badQueries)('GET %s is refused', async (path, error) => {
    const { yellow } = await open();
    expect(await read(await yellow('GET', path))).toEqual({ status: 400, body: { error } });
    expect((await yellow('GET', '/user')).status).toBe(200);
  });

  test.each(['uponConflict', 'uponConflict=update_existing', 'uponConflict=REPLACE', 'uponConflict=__proto__'])(
    'a bulk creation with %s is refused and stores nothing',
    async (query) => {
      const { mock, yellow } = await open();
      const error = 'uponConflict must be one of UPDATE_EXISTING, RETAIN_IMPORTED';
      const answer = await yellow('POST', `/user/create-bulk?${query}`, { users: [{ userId: '1001' }] });
      expect(await read(answer)).toEqual({ status: 400, body: { error } });
      expect(mock.yellow.bot(bot).users()).toEqual([]);
    },
  );

  test.each(bulks)('records among the %s that are no objects are rejected one by one', async (property, path) => {
    const { mock, vibefollow } = await open();
    const good = { external_user_id: 'usr_1', name: 'trial_started' };
    const answer = await vibefollow(path, { [property]: [null, 7, good, 'text', [], [good], true] });
    const errors = [0, 1, 3, 4, 5, 6].map((index) => ({ index, code: 'validation', ...nothing }));
    const body = { data: { accepted: 1, rejected: 6, errors }, meta: { received: 7 } };
    expect(await read(answer)).toEqual({ status: 200, body });
    const project = mock.vibefollow.project(key);
    expect(project.userCount() + project.bufferedEvents().length).toBe(1);
  });

  test.each([null, 7, 'text', [], true].map((record) => [record]))(
    'a batch with the event %j is refused',
    async (record) => {
      const { mock, vibefollow } = await open();
      const answer = await vibefollow('/events/batch', { events: [{ external_user_id: 'usr_1', name: 'a' }, record] });
      const error = { code: 'validation_failed', message: 'events[1] must be an object', field: 'events[1]' };
      expect(await read(answer)).toEqual({ status: 422, body: { errors: [error] } });
      expect(mock.vibefollow.project(key).bufferedEvents()).toEqual([]);
    },
  );

  test.each([null, 7, 'text', [], true].map((record) => [record]))(
    'a bulk creation with the user %j is refused',
    async (record) => {
      const { mock, yellow } = await open();
      const answer = await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001' }, record, null] });
      expect(await read(answer)).toEqual({ status: 400, body: { error: `Row [1]: ${nothing.message}` } });
      expect(mock.yellow.bot(bot).users()).toEqual([]);
    },
  );

  test.each(bulks)('%s come in an array of 1 to 1,000', async (property, path) => {
    const { mock, vibefollow } = await open();
    const records = Array.from({ length: 1001 }, (_, n) => ({ external_user_id: `usr_${n}`, name: 'trial_started' }));
    const refusals = [
      [{ [property]: [] }, `${property} must have at least 1 item`],
      [{ [property]: records }, `${property} must have at most 1000 items`],
      [{ [property]: { 0: records[0], length: 1 } }, `${property} must be an array`],
      [{ [property]: null }, `${property} must be an array`],
      [{}, `${property} is required`],
    ] as const;
    for (const [body, message] of refusals) {
      const errors = [{ code: 'validation_failed', message, field: property }];
      expect(await read(await vibefollow(path, body))).toEqual({ status: 400, body: { errors } });
    }
    const project = mock.vibefollow.project(key);
    expect([project.userCount(), project.bufferedEvents().length]).toEqual([0, 0]);
    const body = { data: { accepted: 1000, rejected: 0, errors: [] }, meta: { received: 1000 } };
    expect(await read(await vibefollow(path, { [property]: records.slice(1) }))).toEqual({ status: 200, body });
    expect(project.userCount() + project.bufferedEvents().length).toBe(1000);
  });

  test('a thousand bad records are a thousand errors and no bad request', async () => {
    const { vibefollow } = await open();
    const answer = await vibefollow('/users/bulk', { users: Array.from({ length: 1000 }, () => null) });
    const errors = Array.from({ length: 1000 }, (_, index) => ({ index, code: 'validation', ...nothing }));
    const body = { data: { accepted: 0, rejected: 1000, errors }, meta: { received: 1000 } };
    expect(await read(answer)).toEqual({ status: 200, body });
  });

  test('a batch takes up to 500 events, and a larger one leaves none', async () => {
    const { mock, vibefollow } = await open();
    const events = Array.from({ length: 501 }, (_, n) => ({ external_user_id: `usr_${n}`, name: 'trial_started' }));
    const errors = [{ code: 'validation_failed', message: 'events must have at most 500 items', field: 'events' }];
    expect(await read(await vibefollow('/events/batch', { events }))).toEqual({ status: 422, body: { errors } });
    expect(mock.vibefollow.project(key).bufferedEvents()).toEqual([]);
    expect((await vibefollow('/events/batch', { events: events.slice(1) })).status).toBe(202);
    expect(mock.vibefollow.project(key).bufferedEvents()).toHaveLength(500);
  });

  test('a bulk creation takes an array of 1 to 1,000', async () => {
    const { mock, yellow } = await open();
    const users = Array.from({ length: 1001 }, (_, n) => ({ userId: String(n) }));
    const refusals = [
      [{ users: [] }, 'users must have at least 1 item'],
      [{ users }, 'users must have at most 1000 items'],
      [{ users: { 0: users[0], length: 1 } }, 'users must be an array'],
      [{ users: null }, 'users must be an array'],
      [users[0], 'users is required'],
    ] as const;
    for (const [body, error] of refusals) {
      expect(await read(await yellow('POST', '/user/create-bulk', body))).toEqual({ status: 400, body: { error } });
    }
    expect(mock.yellow.bot(bot).userCount()).toBe(0);
    expect((await yellow('POST', '/user/create-bulk', { users: users.slice(1) })).status).toBe(200);
    expect(mock.yellow.bot(bot).userCount()).toBe(1000);
  });

  test('an id that comes twice in one chunk is taken twice, and the later record wins', async () => {
    const { mock, vibefollow, yellow } = await open();
    const [first, second] = [{ traits: { plan: 'free', seats: 1 } }, { traits: { plan: 'pro' } }];
    const users = [first, second].map((user) => ({ external_user_id: 'usr_1', ...user }));
    expect(await (await vibefollow('/users/bulk', { users })).json()).toMatchObject({ data: { accepted: 2 } });
    expect(mock.vibefollow.project(key).users()).toMatchObject([{ plan: 'pro', traits: { seats: 1 } }]);
    const rows = [{ city: 'Pune', country: 'India' }, { city: 'Delhi' }].map((user) => ({ userId: '1001', ...user }));
    expect((await yellow('POST', '/user/create-bulk', { users: rows })).status).toBe(200);
    expect(mock.yellow.bot(bot).users()).toMatchObject([{ city: { value: 'Delhi' }, country: { value: 'India' } }]);
  });

  test('an id of 10,000 characters is as good as any other', async () => {
    const { mock, vibefollow, yellow } = await open();
    const id = 'x'.repeat(10_000);
    expect((await vibefollow('/users', { external_user_id: id })).status).toBe(202);
    expect((await vibefollow('/events', { external_user_id: id, name: id })).status).toBe(202);
    expect(mock.vibefollow.project(key).events(id)).toMatchObject([{ external_user_id: id, name: id }]);
    expect((await yellow('POST', '/user/create-bulk', { users: [{ userId: id }] })).status).toBe(200);
    expect(await (await yellow('GET', `/user/${id}`)).json()).toMatchObject({ data: { userId: { value: id } } });
    expect((await yellow('DELETE', `/user/${id}`)).status).toBe(200);
    expect(mock.yellow.bot(bot).userCount()).toBe(0);
  });

  test('an e-mail address of 8 MB is judged, not choked on', async () => {
    const { vibefollow, yellow } = await open();
    const email = 'a.'.repeat(4_000_000);
    expect((await vibefollow('/users', { external_user_id: 'usr_1', email })).status).toBe(422);
    expect((await yellow('POST', '/user', { userId: '1001', email })).status).toBe(400);
  });

  test.each(inherited)('VibeFollow stores %s as an id and as the name of traits and properties', async (name) => {
    const { mock, send } = await open();
    const bag = `{"${name}":{"prototype":{"polluted":1},"polluted":2}}`;
    const user = `{"external_user_id":"${name}","traits":${bag}}`;
    const event = `{"external_user_id":"${name}","name":"${name}","properties":${bag}}`;
    const post = async (path: string, body: string): Promise<number> =>
      (await send(path, { method: 'POST', headers, body })).status;
    const project = mock.vibefollow.project(key);
    for (const _time of ['created', 'updated']) {
      expect(await post('/api/v1/users/bulk', `{"users":[${user}]}`)).toBe(200);
      expect(project.users()).toMatchObject([{ external_user_id: name }]);
      expect(JSON.stringify(project.user(name)?.traits)).toBe(bag);
    }
    expect(await post('/api/v1/events/bulk', `{"events":[${event}]}`)).toBe(200);
    expect(project.events(name).map(({ properties }) => JSON.stringify(properties))).toEqual([bag]);
    expect('polluted' in {}).toBe(false);
  });

  test.each(inherited)('Yellow.ai stores %s as a bot, an id and the name of a property', async (name) => {
    const { mock, send } = await open();
    const value = '{"prototype":{"polluted":1},"polluted":2}';
    const user = `{"userId":"${name}","${name}":${value}}`;
    const call = async (method: string, path: string, body?: string): Promise<string> => {
      const url = `/cdp/api/v1/${path}bot=${name}`;
      return (await send(url, { method, headers, ...(body !== undefined && { body }) })).text();
    };
    const started = await call('POST', 'user/create-bulk?', `{"users":[${user}]}`);
    const { data: id } = JSON.parse(started) as { data: string };
    expect(await call('GET', `user/create-bulk?id=${id}&`)).toContain(`"newUsers":{"${name}":"${name}"}`);
    await call('PUT', `user/${name}?`, user);
    const answer = await call('GET', `user/${name}?properties=${name}&`);
    expect(answer).toContain(`"data":{"${name}":{"value":${value},"propertyType":"Custom"}}`);
    expect([mock.yellow.bot(name).userCount(), mock.yellow.bot(bot).userCount()]).toEqual([1, 0]);
    expect('polluted' in {}).toBe(false);
  });
});
