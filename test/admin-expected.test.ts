import { expect, test } from 'vitest';
import type { Verdicts } from 'vf-mock';
import { open, throughEachAdapter, type Bench } from './_setup.ts';

const forms = 'Send a list of ids or records, or { "expected": [...] } with such a list';
const advice = 'Give ids, or records with external_user_id or userId';

async function post(
  { send }: Bench,
  body: string,
  type = 'application/json',
  query = '',
): Promise<{ status: number; body: Verdicts & { errors?: string[] } }> {
  const init = { method: 'POST', headers: { 'content-type': type }, body };
  const answer = await send(`/__admin/verdicts${query}`, init);
  return { status: answer.status, body: (await answer.json()) as Verdicts };
}

/** The findings of the rule `complete`. */
function findingsOf({ verdicts }: Verdicts): string[] {
  return verdicts.find(({ rule }) => rule === 'complete')?.findings.map(({ message }) => message) ?? [];
}

throughEachAdapter((connect) => {
  test.each([
    ['{"expected":["a","b"]}', 'application/json'],
    ['["a","b"]', 'application/json; charset=utf-8'],
    ['[{"external_user_id":"a"},{"external_user_id":"b"}]', 'application/json'],
    ['"a"\n"b"\n', 'application/x-ndjson'],
    ['{"external_user_id":"a"}\r\n\r\n{"external_user_id":"b"}', 'application/x-ndjson'],
  ])('a record that was never sent is found by %s as %s', async (body, type) => {
    const bench = await connect();
    await bench.vibefollow('/users', { external_user_id: 'a' });
    const answer = await post(bench, body, type);
    expect(answer).toMatchObject({ status: 200, body: { passed: false, requests: 1 } });
    expect(findingsOf(answer.body)).toEqual(['1 record was never sent: b']);
  });
});

test('what was delivered passes, for one tenant too', async () => {
  const bench = await open();
  await bench.yellow('POST', '/user', { userId: '1' });
  expect((await post(bench, '["1"]')).body.passed).toBe(true);
  expect((await post(bench, '["1"]', 'application/json', '?tenant=typo')).body).toMatchObject({
    passed: false,
    requests: 0,
  });
});

test.each(['application/json', 'application/x-ndjson'])('integers keep their exact value as %s', async (type) => {
  const bench = await open();
  const toRecord = (balance: string): string => `{"external_user_id":"a","traits":{"balance":${balance}}}`;
  const init = {
    method: 'POST',
    headers: { authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'content-type': 'application/json' },
  };
  await bench.send('/api/v1/users', { ...init, body: toRecord('9007199254740993') });
  const judge = async (balance: string): Promise<string[]> => {
    const record = toRecord(balance);
    return findingsOf((await post(bench, type === 'application/json' ? `[${record}]` : record, type)).body);
  };
  expect(await judge('9007199254740993')).toEqual([]);
  expect(await judge('9007199254740995')).toEqual([
    'a is stored, but traits.balance is 9007199254740993 instead of 9007199254740995',
  ]);
});

test('the limits of attempts and of amplification are in the query', async () => {
  const bench = await open({ faults: [{ on: { attempt: '<=2' }, fault: { status: 503 } }] });
  for (let attempt = 0; attempt < 3; attempt += 1) await bench.vibefollow('/users', { external_user_id: 'a' });
  const outcomeOf = async (query: string): Promise<string | undefined> =>
    (await post(bench, '["a"]', 'application/json', query)).body.verdicts.find(
      ({ rule }) => rule === 'bounded-attempts',
    )?.outcome;
  expect(await outcomeOf('?maxAttempts=2')).toBe('failed');
  expect(await outcomeOf('?maxAmplification=2')).toBe('failed');
  expect(await outcomeOf('')).not.toBe('failed');
});

test.each([
  ['', 'application/json', 'The body is not valid JSON.'],
  ['{}', 'application/json', `${forms}.`],
  ['{"external_user_id":"a"}', 'application/json', `${forms}.`],
  ['{"expected":"a"}', 'application/json', `${forms}.`],
  ['{"expcted":["a"]}', 'application/json', 'Unknown property "expcted". Did you mean "expected"? Use expected.'],
  ['{"expected":["a"],"tenant":"x"}', 'application/json', 'Unknown property "tenant". Use expected.'],
  ['[]', 'application/json', `There are no records in the body. ${forms}.`],
  ['["a",7]', 'application/json', `expected[1] is 7. ${advice}.`],
  ['["a",9007199254740993]', 'application/json', `expected[1] is 9007199254740993. ${advice}.`],
  ['\n\n', 'application/x-ndjson', `There are no records in the body. ${forms}.`],
  ['"a"\n\n{"email":"x"}', 'application/x-ndjson', `line 3 is {"email":"x"}. ${advice}.`],
  ['"a"\n{"userId":', 'application/x-ndjson', 'line 2 is not valid JSON.'],
  ['a,b', 'text/csv', 'Send the body as Content-Type: application/json or application/x-ndjson.'],
])('%j as %s is refused', async (body, type, problem) => {
  const answer = await post(await open(), body, type);
  expect(answer).toEqual({ status: 400, body: { errors: [problem] } });
});

test('a body over the limit is refused with advice, and so is a limit that is no number', async () => {
  const bench = await open({ bodyLimit: 1, adminBodyLimit: 10 });
  const { status, body } = await post(bench, '["aaaaaaaaaaaaaa"]');
  expect([status, body.errors]).toEqual([413, ['The body is over 10 bytes. Raise the option adminBodyLimit.']]);
  expect(await post(bench, '["a"]', 'application/json', '?maxAttempts=few')).toEqual({
    status: 400,
    body: { errors: ['maxAttempts is "few". Use a number of 1 or more.'] },
  });
});
