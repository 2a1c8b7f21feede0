import { expect, test } from 'vitest';
import { met, of } from './_coverage.ts';
import { documented } from './_admin.ts';
import { bot, open, throughEachAdapter, type Bench } from './_setup.ts';

const headers = { 'x-api-key': 'secret' };
/** Every GET of the vendors, answered with a success and with errors. */
const asked = [
  `/cdp/api/v1/user?bot=${bot}`,
  `/cdp/api/v1/user?bot=${bot}&limit=0`,
  `/cdp/api/v1/user?bot=${bot}&limit=many`,
  `/cdp/api/v1/user/ü1?bot=${bot}&allProperties=true`,
  `/cdp/api/v1/user/nobody?bot=${bot}`,
  `/cdp/api/v1/user/create-bulk?bot=${bot}&id=x`,
  `/cdp/api/v1/event?bot=${bot}&userId=ü1`,
  '/cdp/api/v1/event',
  '/cdp/api/v1/event?bot=%zz',
];
const admin = [...new Set(documented.flatMap(({ name }) => /^GET (\S+)/.exec(name)?.[1] ?? []))].filter(
  (path) => path !== '/events', // its answer has no end
);

/** Headers about the time and the connection. Clients of HTTP close a connection after HEAD. */
const passing = ['date', 'connection', 'keep-alive'];

/** An answer without what differs between two requests. */
async function toHead(answer: Response): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const fields = Object.fromEntries([...answer.headers].filter(([name]) => !passing.includes(name)));
  return { status: answer.status, headers: fields, body: await answer.text() };
}

async function expectSameHead({ send }: Bench, path: string): Promise<void> {
  const { body, ...get } = await toHead(await send(path, { headers }));
  const head = await toHead(await send(path, { method: 'HEAD', headers }));
  expect(head).toEqual({ ...get, body: '' });
  expect(head.headers['content-length']).toBe(String(Buffer.byteLength(body)));
}

throughEachAdapter((connect) => {
  test.each(asked)('HEAD %s gets what GET gets, without its body', async (path) => {
    const bench = await connect();
    await bench.yellow('POST', '/user', { userId: 'ü1' });
    await expectSameHead(bench, path);
  });

  test.each(admin)('HEAD /__admin%s gets what GET gets, without its body', async (path) => {
    const bench = await connect();
    await bench.yellow('POST', '/user', { userId: 'ü1' });
    await expectSameHead(bench, `/__admin${path.replace('{name}', 'ü1')}`);
  });

  test('HEAD is the operation of GET for the journal, the rules, the limits and the faults', async () => {
    const { mock, send, yellow } = await connect({
      yellow: { rateLimits: { getUser: { requests: 2, windowSeconds: 60 } } },
      faults: [{ on: { operation: 'listUsers' }, fault: { status: 503 } }],
    });
    await yellow('POST', '/user', { userId: '1' });
    const head = async (path: string): Promise<number> =>
      (await send(`/cdp/api/v1${path}bot=${bot}`, { method: 'HEAD', headers })).status;
    expect([await head('/user/1?'), await head('/user/1?'), await head('/user/1?')]).toEqual([200, 200, 429]);
    expect(await head('/user?')).toBe(503);
    expect(mock.journal.exchanges().slice(-2)).toMatchObject([
      { method: 'HEAD', operation: 'getUser', status: 429, error: 'Too many requests' },
      { method: 'HEAD', operation: 'listUsers', status: 503 },
    ]);
    expect(mock.journal.others()).toEqual([]);
    expect(of(mock.coverage(), 'getUser')).toMatchObject({ requests: 3 });
    const parts = ['200', '429', 'path.userId', 'query.bot', '429.Retry-After', '429.Retry-After=integer'];
    expect(Object.keys(met(mock.coverage(), 'getUser'))).toEqual(parts);
  });
});

test('a path without GET takes no HEAD', async () => {
  const { vibefollow, send } = await open();
  await vibefollow('/users', { external_user_id: 'usr_1' });
  const answer = await send('/api/v1/users', { method: 'HEAD' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
});

test('an answer that breaks in its body is reset, and one that comes slowly ends its call', async () => {
  const { mock, send } = await open({
    faults: [
      { on: { operation: 'listUsers', attempt: 1 }, fault: { kind: 'truncate' } },
      { on: { operation: 'listUsers', attempt: 2 }, fault: { kind: 'slow', ms: 1000 } },
    ],
  });
  const head = async (): Promise<Response> => send(`/cdp/api/v1/user?bot=${bot}`, { method: 'HEAD', headers });
  await expect(head()).rejects.toThrow('fetch failed');
  mock.clock.autoAdvance();
  expect((await head()).status).toBe(200);
  await expect(head()).rejects.toThrow('fetch failed');
  expect(mock.journal.exchanges()).toMatchObject([
    { call: 1, attempt: 1, broken: 'reset' },
    { call: 1, attempt: 2, status: 200 },
    { call: 2, attempt: 1, broken: 'reset' },
  ]);
});

test('the archive shows no body that was not sent', async () => {
  const { mock, send } = await open({ journalBodies: true });
  await send(`/cdp/api/v1/user?bot=${bot}`, { method: 'HEAD', headers });
  const [entry] = mock.journal.har().log.entries;
  expect(entry?.response.content).toMatchObject({ size: 0 });
  expect(entry?.response.headers).toContainEqual({
    name: 'Content-Length',
    value: expect.stringMatching(/^[1-9]/) as string,
  });
});
