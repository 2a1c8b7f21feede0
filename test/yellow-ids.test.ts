import { expect, test } from 'vitest';
import type { Mock, MockOptions } from 'vf-mock';
import { bot, open, read } from './_setup.ts';

const importOf = (...users: object[]): Sent => ['/user/create-bulk', { users }];
const event = (userId: string): Sent => ['/event', { userId, eventName: 'order_placed', payload: { total: 499 } }];

test('the same seed and requests give the same ids', async () => {
  const story = [importOf({ userId: 'a' }, { city: 'Goa' }), event('b'), importOf({ userId: 'c' })];
  expect(await idsAfter(story, { seed: 7 })).toEqual(await idsAfter(story, { seed: 7 }));
});

test('the same seed and requests give the same ids at any time', async () => {
  const story = [importOf({ userId: 'a' }, { city: 'Goa' }), event('b'), importOf({ userId: 'c' })];
  const later = await idsAfter(story, { startTime: '2031-05-06T07:08:09.010Z' });
  expect(later).toEqual(await idsAfter(story));
});

test('ids do not depend on the order in which requests arrive', async () => {
  const story = [importOf({ userId: 'a' }, { city: 'Goa' }), event('b'), importOf({ city: 'Pune' }), event('a')];
  const ids = await idsAfter(story);
  expect(new Set(await idsAfter(story.toReversed()))).toEqual(new Set(ids));
  expect(new Set(ids).size).toBe(ids.length);
});

test('another seed gives other ids', async () => {
  const story = [importOf({ userId: 'a' }, { city: 'Goa' }), event('b')];
  const ids = await idsAfter(story, { seed: 1 });
  const others = await idsAfter(story, { seed: 2 });
  expect(others).toHaveLength(ids.length);
  expect(new Set([...ids, ...others]).size).toBe(ids.length * 2);
});

test('the same request gets another id each time, and the same ones from every mock of a seed', async () => {
  const story = [importOf({ city: 'Goa' }), importOf({ city: 'Goa' }), event('a'), event('a')];
  const ids = await idsAfter(story);
  // There are two imports, two events and three users. Two users have generated userIds.
  expect(ids).toHaveLength(9);
  expect(new Set(ids).size).toBe(9);
  expect(await idsAfter(story)).toEqual(ids);
});

test('two bots get different ids for the same requests', async () => {
  const { mock, yellow } = await open();
  const users = [{ userId: 'a' }];
  const ids = await Promise.all(
    ['one', 'two'].map(async (id) => read(await yellow('POST', `/user/create-bulk?bot=${id}`, { users }))),
  );
  expect(ids[0]?.body).not.toEqual(ids[1]?.body);
  expect(mock.yellow.bot('one').user('a')?.['id']?.value).toMatch(/^one_[A-Za-z0-9_-]{21}$/);
  expect(mock.yellow.bot('two').user('a')?.['id']?.value).toMatch(/^two_[A-Za-z0-9_-]{21}$/);
});

test('a thousand records without userId get a thousand ids', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user/create-bulk', { users: Array.from({ length: 1000 }, () => ({ city: 'Goa' })) });
  const users = mock.yellow.bot(bot).users();
  expect(new Set(users.flatMap(({ id, userId }) => [id?.value, userId?.value])).size).toBe(2000);
});

test('a user keeps its id through updates and imports', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user', { userId: 'a' });
  const id = idOf(mock, 'a');
  await mock.clock.advance(1000);
  await yellow('PUT', '/user/a', { city: 'Goa' });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: 'a', city: 'Pune' }] });
  expect(id).toMatch(/^x1640004486565_[A-Za-z0-9_-]{21}$/);
  expect(idOf(mock, 'a')).toBe(id);
});

test('a user that is deleted and created anew gets another id each time', async () => {
  const { mock, yellow } = await open();
  const ids = new Set<unknown>();
  for (let time = 1; time <= 3; time += 1) {
    await yellow('POST', '/user', { userId: 'a' });
    expect(idOf(mock, 'a')).toMatch(/^x1640004486565_[A-Za-z0-9_-]{21}$/);
    ids.add(idOf(mock, 'a'));
    await yellow('DELETE', '/user/a');
  }
  expect(ids.size).toBe(3);
});

type Sent = readonly [path: string, body: object];

/** All ids that a mock generates for the requests: the ids in the answers, then the ids of its users. */
async function idsAfter(requests: readonly Sent[], options: MockOptions = {}): Promise<unknown[]> {
  const { mock, yellow } = await open(options);
  const answered: unknown[] = [];
  for (const [path, body] of requests) answered.push(await idIn(await yellow('POST', path, body)));
  const users = mock.yellow.bot(bot).users();
  return [...answered, ...new Set(users.flatMap(({ id, userId }) => [id?.value, userId?.value]))].filter(isGenerated);
}

async function idIn(response: Response): Promise<string> {
  const { data } = (await read(response)).body as { data: string | { id: string } };
  return typeof data === 'string' ? data : data.id;
}

function isGenerated(id: unknown): boolean {
  return /[A-Za-z0-9_-]{21}$/.test(String(id));
}

function idOf(mock: Mock, userId: string): unknown {
  return mock.yellow.bot(bot).user(userId)?.['id']?.value;
}
