import { expect, test } from 'vitest';
import { bot, open, read } from './_setup.ts';

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
