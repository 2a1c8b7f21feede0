import { gzipSync } from 'node:zlib';
import express from 'express';
import { expect, test } from 'vitest';
import { createMock, type MockRequest } from 'vf-mock';
import { askWrong } from './_admin.ts';
import { operationsOf } from './_documents.ts';
import { startBehind } from './_server.ts';
import { apiNames, bot, key, open, read, throughEachAdapter } from './_setup.ts';

const headers = { authorization: `Bearer ${key}`, 'x-api-key': 'secret', 'content-type': 'application/json' };
const user = JSON.stringify({ external_user_id: 'usr_1', userId: 'usr_1' });
const zipped = new Uint8Array(gzipSync(user));

/** Every operation that takes a body, with its path. */
const takers = apiNames.flatMap((api) =>
  operationsOf(api).flatMap(({ id, method, path, body }) =>
    body === undefined ? [] : [[id, method, `${path.replace('{userId}', 'usr_1')}?bot=${bot}`, api] as const],
  ),
);

/** The refusal of an API in its own error shape. */
function refusal(api: string, codings: string): unknown {
  const message = `The body has the Content-Encoding ${codings}; send it without one`;
  const body = { vibefollow: { errors: [{ code: 'unsupported_media_type', message }] }, yellow: { error: message } };
  return { status: 415, body: body[api as 'yellow'] };
}

throughEachAdapter((connect) => {
  test.each(takers)('%s refuses a body that is zipped, or says so', async (id, method, path, api) => {
    const { mock, send } = await connect();
    for (const body of [zipped, user, '']) {
      const init = { method, headers: { ...headers, 'content-encoding': 'gzip' }, body };
      const answer = await send(path, init);
      expect(answer.headers.get('accept-encoding')).toBe('identity');
      expect(await read(answer)).toEqual(refusal(api, 'gzip'));
    }
    expect(mock.stored()).toEqual([]);
    expect(mock.coverage().operations.find(({ operation }) => operation === id)?.statuses).toContainEqual({
      status: 415,
      count: 3,
    });
  });

  test.each([
    ['br', 'br'],
    ['GZip', 'GZip'],
    ['x-gzip', 'x-gzip'],
    ['gzip, identity', 'gzip'],
    ['identity,deflate , br', 'deflate, br'],
    ['none', 'none'],
    ['*', '*'],
    ['identity;q=1', 'identity;q=1'],
    ['a'.repeat(4000), `${'a'.repeat(16)}…`],
  ])('the coding %s is named', async (given, named) => {
    const { send } = await connect();
    const init = { method: 'POST', headers: { ...headers, 'content-encoding': given }, body: user };
    expect(await read(await send('/api/v1/users', init))).toEqual(refusal('vibefollow', named));
  });

  test.each(['', ' ', 'identity', 'Identity', ' identity , IDENTITY', ','])('%j is no coding', async (given) => {
    const { send } = await connect();
    const init = { method: 'POST', headers: { ...headers, 'content-encoding': given }, body: user };
    expect((await send('/api/v1/users', init)).status).toBe(202);
  });

  test('a request that has no body may have the header', async () => {
    const { send } = await connect();
    const init = { headers: { ...headers, 'content-encoding': 'gzip' } };
    expect((await send(`/cdp/api/v1/user?bot=${bot}`, init)).status).toBe(200);
    expect((await send('/__admin/faults', init)).status).toBe(200);
    expect((await send('/__admin/reset', { method: 'POST', ...init })).status).toBe(200);
  });

  test('the admin API refuses a coded body, and changes nothing', async () => {
    const { mock, send } = await connect();
    const body = JSON.stringify({ fault: { status: 503 } });
    const type = { 'content-type': 'application/json', 'content-encoding': 'br' };
    const errors = ['The body has the Content-Encoding br; send it without one.'];
    for (const [method, path] of [
      ['POST', 'faults'],
      ['PUT', 'state'],
      ['PUT', 'clock'],
      ['POST', 'verdicts'],
    ] as const)
      expect(await read(await send(`/__admin/${path}`, { method, headers: type, body }))).toEqual({
        status: 415,
        body: { errors },
      });
    expect(mock.faults.list()).toEqual([]);
  });
});

test.each([
  ['express.json()', express.json()],
  ['express.text()', express.text({ type: '*/*' })],
  ['express.raw()', express.raw({ type: '*/*' })],
])('a body that %s has unpacked is refused all the same', async (_name, parser) => {
  const mock = createMock();
  const { url } = await startBehind(mock, parser);
  const init = { method: 'POST', headers: { ...headers, 'content-encoding': 'gzip' }, body: zipped };
  expect(await read(await fetch(`${url}/api/v1/users`, init))).toEqual(refusal('vibefollow', 'gzip'));
  expect(await read(await fetch(`${url}/cdp/api/v1/user?bot=${bot}`, init))).toEqual(refusal('yellow', 'gzip'));
  expect(mock.stored()).toEqual([]);
});

test('several headers are read as one', async () => {
  const request: MockRequest = {
    method: 'POST',
    url: '/api/v1/users',
    headers: { ...headers, 'content-encoding': ['identity', 'gzip', 'br'] },
    body: user,
  };
  expect(await createMock().handle(request)).toMatchObject({
    status: 415,
    body: expect.stringContaining('gzip, br;') as string,
  });
});

test('it comes after the key and the Accept header, and before the size, the type and the rate limit', async () => {
  const { send } = await open({
    bodyLimit: 10,
    yellow: { rateLimits: { addUser: { requests: 1, windowSeconds: 60 } } },
  });
  const post = async (more: object): Promise<number> => {
    const given = { ...headers, 'content-encoding': 'gzip', 'content-type': 'text/plain', ...more };
    return (await send(`/cdp/api/v1/user?bot=${bot}`, { method: 'POST', headers: given, body: user })).status;
  };
  expect(await post({ 'x-api-key': '', authorization: '' })).toBe(401);
  expect(await post({ accept: 'text/html' })).toBe(406);
  expect([await post({}), await post({})]).toEqual([415, 415]);
  expect(await post({ 'content-encoding': 'identity' })).toBe(413);
});

test('it is judged as a wrong type of the body is', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'usr_1' }] }, { 'content-encoding': 'gzip' });
  expect(mock.verdicts({ expected: ['usr_1'] })).toMatchObject({ passed: false });
  const wrongs = (): string[] =>
    mock.verdicts().verdicts.flatMap(({ rule, outcome }) => (outcome === 'failed' ? [rule] : []));
  const coded = wrongs();
  expect(mock.journal.exchanges()).toMatchObject([
    { status: 415, error: 'unsupported_media_type', records: 0, violations: [expect.stringContaining('gzip')] },
  ]);
  mock.reset();
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'usr_1' }] }, { 'content-type': 'text/plain' });
  expect(coded).toEqual(wrongs());
  expect(coded).not.toEqual([]);
});

test('a fault can answer it with the code of the API', async () => {
  const bench = await open({ faults: [{ fault: { status: 415 } }] });
  expect(await read(await bench.vibefollow('/users', { external_user_id: 'usr_1' }))).toMatchObject({
    status: 415,
    body: { errors: [{ code: 'unsupported_media_type' }] },
  });
  await askWrong(bench, 400, 'POST', '/faults', {});
});
