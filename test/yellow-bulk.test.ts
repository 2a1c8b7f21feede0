import { expect, test } from 'vitest';
import type { Mock } from 'vf-mock';
import { bot, open, read, throughEachAdapter } from './_setup.ts';

const bulk = '/user/create-bulk';
const asha = { userId: '1001', firstName: 'Asha', city: 'Pune' };

throughEachAdapter((open) => {
  test('a bulk creation answers an id, under which it tells the new users from the ones that existed (YE-12)', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1002' });
    const answer = await read(await yellow('POST', bulk, { users: [asha, { userId: '1002' }, { userId: '1003' }] }));
    const id = idOf(answer.body);
    expect(answer).toEqual({ status: 200, body: { message: '', data: id } });
    expect(id).toMatch(/^[A-Za-z0-9_-]{21}$/);
    expect(await read(await yellow('GET', `${bulk}?id=${id}`))).toEqual(
      status('finished processing', { '1001': bot, '1003': bot }, { '1002': bot }),
    );
    expect(stored(mock)).toEqual([{ userId: '1002' }, asha, { userId: '1003' }]);
  });

  test.each(['', '?uponConflict=UPDATE_EXISTING'])(
    'with "%s" a user that exists gets the given properties and keeps the others (YE-2)',
    async (query) => {
      const { mock, yellow } = await open();
      await yellow('POST', '/user', asha);
      await yellow('POST', bulk + query, {
        users: [{ userId: '1001', city: 'Goa', tier: 'gold' }, { userId: '1002' }],
      });
      expect(stored(mock)).toEqual([{ ...asha, city: 'Goa', tier: 'gold' }, { userId: '1002' }]);
    },
  );

  test('RETAIN_IMPORTED keeps a user that exists and ignores what is imported for it (YE-1)', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', asha);
    const before = mock.yellow.bot(bot).users();
    await mock.clock.advance(1000);
    const users = [{ userId: '1001', city: 'Goa', tier: 'gold' }];
    const { body } = await read(await yellow('POST', `${bulk}?uponConflict=RETAIN_IMPORTED`, { users }));
    expect(mock.yellow.bot(bot).users()).toEqual(before);
    expect(await read(await yellow('GET', `${bulk}?id=${idOf(body)}`))).toEqual(
      status('finished processing', {}, { '1001': bot }),
    );
  });

  test.each(['UPDATE_EXISTING', 'RETAIN_IMPORTED'])(
    'a userId that stands twice is applied in order and counts as one new user, with %s',
    async (uponConflict) => {
      const { mock, yellow } = await open();
      const users = [{ userId: '1', city: 'Pune', tier: 'gold' }, asha, { userId: '1', city: 'Goa' }];
      const { body } = await read(await yellow('POST', `${bulk}?uponConflict=${uponConflict}`, { users }));
      expect(stored(mock)).toEqual([{ userId: '1', city: 'Goa', tier: 'gold' }, asha]);
      expect(await read(await yellow('GET', `${bulk}?id=${idOf(body)}`))).toEqual(
        status('finished processing', { '1': bot, '1001': bot }, {}),
      );
    },
  );

  test('one invalid record fails the whole import, and the lowest row is named (YE-6)', async () => {
    const { mock, yellow } = await open();
    const users = [asha, { userId: '1002', email: 'ravi' }, { userId: '1003', dob: 'today' }];
    const error = 'Row [1]: Invalid email';
    expect(await read(await yellow('POST', bulk, { users }))).toEqual({ status: 400, body: { error } });
    expect(mock.yellow.bot(bot).users()).toEqual([]);
  });

  test('a client that drops each row it is told of gets the others stored', async () => {
    const { mock, yellow } = await open();
    let users: object[] = [{ userId: 'a', phone: '+91' }, { userId: 'b' }, { userId: 'c', tags: 'x' }, { userId: 'd' }];
    const dropped: number[] = [];
    for (
      let answer = await yellow('POST', bulk, { users });
      !answer.ok;
      answer = await yellow('POST', bulk, { users })
    ) {
      const row = Number(/Row \[(\d+)\]/.exec(await answer.text())?.[1]);
      dropped.push(row);
      users = users.filter((_, at) => at !== row);
    }
    expect(dropped).toEqual([0, 1]);
    expect(stored(mock)).toEqual([{ userId: 'b' }, { userId: 'd' }]);
  });

  test('a record without userId gets one that is generated (YE-5)', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', bulk, { users: [{ city: 'Pune' }, asha, { city: 'Pune' }] });
    const [first, , last] = mock.yellow
      .bot(bot)
      .users()
      .map(({ userId }) => String(userId?.value));
    expect(first).toMatch(/^x1640004486565_[A-Za-z0-9_-]{21}$/);
    expect(last).toMatch(/^x1640004486565_[A-Za-z0-9_-]{21}$/);
    expect(stored(mock)).toEqual([{ userId: first, city: 'Pune' }, asha, { userId: last, city: 'Pune' }]);
    expect((await yellow('GET', `/user/${String(last)}`)).status).toBe(200);
  });

  test('an import has at most 1,000 records (YE-7)', async () => {
    const { mock, yellow } = await open();
    const users = Array.from({ length: 1001 }, (_, at) => ({ userId: `u${at}` }));
    const error = 'users must have at most 1000 items';
    expect(await read(await yellow('POST', bulk, { users }))).toEqual({ status: 400, body: { error } });
    expect(mock.yellow.bot(bot).userCount()).toBe(0);
    expect((await yellow('POST', bulk, { users: users.slice(1) })).status).toBe(200);
    expect(mock.yellow.bot(bot).userCount()).toBe(1000);
  });

  test.each([
    [{ users: [] }, 'users must have at least 1 item'],
    [{ users: asha }, 'users must be an array'],
    [{ users: null }, 'users must be an array'],
    [asha, 'users is required'],
    [[asha], 'The body must be an object'],
  ])('%j is no import (YE-4, YE-7)', async (body, error) => {
    const { mock, yellow } = await open();
    expect(await read(await yellow('POST', bulk, body))).toEqual({ status: 400, body: { error } });
    expect(mock.yellow.bot(bot).users()).toEqual([]);
  });

  test('an unknown uponConflict is refused', async () => {
    const { mock, yellow } = await open();
    const error = 'uponConflict must be one of UPDATE_EXISTING, RETAIN_IMPORTED';
    expect(await read(await yellow('POST', `${bulk}?uponConflict=REPLACE`, { users: [asha] }))).toEqual({
      status: 400,
      body: { error },
    });
    expect(mock.yellow.bot(bot).users()).toEqual([]);
  });

  test('an id that this bot has not answered is refused (YE-13)', async () => {
    const { yellow } = await open();
    const id = idOf((await read(await yellow('POST', bulk, { users: [asha] }))).body);
    const refused = (error: string): unknown => ({ status: 400, body: { error } });
    expect(await read(await yellow('GET', `${bulk}?id=nope`))).toEqual(refused('No bulk creation has the id nope'));
    expect(await read(await yellow('GET', `${bulk}?id=${id}&bot=other`))).toEqual(
      refused(`No bulk creation has the id ${id}`),
    );
    expect(await read(await yellow('GET', bulk))).toEqual(refused('id is required'));
  });

  test('an import is processing, and its users absent, until its time has passed (YE-13)', async () => {
    const { mock, yellow } = await open({ yellow: { processingTime: 5000 } });
    const id = idOf((await read(await yellow('POST', bulk, { users: [asha] }))).body);
    await mock.clock.advance(4999);
    expect(await read(await yellow('GET', `${bulk}?id=${id}`))).toEqual(status('processing', {}, {}));
    expect((await yellow('GET', '/user/1001')).status).toBe(404);
    await mock.clock.advance(1);
    expect(await read(await yellow('GET', '/user/1001?properties=city,createdAt'))).toMatchObject({
      body: { data: { city: { value: 'Pune' }, createdAt: { value: '2026-01-01T00:00:05.000Z' } } },
    });
    expect(await read(await yellow('GET', `${bulk}?id=${id}`))).toEqual(
      status('finished processing', { '1001': bot }, {}),
    );
  });

  test('__proto__ and constructor are userIds and names of properties in an import', async () => {
    const { yellow } = await open();
    await yellow('POST', bulk, { users: [{ userId: 'constructor' }] });
    const users = JSON.parse(
      '[{"userId":"__proto__","__proto__":1,"constructor":2},{"userId":"constructor"}]',
    ) as unknown;
    const id = idOf((await read(await yellow('POST', bulk, { users }))).body);
    expect(await (await yellow('GET', `${bulk}?id=${id}`)).text()).toContain(
      `"result":{"newUsers":{"__proto__":"${bot}"},"conflictedUsers":{"constructor":"${bot}"}}`,
    );
    expect(await (await yellow('GET', '/user/__proto__?properties=__proto__,constructor')).text()).toContain(
      '"data":{"__proto__":{"value":1,"propertyType":"Custom"},"constructor":{"value":2,"propertyType":"Custom"}}',
    );
  });
});

test.each([
  [{ userId: '' }, 'userId must be at least 1 character'],
  [{ userId: 7 }, 'userId must be a string'],
  [{ email: 'asha@' }, 'Invalid email'],
  [{ phone: '++919000000000' }, 'Invalid phone'],
  [{ phone: '+0' }, 'Invalid phone'],
  [{ phone: '+91 9000000000' }, 'Invalid phone'],
  [{ phone: 919000000000 }, 'phone must be a string'],
  [{ dob: '1990-02-30' }, 'Invalid dob'],
  [{ dob: '30-04-1990' }, 'Invalid dob'],
  [{ emailOptin: 'true' }, 'emailOptin must be a boolean'],
  [{ emailOptIn: 1 }, 'emailOptIn must be a boolean'],
  [{ smsOptin: null }, 'smsOptin must be a boolean'],
  [{ whatsAppOptin: 'yes' }, 'whatsAppOptin must be a boolean'],
  [{ tags: 'trial' }, 'tags must be an array'],
  [{ tags: ['trial', 1] }, 'tags[1] must be a string'],
  [{ firstName: {} }, 'firstName must be a string'],
  ['1001', 'The record must be an object'],
  [null, 'The record must be an object'],
  [[], 'The record must be an object'],
])('the record %j is invalid', async (record, message) => {
  const { yellow } = await open();
  const error = `Row [0]: ${message}`;
  expect(await read(await yellow('POST', bulk, { users: [record, asha] }))).toEqual({ status: 400, body: { error } });
});

test('the imports of a bot are worked off in order, each against the users of its time', async () => {
  const { mock, yellow } = await open({ yellow: { processingTime: 1000 } });
  const first = idOf((await read(await yellow('POST', bulk, { users: [asha] }))).body);
  const second = idOf((await read(await yellow('POST', bulk, { users: [{ userId: '1001', city: 'Goa' }] }))).body);
  await mock.clock.advance(500);
  await yellow('POST', '/user', { userId: '1001', tier: 'gold' });
  await mock.clock.advance(500);
  expect(stored(mock)).toEqual([{ ...asha, city: 'Goa', tier: 'gold' }]);
  expect(mock.yellow.bot(bot).bulkCreation(first)).toMatchObject({ newUsers: [], conflictedUsers: ['1001'] });
  expect(mock.yellow.bot(bot).bulkCreation(second)).toMatchObject({ newUsers: [], conflictedUsers: ['1001'] });
});

/** The users of the bot in order of creation, without the fields that the server adds. */
function stored(mock: Mock): Record<string, unknown>[] {
  const added = ['id', 'botId', 'createdAt', 'updatedAt', 'profileComplete'];
  const isGiven = ([name]: [string, unknown]): boolean => !added.includes(name);
  return mock.yellow
    .bot(bot)
    .users()
    .map((user) =>
      Object.fromEntries(
        Object.entries(user)
          .filter(isGiven)
          .map(([name, { value }]) => [name, value]),
      ),
    );
}

function idOf(body: unknown): string {
  return (body as { data: string }).data;
}

function status(comment: string, newUsers: object, conflictedUsers: object): unknown {
  return {
    status: 200,
    body: { message: 'Details Fetched Successfully', data: { comment, result: { newUsers, conflictedUsers } } },
  };
}
