import { expect, test } from 'vitest';
import { bot, open, read, type Bench } from './_setup.ts';

const bulk = '/user/create-bulk';
const asha = { userId: '1001', firstName: 'Asha', city: 'Pune', tier: 'gold' };
const invalid = { userId: '1002', email: 'ravi' };
const nameless = { city: 'Goa' };

test('RETAIN_IMPORTED with retainImported: replace puts the imported record in place of the whole user (YE-1)', async () => {
  const { mock, yellow } = await open({ yellow: { retainImported: 'replace' } });
  await yellow('POST', '/user', asha);
  const { id, createdAt } = mock.yellow.bot(bot).user('1001') ?? {};
  await mock.clock.advance(1000);
  const users = [{ userId: '1001', country: 'India', city: 'Goa' }, { userId: '1002' }];
  await yellow('POST', `${bulk}?uponConflict=RETAIN_IMPORTED`, { users });
  expect(await stored({ yellow })).toEqual(users);
  expect(mock.yellow.bot(bot).user('1001')).toMatchObject({ id, createdAt });
  expect(mock.yellow.bot(bot).user('1001')).toMatchObject({ updatedAt: { value: '2026-01-01T00:00:01.000Z' } });
});

test('a userId that stands twice replaces an existing user twice with retainImported: replace (YE-1)', async () => {
  const { yellow } = await open({ yellow: { retainImported: 'replace' } });
  await yellow('POST', '/user', asha);
  const users = [
    { userId: '1001', firstName: 'Usha' },
    { userId: '1001', country: 'India' },
  ];
  await yellow('POST', `${bulk}?uponConflict=RETAIN_IMPORTED`, { users });
  expect(await stored({ yellow })).toEqual([{ userId: '1001', country: 'India' }]);
});

test('UPDATE_EXISTING keeps the other properties with retainImported: replace, too (YE-1)', async () => {
  const { yellow } = await open({ yellow: { retainImported: 'replace' } });
  await yellow('POST', '/user', asha);
  await yellow('POST', `${bulk}?uponConflict=UPDATE_EXISTING`, { users: [{ userId: '1001', city: 'Goa' }] });
  expect(await stored({ yellow })).toEqual([{ ...asha, city: 'Goa' }]);
});

test('the option uponConflict holds where the parameter is left out, and only there (YE-2)', async () => {
  const { yellow } = await open({ yellow: { uponConflict: 'RETAIN_IMPORTED' } });
  await yellow('POST', '/user', asha);
  const users = [{ userId: '1001', city: 'Goa' }];
  await yellow('POST', bulk, { users });
  expect(await stored({ yellow })).toEqual([asha]);
  await yellow('POST', `${bulk}?uponConflict=UPDATE_EXISTING`, { users });
  expect(await stored({ yellow })).toEqual([{ ...asha, city: 'Goa' }]);
});

test.each([
  ['the first without userId', [asha, nameless, nameless], 'Row [1]: userId is required'],
  ['one without userId before an invalid one', [asha, nameless, asha, invalid], 'Row [1]: userId is required'],
  ['an invalid one before one without userId', [asha, asha, invalid, nameless], 'Row [2]: Invalid email'],
  ['one that is both', [asha, { phone: '0' }], 'Row [1]: Invalid phone'],
])('with missingUserId: refuse the import fails and names %s (YE-5)', async (_which, users, error) => {
  const { yellow } = await open({ yellow: { missingUserId: 'refuse' } });
  expect(await read(await yellow('POST', bulk, { users }))).toEqual({ status: 400, body: { error } });
  expect(await stored({ yellow })).toEqual([]);
});

test('rows are counted from 0 among all records, up to the last of a full import (YE-6)', async () => {
  const { yellow } = await open();
  const users = Array.from({ length: 1000 }, (_, at) => (at === 999 ? invalid : { userId: `u${at}` }));
  const error = 'Row [999]: Invalid email';
  expect(await read(await yellow('POST', bulk, { users }))).toEqual({ status: 400, body: { error } });
});

test('with invalidRecord: skip the invalid records are left out and the rest is stored (YE-6)', async () => {
  const { yellow } = await open({ yellow: { invalidRecord: 'skip' } });
  await yellow('POST', '/user', asha);
  const users = [invalid, { userId: '1001', city: 'Goa' }, 7, { userId: '1003' }, { userId: '1001', dob: 'x' }];
  const id = await started({ yellow }, users);
  expect(await stored({ yellow })).toEqual([{ ...asha, city: 'Goa' }, { userId: '1003' }]);
  expect(await resultOf({ yellow }, id)).toEqual({ newUsers: { '1003': bot }, conflictedUsers: { '1001': bot } });
});

test('with invalidRecord: skip a record without userId still gets one (YE-5, YE-6)', async () => {
  const { yellow } = await open({ yellow: { invalidRecord: 'skip' } });
  await started({ yellow }, [invalid, nameless, { phone: '0' }, asha]);
  const generated = expect.stringMatching(/^x1640004486565_[A-Za-z0-9_-]{21}$/) as string;
  expect(await stored({ yellow })).toEqual([{ userId: generated, city: 'Goa' }, asha]);
});

test('with invalidRecord: skip and missingUserId: refuse both kinds are left out (YE-5, YE-6)', async () => {
  const { yellow } = await open({ yellow: { invalidRecord: 'skip', missingUserId: 'refuse' } });
  const id = await started({ yellow }, [nameless, invalid, asha, nameless, { userId: '1003' }]);
  expect(await stored({ yellow })).toEqual([asha, { userId: '1003' }]);
  expect(await resultOf({ yellow }, id)).toEqual({ newUsers: { '1001': bot, '1003': bot }, conflictedUsers: {} });
});

test('with invalidRecord: skip an import of invalid records alone stores nobody (YE-6)', async () => {
  const { yellow } = await open({ yellow: { invalidRecord: 'skip', missingUserId: 'refuse' } });
  const id = await started({ yellow }, [invalid, nameless]);
  expect(await resultOf({ yellow }, id)).toEqual({ newUsers: {}, conflictedUsers: {} });
  expect(await stored({ yellow })).toEqual([]);
});

test('with invalidRecord: skip a batch of 1,001 is refused all the same (YE-6, YE-7)', async () => {
  const { yellow } = await open({ yellow: { invalidRecord: 'skip' } });
  const users = Array.from({ length: 1001 }, () => invalid);
  const error = 'users must have at most 1000 items';
  expect(await read(await yellow('POST', bulk, { users }))).toEqual({ status: 400, body: { error } });
});

type Client = Pick<Bench, 'yellow'>;

/** Starts a bulk creation and returns its id. */
async function started({ yellow }: Client, users: readonly unknown[]): Promise<string> {
  const { status, body } = await read(await yellow('POST', bulk, { users }));
  expect(status).toBe(200);
  return (body as { data: string }).data;
}

test('options of a scenario are in force at once, also for a bot that was there before', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', bulk, { users: [asha] });
  mock.use({ description: '', options: { yellow: { processingTime: 1000, retainImported: 'replace' } } });
  await yellow('POST', `${bulk}?uponConflict=RETAIN_IMPORTED`, { users: [{ userId: '1001', city: 'Goa' }] });
  expect(await stored({ yellow })).toEqual([asha]);
  await mock.clock.advance(1000);
  expect(await stored({ yellow })).toEqual([{ userId: '1001', city: 'Goa' }]);
});

test('before 1970, too, users are stored after the processingTime', async () => {
  const { mock, yellow } = await open({ startTime: '1950-01-01T00:00:00Z', yellow: { processingTime: 1000 } });
  await yellow('POST', bulk, { users: [asha] });
  await mock.clock.advance(1000);
  expect(await stored({ yellow })).toEqual([asha]);
});

async function resultOf({ yellow }: Client, id: string): Promise<unknown> {
  const { body } = await read(await yellow('GET', `${bulk}?id=${id}`));
  return (body as { data: { result: unknown } }).data.result;
}

/** The users of the bot, without the fields that the server adds. */
async function stored({ yellow }: Client): Promise<unknown[]> {
  const names = 'userId,firstName,city,country,tier,email,phone,dob';
  const { body } = await read(await yellow('GET', `/user?properties=${names}`));
  const users = (body as { data: { data: Record<string, { value: unknown }>[] } }).data.data;
  return users.map((user) => Object.fromEntries(Object.entries(user).map(([name, { value }]) => [name, value])));
}
