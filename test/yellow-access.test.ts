import { expect, test } from 'vitest';
import { bot, open, read, throughEachAdapter } from './_setup.ts';

const users = `/cdp/api/v1/user?bot=${bot}`;
const unauthorized = { status: 401, body: undefined };
const ofNine: [method: string, path: string, body?: object][] = [
  ['POST', '/user/create-bulk', { users: [{ userId: '1001' }] }],
  ['GET', '/user/create-bulk?id=x'],
  ['POST', '/user', { userId: '1001' }],
  ['GET', '/user'],
  ['GET', '/user/1001'],
  ['PUT', '/user/1001', { city: 'Pune' }],
  ['DELETE', '/user/1001'],
  ['POST', '/event', { userId: '1001', eventName: 'login' }],
  ['GET', '/event?userId=1001'],
];

throughEachAdapter((open) => {
  test.each(ofNine)('%s %s takes a key, a bot and JSON', async (method, path, body) => {
    const { mock, yellow } = await open();
    const noBot = { status: 400, body: { error: 'Give the query parameter bot, once and not empty' } };
    const notAcceptable = { status: 406, body: undefined };
    expect(await read(await yellow(method, path, body, { 'x-api-key': '' }))).toEqual(unauthorized);
    expect(await read(await yellow(method, withQuery(path, 'bot='), body))).toEqual(noBot);
    expect(await read(await yellow(method, withQuery(path, 'bot=a&bot=b'), body))).toEqual(noBot);
    expect(await read(await yellow(method, path, body, { accept: 'text/html' }))).toEqual(notAcceptable);
    expect(mock.yellow.bot(bot).users()).toEqual([]);
  });

  test.each(['X-Auth-Token', 'x-api-key', 'X-API-KEY'])('a key may come in %s (YE-3)', async (name) => {
    const { send } = await open();
    expect((await send(users, { headers: { [name]: 'any' } })).status).toBe(200);
    expect(await read(await send(users, { headers: { [name]: ' ' } }))).toEqual(unauthorized);
  });

  test.each(['Bearer k1', 'bearer  k1', 'BEARER k1 '])('a key may come as Authorization: %s (YE-21)', async (value) => {
    const { mock, send } = await open({ yellow: { keys: { [bot]: ['k1'] } } });
    const get = async (authorization: string): Promise<number> =>
      (await send(users, { headers: { authorization } })).status;
    expect(await get(value)).toBe(200);
    expect(await get(`${value.trim()}2`)).toBe(401);
    expect(mock.journal.exchanges().map(({ credential }) => credential)).toEqual(['header', 'header']);
    expect(mock.verdicts().verdicts.find(({ rule }) => rule === 'auth-in-header')?.outcome).toBe('passed');
  });

  test('a 401 has a body where unauthorizedBody says so (YE-20)', async () => {
    const { yellow } = await open({
      yellow: { unauthorizedBody: 'error' },
      faults: [{ on: { operation: 'getUser' }, fault: { status: 401 } }],
    });
    const error = expect.any(String) as string;
    const answer = await read(await yellow('GET', '/user', undefined, { 'x-api-key': '' }));
    expect(answer).toEqual({ status: 401, body: { error: 'Unauthorized' } });
    expect(await read(await yellow('GET', '/user/1001'))).toEqual({ status: 401, body: { error } });
    expect((await yellow('GET', '/user', undefined, { accept: 'text/html' })).status).toBe(406);
  });

  test.each([{}, { authorization: 'Basic c2VjcmV0' }, { authorization: 'Bearer ' }, { authorization: 'secret' }])(
    'a request with the headers %j is unauthorized, and has no key in a documented header',
    async (headers) => {
      const { mock, send } = await open();
      const answer = await send(users, { headers });
      expect(answer.headers.has('content-type')).toBe(false);
      expect(await read(answer)).toEqual(unauthorized);
      expect(mock.journal.exchanges()).toMatchObject([{ credential: 'none' }]);
      expect(mock.verdicts().verdicts.find(({ rule }) => rule === 'auth-in-header')?.outcome).toBe('failed');
    },
  );

  test('a bot that is left out is refused', async () => {
    const { send } = await open();
    const answer = await send('/cdp/api/v1/user', { headers: { 'x-api-key': 'secret' } });
    expect((await read(answer)).status).toBe(400);
  });

  test('with keys an unlisted key or bot is unauthorized (YE-3)', async () => {
    const { mock, yellow } = await open({ yellow: { keys: { one: ['k1', 'k2'], two: ['k3'] } } });
    const add = async (to: string, key: string): Promise<unknown> =>
      read(await yellow('POST', `/user?bot=${to}`, { userId: key }, { 'x-api-key': key }));
    expect(await add('one', 'k1')).toMatchObject({ status: 200 });
    expect(await add('one', 'k2')).toMatchObject({ status: 200 });
    expect(await add('two', 'k3')).toMatchObject({ status: 200 });
    for (const [to, key] of [
      ['one', 'k3'],
      ['two', 'k1'],
      ['three', 'k1'],
      ['one', 'K1'],
    ] as const) {
      expect(await add(to, key)).toEqual(unauthorized);
    }
    expect(['one', 'two', 'three'].map((id) => mock.yellow.bot(id).userCount())).toEqual([2, 1, 0]);
  });

  test('bots are isolated from each other', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user?bot=one', { userId: '1001', city: 'Pune' });
    await yellow('POST', '/user/create-bulk?bot=two', { users: [{ userId: '1001' }, { userId: '1002' }] });
    expect((await yellow('PUT', '/user/1002?bot=one', { city: 'Goa' })).status).toBe(404);
    expect((await yellow('DELETE', '/user/1001?bot=one')).status).toBe(200);
    expect(mock.yellow.bot('one').users()).toEqual([]);
    expect(
      mock.yellow
        .bot('two')
        .users()
        .map(({ userId }) => userId?.value),
    ).toEqual(['1001', '1002']);
    expect(mock.yellow.bot('two').user('1001')).not.toHaveProperty('city');
  });

  test.each(['constructor', '__proto__', 'a b&c=d', 'ü'])('%s is a bot', async (id) => {
    const { mock, yellow } = await open();
    const path = `/user?bot=${encodeURIComponent(id)}`;
    expect((await yellow('POST', path, { userId: '1001' })).status).toBe(200);
    expect(await read(await yellow('GET', `${path}&properties=botId`))).toMatchObject({
      body: { data: { data: [{ botId: { value: id } }] } },
    });
    expect(mock.yellow.bot(bot).users()).toEqual([]);
  });

  test.each([
    '',
    'application/json',
    'Application/JSON; charset=utf-8',
    '*/*',
    'application/*',
    'text/html, application/xml;q=0.9, */*;q=0.1',
    'text/*, application/json;q=0.001',
    '*/*;q=0, application/json',
    'application/*;q=0, application/json;q=0.5',
  ])('a client with Accept "%s" is answered (YE-10)', async (accept) => {
    const { yellow } = await open();
    const body = { message: 'Fetched users successfully', data: { data: [] } };
    expect(await read(await yellow('GET', '/user', undefined, { accept }))).toEqual({ status: 200, body });
  });

  test.each([
    'text/html',
    'text/html, application/xml;q=0.9',
    'application/problem+json',
    'application/json;q=0',
    'application/json; q=0.0, */*',
    'application/*;q=0, */*',
    '*/*;q=0',
  ])('a client with Accept "%s" is refused without a body (YE-10)', async (accept) => {
    const { yellow } = await open();
    const answer = await yellow('GET', '/user', undefined, { accept });
    expect(answer.headers.has('content-type')).toBe(false);
    expect(await read(answer)).toEqual({ status: 406, body: undefined });
  });

  test('a body that is no JSON is refused', async () => {
    const { mock, send } = await open();
    const post = async (body: string, type = 'application/json'): Promise<unknown> =>
      read(await send(users, { method: 'POST', headers: { 'x-api-key': 'secret', 'content-type': type }, body }));
    const refused = (error: string): unknown => ({ status: 400, body: { error } });
    expect(await post('{"userId":')).toEqual(refused('The body is not valid JSON'));
    expect(await post('')).toEqual(refused('The body is not valid JSON'));
    expect(await post('{"userId":"1"}', 'text/plain')).toEqual(
      refused('Send the body as Content-Type: application/json'),
    );
    expect(mock.yellow.bot(bot).users()).toEqual([]);
    expect(await post('{"userId":"1"}', 'application/json; charset=utf-8')).toMatchObject({ status: 200 });
  });

  test('a body over the limit is refused', async () => {
    const { mock, yellow } = await open({ bodyLimit: 50 });
    expect((await yellow('POST', '/user', { userId: 'x'.repeat(37) })).status).toBe(200);
    expect(await read(await yellow('POST', '/user', { userId: 'x'.repeat(38) }))).toEqual({
      status: 413,
      body: { error: 'The body is over 50 bytes' },
    });
    expect(mock.yellow.bot(bot).userCount()).toBe(1);
  });

  test('an unknown path, another method and a malformed URL are refused in the shape of this API', async () => {
    const { yellow } = await open();
    const error = expect.any(String) as string;
    expect(await read(await yellow('GET', '/users'))).toEqual({ status: 404, body: { error } });
    expect(await read(await yellow('GET', '/user//'))).toEqual({ status: 404, body: { error } });
    expect(await read(await yellow('GET', '/user/%ff'))).toEqual({ status: 400, body: { error } });
    const answer = await yellow('PATCH', '/user/1001', {});
    expect(answer.headers.get('allow')).toBe('GET, HEAD, PUT, DELETE');
    expect(await read(answer)).toEqual({
      status: 405,
      body: { error: '/cdp/api/v1/user/1001 takes GET, HEAD, PUT, DELETE, not PATCH' },
    });
  });
});

const keyHeaders = { 'x-auth-token': 'any', 'x-api-key': 'any', authorization: 'Bearer any' };

throughEachAdapter((open) => {
  test.each(Object.keys(keyHeaders) as (keyof typeof keyHeaders)[])(
    'with authHeader: %s a key in another header is none (YE-3, YE-21)',
    async (authHeader) => {
      const { send } = await open({ yellow: { authHeader } });
      const { [authHeader]: key, ...others } = keyHeaders;
      expect((await send(users, { headers: { [authHeader]: key } })).status).toBe(200);
      expect(await read(await send(users, { headers: others }))).toEqual(unauthorized);
    },
  );
});

test.each(['constructor', '__proto__', 'toString'])('with keys the bot %s exists only if it is listed', async (id) => {
  const get = async (keys: Record<string, string[]>): Promise<number> => {
    const { yellow } = await open({ yellow: { keys } });
    return (await yellow('GET', `/user?bot=${id}`)).status;
  };
  expect(await get({ other: ['secret'] })).toBe(401);
  expect(await get(Object.fromEntries([[id, ['secret']]]))).toBe(200);
  expect(await get(Object.fromEntries([[id, ['another']]]))).toBe(401);
});

test('a key that is not known is refused before anything else of the request is looked at', async () => {
  const { yellow } = await open({ yellow: { keys: { [bot]: ['other'] } } });
  expect((await yellow('POST', '/user', { email: 1 }, { accept: 'text/html' })).status).toBe(401);
});

test('reset forgets users, events, imports and the ids given so far', async () => {
  const { mock, yellow } = await open({ yellow: { processingTime: 1000 } });
  const create = async (): Promise<string> => {
    const { body } = await read(await yellow('POST', '/user/create-bulk', { users: [{ city: 'Pune' }] }));
    return (body as { data: string }).data;
  };
  const id = await create();
  await yellow('POST', '/event', { userId: '1001', eventName: 'login' });
  mock.reset();
  await mock.clock.advance(1000);
  expect(mock.yellow.bot(bot).users()).toEqual([]);
  expect(mock.yellow.bot(bot).events('1001')).toEqual([]);
  expect((await yellow('GET', `/user/create-bulk?id=${id}`)).status).toBe(400);
  expect(await create()).toBe(id);
});

function withQuery(path: string, query: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

test('of two headers one good key is enough', async () => {
  const { yellow } = await open({ yellow: { keys: { [bot]: ['good'] } } });
  const answer = await yellow('GET', '/user', undefined, { 'x-auth-token': 'bad', 'x-api-key': 'good' });
  expect(answer.status).toBe(200);
});
