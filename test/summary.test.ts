import { expect, test } from 'vitest';
import { createMock, type FaultRule } from 'vf-mock';
import { ask, askWrong } from './_admin.ts';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

interface Row {
  readonly number: number;
  readonly [name: string]: unknown;
}

interface Summary {
  readonly causes: readonly { readonly ids: readonly string[]; readonly records: number }[];
  readonly faults: readonly { readonly summary: string; readonly next: string }[];
  readonly quiet: readonly { readonly gaveUp: boolean }[];
  readonly [name: string]: unknown;
}

const toUsers = (count: number): { external_user_id: string }[] =>
  Array.from({ length: count }, (_, index) => ({ external_user_id: `usr_${index}` }));

async function summarize(bench: Bench, query = ''): Promise<Summary> {
  return (await ask(bench, 'GET', `/summary${query}`)).body as Summary;
}

async function listRows(bench: Bench, query = ''): Promise<Row[]> {
  return ((await ask(bench, 'GET', `/rows${query}`)).body as { rows: Row[] }).rows;
}

/** Sends a request, and does not wait for its answer. */
async function begin(answer: Promise<Response>): Promise<{ readonly ended: Promise<unknown> }> {
  await new Promise(setImmediate);
  return { ended: answer.then(async (response) => response.text()).catch(() => undefined) };
}

test('a summary has the counts, and the causes with their calls and their first 20 ids', async () => {
  const bench = await open();
  bench.mock.faults.add({ fault: { status: 503 } });
  const before = await summarize(bench);
  await bench.vibefollow('/users/bulk', { users: toUsers(25) });
  await bench.vibefollow('/users/bulk', { users: toUsers(30).slice(25) });
  const [cause] = bench.mock.reconcile().causes;
  const after = await summarize(bench);
  expect(after).toMatchObject({
    run: before['run'],
    counts: { sent: 30, lost: 30 },
    causes: [{ ...cause, calls: 2, ids: cause?.ids.slice(0, 20) }],
    requests: { total: 2, underWay: 0, others: 0, dropped: 0 },
    calls: { open: 2, quiet: 0, delivered: 0, refused: 0, gaveUp: 0 },
    bodies: false,
  });
  expect(after['event']).toBeGreaterThan(before['event'] as number);
});

test('a request under way has a row without a duration, and the clock tells what waits on it', async () => {
  const bench = await open({ clock: 'manual' });
  const { mock, yellow } = bench;
  mock.faults.add({ id: 'late', fault: { kind: 'delay', ms: 1000 } });
  const at = mock.clock.now();
  const { ended } = await begin(yellow('POST', '/user', { userId: '1' }));
  const row = { number: 1, at, method: 'POST', operation: 'addUser', tenant: bot, call: 1, attempt: 1, fault: 'late' };
  const during = await summarize(bench);
  expect(during).toMatchObject({
    clock: { kind: 'manual', next: at + 1000, sleepers: 1, automatic: false },
    requests: { total: 1, underWay: 1, last: at },
    calls: { open: 1 },
    underWay: [row],
    causes: [{ outcome: 'underWay', calls: 1 }],
  });
  expect((await listRows(bench))[0]).not.toHaveProperty('duration');
  await mock.clock.advance(1000);
  await ended;
  expect(await listRows(bench)).toMatchObject([{ ...row, status: 200, duration: 1000 }]);
  expect(await summarize(bench)).toMatchObject({
    requests: { total: 1, underWay: 0, last: at + 1000 },
    clock: { sleepers: 0 },
    underWay: [],
  });
});

test('a request whose answer comes slowly has a status, and no duration yet', async () => {
  const bench = await open({ clock: 'manual' });
  bench.mock.faults.add({ fault: { kind: 'slow', ms: 800 } });
  const { ended } = await begin(bench.yellow('GET', '/user/1'));
  const [row] = await listRows(bench);
  expect([row?.['status'], row?.['duration']]).toEqual([404, undefined]);
  expect(await summarize(bench)).toMatchObject({ requests: { total: 1, underWay: 1 }, calls: { open: 1, refused: 0 } });
  await bench.mock.clock.advance(800);
  await ended;
  expect(await listRows(bench)).toMatchObject([{ duration: 800 }]);
});

test('a reset takes the requests under way out of the summary', async () => {
  const bench = await open({ clock: 'manual' });
  bench.mock.faults.add({ fault: { kind: 'hang' } });
  const { ended } = await begin(bench.yellow('GET', '/user/1'));
  bench.mock.reset(bot);
  await ended;
  expect(await summarize(bench)).toMatchObject({ underWay: [], requests: { total: 0, underWay: 0 } });
});

test('calls are counted by what became of them, and a quiet one is the one that the events tell', async () => {
  const bench = await open({ clock: 'manual' });
  const { mock, yellow } = bench;
  const told: string[] = [];
  mock.journal.subscribe(({ type }) => told.push(type), { type: ['callQuiet', 'callGaveUp'] });
  mock.faults.add({ on: { operation: 'createEvent' }, fault: { status: 503, retryAfter: 2 } });
  await yellow('GET', '/user/nobody');
  await yellow('POST', '/user', { userId: '1' });
  await yellow('POST', '/event', { userId: '1', eventName: 'x' });
  const count = async (): Promise<unknown> => (await summarize(bench))['calls'];
  const ended = { delivered: 1, refused: 1 };
  expect(await count()).toEqual({ ...ended, open: 1, quiet: 0, gaveUp: 0 });
  await mock.clock.advance(6999);
  expect([await count(), told]).toEqual([{ ...ended, open: 1, quiet: 0, gaveUp: 0 }, []]);
  await mock.clock.advance(1);
  expect([await count(), told]).toEqual([{ ...ended, open: 0, quiet: 1, gaveUp: 0 }, ['callQuiet']]);
  expect((await summarize(bench)).quiet).toMatchObject([
    { operation: 'createEvent', call: 1, attempts: 1, gaveUp: false },
  ]);
  await mock.clock.advance(60_000);
  expect([await count(), told]).toEqual([{ ...ended, open: 0, quiet: 0, gaveUp: 1 }, ['callQuiet', 'callGaveUp']]);
  expect((await summarize(bench)).quiet).toMatchObject([{ gaveUp: true }]);
});

test.each<[FaultRule, string, string]>([
  [{ fault: { kind: 'hang' } }, 'every attempt: no answer', 'the next request'],
  [
    { on: { operation: 'addUser', attempt: 1 }, fault: { status: 503, retryAfter: 2 } },
    'attempt 1 of every call of addUser: 503, Retry-After 2 s',
    'the first attempt of the next call',
  ],
  [
    { on: { api: 'yellow', attempt: '2,3' }, fault: { kind: 'reset', applied: true } },
    'attempts 2, 3 of every call of yellow: a reset, after the work is done',
    `attempt 2 of call 1 (addUser, ${bot})`,
  ],
  [
    { on: { call: [1, 4] }, fault: { kind: 'garbage', status: 200 } },
    `every attempt of calls 1, 4: a gateway's page under 200`,
    `attempt 2 of call 1 (addUser, ${bot})`,
  ],
  [
    { on: { operation: 'addUser', call: '>3', attempt: '<=2' }, fault: { kind: 'delay', ms: 1500 } },
    'attempts <=2 of calls >3 of addUser: an answer 1.5 s late',
    'the first attempt of call 4',
  ],
  [
    { on: { operation: 'addUser', call: 1, attempt: 1 }, fault: { kind: 'truncate', applied: 3 } },
    'attempt 1 of call 1 of addUser: a truncated answer, after 3 of its records are stored',
    'nothing for now: these calls are over',
  ],
  [
    { on: { tenant: otherKey, record: 'usr_1' }, fault: { status: 429, code: 'queue_full', retryAfter: { date: 2 } } },
    'every attempt of sk_live_…1111 with usr_1: 429 queue_full, Retry-After as a date in 2 s',
    'the next request with usr_1',
  ],
  [
    { on: { chance: 0.125, attempt: 1 }, fault: { kind: 'slow', ms: 8000 } },
    '12.5 % of attempt 1 of every call: an answer that takes 8 s',
    'perhaps the first attempt of the next call',
  ],
])('the rule %j is told in words', async (rule, summary, next) => {
  const bench = await open();
  bench.mock.faults.add({ fault: { status: 500 } });
  await bench.yellow('POST', '/user', { userId: '1' });
  bench.mock.faults.clear();
  bench.mock.faults.add(rule);
  const [fault] = (await summarize(bench)).faults;
  expect([fault?.summary, fault?.next]).toEqual([summary, next]);
});

test('a rule that has fired often enough hits nothing more', async () => {
  const bench = await open();
  bench.mock.faults.add({ fault: { status: 500 }, times: 1 });
  await bench.yellow('GET', '/user/1');
  expect((await summarize(bench)).faults).toMatchObject([{ fired: 1, next: 'nothing: it fired 1 of 1 times' }]);
});

test('rows have the waits of the journal, numbers in place of lists, and come in parts', async () => {
  const bench = await open({ clock: 'manual' });
  const { mock, vibefollow } = bench;
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 503, retryAfter: 2 } });
  const users = [
    { external_user_id: 'a', wrong: 1 },
    { external_user_id: 'b', email: 'broken' },
  ];
  await vibefollow('/users/bulk', { users });
  await mock.clock.advance(3000);
  await vibefollow('/users/bulk', { users });
  const [first, second] = await listRows(bench);
  expect(first).toMatchObject({ number: 1, status: 503, error: 'server_error', retryAfter: '2', applied: false });
  expect(first).not.toHaveProperty('rejected');
  expect(second).toMatchObject({ waited: 3000, requiredWait: 2000, rejected: 1, unknown: 1, records: 2, attempt: 2 });
  expect((await ask(bench, 'GET', '/rows?limit=1')).body).toEqual({ rows: [first], next: 1, dropped: 0 });
  expect((await ask(bench, 'GET', '/rows?limit=1&after=1')).body).toEqual({ rows: [second], dropped: 0 });
  expect(await listRows(bench, '?after=2')).toEqual([]);
});

test('a tenant sees only its own records, requests and calls, and no key', async () => {
  const bench = await open();
  await bench.vibefollow('/users', { external_user_id: 'a' });
  await bench.yellow('POST', '/user', { userId: '1' });
  bench.mock.faults.add({ on: { tenant: key }, fault: { status: 503 } });
  expect(await summarize(bench, `?tenant=${bot}`)).toMatchObject({
    counts: { sent: 1 },
    requests: { total: 1 },
    calls: { delivered: 1 },
  });
  expect(await listRows(bench, `?tenant=${key}`)).toMatchObject([{ api: 'vibefollow' }]);
  expect(JSON.stringify([await summarize(bench), await listRows(bench)])).not.toContain(key);
});

test('other requests are counted apart, and have no rows', async () => {
  const bench = await open();
  await bench.send('/favicon.ico');
  expect(await summarize(bench)).toMatchObject({ requests: { total: 0, others: 1 } });
  expect(await listRows(bench)).toEqual([]);
});

test('what the journal has dropped is still counted', async () => {
  const bench = await open({ journalLimit: 2 });
  for (let number = 1; number <= 5; number += 1) await bench.yellow('GET', `/user/${number}`);
  expect(await summarize(bench)).toMatchObject({ requests: { total: 5, dropped: 3 }, calls: { refused: 2 } });
  expect((await ask(bench, 'GET', '/rows')).body).toMatchObject({ rows: [{ number: 4 }, { number: 5 }], dropped: 3 });
});

test.each([
  ['/rows?limit=0', 'limit is "0". Use a number from 1 to 10000.'],
  ['/rows?limit=10001', 'limit is "10001". Use a number from 1 to 10000.'],
  ['/rows?after=-1', 'after is "-1". Use the number of a request, or 0.'],
  ['/rows?after=1&after=2', 'after is ["1","2"]. Use the number of a request, or 0.'],
  ['/rows?befor=1', 'Unknown parameter "befor". Use one of tenant, after, limit.'],
  ['/summary?limit=1', 'Unknown parameter "limit". Use tenant.'],
])('%s is refused', async (path, problem) => {
  expect(await askWrong(await open(), 400, 'GET', path)).toEqual([problem]);
});

test('a clock tells its kind and its sleepers', async () => {
  const { clock } = createMock();
  const gone = new AbortController();
  const slept = clock.sleep(60_000, gone.signal, false).catch(() => undefined);
  expect(clock.state()).toMatchObject({ kind: 'system', sleepers: 1, automatic: false });
  gone.abort();
  await slept;
  expect(clock.state()).toEqual({ kind: 'system', sleepers: 0, automatic: false });
  const manual = createMock({ clock: 'manual' }).clock;
  manual.autoAdvance();
  expect(manual.state()).toEqual({ kind: 'manual', sleepers: 0, automatic: true });
});
