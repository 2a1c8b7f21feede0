import { expect, test } from 'vitest';
import { key, open, otherKey, read, throughEachAdapter } from './_setup.ts';

const user = { external_user_id: 'u' };

throughEachAdapter((open) => {
  test.each([
    ['no header', undefined],
    ['another scheme', `Basic ${key}`],
    ['no key', 'Bearer '],
    ['a short key', 'Bearer sk_test_short'],
    ['a key of another kind', `Bearer pk_live_${'0'.repeat(32)}`],
    ['two keys', `Bearer ${key} ${key}`],
  ])('%s gets 401', async (_name, authorization) => {
    const { mock, send } = await open();
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const answer = await send('/api/v1/users', { method: 'POST', headers, body: JSON.stringify(user) });
    expect(await read(answer)).toMatchObject({ status: 401, body: { errors: [{ code: 'auth_required' }] } });
    expect(mock.journal.exchanges()).not.toMatchObject([{ tenant: expect.anything() as unknown }]);
  });

  test('a key in the query is no key', async () => {
    const { send } = await open();
    const answer = await send(`/api/v1/users?key=${key}&access_token=${key}`, { method: 'POST' });
    expect(answer.status).toBe(401);
  });

  test('every well-formed key opens a project of its own', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/users', user);
    await vibefollow('/users', { external_user_id: 'v' }, { authorization: `bearer ${otherKey}` });
    expect(mock.vibefollow.project(key).users()).toMatchObject([{ external_user_id: 'u' }]);
    expect(mock.vibefollow.project(otherKey).users()).toMatchObject([{ external_user_id: 'v' }]);
  });
});

test.each([
  ['active', 202, undefined],
  ['revoked', 401, 'auth_required'],
  ['other-project', 403, 'forbidden'],
] as const)('a listed key that is %s gets %i', async (standing, status, code) => {
  const { vibefollow } = await open({ vibefollow: { keys: { [key]: standing } } });
  const answer = await read(await vibefollow('/users', user));
  expect(answer).toMatchObject({ status, body: code ? { errors: [{ code }] } : { data: { accepted: true } } });
});

test('a key that is not on the list gets 401', async () => {
  const { vibefollow } = await open({ vibefollow: { keys: { [otherKey]: 'active' } } });
  expect(await read(await vibefollow('/users', user))).toMatchObject({
    status: 401,
    body: { errors: [{ code: 'auth_required', message: 'This key is unknown' }] },
  });
});

test('the journal shows only the first 8 and the last 4 characters of a key', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users/bulk', { users: [user, user] });
  expect(mock.journal.exchanges().map(({ exercised: _, ...exchange }) => exchange)).toEqual([
    {
      number: 1,
      at: Date.parse('2026-01-01T00:00:00.000Z'),
      method: 'POST',
      path: '/api/v1/users/bulk',
      api: 'vibefollow',
      operation: 'bulkUpsertUsers',
      tenant: 'sk_test_…0000',
      tenantId: expect.stringMatching(/^prj_[0-9a-f]{16}$/) as string,
      query: '',
      size: 61,
      records: 2,
      recordIds: ['u', 'u'],
      digest: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      content: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      credential: 'header',
      call: 1,
      attempt: 1,
      concurrent: 1,
      applied: true,
      effect: 1,
      status: 200,
      duration: 0,
    },
  ]);
});

test('a key of 10 MB gets 401', async () => {
  const { vibefollow } = await open();
  expect((await vibefollow('/users', user, { authorization: `Bearer sk_live_${'a'.repeat(10_000_000)}` })).status).toBe(
    401,
  );
});

test('a project is found by its id as by its key, which the id does not show', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users', user);
  const [{ tenantId = '' } = {}] = mock.journal.exchanges();
  expect(mock.vibefollow.project(tenantId).userCount()).toBe(1);
  expect(key).not.toContain(tenantId.slice('prj_'.length));
  expect([mock.vibefollow.projects(), mock.yellow.bots()]).toEqual([[tenantId], []]);
  mock.reset(tenantId);
  expect(mock.vibefollow.project(key).userCount()).toBe(0);
});
