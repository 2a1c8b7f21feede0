import { expect, test } from 'vitest';
import 'vf-mock/vitest';
import { messageOf } from './_messages.ts';
import { ask } from './_admin.ts';
import { bot, key, open, throughAdaptersOfEachPath } from './_setup.ts';

/** Requests of a browser, a readiness probe, a scraper and a crawler. */
const others: [method: string, path: string, headers?: Record<string, string>][] = [
  ['OPTIONS', '/'],
  ['GET', '/favicon.ico'],
  ['GET', '/metrics', { authorization: 'Basic YTpi' }],
  ['GET', '/robots.txt', { cookie: 'session=1' }],
  ['GET', '/.well-known/security.txt'],
  ['GET', '/users?limit=1'],
  ['GET', '/apis/health'],
  ['GET', '/%zz'],
  ['GET', '/icon?a=%E0%A4'],
];

/** Misses of a client. */
const misses: [method: string, path: string, headers?: Record<string, string>][] = [
  ['GET', '/api/v1/user'],
  ['HEAD', '/api'],
  ['OPTIONS', '/cdp/api/v1/users'],
  ['GET', '/API/v1/users/bulk'],
  ['GET', '//api/v1/users'],
  ['GET', '/%61pi/v1/users'],
  ['GET', '/api/v1/%zz'],
  ['POST', '/users/bulk'],
  ['DELETE', '/'],
  ['GET', '/v1/users', { authorization: `Bearer ${key}` }],
  ['GET', '/v1/users', { authorization: key }],
  ['GET', '/user', { 'x-api-key': 'secret' }],
  ['GET', '/user', { 'x-auth-token': 'secret' }],
  ['GET', '/user?api_key=secret'],
  ['GET', `/${key}/users`],
  ['GET', `/users?a=%zz&b=${key}`],
];

throughAdaptersOfEachPath((connect) => {
  test.each(others)('%s %s means no API and is not judged', async (method, path, headers = {}) => {
    const { mock, send } = await connect();
    const { status } = await send(path, { method, headers });
    expect(status).toBe(path.includes('%') ? 400 : 404);
    expect(mock.journal.exchanges()).toEqual([]);
    expect(mock.journal.others()).toMatchObject([{ method, status }]);
    expect(mock.verdicts()).toMatchObject({ passed: null, requests: 0, otherRequests: 1, tenants: [] });
    expect(mock.coverage()).toMatchObject({ requests: 0, unmatched: 0 });
  });

  test.each(misses)('%s %s means an API and is judged', async (method, path, headers = {}) => {
    const { mock, send } = await connect();
    await send(path, { method, headers });
    expect(mock.journal.others()).toEqual([]);
    expect(mock.verdicts()).toMatchObject({ passed: false, requests: 1, otherRequests: 0 });
    expect(mock.coverage()).toMatchObject({ requests: 1, unmatched: 1 });
  });

  test('a probe does not fail an innocent client', async () => {
    const { mock, send, vibefollow } = await connect();
    await send('/healthz', { method: 'HEAD' });
    await vibefollow('/users', { external_user_id: 'usr_1' });
    await send('/favicon.ico');
    expect(mock.verdicts()).toMatchObject({ passed: true, requests: 1, otherRequests: 2 });
    expect(mock).toPassAllRules();
  });
});

test('the admin API lists other requests apart', async () => {
  const bench = await open();
  await bench.send('/favicon.ico');
  await bench.yellow('GET', '/user');
  const { body } = await ask(bench, 'GET', '/journal');
  expect(body).toMatchObject({ exchanges: [{ operation: 'listUsers' }], others: [{ path: '/favicon.ico' }] });
  expect((await ask(bench, 'GET', `/journal?tenant=${bot}`)).body).toMatchObject({ others: [] });
});

test('frequent probes push out no exchange, and only the last hundred are kept', async () => {
  const { mock, send, vibefollow } = await open({ journalLimit: 150 });
  await vibefollow('/users', { external_user_id: 'usr_1' });
  for (let probe = 0; probe < 400; probe += 1) await send(`/metrics?probe=${probe}`);
  expect(mock.journal.exchanges()).toHaveLength(1);
  expect(mock.journal.others().map(({ query }) => query)).toHaveLength(100);
  expect(mock.journal.others().at(-1)?.query).toBe('probe=399');
  expect([mock.journal.countOthers(), mock.journal.dropped()]).toEqual([400, 0]);
});

test('a reset forgets other requests, and a reset of one tenant does not', async () => {
  const { mock, send } = await open();
  await send('/metrics');
  mock.reset(bot);
  expect(mock.journal.countOthers()).toBe(1);
  mock.reset();
  expect([mock.journal.countOthers(), mock.journal.others()]).toEqual([0, []]);
});

test('a matcher does not pass on other requests only', async () => {
  const { mock, send } = await open();
  await send('/metrics');
  const says = 'The client sent no request. The journal has 1 other request, which mean no API.';
  expect(messageOf(() => expect(mock).toPassAllRules())).toContain(says);
  expect(messageOf(() => expect(mock).not.toPassAllRules())).toContain(says);
});
