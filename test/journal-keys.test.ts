import { expect, test } from 'vitest';
import { open as openMock, throughEachAdapter, type Bench } from './_setup.ts';

const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz012345-_6789';
const key = `sk_live_${secret}`;
const yellowKey = 'yellow-secret-7f3a9c';
const configured = 'configured-key-5d1e';
const masked = 'sk_live_…6789';
/** The key with percent-encoded characters. */
const encoded = `sk%5Flive%5f${secret.replace('A', '%41')}`;
const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ users: [{ external_user_id: 'usr_1' }] });

const encodedTwice = encoded.replaceAll('%', '%25');
const encodedThrice = encodedTwice.replaceAll('%', '%25');
/** The key with the escapes of JSON, also in a text that is JSON itself. */
const escaped = String.raw`\u0073k\u005Flive_${secret}`;
const escapedTwice = escaped.replaceAll('\\', String.raw`\\`);
const withTrait = (trait: string): string => body.replace('}', `,"traits":{"note":"${trait}"}}`);

/** Requests with keys in all places that a client can use. */
const requests: readonly (readonly [string, string, RequestInit])[] = [
  ['as documented', '/api/v1/users/bulk', toInit({ authorization: `Bearer ${key}` })],
  ['without a scheme', '/api/v1/users/bulk', toInit({ authorization: key })],
  ['as the user of Basic', '/api/v1/users/bulk', toInit({ authorization: `Basic ${btoa(`${key}:`)}` })],
  ['in another header', '/api/v1/users/bulk', toInit({ 'x-vibefollow-key': key, cookie: `key=${key}` })],
  ['as an Idempotency-Key', '/api/v1/users/bulk', toInit({ 'idempotency-key': key })],
  ['in the query', `/api/v1/users/bulk?api_key=${key}&debug=${key}`, toInit({})],
  ['in the query, encoded', `/api/v1/users/bulk?api%5Fkey=${encoded}&%64ebug=${encoded}`, toInit({})],
  ['in the path', `/api/v1/users/${key}/bulk`, toInit({})],
  ['in the path, encoded', `/cdp/api/v1/nowhere/${encoded}`, toInit({})],
  ['in a URL that is malformed', `/api/v1/users/${key}?x=%E0%A4&y=${encoded}`, toInit({})],
  ['as the id of a record', '/api/v1/users/bulk', toInit({}, body.replace('usr_1', key))],
  ['as the name of a property', '/api/v1/users', toInit({}, JSON.stringify({ [key]: 1 }))],
  ['as the bot', `/cdp/api/v1/user?bot=${key}`, { headers: { 'x-auth-token': yellowKey } }],
  [
    'as the id of a user',
    `/cdp/api/v1/user/${key}?bot=x1`,
    { method: 'PUT', ...toInit({ 'x-auth-token': yellowKey }) },
  ],
  ['of Yellow.ai, as documented', '/cdp/api/v1/user?bot=x1', { headers: { 'x-auth-token': yellowKey } }],
  ['of Yellow.ai, as a token', '/cdp/api/v1/user?bot=x1', { headers: { authorization: `Bearer ${yellowKey}` } }],
  ['of Yellow.ai, in another header', '/cdp/api/v1/user?bot=x1', { headers: { 'x-access-token': yellowKey } }],
  ['of Yellow.ai, in the query', `/cdp/api/v1/user?bot=x1&x-api-key=${yellowKey}`, {}],
  ['of Yellow.ai, with a slash', `/cdp/api/v1/user?bot=x1&x%2Dapi-key=${yellowKey}/${yellowKey}`, {}],
];

/** Other requests with keys and secrets. */
const more: typeof requests = [
  ['escaped in a body', '/api/v1/users/bulk', toInit({}, withTrait(escaped))],
  ['escaped in JSON in a body', '/api/v1/users/bulk', toInit({}, withTrait(escapedTwice))],
  ['escaped in a body that is no JSON', '/api/v1/users/bulk', toInit({}, `{"users":[${escaped}`)],
  ['escaped as the id of a record', '/api/v1/users/bulk', toInit({}, body.replace('usr_1', escaped))],
  ['percent-encoded in a body', '/api/v1/users/bulk', toInit({}, withTrait(encodedThrice))],
  ['encoded twice in the path', `/api/v1/users/${encodedTwice}`, toInit({})],
  ['encoded three times in the query', `/api/v1/users/bulk?x=${encodedThrice}`, toInit({})],
  ['encoded twice as the id of a user', `/cdp/api/v1/user/${encodedTwice}?bot=x1`, {}],
  ['encoded twice as the bot', `/cdp/api/v1/user?bot=${encodedTwice}`, {}],
  ['in a long id that is cut', '/api/v1/users/bulk', toInit({}, body.replace('usr_1', `${'x'.repeat(210)}${key}`))],
  ['of Yellow.ai, in a body', '/cdp/api/v1/user?bot=x1', withToken(`{"userId":"1","note":"${yellowKey}"}`)],
  ['of Yellow.ai, in the path', `/cdp/api/v1/user/a,${yellowKey}?bot=x1`, withToken('{}')],
  ['of Yellow.ai, in another parameter', `/cdp/api/v1/user?bot=x1&debug=${yellowKey}`, withToken('{}')],
  ['of Yellow.ai, as the name of a property', '/cdp/api/v1/user?bot=x1', withToken(`{"${yellowKey}":1}`)],
  ['of Yellow.ai, escaped', '/cdp/api/v1/user?bot=x1', withToken(`{"note":"\\u0079${yellowKey.slice(1)}"}`)],
  [
    'of Yellow.ai, with a scheme',
    '/cdp/api/v1/user?bot=x1',
    withToken(yellowKey, { authorization: `Key ${yellowKey}` }),
  ],
  ['of the options, in a body', '/cdp/api/v1/user?bot=x1', { method: 'POST', headers: json, body: configured }],
];

function withToken(text: string, headers: Record<string, string> = { 'x-auth-token': yellowKey }): RequestInit {
  return { method: 'POST', headers: { ...json, ...headers }, body: text };
}

function toInit(headers: Record<string, string>, text = body): RequestInit {
  return { method: 'POST', headers: { ...json, ...headers }, body: text };
}

throughEachAdapter((open) => {
  test.each([...requests, ...more])(
    'no key is in the journal, wherever it was sent: %s',
    async (_where, path, init) => {
      const { mock, send } = await open({ journalBodies: true, yellow: { keys: { x1: [yellowKey, configured] } } });
      await send(path, init);
      const text = JSON.stringify([mock.journal.exchanges(), mock.journal.calls()]);
      expect(text).toContain('"path":');
      expect(text).not.toContain(secret);
      for (const form of [encoded, encodedTwice, encodedThrice, escaped, escapedTwice, configured])
        expect(text).not.toContain(JSON.stringify(form).slice(1, -1));
      expect(text).not.toContain(yellowKey);
      expect(text).not.toContain(btoa(`${key}:`));
    },
  );
});

const secretNames = [
  ...['password', 'passwd', 'user_password', 'pwd', 'pass', 'passphrase', 'secret', 'client_secret', 'clientSecret'],
  ...['token', 'access_token', 'idToken', 'bearer', 'auth', 'oauth', 'authorization', 'authentication', 'jwt', 'key'],
  ...['apikey', 'api-key', 'x-api-key', 'signing_key', 'x-user-key', 'credentials', 'cookie', 'session', 'sessionid'],
  ...['JSESSIONID', 'PHPSESSID', 'sid', 'signature', 'X-Amz-Signature', 'sig', 'csrf', 'xsrf_token', 'otp', 'pin'],
  ...[
    'x-secret',
    'x-csrf-token',
    'set-cookie',
    'x-amz-security-token',
    'x-auth',
    'OAuth2',
    'seCret',
    'key1',
    'proxy-authorization',
    'user[password]',
  ],
];
const plainNames = ['idempotency-key', 'author', 'keyword', 'keep-alive', 'monkey', 'design', 'passenger', 'shopping'];
const value = 'hunter2-hunter2';

throughEachAdapter((open) => {
  test.each(secretNames)('the value of a header or a parameter named %s is masked', async (name) => {
    const { mock, send } = await open({ journalBodies: true });
    const headers = name.includes('[') ? {} : { [name]: value };
    await send(`/api/v1/users/bulk?${encodeURIComponent(name)}=${value}&x=1`, toInit(headers));
    expect(JSON.stringify(mock.journal.exchanges())).not.toContain(value);
    expect(mock.journal.exchanges()).toMatchObject([{ query: `${name}=…&x=1` }]);
  });
});

test.each(plainNames)('the value of a parameter named %s is not masked', async (name) => {
  const { mock, send } = await openMock();
  await send(`/api/v1/users/bulk?${name}=${value}`, toInit({}));
  expect(mock.journal.exchanges()).toMatchObject([{ query: `${name}=${value}` }]);
});

test('a short key, such as any, leaves the texts alone that contain it', async () => {
  const { mock, send } = await openMock({ journalBodies: true });
  await send('/cdp/api/v1/user?bot=many', withToken('{"userId":"any","firstName":"any"}', { 'x-auth-token': 'any' }));
  expect(mock.journal.exchanges()[0]?.request?.body).toBe('{"userId":"any","firstName":"any"}');
});

test.each([
  ['header', '/api/v1/users/bulk', toInit({ authorization: `Bearer ${key}` })],
  ['header', '/cdp/api/v1/user?bot=x1', { headers: { 'x-auth-token': yellowKey } }],
  ['none', '/api/v1/users/bulk', toInit({})],
  ['url', `/api/v1/users/bulk?x=${key}`, toInit({ authorization: `Bearer ${key}` })],
  ['url', `/api/v1/users/bulk?token=any`, toInit({})],
  ['url', `/api/v1/users/bulk?x=${encoded}`, toInit({})],
  ['url', `/api/v1/${encoded}/users`, toInit({})],
] as const)('an exchange tells that its key was here: %s', async (place, path, init) => {
  const { mock, send } = await openMock();
  await send(path, init);
  expect(mock.journal.exchanges()).toMatchObject([{ credential: place }]);
});

test.each([1, 31, 32, 247, 248])('requests and tests agree whether a key of %i characters is valid', async (length) => {
  const { mock, send } = await openMock();
  const given = `sk_test_${'a'.repeat(length)}`;
  const { status } = await send('/api/v1/users/bulk', toInit({ authorization: `Bearer ${given}` }));
  const isValid = length >= 32 && length <= 247;
  expect(status).toBe(isValid ? 200 : 401);
  const seed = (): void => mock.vibefollow.project(given).seed([{ external_user_id: 'usr_1' }]);
  if (isValid) expect(seed).not.toThrow();
  else expect(seed).toThrow('is neither a VibeFollow key nor a project id');
  expect(JSON.stringify(mock.snapshot())).not.toContain(given);
});

test('a bot whose name contains a key is known by a digest of its name', async () => {
  const { mock, send } = await openMock();
  for (const name of [`my-${key}`, `my-${key}`, `your-${key}`]) {
    await send(`/cdp/api/v1/user/create-bulk?bot=${name}`, {
      method: 'POST',
      headers: { ...json, 'x-auth-token': yellowKey },
      body: JSON.stringify({ users: [{ userId: '1' }] }),
    });
  }
  const ids = mock.journal.exchanges().map(({ tenantId }) => tenantId);
  expect(ids).toEqual([ids[0], ids[0], expect.not.stringMatching(ids[0] ?? '')]);
  expect(mock.stored().map(({ tenantId }) => tenantId)).toEqual([ids[0], ids[2]]);
  expect(mock.journal.exchanges({ tenant: `my-${key}` })).toHaveLength(2);
  expect(JSON.stringify([mock.journal.exchanges(), mock.stored(), mock.snapshot()])).not.toContain(secret);
});

test('a masked URL is as it was but for the key', async () => {
  const { mock, send } = await openMock();
  await send(`/cdp/api/v1/user/a%2Fb?bot=x1&x-api-key=${yellowKey}&filter=${encoded}&note=50%25%20a=b&c`);
  expect(mock.journal.exchanges()).toMatchObject([
    { path: '/cdp/api/v1/user/a%2Fb', query: `bot=x1&x-api-key=…&filter=${masked}&note=50%25%20a=b&c` },
  ]);
});

test('the same request with another key in its URL has another digest, and the same has the same', async () => {
  const { mock, send } = await openMock();
  for (const given of ['1', '2', '1']) await send(`/api/v1/users/bulk?api_key=${given}`, toInit({}));
  const [first, second, third] = mock.journal.exchanges().map(({ digest }) => digest);
  expect(third).toBe(first);
  expect(second).not.toBe(first);
});

const messages = async ({ mock, send }: Bench): Promise<unknown> => {
  await send('/api/v1/users/bulk', toInit({ authorization: `Bearer ${key}`, 'x-trace': 'abc' }));
  const [exchange] = mock.journal.exchanges();
  return exchange && [exchange.request, exchange.response];
};

throughEachAdapter((open) => {
  test('headers and bodies are kept when that is asked for, and their keys are masked', async () => {
    expect(await messages(await open({ journalBodies: true }))).toMatchObject([
      {
        headers: expect.arrayContaining([
          { name: 'authorization', value: `Bearer ${masked}` },
          { name: 'x-trace', value: 'abc' },
        ]) as unknown,
        body,
      },
      {
        headers: [
          { name: 'Content-Type', value: 'application/json; charset=utf-8' },
          { name: 'Date', value: 'Thu, 01 Jan 2026 00:00:00 GMT' },
        ],
        body: '{"data":{"accepted":1,"rejected":0,"errors":[]},"meta":{"received":1}}',
      },
    ]);
  });

  test('headers and bodies are not kept unless that is asked for', async () => {
    expect(await messages(await open())).toEqual([undefined, undefined]);
  });
});

test('of a connection that broke there is a request and no answer', async () => {
  const { mock, send } = await openMock({ journalBodies: true, faults: [{ fault: { kind: 'reset' } }] });
  await expect(send('/api/v1/users/bulk', toInit({}))).rejects.toThrow('fetch failed');
  const [exchange] = mock.journal.exchanges();
  expect(exchange?.request?.body).toBe(body);
  expect(exchange).not.toHaveProperty('response');
});
