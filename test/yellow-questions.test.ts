import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { documents, type MockOptions } from 'vf-mock';
import { handlers } from 'vf-mock/msw';
import { bot, open, read, throughEachAdapter } from './_setup.ts';

const asha = { userId: '1001', city: 'Pune', emailOptin: true, loyaltyTier: 'gold' };
const known = ['userId', 'city', 'emailOptin', 'id', 'botId', 'createdAt', 'updatedAt', 'profileComplete'].sort();

throughEachAdapter((open) => {
  /** A bot with a user. `get` answers the status and the names of the properties of a user. */
  async function openWithUser(yellow?: MockOptions['yellow']) {
    const bench = await open({ ...(yellow && { yellow }) });
    await bench.yellow('POST', '/user', asha);
    const id = String(bench.mock.yellow.bot(bot).user('1001')?.['id']?.value);
    const get = async (path: string): Promise<unknown> => namesOf(await bench.yellow('GET', `/user/${path}`));
    return { ...bench, id, get };
  }

  test('userId=no leaves the userId out, and userId=false takes the generated id (YE-14)', async () => {
    const { id, get } = await openWithUser();
    const others = known.filter((name) => name !== 'userId');
    expect(await get('1001?userId=yes')).toEqual(known);
    expect(await get('1001?userId=no')).toEqual(others);
    expect(await get('1001?userId=no&properties=userId,city')).toEqual(['city']);
    expect(await get('1001?userId=no&allProperties=true')).toEqual([...others, 'loyaltyTier'].sort());
    expect(await get(`${id}?userId=no`)).toEqual(others);
    expect(await get('1001?userId=true')).toEqual(known);
    expect(await get(`${id}?userId=true`)).toBe(404);
    expect(await get(`${id}?userId=false`)).toEqual(known);
    expect(await get('1001?userId=false')).toBe(404);
    expect(await get('1001?userId=maybe')).toBe(400);
  });

  test('with userIdParameter only the values of one source are allowed (YE-14)', async () => {
    const { get } = await openWithUser({ userIdParameter: 'yes-no' });
    expect(await get('1001')).toEqual(known);
    expect(await get('1001?userId=yes')).toEqual(known);
    expect(await get('1001?userId=true')).toBe(400);
    const other = await openWithUser({ userIdParameter: 'true-false' });
    expect(await other.get('1001')).toEqual(known);
    expect(await other.get(`${other.id}?userId=false`)).toEqual(known);
    expect(await read(await other.yellow('GET', '/user/1001?userId=no'))).toEqual({
      status: 400,
      body: { error: 'userId must be one of true, false' },
    });
  });

  test('a path may have the generated id, unless a user has it as its userId (YE-15)', async () => {
    const { mock, yellow, id, get } = await openWithUser();
    expect(await get(id)).toEqual(known);
    expect((await yellow('PUT', `/user/${id}`, { userId: '1001', city: 'Goa' })).status).toBe(200);
    expect((await yellow('PUT', `/user/${id}`, { userId: id })).status).toBe(400);
    expect(mock.yellow.bot(bot).plainUsers()).toMatchObject([{ userId: '1001', city: 'Goa' }]);
    await yellow('POST', '/user', { userId: id, city: 'Agra' });
    await yellow('PUT', `/user/${id}`, { city: 'Delhi' });
    expect(mock.yellow.bot(bot).plainUsers()).toMatchObject([{ city: 'Goa' }, { city: 'Delhi' }]);
    for (const userId of [id, '1001']) {
      const answer = await read(await yellow('DELETE', `/user/${id}`));
      expect(answer).toMatchObject({ status: 200, body: { data: { userId } } });
    }
    expect(await get(id)).toBe(404);
  });

  test('with pathId: user-id a path has only the userId (YE-15)', async () => {
    const { mock, yellow, id, get } = await openWithUser({ pathId: 'user-id' });
    expect(await get(id)).toBe(404);
    expect((await yellow('PUT', `/user/${id}`, { city: 'Goa' })).status).toBe(404);
    expect((await yellow('DELETE', `/user/${id}`)).status).toBe(404);
    expect(await get(`${id}?userId=false`)).toEqual(known);
    expect(mock.yellow.bot(bot).userCount()).toBe(1);
  });

  test('allProperties may be a list of names, which come beside the System properties (YE-16)', async () => {
    const { yellow, get } = await openWithUser();
    await yellow('PUT', '/user/1001', { visits: 3, plan: 'pro' });
    expect(await get('1001?allProperties=visits,plan,nothing')).toEqual([...known, 'visits', 'plan'].sort());
    expect(await get('1001?allProperties=')).toEqual(known);
    expect(await get('1001?allProperties=visits&properties=city')).toEqual(['city']);
  });

  test('answers spell emailOptin as emailOptinSpelling says, and it is stored as ever (YE-18)', async () => {
    const { mock, yellow } = await open({ yellow: { emailOptinSpelling: 'emailOptIn' } });
    const stored = { emailOptin: { value: true, propertyType: 'System' } };
    const answered = { emailOptIn: { value: true, propertyType: 'System' } };
    const dataOf = async (answer: Response): Promise<unknown> => ((await read(answer)).body as { data: unknown }).data;
    for (const answer of [
      await yellow('POST', '/user', { userId: '1001', emailOptin: true }),
      await yellow('PUT', '/user/1001', {}),
      await yellow('GET', '/user/1001'),
    ]) {
      const data = await dataOf(answer);
      expect(data).toMatchObject(answered);
      expect(data).not.toHaveProperty('emailOptin');
    }
    expect(await dataOf(await yellow('GET', '/user?properties=emailOptin'))).toEqual({ data: [answered] });
    expect(await dataOf(await yellow('GET', '/user/1001?properties=emailOptIn'))).toEqual(answered);
    expect(mock.yellow.bot(bot).user('1001')).toMatchObject(stored);
    expect(mock.yellow.bot(bot).plainUsers()).toMatchObject([{ emailOptin: true }]);
    expect(mock.snapshot().yellow[bot]?.users).toMatchObject([{ properties: { emailOptin: true } }]);
  });

  test('DELETE takes offset and limit, and ignores them (YE-22)', async () => {
    const { yellow } = await open({ strict: true });
    await yellow('POST', '/user', { userId: '1001' });
    expect((await yellow('DELETE', '/user/1001?offset=x&limit=-1')).status).toBe(200);
  });

  test('a phone number is stored without its + (YE-23)', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user/create-bulk', { users: [{ userId: 'imported', phone: '+919000000001' }] });
    await yellow('POST', '/user', { userId: 'added', phone: '+919000000002' });
    await yellow('POST', '/user', { userId: 'updated' });
    await yellow('PUT', '/user/updated', { phone: '+919000000003' });
    await yellow('POST', '/event', { userId: 'event', eventName: 'login', userProperties: { phone: '+919000000004' } });
    mock.yellow.bot(bot).seed([{ userId: 'seeded', phone: '+919000000005' }]);
    const phones = mock.yellow.bot(bot).plainUsers();
    expect(phones.map(({ phone }) => phone)).toEqual([1, 2, 3, 4, 5].map((last) => `91900000000${last}`));
  });

  test('with phonePlus: refused a + makes a record invalid (YE-23)', async () => {
    const { mock, yellow } = await open({ yellow: { phonePlus: 'refused' } });
    const phone = '+919000000000';
    const refused = async (method: string, path: string, body: object): Promise<unknown> =>
      read(await yellow(method, path, body));
    const error = { status: 400, body: { error: 'Invalid phone' } };
    const users = [{ userId: '1' }, { userId: '2', phone }];
    expect(await refused('POST', '/user/create-bulk', { users })).toEqual({
      status: 400,
      body: { error: 'Row [1]: Invalid phone' },
    });
    expect(await refused('POST', '/user', { userId: '1', phone })).toEqual(error);
    expect(await refused('PUT', '/user/1', { phone })).toEqual(error);
    expect(await refused('POST', '/event', { userId: '1', eventName: 'a', userProperties: { phone } })).toEqual(error);
    expect(() => mock.yellow.bot(bot).seed([{ userId: '1', phone }])).toThrow('users[0]: Invalid phone');
    expect(mock.yellow.bot(bot).userCount()).toBe(0);
    expect(mock.records().map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  test('null and an empty text are values, as far as the property allows them (YE-24)', async () => {
    const { mock, yellow } = await open();
    expect((await yellow('POST', '/user', { userId: '1001', email: '' })).status).toBe(400);
    expect((await yellow('POST', '/user', { userId: '1001', city: null })).status).toBe(400);
    await yellow('POST', '/user', { userId: '1001', city: '', tier: null });
    expect(mock.yellow.bot(bot).plainUsers()).toMatchObject([{ city: '', tier: null }]);
  });

  test('with emptyValues: absent they count as left out of the record of a user (YE-24)', async () => {
    const { mock, yellow } = await open({ yellow: { emptyValues: 'absent' } });
    const empty = { email: '', phone: null, city: '', tags: null, tier: '', emailOptin: '' };
    await yellow('POST', '/user/create-bulk', {
      users: [
        { userId: 'imported', ...empty },
        { userId: '', city: 'Goa' },
      ],
    });
    await yellow('POST', '/user', { userId: 'added', firstName: 'Asha', ...empty });
    await yellow('PUT', '/user/added', { ...empty, firstName: '', lastName: 'Rao' });
    await yellow('POST', '/event', { userId: 'event', eventName: 'login', userProperties: empty });
    mock.yellow.bot(bot).seed([{ userId: 'seeded', city: '' }]);
    const generated = expect.stringMatching(/^x1640004486565_/) as string;
    expect(mock.yellow.bot(bot).plainUsers().map(given)).toEqual([
      { userId: 'imported' },
      { userId: generated, city: 'Goa' },
      { userId: 'added', firstName: 'Asha', lastName: 'Rao' },
      { userId: 'event' },
      { userId: 'seeded' },
    ]);
    expect(await read(await yellow('POST', '/user', { userId: '' }))).toMatchObject({
      body: { error: 'userId is required' },
    });
    expect(mock.records({ outcome: 'rejected' })).toHaveLength(1);
  });

  test('userProperties of an event are set on its user, and validated like its record (YE-26)', async () => {
    const { mock, yellow } = await open();
    const event = async (userProperties: unknown): Promise<unknown> =>
      read(await yellow('POST', '/event', { userId: '1001', eventName: 'login', userProperties }));
    await yellow('POST', '/user', { userId: '1001', city: 'Pune', firstName: 'Asha' });
    await mock.clock.advance(1000);
    expect(await event({ city: 'Goa', emailOptIn: true, tier: 'gold', userId: '7', id: 'x' })).toMatchObject({
      status: 200,
    });
    expect(mock.yellow.bot(bot).plainUsers().map(given)).toEqual([
      { userId: '1001', city: 'Goa', firstName: 'Asha', emailOptin: true, tier: 'gold' },
    ]);
    expect(mock.yellow.bot(bot).plainUsers()).toMatchObject([{ updatedAt: '2026-01-01T00:00:01.000Z' }]);
    expect(await event({ email: 'asha' })).toEqual({ status: 400, body: { error: 'Invalid email' } });
    expect(await event('Goa')).toMatchObject({ status: 400 });
    expect(mock.yellow.bot(bot).events()).toHaveLength(1);
  });

  test('with userProperties: ignored they count as left out (YE-26)', async () => {
    const { mock, yellow } = await open({ yellow: { userProperties: 'ignored' } });
    const event = { userId: '1001', eventName: 'login', userProperties: { email: 'asha', city: 'Goa' } };
    expect((await yellow('POST', '/event', event)).status).toBe(200);
    expect(mock.yellow.bot(bot).plainUsers().map(given)).toEqual([{ userId: '1001' }]);
  });

  test('with defaultProperties: all one user has all of them unless less is asked for (YE-27)', async () => {
    const { get } = await openWithUser({ defaultProperties: 'all' });
    expect(await get('1001')).toContain('loyaltyTier');
    expect(await get('1001?properties=&allProperties=')).toContain('loyaltyTier');
    expect(await get('1001?allProperties=false')).toEqual(known);
    expect(await get('1001?properties=city')).toEqual(['city']);
  });
});

test.each(documents.yellow.servers)('the host $url answers below /cdp/api/v1 (YE-25)', async ({ url }) => {
  const { mock } = await open();
  const server = setupServer(...handlers(mock));
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => server.close());
  const init = { headers: { 'x-api-key': 'any' } };
  const list = `${url}/cdp/api/v1/user?bot=${bot}`;
  expect([(await fetch(list, init)).status, (await mock.fetch(list, init)).status]).toEqual([200, 200]);
  expect(mock.journal.exchanges().map(({ operation }) => operation)).toEqual(['listUsers', 'listUsers']);
});

async function namesOf(answer: Response): Promise<unknown> {
  const { status, body } = await read(answer);
  return status === 200 ? Object.keys((body as { data: object }).data).sort() : status;
}

/** The properties that a record can set. */
function given(user: Readonly<Record<string, unknown>>): object {
  const own = ['id', 'botId', 'createdAt', 'updatedAt', 'profileComplete'];
  return Object.fromEntries(Object.entries(user).filter(([name]) => !own.includes(name)));
}
