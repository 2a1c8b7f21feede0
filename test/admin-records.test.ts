import { expect, test } from 'vitest';
import { ask, askWrong } from './_admin.ts';
import { bot, open, otherKey, read, type Bench } from './_setup.ts';

test('a record of each outcome has a line in NDJSON, and a line in CSV that no spreadsheet runs', async () => {
  const bench = await open({ faults: [{ on: { record: '=1+1' }, fault: { status: 503 } }] });
  await bench.vibefollow('/users/bulk', {
    users: [{ external_user_id: 'a,"b"' }, { external_user_id: '@x', email: 'no' }],
  });
  await bench.vibefollow('/users', { external_user_id: '=1+1' });
  const get = async (accept: string, query = ''): Promise<string> =>
    (await bench.send(`/__admin/records${query}`, { headers: { accept } })).text();
  const ndjson = (await get('*/*')).trimEnd().split('\n');
  expect(ndjson.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['a,"b"', '@x', '=1+1']);
  expect((await get('text/csv')).split('\r\n').map((line) => line.split(',').slice(3, -6).join(','))).toEqual([
    'id,outcome,cause',
    '"a,""b""",stored,',
    "'@x,rejected,Invalid email",
    "'=1+1,lost,503 server_error",
    '',
  ]);
  expect(JSON.parse(await get('application/json', '?outcome=lost,rejected'))).toMatchObject({
    records: [{ id: '@x' }, { id: '=1+1' }],
  });
  expect(await read(await bench.send('/__admin/records?outcome=lots'))).toMatchObject({ status: 400 });
});

test('a story is asked for in the path or in the query, and what was not sent is not found', async () => {
  const bench = await open();
  await bench.vibefollow('/users/bulk', { users: ['a/b', '..', '', 'ü %'].map((id) => ({ external_user_id: id })) });
  const get = async (path: string): Promise<unknown> => read(await bench.send(`/__admin/records${path}`));
  for (const path of ['/a%2Fb', '/a/b', '?id=a/b']) {
    expect(await get(path)).toMatchObject({ status: 200, body: { records: [{ id: 'a/b', outcome: 'stored' }] } });
  }
  expect(await get('?id=..')).toMatchObject({ body: { records: [{ id: '..' }] } });
  expect(await get(`/${encodeURIComponent('ü %')}`)).toMatchObject({ body: { records: [{ id: 'ü %' }] } });
  for (const path of ['/', '?id=']) {
    expect(await get(path)).toMatchObject({ body: { records: [{ id: '', outcome: 'rejected', position: 2 }] } });
  }
  expect(await get('/nobody')).toEqual({
    status: 404,
    body: { errors: ['No record with the id "nobody" was sent. 4 others were sent.'] },
  });
  expect(await get(`/a%2Fb?tenant=${bot}`)).toMatchObject({ status: 404 });
});

test('the type with the highest quality in Accept is answered', async () => {
  const bench = await open();
  await bench.vibefollow('/users', { external_user_id: 'a' });
  const typeOf = async (accept: string): Promise<string | null> =>
    (await bench.send('/__admin/records', { headers: { accept } })).headers.get('content-type');
  expect(await typeOf('application/json;q=0.1, text/csv')).toMatch('text/csv');
  expect(await typeOf('text/csv; q=0, Application/JSON')).toMatch('application/json');
  expect(await typeOf('application/json, text/csv')).toMatch('application/json');
  for (const accept of ['', '*/*', 'text/csvx', 'image/png']) expect(await typeOf(accept)).toMatch('x-ndjson');
});

test('a misspelt tenant has no empty list of records, and an outcome selects among the stories of an id', async () => {
  const bench = await open();
  await bench.vibefollow('/users', { external_user_id: 'a' });
  expect(await read(await bench.send('/__admin/records?outcome=lost&tenant=typo'))).toMatchObject({
    status: 404,
    body: { errors: [expect.stringContaining('No request of tenant "typo" was made.')] },
  });
  expect(await (await bench.send('/__admin/records?outcome=lost')).text()).toBe('');
  expect(await read(await bench.send('/__admin/records?id=a&outcome=stored'))).toMatchObject({ status: 200 });
  expect(await read(await bench.send('/__admin/records?id=a&outcome=lost'))).toEqual({
    status: 404,
    body: { errors: ['No record with the id "a" has this outcome, but stored.'] },
  });
});

/** The ids of the records of a query. */
async function find(bench: Bench, query: string): Promise<string[]> {
  const { body } = await ask(bench, 'GET', `/records?${query}`);
  return (body as { records: { id: string }[] }).records.map(({ id }) => id);
}

test('records are searched by a part of the id or of the stored e-mail address', async () => {
  const bench = await open({ faults: [{ on: { record: 'lost_1' }, fault: { status: 503 } }] });
  const accept = { headers: { accept: 'application/json' } };
  const json: Bench = { ...bench, send: async (path, init) => bench.send(path, { ...init, ...accept }) };
  await bench.vibefollow('/users/bulk', {
    users: [{ external_user_id: 'Ada', email: 'lovelace@example.com' }, { external_user_id: 'bob' }],
  });
  await bench.vibefollow('/users', { external_user_id: 'lost_1', email: 'lovelace@example.com' });
  await bench.vibefollow('/events', { external_user_id: 'Ada', name: 'seen' });
  await bench.yellow('POST', '/user', { userId: 'y', email: 'ADA@example.org' });
  expect(await find(json, 'q=ada')).toEqual(['Ada', 'Ada', 'y']);
  expect(await find(json, 'q=LOVELACE')).toEqual(['Ada', 'Ada']);
  expect(await find(json, `q=ada&tenant=${bot}`)).toEqual(['y']);
  expect(await find(json, 'q=o&outcome=lost')).toEqual(['lost_1']);
  expect(await find(json, 'q=a&limit=1')).toEqual(['Ada']);
  expect(await find(json, 'limit=2')).toEqual(['Ada', 'bob']);
  expect(await find(json, 'q=nobody')).toEqual([]);
  expect(bench.mock.records({ q: 'ada', id: 'Ada' })).toHaveLength(2);
  expect(bench.mock.records({ q: 'nobody', id: 'Ada' })).toEqual([]);
  expect(await (await bench.send('/__admin/records?q=bob')).text()).toMatch(/^\{.*"id":"bob".*\}\n$/);
});

test('a search ends at 100 records, and finds a masked key by the whole key', async () => {
  const bench = await open();
  const users = Array.from({ length: 150 }, (_, index) => ({ external_user_id: `usr_${index}` }));
  await bench.vibefollow('/users/bulk', { users: [...users, { external_user_id: otherKey }] });
  expect(bench.mock.records({ q: 'usr' })).toHaveLength(100);
  expect(bench.mock.records({ q: 'usr', limit: 120 })).toHaveLength(120);
  expect(bench.mock.records({ q: otherKey })).toMatchObject([{ id: 'sk_live_…1111' }]);
  expect(bench.mock.records({ q: otherKey.slice(0, 20) })).toEqual([]);
});

test.each([
  ['q=', 'q is ""; it must be at least 1 character.'],
  ['q=a&q=b', 'q is ["a","b"]; it must be a string.'],
  ['limit=0', 'limit is "0". Use a whole number of 1 or more.'],
  ['limit=many', 'limit is "many"'],
  ['id=a&q=a', 'Leave q and limit out if you give an id.'],
  ['id=a&limit=1', 'Leave q and limit out if you give an id.'],
  ['qq=a', 'Unknown parameter "qq". Use one of tenant, outcome, id, q, limit.'],
])('the records of ?%s are refused', async (query, problem) => {
  expect((await askWrong(await open(), 400, 'GET', `/records?${query}`)).join()).toContain(problem);
});
