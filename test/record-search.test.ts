import { expect, test } from 'vitest';
import type { RecordFilter } from 'vf-mock';
import { askWrong } from './_admin.ts';
import { bot, key, open as openMock, otherKey, throughEachAdapter, type Bench } from './_setup.ts';

/** Two stored users of a project, one that is rejected, one of another project, and one of a bot. */
async function play({ vibefollow, yellow }: Bench): Promise<void> {
  const users = [
    { external_user_id: 'usr_1', email: 'Ada@Example.com' },
    { external_user_id: 'USR_2', email: 'bob@example.org' },
    { external_user_id: 'usr_3', email: 'no' },
  ];
  await vibefollow('/users/bulk', { users });
  await vibefollow('/users', { external_user_id: 'ada' }, { authorization: `Bearer ${otherKey}` });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: 'y1', email: 'ada@example.com' }] });
}

async function search({ send }: Pick<Bench, 'send'>, query: string): Promise<string[]> {
  const response = await send(`/__admin/records?${query}`, { headers: { accept: 'application/json' } });
  const { records } = (await response.json()) as { records: { id: string }[] };
  return records.map(({ id }) => id);
}

throughEachAdapter((open) => {
  test('a text finds records by a part of the id or of the stored e-mail address, in any case', async () => {
    const bench = await open();
    await play(bench);
    const finds = async (query: string, filter: RecordFilter, ids: readonly string[]): Promise<void> => {
      expect(await search(bench, query)).toEqual(ids);
      expect(bench.mock.records(filter).map(({ id }) => id)).toEqual(ids);
    };
    await finds('q=usr_', { q: 'usr_' }, ['usr_1', 'USR_2', 'usr_3']);
    await finds('q=aDa', { q: 'aDa' }, ['usr_1', 'ada', 'y1']);
    await finds('q=@example.org', { q: '@example.org' }, ['USR_2']);
    await finds('q=ada&limit=2', { q: 'ada', limit: 2 }, ['usr_1', 'ada']);
    await finds(`q=ada&tenant=${bot}`, { q: 'ada', tenant: bot }, ['y1']);
    await finds('q=usr&outcome=rejected', { q: 'usr', outcome: 'rejected' }, ['usr_3']);
    await finds('limit=1', { limit: 1 }, ['usr_1']);
    await finds('q=nobody', { q: 'nobody' }, []);
    // It is what was sent, but no e-mail address that is stored.
    await finds('q=no&outcome=rejected', { q: 'no', outcome: 'rejected' }, []);
  });
});

test('a search finds at most 100 records by default, and a list without one has all', async () => {
  const bench = await openMock();
  await bench.vibefollow('/users/bulk', {
    users: Array.from({ length: 150 }, (_, index) => ({ external_user_id: `usr_${index}` })),
  });
  expect(await search(bench, 'q=usr')).toHaveLength(100);
  expect(await search(bench, 'q=usr&limit=140')).toHaveLength(140);
  expect(await search(bench, '')).toHaveLength(150);
});

test('a limit counts the records that match, not those before them', async () => {
  const bench = await openMock();
  await play(bench);
  expect(await search(bench, 'outcome=rejected&limit=1')).toEqual(['usr_3']);
});

test('no text is read as a pattern, and a line break or a name of JavaScript is a text like others', async () => {
  const bench = await openMock();
  const ids = ['.*', 'a\nb', '__proto__', 'constructor', '%', 'ü😀'];
  await bench.vibefollow('/users/bulk', { users: ids.map((id) => ({ external_user_id: id })) });
  for (const id of ids) expect(await search(bench, `q=${encodeURIComponent(id)}`)).toEqual([id]);
});

test('a key is found as it is shown, and never answered whole', async () => {
  const bench = await openMock();
  await bench.vibefollow('/users', { external_user_id: `user of ${key}`, email: 'ada@example.com' });
  const text = await (await bench.send(`/__admin/records?q=${key}`)).text();
  expect(text).toContain('user of sk_test_…0000');
  expect(text).not.toContain(key);
  expect(await search(bench, 'q=ada')).toHaveLength(1);
  // A part of the key that is not shown finds nothing, so a search does not tell it.
  expect(await search(bench, 'q=00000')).toEqual([]);
});

test.each([
  ['q=', 'q is ""'],
  ['q=a&q=b', 'q'],
  ['limit=0', 'limit is "0". Use a whole number of 1 or more.'],
  ['limit=ten', 'limit is "ten". Use a whole number of 1 or more.'],
  ['limit=1&limit=2', 'limit is ["1","2"]. Use a whole number of 1 or more.'],
  ['id=a&q=b', 'Leave q and limit out if you give an id.'],
  ['id=a&limit=1', 'Leave q and limit out if you give an id.'],
  ['limti=5', 'Did you mean "limit"?'],
])('the query %s is refused', async (query, problem) => {
  expect(await askWrong(await openMock(), 400, 'GET', `/records?${query}`)).toMatchObject([
    expect.stringContaining(problem),
  ]);
});

test('a search in a misspelt tenant is no empty list', async () => {
  const bench = await openMock();
  await play(bench);
  expect(await askWrong(bench, 404, 'GET', '/records?q=ada&tenant=typo')).toMatchObject([
    expect.stringContaining('No request of tenant "typo" was made.'),
  ]);
});

test.each<[filter: unknown, problem: string]>([
  [{ q: '' }, 'q is ""'],
  [{ q: 5 }, 'q is 5'],
  [{ limit: 0 }, 'limit is 0'],
  [{ limit: 1.5 }, 'limit is 1.5'],
  [{ query: 'a' }, 'unknown field "query"'],
])('the filter %j is refused in a test', async (filter, problem) => {
  const { mock } = await openMock();
  expect(() => mock.records(filter as RecordFilter)).toThrow(`Failed to list records: ${problem}`);
});
