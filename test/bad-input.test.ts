import { expect, test } from 'vitest';
import { operations } from './_operations.ts';
import { bot, key, read, throughEachAdapter, type Bench } from './_setup.ts';

const headers = { authorization: `Bearer ${key}`, 'x-api-key': 'secret', 'content-type': 'application/json' };
const goodUser = JSON.stringify({ external_user_id: 'good' });
const notJson = ['', 'nonsense', '{"users":[{}', '{"users":[],}', "{'users':[]}", '{"a":NaN}', '{}{}', '\0'];
const notUtf8 = [[0xff], [0x22, 0xe9, 0x22], [0x22, 0xc3], [0x22, 0xc0, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]];

/** Every operation with a body, and the status for JSON of another shape. */
const takers = [
  ['POST', '/api/v1/users', 422],
  ['POST', '/api/v1/users/bulk', 400],
  ['POST', '/api/v1/events', 422],
  ['POST', '/api/v1/events/batch', 422],
  ['POST', '/api/v1/events/bulk', 400],
  ['POST', `/cdp/api/v1/user/create-bulk?bot=${bot}`, 400],
  ['POST', `/cdp/api/v1/user?bot=${bot}`, 400],
  ['PUT', `/cdp/api/v1/user/1001?bot=${bot}`, 400],
  ['POST', `/cdp/api/v1/event?bot=${bot}`, 400],
] as const;

/** Every path with its methods. */
const allowed = [...new Set(operations.map(({ path }) => path))].map((path) => {
  const methods = operations.filter((one) => one.path === path).map(({ method }) => method);
  return [path.replace(/\{\w+\}/, '1001'), methods.join(', ').replace('GET', 'GET, HEAD')] as const;
});

const codes: Readonly<Record<number, string>> = {
  400: 'validation_failed',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  422: 'validation_failed',
};

const unknownPaths = [
  ...['/api/v1', '/api/v1/', '/api/v1/users//', '/api/v1//users', '/api/v1/user', '/api/v1/users/bulk/x'],
  ...['/cdp/api/v1/user/1/2', '/cdp/api/v1/user//', '/cdp/api/v1/users', '/cdp/api/v1'],
];

throughEachAdapter((open) => {
  test.each(takers)('%s %s refuses what is not JSON', async (method, path) => {
    const bench = await open();
    for (const init of [...notJson.map((body) => ({ body })), {}]) {
      const answer = await bench.send(path, { method, headers, ...init });
      expect(await read(answer)).toEqual(refusal(path, 400, 'The body is not valid JSON'));
    }
    await expectOnlyGoodToCount(bench);
  });

  test.each(takers)('%s %s refuses JSON that is no object', async (method, path, status) => {
    const bench = await open();
    for (const body of ['7', '"text"', 'null', '[]', '[{}]', 'true']) {
      const answer = await bench.send(path, { method, headers, body });
      expect(await read(answer)).toEqual(refusal(path, status, 'The body must be an object'));
    }
    await expectOnlyGoodToCount(bench);
  });

  test.each(takers)('%s %s refuses bytes that are no UTF-8', async (method, path) => {
    const bench = await open();
    for (const bytes of notUtf8) {
      const answer = await bench.send(path, { method, headers, body: new Uint8Array(bytes) });
      expect(await read(answer)).toEqual(refusal(path, 400, 'The body is not valid UTF-8'));
    }
    await expectOnlyGoodToCount(bench);
  });

  test.each(takers)('%s %s refuses another Content-Type, and none', async (method, path) => {
    const bench = await open();
    const types = [
      'text/plain',
      'text/json',
      'application/jsonl',
      'application/vnd.api+json',
      'multipart/form-data',
      '',
    ];
    const body = new TextEncoder().encode(goodUser);
    for (const type of [...types.map((given) => ({ 'content-type': given })), {}]) {
      const { 'content-type': _, ...keys } = headers;
      const answer = await bench.send(path, { method, headers: { ...keys, ...type }, body });
      expect(await read(answer)).toEqual(refusal(path, 400, 'Send the body as Content-Type: application/json'));
    }
    await expectOnlyGoodToCount(bench);
  });

  test.each(['Application/JSON; charset=utf-8', 'application/json;charset=UTF-8', ' application/json ; a=b'])(
    'a body of Content-Type %j is read',
    async (type) => {
      const { send } = await open();
      const init = { method: 'POST', headers: { ...headers, 'content-type': type }, body: goodUser };
      expect((await send('/api/v1/users', init)).status).toBe(202);
    },
  );

  test('a byte order mark in front of the JSON is passed over', async () => {
    const { send } = await open();
    for (const body of [`\uFEFF${goodUser}`, new TextEncoder().encode(`\uFEFF${goodUser}`)]) {
      expect((await send('/api/v1/users', { method: 'POST', headers, body })).status).toBe(202);
    }
  });

  test.each(takers)(
    '%s %s refuses a body that is nested 10,000 deep, from its root or within',
    async (method, path) => {
      const bench = await open();
      const objects = `${'{"traits":'.repeat(10_000)}{}${'}'.repeat(10_000)}`;
      for (const body of [nest(10_000), objects, `{"users":[{"userId":"1","traits":{"a":${nest(10_000)}}}]}`]) {
        const answer = await bench.send(path, { method, headers, body });
        expect(await read(answer)).toEqual(refusal(path, 400, 'The body is nested deeper than 1000 levels'));
      }
      await expectOnlyGoodToCount(bench);
    },
  );

  test('a value that is nested 900 deep is stored and read back', async () => {
    const { mock, send } = await open();
    const post = async (path: string, body: string): Promise<number> =>
      (await send(path, { method: 'POST', headers, body })).status;
    const value = nest(900);
    expect(await post('/api/v1/users', `{"external_user_id":"usr_1","traits":{"a":${value}}}`)).toBe(202);
    expect(JSON.stringify(mock.vibefollow.project(key).user('usr_1')?.traits)).toBe(`{"a":${value}}`);
    expect(await post(`/cdp/api/v1/user?bot=${bot}`, `{"userId":"1001","a":${value}}`)).toBe(200);
    const answer = await send(`/cdp/api/v1/user/1001?bot=${bot}&properties=a`, { headers });
    expect(await answer.text()).toContain(`"data":{"a":{"value":${value},"propertyType":"Custom"}}`);
  });

  test.each(takers)('%s %s refuses a body over the limit, of known length or in chunks', async (method, path) => {
    const bench = await open({ bodyLimit: 100 });
    const text = JSON.stringify({ a: 'é'.repeat(60) });
    const chunked = new Blob([text]).stream();
    for (const init of [{ body: text }, { body: chunked, duplex: 'half' as const }]) {
      const answer = await bench.send(path, { method, headers, ...init });
      expect(await read(answer)).toEqual(refusal(path, 413, 'The body is over 100 bytes'));
    }
    await expectOnlyGoodToCount(bench);
  });

  test('a body of 10 MiB is taken, and one of a byte more is not', async () => {
    const bench = await open();
    const limit = 10 * 1024 * 1024;
    const post = async (path: string, bytes: number): Promise<Response> =>
      bench.send(path, { method: 'POST', headers, body: goodUser.padEnd(bytes) });
    expect((await post('/api/v1/users', limit)).status).toBe(202);
    for (const path of ['/api/v1/users', `/cdp/api/v1/user?bot=${bot}`]) {
      expect(await read(await post(path, limit + 1))).toEqual(refusal(path, 413, `The body is over ${limit} bytes`));
    }
    await expectOnlyGoodToCount(bench);
  });

  test.each(unknownPaths)('nothing is at %s', async (path) => {
    const bench = await open();
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
      const answer = await bench.send(path, { method, headers, ...(method === 'POST' && { body: goodUser }) });
      const message = expect.stringContaining(`No operation at ${method} ${path};`) as unknown;
      expect(await read(answer)).toEqual(refusal(path, 404, message));
    }
    expect(await read(await bench.send(path, { method: 'HEAD' }))).toEqual({ status: 404, body: undefined });
    await expectOnlyGoodToCount(bench);
  });

  test.each(allowed)('%s takes %s and says so to any other method', async (path, allow) => {
    const bench = await open();
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) => !allow.includes(method));
    for (const method of others) {
      const answer = await bench.send(`${path}?bot=${bot}`, { method, headers });
      expect(answer.headers.get('allow')).toBe(allow);
      expect(await read(answer)).toEqual(refusal(path, 405, `${path} takes ${allow}, not ${method}`));
    }
    if (allow.includes('HEAD')) return;
    const head = await bench.send(path, { method: 'HEAD', headers });
    expect([head.status, head.headers.get('allow'), await head.text()]).toEqual([405, allow, '']);
    await expectOnlyGoodToCount(bench);
  });

  test.each(['%zz', '%ff', '%', '%c3', '%e0%80%af', '%ED%A0%80'])('%j is no percent-encoding', async (text) => {
    const bench = await open();
    const places = [`/api/v1/${text}`, `/api/v1/users?a=${text}`, `/api/v1/users?${text}`, `/cdp/api/v1/user/${text}`];
    for (const path of [...places, `/cdp/api/v1/user?bot=${text}`, `/cdp/api/v1/user?bot=${bot}&limit=${text}`]) {
      const answer = await bench.send(path, { method: 'POST', headers, body: goodUser });
      expect(await read(answer)).toEqual(refusal(path, 400, 'The URL has malformed percent-encoding'));
    }
    await expectOnlyGoodToCount(bench);
  });

  test('a user whose id is no percent-encoding, such as %zz, cannot be deleted', async () => {
    const { send } = await open();
    const path = '/cdp/api/v1/user/%zz?bot=b1';
    const answer = await send(path, { method: 'DELETE', headers });
    expect(await read(answer)).toEqual(refusal(path, 400, 'The URL has malformed percent-encoding'));
  });

  test('unknown query parameters are passed over', async () => {
    const { send } = await open();
    const query = '?debug&users[]=1&__proto__=2&constructor=3&toString=4&=5&&debug=6&%F0%9F%98%80=7';
    expect((await send(`/api/v1/users${query}`, { method: 'POST', headers, body: goodUser })).status).toBe(202);
    expect((await send(`/cdp/api/v1/user${query}&bot=${bot}`, { headers })).status).toBe(200);
  });

  test('a URL of 15,000 characters is read like any other', async () => {
    const { send } = await open();
    const long = 'a'.repeat(15_000);
    const answer = await send(`/cdp/api/v1/user/${long}?bot=${bot}`, { headers });
    expect(await read(answer)).toEqual({ status: 404, body: { error: `User not found: ${long}` } });
    expect((await send(`/cdp/api/v1/${long}`, { headers })).status).toBe(404);
    expect((await send(`/cdp/api/v1/user?bot=${bot}&${long}=${long.slice(0, 100)}`, { headers })).status).toBe(200);
  });

  // The time limit matters here. A request of 15 KB must not block other requests for seconds.
  test('a parameter that is repeated 7,500 times is refused like one that is repeated once', async () => {
    const { send } = await open();
    expect((await send(`/cdp/api/v1/user?bot=${bot}&${'a&'.repeat(7500)}`, { headers })).status).toBe(200);
  });
});

/** Nested arrays. */
function nest(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

/** A refusal in the shape of the API of the path. */
function refusal(path: string, status: number, message: unknown): { status: number; body: unknown } {
  const body = path.startsWith('/cdp') ? { error: message } : { errors: [{ code: codes[status], message }] };
  return { status, body };
}

/** Sends a valid request to each API. Only its data must be stored. */
async function expectOnlyGoodToCount({ mock, vibefollow, yellow }: Bench): Promise<void> {
  expect((await vibefollow('/users', { external_user_id: 'good' })).status).toBe(202);
  expect((await yellow('POST', '/user', { userId: 'good' })).status).toBe(200);
  const project = mock.vibefollow.project(key);
  expect(project.users().map((user) => user.external_user_id)).toEqual(['good']);
  expect([...project.events(), ...project.bufferedEvents()]).toEqual([]);
  const users = mock.yellow.bot(bot).users();
  expect(users.map(({ userId }) => userId?.value)).toEqual(['good']);
}
