import { expect, test } from 'vitest';
import { rules, type Verdicts } from 'vf-mock';
import { bot, key, open, otherKey, read } from './_setup.ts';

test('of nothing nothing is said: no rule applies to an empty journal', async () => {
  const { mock, send } = await open();
  await send('/__admin/health');
  const { passed, requests, dropped, verdicts, figures } = mock.verdicts();
  expect([passed, requests, dropped]).toEqual([null, 0, 0]);
  expect(verdicts.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
  expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['not applicable']));
  expect(figures).toEqual({
    calls: 0,
    requests: 0,
    maxAttempts: 0,
    meanAttempts: 0,
    amplification: 0,
    maxConcurrentDuringRetryAfter: 0,
    lockstep: 0,
  });
});

test('to requests that only read, only the rules on every request apply', async () => {
  const { mock, yellow } = await open();
  await yellow('GET', '/user');
  await yellow('GET', '/user/nobody'); // 404
  await yellow('GET', '/user/nobody'); // the client polls for the user
  expect(outcomes(mock.verdicts())).toEqual({ 'auth-in-header': 'passed', 'valid-requests': 'passed' });
});

test('requests without a key, a tenant or a known path are judged too', async () => {
  const { mock, send } = await open();
  await send('/api/nowhere');
  await send('/api/v1/users/bulk', { method: 'POST', body: '{' });
  expect(outcomes(mock.verdicts())).toMatchObject({ 'auth-in-header': 'failed', 'valid-requests': 'failed' });
  expect(messages(mock.verdicts(), 'auth-in-header')).toEqual([
    'GET /api/nowhere has no key in a header',
    'attempt 1 of call 1 (bulkUpsertUsers) has no key in a header',
  ]);
});

test('one tenant is judged by itself, by its key or its id', async () => {
  const { mock, vibefollow } = await open({ faults: [{ on: { tenant: otherKey }, fault: { status: 503 } }] });
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'a' }] });
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'b' }] }, { authorization: `Bearer ${otherKey}` });
  expect(mock.verdicts().passed).toBe(false);
  expect(mock.verdicts({ tenant: otherKey })).toMatchObject({ passed: false, requests: 1 });
  expect(mock.verdicts({ tenant: key })).toMatchObject({ passed: true, requests: 1 });
  const [{ tenantId = '' } = {}] = mock.journal.exchanges();
  expect(mock.verdicts({ tenant: tenantId })).toMatchObject({ passed: true, requests: 1 });
});

test('what is expected and was never sent, or not stored, or stored otherwise is missed', async () => {
  const { mock, vibefollow } = await open({ faults: [{ on: { record: 'lost' }, fault: { status: 503 } }] });
  const users = [
    { external_user_id: 'a', email: 'a@b.co', traits: { plan: 'pro', seats: 3 } },
    { external_user_id: '__proto__', traits: { name: 'x' } },
    { external_user_id: 'bad', email: 'broken' },
  ];
  await vibefollow('/users/bulk', { users });
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'lost' }] });
  expect(completeness(mock.verdicts({ expected: ['a', '__proto__', 'bad'] }))).toEqual([]);
  expect(completeness(mock.verdicts({ expected: users }))).toEqual([]);
  expect(completeness(mock.verdicts({ expected: ['lost', 'constructor', 'b', 'c'] }))).toEqual([
    '3 records were never sent: constructor, b and 1 other',
    '1 record was sent, but not stored, because of 503 server_error: lost',
  ]);
  const other = { external_user_id: 'a', traits: { plan: 'free' } };
  expect(completeness(mock.verdicts({ expected: [users[0] ?? '', other] }))).toEqual([
    'a is stored, but traits.plan is "pro" instead of "free"',
  ]);
  const inherited = { external_user_id: 'a', traits: JSON.parse('{"__proto__":{}}') as object };
  expect(completeness(mock.verdicts({ expected: [inherited] }))).toEqual([
    'a is stored, but traits.__proto__ is absent instead of {}',
  ]);
});

test('of very many records that differ the first twenty are told apart', async () => {
  const { mock, vibefollow } = await open();
  const users = Array.from({ length: 1000 }, (_, index) => ({ external_user_id: `usr_${index}` }));
  await vibefollow('/users/bulk', { users });
  const found = completeness(mock.verdicts({ expected: users.map((user) => ({ ...user, email: 'a@b.co' })) }));
  expect(found).toHaveLength(21);
  expect(found.at(0)).toBe('usr_0 is stored, but email is absent instead of "a@b.co"');
  expect(found.at(-1)).toBe('980 records were stored, but not as expected: usr_20, usr_21 and 978 others');
});

test('what an API has taken, but not worked off, is not lost', async () => {
  const { mock, vibefollow, yellow } = await open({ vibefollow: { drainRate: 0 }, yellow: { processingTime: 5000 } });
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'a' }] });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: 'b', email: 'broken' }, { userId: 'c' }] });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: 'c' }] });
  expect(outcomes(mock.verdicts({ expected: ['a', 'b', 'c'] }))).toMatchObject({ complete: 'passed' });
  expect(outcomes(mock.verdicts())).toMatchObject({ complete: 'passed', 'drops-invalid-row': 'passed' });
});

test('a user that the client deleted again was delivered', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user/create-bulk', { users: [{ userId: 'ü/ 1' }, { userId: 'b' }] });
  await yellow('DELETE', `/user/${encodeURIComponent('ü/ 1')}`);
  expect(completeness(mock.verdicts({ expected: ['ü/ 1', 'b'] }))).toEqual([]);
  expect(mock.records({ id: 'ü/ 1' })).toMatchObject([{ outcome: 'stored', deleted: true }]);
});

test('a client that updates what does not exist and then adds it is not blamed', async () => {
  const { mock, yellow } = await open();
  expect((await read(await yellow('PUT', '/user/a', { city: 'Pune' }))).status).toBe(404);
  await yellow('POST', '/user', { userId: 'a', city: 'Pune' });
  expect(mock.verdicts({ expected: [{ userId: 'a', city: 'Pune' }] }).passed).toBe(true);
});

test.each([
  [{ expected: 'usr_1' }, 'Failed to judge: expected is "usr_1". Give a list.'],
  [{ expected: [undefined] }, 'Failed to judge: expected[0] is undefined. Give ids, or records with external_user_id'],
  [{ expected: ['a', ''] }, 'Failed to judge: expected[1] is "". Give ids'],
  [{ expected: [{ id: 1 }] }, 'Failed to judge: expected[0] is {"id":1}. Give ids'],
  [{ maxAttempts: 0 }, 'Failed to judge: maxAttempts is 0. Use a number of 1 or more.'],
  [{ maxAmplification: '5' }, 'Failed to judge: maxAmplification is "5". Use a number of 1 or more.'],
  [
    { expects: [] },
    'Failed to judge: unknown option "expects". Did you mean "expected"? Use one of expected, tenant, maxAttempts, maxAmplification.',
  ],
])('to judge by %j is refused', async (options, message) => {
  const { mock } = await open();
  expect(() => mock.verdicts(options as object)).toThrow(message);
});

test('of what the journal has dropped only the outcome of its records is judged, and that is said', async () => {
  const { mock, vibefollow } = await open({ journalLimit: 2, faults: [{ on: { call: 1 }, fault: { status: 401 } }] });
  for (const id of ['a', 'b', 'c']) await vibefollow('/users/bulk', { users: [{ external_user_id: id }] });
  const verdicts = mock.verdicts();
  expect(verdicts).toMatchObject({ passed: false, requests: 2, dropped: 1 });
  expect(verdicts.verdicts.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([
    '1 record is lost (401 auth_required), and the journal has dropped its request: a',
  ]);
});

test('a chunk that comes again under other keys is amplified, one that is meant again is not', async () => {
  const { mock, yellow } = await open({ faults: [{ fault: { status: 503 }, times: 3 }] });
  for (let time = 0; time < 5; time += 1) await yellow('POST', '/user/create-bulk', { users: [{ userId: 'a' }] });
  // The first four are attempts of one call. The fifth is a new call.
  expect(mock.verdicts({ tenant: bot }).figures).toMatchObject({
    calls: 2,
    requests: 5,
    maxAttempts: 4,
    meanAttempts: 2.5,
    amplification: 2.5,
  });
});

/** The outcomes of the rules that applied. */
function outcomes({ verdicts }: Verdicts): Record<string, string> {
  return Object.fromEntries(
    verdicts.flatMap(({ rule, outcome }) => (outcome === 'not applicable' ? [] : [[rule, outcome]])),
  );
}

function messages({ verdicts }: Verdicts, id: string): string[] | undefined {
  return verdicts.find(({ rule }) => rule === id)?.findings.map(({ message }) => message);
}

function completeness(verdicts: Verdicts): string[] {
  return messages(verdicts, 'complete') ?? [];
}
