import { expect, test } from 'vitest';
import type { Exchange, MockOptions } from 'vf-mock';
import { meet, until, vibefollow as bulk } from './_faults.ts';
import { bot, open, throughEachAdapter, type Bench } from './_setup.ts';

const uuid = '9b2f6f0e-3b0a-4c8e-9d53-0c5f0c1d2e3f';
const record = { external_user_id: 'usr_1' };
const users = [{ userId: '1' }, { userId: '2', email: 'nobody' }, { userId: '3' }];

/** The work of each exchange according to the journal. */
function done({ mock }: Bench): unknown[] {
  return mock.journal.exchanges().map(({ applied, effect }) => [applied, effect]);
}

test('work is told of whatever the client was told, and numbered as it was done', async () => {
  const bench = await open({ faults: [{ on: { attempt: 1 }, fault: { kind: 'reset', applied: true } }] });
  await meet(bench.vibefollow('/users', record));
  await bench.vibefollow('/users', record);
  await meet(bench.vibefollow('/users', { email: 'nobody' }));
  expect(done(bench)).toEqual([
    [true, 1],
    [true, 2],
    [false, undefined],
  ]);
});

test('work is numbered in the order in which it was done, not in that of arrival', async () => {
  const bench = await open({ faults: [{ fault: { kind: 'delay', ms: 100 }, times: 1 }] });
  const late = bench.vibefollow('/users', record);
  await bench.vibefollow('/users', { external_user_id: 'usr_2' });
  await bench.mock.clock.advance(100);
  await late;
  expect(done(bench)).toEqual([
    [true, 2],
    [true, 1],
  ]);
});

test('an answer that is repeated for an Idempotency-Key is no work', async () => {
  const bench = await open({ faults: [{ on: { attempt: 1 }, fault: { status: 503, applied: true } }] });
  for (let time = 0; time < 2; time += 1) await bench.vibefollow('/users', record, { 'idempotency-key': uuid });
  expect(done(bench)).toEqual([
    [true, 1],
    [false, undefined],
  ]);
});

test.each<[string, MockOptions, (bench: Bench) => Promise<unknown>]>([
  [
    'a key that is not known',
    { vibefollow: { keys: {} } },
    async ({ vibefollow }) => vibefollow('/users/bulk', { users: [record, record] }),
  ],
  [
    'a limit',
    { yellow: { rateLimits: { bulkCreateUsers: { requests: 0, windowSeconds: 60 } } } },
    async ({ yellow }) => yellow('POST', '/user/create-bulk', { users }),
  ],
  ['a bad row', {}, async ({ yellow }) => yellow('POST', '/user/create-bulk', { users })],
  ['no such user', {}, async ({ yellow }) => yellow('PUT', '/user/1', { firstName: 'Asha' })],
])('where a call is refused for %s, nothing is applied, though a fault would have', async (_why, options, call) => {
  for (const applied of [true, 2]) {
    const bench = await open({ ...options, faults: [{ fault: { kind: 'reset', applied } }] });
    await meet(call(bench) as Promise<Response>);
    expect(done(bench)).toEqual([[false, undefined]]);
  }
});

test('part of the work is told of in records, as many as there were', async () => {
  for (const [applied, told] of [
    [1, 1],
    [2, 2],
    [500, 3],
  ] as const) {
    const bench = await open({ faults: [{ fault: { kind: 'reset', applied } }], yellow: { invalidRecord: 'skip' } });
    await meet(bench.yellow('POST', '/user/create-bulk', { users }));
    expect(done(bench)).toEqual([[told, 1]]);
  }
});

test('what has no records is done as a whole', async () => {
  const bench = await open();
  await bench.yellow('POST', '/user', { userId: '1' });
  bench.mock.faults.add({ fault: { kind: 'reset', applied: 3 } });
  await meet(bench.yellow('DELETE', '/user/1'));
  expect(bench.mock.yellow.bot(bot).userCount()).toBe(0);
  expect(done(bench).at(-1)).toEqual([true, 2]);
});

const chunk = { users: [record] };
const tooMany = { users: Array.from({ length: 1001 }, () => record) };

type Row = [what: string, call: (bench: Bench) => Promise<unknown>, violations: string[] | undefined];
const rows: Row[] = [
  [
    'an unknown path',
    async ({ vibefollow }) => vibefollow('/user', record),
    ['No operation at POST /api/v1/user; there are /api/v1/users and /cdp/api/v1/user/create-bulk and others'],
  ],
  ['a wrong method', async ({ send }) => send('/api/v1/users'), ['/api/v1/users takes POST, not GET']],
  ['bad JSON', async ({ send }) => send(bulk.path, { ...bulk.request([]), body: '{' }), ['The body is not valid JSON']],
  [
    'a wrong type of content',
    async ({ vibefollow }) => vibefollow('/users', record, { 'content-type': 'text/plain' }),
    ['Send the body as Content-Type: application/json'],
  ],
  ['a bad query', async ({ yellow }) => yellow('GET', '/user?limit=no'), ['limit must be an integer']],
  [
    'a malformed Idempotency-Key',
    async ({ vibefollow }) => vibefollow('/users', record, { 'idempotency-key': 'again' }),
    ['Invalid idempotency-key'],
  ],
  ['a body that is no chunk', async ({ vibefollow }) => vibefollow('/users/bulk', { user: [] }), ['users is required']],
  [
    'a body over the limit',
    async ({ vibefollow }) => vibefollow('/users', { ...record, name: 'x'.repeat(80_000) }),
    ['The body is over 60000 bytes'],
  ],
  ['a bad record', async ({ vibefollow }) => vibefollow('/users/bulk', { users: [{}, 1, null] }), undefined],
  ['a bad event of a batch', async ({ vibefollow }) => vibefollow('/events/batch', { events: [{}] }), undefined],
  ['too many records', async ({ vibefollow }) => vibefollow('/users/bulk', tooMany), undefined],
  ['no key', async ({ vibefollow }) => vibefollow('/users/bulk', chunk, { authorization: '' }), undefined],
  ['a parameter that the document has not', async ({ yellow }) => yellow('GET', '/user?limit=1&debug=1'), undefined],
];
const struck = rows.map(([what, ...row]): Row => [`${what}, where a fault strikes first`, ...row]);

throughEachAdapter((open) => {
  test.each([...rows, ...struck])(
    'it is told of a request how it breaks the document: %s',
    async (what, call, violations) => {
      const bench = await open({ bodyLimit: 60_000 });
      if (what.endsWith('first')) bench.mock.faults.add({ fault: { status: 503 } });
      await call(bench);
      expect(bench.mock.journal.exchanges()[0]?.violations).toEqual(violations);
    },
  );

  test('the size of a body that is too large is what it was', async () => {
    const { mock, vibefollow } = await open({ bodyLimit: 10 });
    await vibefollow('/users', record);
    expect(mock.journal.exchanges()).toMatchObject([{ status: 413, records: 0, size: JSON.stringify(record).length }]);
  });
});

test('a body that is cut off is over at once, though its client does not read it', async () => {
  const { mock, vibefollow } = await open({ faults: [{ fault: { kind: 'truncate' }, times: 1 }] });
  const heard: Exchange[] = [];
  mock.journal.subscribe(({ exchange }) => heard.push(exchange), { type: 'exchangeEnded' });
  await vibefollow('/users', record);
  expect(heard).toMatchObject([{ broken: 'truncate' }]);
  await vibefollow('/users', record);
  expect(mock.journal.exchanges()).toMatchObject([{ concurrent: 1 }, { concurrent: 1, attempt: 2 }]);
});

test('what was under way before a reset does not count after it', async () => {
  const { mock, vibefollow } = await open();
  mock.faults.add({ fault: { kind: 'slow', ms: 800 } });
  const old = await vibefollow('/users', record);
  // The client reads the rest of the body only after the reset.
  await mock.clock.advance(100);
  mock.reset();
  mock.faults.add({ fault: { kind: 'hang' }, times: 1 });
  const hanging = meet(vibefollow('/users', record));
  await until(() => mock.faults.list()[0]?.fired === 1);
  await expect(old.text()).rejects.toThrow();
  await vibefollow('/users', record);
  expect(mock.journal.exchanges()).toMatchObject([{ concurrent: 2, attempt: 2 }]);
  mock.reset();
  await hanging;
});

test('an answer that drips ends its own call, and not the next one of the same identity', async () => {
  const { mock, vibefollow } = await open({
    faults: [{ on: { attempt: 1, call: 1 }, fault: { kind: 'slow', ms: 800 } }],
  });
  const slow = (await vibefollow('/users', record)).text();
  await vibefollow('/users', record);
  mock.faults.add({ fault: { status: 503 }, times: 1 });
  await vibefollow('/users', record);
  await mock.clock.advance(800);
  await slow;
  await vibefollow('/users', record);
  expect(mock.journal.exchanges().map(({ call, attempt }) => [call, attempt])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]);
});
