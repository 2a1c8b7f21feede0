import { expect, test } from 'vitest';
import { bot, read, throughEachAdapter, open } from './_setup.ts';

const start = '2026-01-01T00:00:00.000Z';
const generatedId = /^x1640004486565_[A-Za-z0-9_-]{21}$/;

throughEachAdapter((open) => {
  test('a user is added and answered with the value and the kind of each property', async () => {
    const { yellow } = await open();
    const record = {
      ...{ userId: '1001', firstName: 'Asha', lastName: 'Rao', gender: 'female', country: 'India', city: 'Pune' },
      ...{ language: 'en', email: 'asha@example.com', phone: '919000000000', lastChannel: 'whatsapp' },
      ...{ dob: '1990-04-30', emailOptin: true, smsOptin: false, whatsAppOptin: true, tags: ['trial', 'vip'] },
      timezone: 'Asia/Kolkata',
    };
    const answer = await yellow('POST', '/user', { ...record, loyaltyTier: 'gold', visits: 3, plan: { seats: 2 } });
    expect(await read(answer)).toEqual({
      status: 200,
      body: {
        message: 'User created successfully',
        data: {
          ...system(record),
          ...custom({ loyaltyTier: 'gold', visits: 3, plan: { seats: 2 } }),
          id: { value: expect.stringMatching(generatedId) as string, propertyType: 'System' },
          ...system({ botId: bot, createdAt: start, updatedAt: start, profileComplete: '100.00' }),
        },
      },
    });
  });

  test('a user that is added again gets the given properties and keeps the others', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', city: 'Pune', country: 'India' });
    await mock.clock.advance(1500);
    expect((await yellow('POST', '/user', { userId: '1001', city: 'Goa' })).status).toBe(200);
    expect(mock.yellow.bot(bot).userCount()).toBe(1);
    expect(mock.yellow.bot(bot).user('1001')).toMatchObject(
      system({ city: 'Goa', country: 'India', createdAt: start, updatedAt: '2026-01-01T00:00:01.500Z' }),
    );
  });

  test.each([
    [{ firstName: 'Asha' }, 'userId is required'],
    [{ userId: '' }, 'userId must be at least 1 character'],
    [{ userId: 1001 }, 'userId must be a string'],
    [{ userId: '1001', email: 'asha' }, 'Invalid email'],
    [[{ userId: '1001' }], 'The body must be an object'],
  ])('adding %j is refused and stores nothing', async (record, error) => {
    const { mock, yellow } = await open();
    expect(await read(await yellow('POST', '/user', record))).toEqual({ status: 400, body: { error } });
    expect(mock.yellow.bot(bot).users()).toEqual([]);
  });

  test('users are listed in order of creation, page by page until one is empty', async () => {
    const { yellow } = await open();
    for (const userId of ['e', 'd', 'c', 'b', 'a']) await yellow('POST', '/user', { userId });
    await yellow('PUT', '/user/e', { city: 'Pune' });
    const page = async (offset: number): Promise<unknown> =>
      read(await yellow('GET', `/user?offset=${offset}&limit=2&properties=userId`));
    expect(await page(0)).toEqual(listed([system({ userId: 'e' }), system({ userId: 'd' })]));
    expect(await page(2)).toEqual(listed([system({ userId: 'c' }), system({ userId: 'b' })]));
    expect(await page(4)).toEqual(listed([system({ userId: 'a' })]));
    expect(await page(6)).toEqual(listed([]));
  });

  test('a page starts at the first user and has 100 users unless told otherwise', async () => {
    const { yellow } = await open();
    const users = Array.from({ length: 101 }, (_, at) => ({ userId: `u${at}` }));
    await yellow('POST', '/user/create-bulk', { users });
    const all = users.map((user) => system(user));
    const page = async (query: string): Promise<unknown> =>
      read(await yellow('GET', `/user?properties=userId${query}`));
    expect(await page('')).toEqual(listed(all.slice(0, 100)));
    expect(await page('&offset=100')).toEqual(listed(all.slice(100)));
    expect(await page('&limit=1000')).toEqual(listed(all));
  });

  test('a listed user has all its properties, or those that are asked for', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', city: 'Pune', loyaltyTier: 'gold' });
    await yellow('POST', '/user', { userId: '1002', email: 'ravi@example.com' });
    expect(await read(await yellow('GET', '/user'))).toEqual(listed(mock.yellow.bot(bot).users()));
    const some = listed([{ ...system({ city: 'Pune' }), ...custom({ loyaltyTier: 'gold' }) }, {}]);
    expect(await read(await yellow('GET', '/user?properties=city,loyaltyTier'))).toEqual(some);
    expect(await read(await yellow('GET', '/user?properties=city&properties=loyaltyTier'))).toEqual(some);
  });

  test('a list tells what was added, updated and deleted since the one before', async () => {
    const { yellow } = await open();
    const list = async (): Promise<unknown> => read(await yellow('GET', '/user?properties=userId,city'));
    await yellow('POST', '/user', { userId: '1001' });
    expect(await list()).toEqual(listed([system({ userId: '1001' })]));
    await yellow('POST', '/user', { userId: '1002' });
    await yellow('PUT', '/user/1001', { city: 'Goa' });
    expect(await list()).toEqual(listed([system({ userId: '1001', city: 'Goa' }), system({ userId: '1002' })]));
    await yellow('DELETE', '/user/1001');
    expect(await list()).toEqual(listed([system({ userId: '1002' })]));
  });

  test.each([
    ['offset=-1', 'offset must be 0 or more'],
    ['offset=two', 'offset must be an integer'],
    ['limit=0', 'limit must be 1 or more'],
    ['limit=1.5', 'limit must be an integer'],
  ])('a list with %s is refused', async (query, error) => {
    const { yellow } = await open();
    expect(await read(await yellow('GET', `/user?${query}`))).toEqual({ status: 400, body: { error } });
  });

  test('one user is fetched with its System properties, with all, or with those that are asked for', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', city: 'Pune', loyaltyTier: 'gold' });
    const { loyaltyTier, ...known } = mock.yellow.bot(bot).user('1001') ?? {};
    const get = async (query: string): Promise<unknown> => read(await yellow('GET', `/user/1001${query}`));
    expect(await get('')).toEqual(fetched(known));
    expect(await get('?allProperties=false')).toEqual(fetched(known));
    expect(await get('?allProperties=true')).toEqual(fetched({ ...known, loyaltyTier }));
    expect(await get('?properties=loyaltyTier,city')).toEqual(
      fetched({ ...system({ city: 'Pune' }), ...custom({ loyaltyTier: 'gold' }) }),
    );
  });

  test('one user is fetched by its generated id where userId=false', async () => {
    const { mock, yellow } = await open();
    for (const userId of ['1001', '1002']) await yellow('POST', '/user', { userId });
    const id = String(mock.yellow.bot(bot).user('1002')?.['id']?.value);
    const answer = await yellow('GET', `/user/${id}?userId=false&properties=userId`);
    expect(await read(answer)).toEqual(fetched(system({ userId: '1002' })));
    expect(await read(await yellow('GET', `/user/${id}?userId=true`))).toEqual(notFound(id));
    expect(await read(await yellow('GET', '/user/1002?userId=false'))).toEqual(notFound('1002'));
  });

  test('a user that is not known can be neither fetched nor updated nor deleted', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001' });
    expect(await read(await yellow('GET', '/user/1002'))).toEqual(notFound('1002'));
    expect(await read(await yellow('PUT', '/user/1002', { city: 'Goa' }))).toEqual(notFound('1002'));
    expect(await read(await yellow('DELETE', '/user/1002'))).toEqual(notFound('1002'));
    expect(mock.yellow.bot(bot).userCount()).toBe(1);
  });

  test('an update sets the given properties and keeps the others', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', city: 'Pune', tags: ['trial'], loyaltyTier: 'gold' });
    const before = mock.yellow.bot(bot).user('1001');
    await mock.clock.advance(60_000);
    const answer = await yellow('PUT', '/user/1001', { userId: '1001', city: 'Goa', visits: 3 });
    const data = {
      ...before,
      ...system({ city: 'Goa', updatedAt: '2026-01-01T00:01:00.000Z' }),
      ...custom({ visits: 3 }),
    };
    expect(await read(answer)).toEqual({ status: 200, body: { message: 'User updated successfully', data } });
    expect(mock.yellow.bot(bot).users()).toEqual([data]);
  });

  test.each([
    [{ userId: '1002', city: 'Goa' }, 'Invalid userId: the path says 1001, the body 1002'],
    [{ city: 'Goa', dob: '30/04/1990' }, 'Invalid dob'],
  ])('an update with %j is refused and changes nothing', async (record, error) => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', city: 'Pune' });
    const before = mock.yellow.bot(bot).users();
    expect(await read(await yellow('PUT', '/user/1001', record))).toEqual({ status: 400, body: { error } });
    expect(mock.yellow.bot(bot).users()).toEqual(before);
  });

  test('a deleted user is gone, and deleting it again is a 404', async () => {
    const { yellow } = await open();
    for (const userId of ['1001', '1002']) await yellow('POST', '/user', { userId });
    const data = { userId: '1001' };
    expect(await read(await yellow('DELETE', '/user/1001'))).toEqual({
      status: 200,
      body: { message: 'User deleted successfully', data },
    });
    expect(await read(await yellow('DELETE', '/user/1001'))).toEqual(notFound('1001'));
    expect(await read(await yellow('GET', '/user/1001'))).toEqual(notFound('1001'));
    expect(await read(await yellow('GET', '/user?properties=userId'))).toEqual(listed([system({ userId: '1002' })]));
  });

  test('a user that is added again after its deletion has none of its old properties', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', city: 'Pune' });
    await yellow('DELETE', '/user/1001');
    await yellow('POST', '/user', { userId: '1001', country: 'India' });
    expect(mock.yellow.bot(bot).user('1001')).not.toHaveProperty('city');
    expect(mock.yellow.bot(bot).user('1001')).toMatchObject(system({ country: 'India' }));
  });

  test.each(['a/b?c=d&e#f', 'ünï côdé', '50%', '__proto__', 'constructor'])('%s is a userId', async (userId) => {
    const { yellow } = await open();
    const path = `/user/${encodeURIComponent(userId)}`;
    expect((await yellow('GET', path)).status).toBe(404);
    await yellow('POST', '/user', { userId, city: 'Pune' });
    expect((await yellow('PUT', path, { city: 'Goa' })).status).toBe(200);
    expect(await read(await yellow('GET', `${path}?properties=userId,city`))).toEqual(
      fetched(system({ userId, city: 'Goa' })),
    );
    expect((await yellow('DELETE', path)).status).toBe(200);
    expect((await yellow('GET', path)).status).toBe(404);
  });
});

function system(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, propertyType: 'System' }]));
}

function custom(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, propertyType: 'Custom' }]));
}

function fetched(data: unknown): unknown {
  return { status: 200, body: { message: 'Fetched user successfully', data } };
}

function listed(data: unknown[]): unknown {
  return { status: 200, body: { message: 'Fetched users successfully', data: { data } } };
}

function notFound(userId: string): unknown {
  return { status: 404, body: { error: `User not found: ${userId}` } };
}

test('an empty list of properties is no choice', async () => {
  const { yellow } = await open();
  await yellow('POST', '/user', { userId: '1', tier: 'gold' });
  const { data } = (await (await yellow('GET', '/user?properties=')).json()) as { data: { data: object[] } };
  expect(data.data).toMatchObject([{ userId: { value: '1' }, tier: { value: 'gold' } }]);
});
