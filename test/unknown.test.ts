import { expect, test } from 'vitest';
import type { Mock, MockOptions } from 'vf-mock';
import { ask } from './_admin.ts';
import { bot, key, open as openMock, otherKey, read, throughEachAdapter, type Bench } from './_setup.ts';

const uuid = '9b2f6f0e-3b0a-4c8e-9d53-0c5f0c1d2e3f';
const typo = { users: [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', emial: 'ada@example.com' }] };

function unknownIn(mock: Mock): readonly string[] | undefined {
  return mock.journal.exchanges().at(-1)?.unknown;
}

function findings(mock: Mock): string[] | undefined {
  const verdict = mock.verdicts().verdicts.find(({ rule }) => rule === 'valid-requests');
  return verdict?.findings.map(({ message }) => message);
}

throughEachAdapter((open) => {
  test('a misspelt property is taken as the API takes it, noted in the journal, and found by the verdict', async () => {
    const bench = await open();
    const { status, body } = await read(await bench.vibefollow('/users/bulk', typo));
    expect([status, body]).toMatchObject([200, { data: { accepted: 2 } }]);
    expect(unknownIn(bench.mock)).toEqual(['users[1].emial']);
    expect((await ask(bench, 'GET', '/journal')).body).toMatchObject({ exchanges: [{ unknown: ['users[1].emial'] }] });
    expect(findings(bench.mock)).toEqual([
      'attempt 1 of call 1 (bulkUpsertUsers, sk_test_…0000) carries users[1].emial, which the document does not have',
    ]);
  });

  test('with strict it is refused as an invalid request, and nothing is stored', async () => {
    const { mock, vibefollow, yellow } = await open({ strict: true });
    const refusal = (field: string): object => ({
      errors: [{ code: 'validation_failed', message: `${field} is not documented`, field }],
    });
    expect(await read(await vibefollow('/users/bulk', typo))).toEqual({ status: 400, body: refusal('users[1].emial') });
    expect(await read(await vibefollow('/users', typo.users[1]))).toEqual({ status: 422, body: refusal('emial') });
    expect(await read(await yellow('GET', '/user?limti=3'))).toEqual({
      status: 400,
      body: { error: 'query.limti is not documented' },
    });
    expect(mock.journal.exchanges().map(({ unknown, applied }) => [unknown, applied])).toEqual([
      [['users[1].emial'], false],
      [['emial'], false],
      [['query.limti'], false],
    ]);
    expect(mock.snapshot()).toMatchObject({ vibefollow: {} });
  });
});

test.each<[string, (bench: Bench) => Promise<Response>]>([
  ['traits', async ({ vibefollow }) => vibefollow('/users', { external_user_id: 'a', traits: { any: { thing: 1 } } })],
  ['event properties', async ({ vibefollow }) => vibefollow('/events', { ...event, properties: { any: 1 } })],
  ['records of Yellow.ai', async ({ yellow }) => yellow('POST', '/user', { userId: '1', loyaltyTier: 'gold' })],
  ['the payload of Yellow.ai', async ({ yellow }) => yellow('POST', '/event', { ...visit, payload: { any: 1 } })],
  ['headers', async ({ vibefollow }) => vibefollow('/users', { external_user_id: 'a' }, { 'x-trace': '1' })],
])('free names are known: those of %s', async (_what, send) => {
  const bench = await openMock({ strict: true });
  expect((await send(bench)).status).toBeLessThan(300);
  expect(unknownIn(bench.mock)).toBe(undefined);
  expect(findings(bench.mock)).toEqual([]);
});

const event = { external_user_id: 'usr_1', name: 'feature_used' };
const visit = { userId: '1', eventName: 'visit' };

test.each<[string, unknown, string[]]>([
  ['/users/bulk', { user: [], users: [{ external_user_id: 'a' }] }, ['user']],
  ['/users/bulk', { users: [{ id: 1 }, { id: 2, name: 'x' }] }, ['users[0].id', 'users[1].name']],
  ['/events', { ...event, timestamp: '2026-01-05T09:30:00Z', time: 1 }, ['time']],
  ['/events/bulk', { events: [{ ...event, timestamp: '2026-01-05T09:30:00Z', time: 1 }] }, ['events[0].time']],
  ['/events/batch?dryRun=1', { events: [{ ...event, '': 1 }] }, ['query.dryRun', 'events[0].""']],
])('names are told with their place, each once: %s %j', async (path, body, names) => {
  const { mock, vibefollow } = await openMock();
  await vibefollow(path, body);
  expect(unknownIn(mock)).toEqual(names);
});

const hung: MockOptions = { faults: [{ on: { attempt: 1 }, fault: { kind: 'reset' } }] };

test.each<[string, MockOptions, (bench: Bench) => Promise<unknown>]>([
  ['without a key', {}, async ({ vibefollow }) => vibefollow('/users/bulk', typo, { authorization: '' })],
  ['over the limit', limited('bulkUpsertUsers'), async ({ vibefollow }) => vibefollow('/users/bulk', typo)],
  ['reset by a fault', hung, async ({ vibefollow }) => vibefollow('/users/bulk', typo).catch(() => undefined)],
  ['that asks for a status', {}, async ({ vibefollow }) => vibefollow('/users/bulk', typo, { prefer: 'code=503' })],
])('it is noted of a request %s too, which is refused before its body is judged', async (_what, options, send) => {
  const bench = await openMock(options);
  await send(bench);
  expect(bench.mock.journal.exchanges()[0]?.status ?? 'reset').not.toBe(200);
  expect(unknownIn(bench.mock)).toEqual(['users[1].emial']);
});

function limited(operation: string): MockOptions {
  return { vibefollow: { rateLimits: { [operation]: { requests: 0, windowSeconds: 60 } } } };
}

test('a limit and an answer that is repeated come before strictness', async () => {
  const { mock, vibefollow } = await openMock({ strict: true, ...limited('trackEvent') });
  expect((await vibefollow('/events', { ...event, typo: 1 })).status).toBe(429);
  await vibefollow('/users', { external_user_id: 'a' }, { 'idempotency-key': uuid });
  const again = await vibefollow('/users', { external_user_id: 'a', typo: 1 }, { 'idempotency-key': uuid });
  expect(await read(again)).toMatchObject({ status: 422, body: { errors: [{ code: 'idempotency_key_reuse' }] } });
  expect(mock.vibefollow.project(key).userCount()).toBe(1);
});

test('a strict refusal is final, and does not keep its key', async () => {
  const { mock, vibefollow } = await openMock({ strict: true });
  await vibefollow('/users', { external_user_id: 'a', typo: 1 }, { 'idempotency-key': uuid });
  const mended = await vibefollow('/users', { external_user_id: 'a' }, { 'idempotency-key': uuid });
  expect(mended.status).toBe(202);
  expect(mock.journal.calls().map(({ outcome }) => outcome)).toEqual(['refused', 'delivered']);
});

test('a strict refusal rejects the request, and no record by itself', async () => {
  const { mock, vibefollow } = await openMock({ strict: true });
  const users = [
    { external_user_id: 'usr_1', email: 'nobody' },
    { external_user_id: 'usr_2', emial: 'x' },
  ];
  expect((await vibefollow('/users/bulk', { users })).status).toBe(400);
  expect(mock.journal.exchanges()[0]).not.toHaveProperty('rejected');
});

test('strict judges names, not values: a bad record is still rejected by itself', async () => {
  const { vibefollow, yellow } = await openMock({ strict: true });
  const users = [{ external_user_id: 'a', email: 'broken' }, { external_user_id: 'b' }];
  expect(await read(await vibefollow('/users/bulk', { users }))).toMatchObject({
    status: 200,
    body: { data: { accepted: 1, rejected: 1 } },
  });
  const rows = { users: [{ userId: '1', email: 'broken' }] };
  expect((await read(await yellow('POST', '/user/create-bulk', rows))).body).toEqual({
    error: 'Row [0]: Invalid email',
  });
});

test('a fault that does the work first does none for a request that is refused', async () => {
  const faults = [{ fault: { kind: 'reset', applied: true } as const }];
  const { mock, vibefollow } = await openMock({ strict: true, faults });
  await vibefollow('/users/bulk', typo).catch(() => undefined);
  expect([mock.vibefollow.project(key).userCount(), mock.journal.exchanges()[0]?.applied]).toEqual([0, false]);
});

test('a key in the URL has a rule of its own', async () => {
  const { mock, vibefollow } = await openMock();
  await vibefollow(`/users?api_key=${key}`, { external_user_id: 'a' });
  expect(unknownIn(mock)).toBe(undefined);
});

test('names that mean something to JavaScript, and bodies that are no such thing, do no harm', async () => {
  const { mock, send, vibefollow } = await openMock();
  const init = { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } };
  const body = '{"__proto__":{"a":1},"constructor":1,"toString":2,"users":[{"external_user_id":"a","__proto__":1}]}';
  await send('/api/v1/users/bulk', { ...init, body });
  expect(unknownIn(mock)).toEqual(['__proto__', 'constructor', 'toString', 'users[0].__proto__']);
  for (const odd of [null, 7, 'text', [], [typo], { users: 7 }, { users: [null, 7, [typo], [[]]] }]) {
    await vibefollow('/users/bulk', odd);
    expect(unknownIn(mock)).toBe(undefined);
  }
  const deep = `${'{"a":'.repeat(900)}1${'}'.repeat(900)}`;
  await send('/api/v1/users', { ...init, body: `{"external_user_id":"a","traits":${deep},"b":${deep}}` });
  expect(unknownIn(mock)).toEqual(['b']);
});

test('no more than 20 names are kept, each of 200 characters at most, with keys masked', async () => {
  const { mock, vibefollow } = await openMock();
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`n${n}`, n]));
  const users = [{ external_user_id: 'a', [`x${otherKey}`]: 1, ['y'.repeat(10_000)]: 1 }, many, many];
  await vibefollow('/users/bulk', { users });
  const unknown = unknownIn(mock) ?? [];
  expect(unknown).toHaveLength(20);
  expect(unknown[0]).toBe('users[0].xsk_live_…1111');
  expect(unknown[1]).toHaveLength(200);
  expect(findings(mock)?.[0]).toMatch(/and 18 others, which the document does not have$/);
});

test('what an operation without a body is sent is not looked at', async () => {
  const { mock, send } = await openMock({ strict: true });
  await send(`/cdp/api/v1/user/1?bot=${bot}`, { method: 'DELETE', headers: { 'x-api-key': 'a' }, body: '{"typo":1}' });
  expect([unknownIn(mock), findings(mock)]).toEqual([undefined, []]);
});
