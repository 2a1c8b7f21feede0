import { expect, onTestFinished, test } from 'vitest';
import { serve } from 'vf-mock/express';
import type { Exchange, Fault } from 'vf-mock';
import { meet, until, vibefollow as bulk } from './_faults.ts';
import { key, open as openMock, throughEachAdapter, type Bench } from './_setup.ts';

const start = Date.parse('2026-01-01T00:00:00.000Z');
const uuid = '9b2f6f0e-3b0a-4c8e-9d53-0c5f0c1d2e3f';
const record = { external_user_id: 'usr_1' };

/** Waits for the final state of the last exchange. Over a socket, its end is recorded with a delay. */
async function last({ mock }: Pick<Bench, 'mock'>, holds = (_: Exchange): boolean => true): Promise<Exchange> {
  let found: Exchange | undefined;
  await until(() => {
    found = mock.journal.exchanges().at(-1);
    return found !== undefined && holds(found);
  });
  return found as unknown as Exchange;
}

throughEachAdapter((open) => {
  test('an exchange tells all that is known of a chunk', async () => {
    const bench = await open();
    const users = [record, { external_user_id: 'usr_2', email: 'nobody' }, {}];
    await bench.vibefollow('/users/bulk', { users }, { 'idempotency-key': uuid });
    const { connection: _, exercised, ...exchange } = await last(bench);
    expect(exercised).toContain('body.users[].email');
    expect(exchange).toEqual({
      number: 1,
      at: start,
      method: 'POST',
      path: '/api/v1/users/bulk',
      query: '',
      api: 'vibefollow',
      operation: 'bulkUpsertUsers',
      tenant: 'sk_test_…0000',
      tenantId: expect.stringMatching(/^prj_[0-9a-f]{16}$/) as string,
      call: 1,
      attempt: 1,
      records: 3,
      recordIds: ['usr_1', 'usr_2', ''],
      rejected: [
        { index: 1, message: 'Invalid email' },
        { index: 2, message: 'external_user_id is required' },
      ],
      size: JSON.stringify({ users }).length,
      digest: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      content: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      idempotencyKey: uuid,
      credential: 'header',
      concurrent: 1,
      applied: true,
      effect: 1,
      status: 200,
      duration: 0,
    });
  });

  test('an exchange of Yellow.ai has its bot as tenant, its query, and what was refused', async () => {
    const bench = await open();
    await bench.yellow('PUT', '/user/1001?bot=x1', { firstName: 'Ünï' });
    expect(await last(bench)).toMatchObject({
      api: 'yellow',
      operation: 'updateUser',
      query: 'bot=x1',
      tenant: 'x1',
      tenantId: 'x1',
      records: 1,
      recordIds: ['1001'],
      size: 21,
      applied: false,
      status: 404,
      error: expect.stringContaining('1001') as string,
    });
  });

  test.each<[string, Fault, Partial<Exchange>, 'delivered' | 'given up']>([
    ['reset', { kind: 'reset' }, { broken: 'reset' }, 'given up'],
    ['truncate', { kind: 'truncate' }, { broken: 'truncate', status: 200 }, 'given up'],
    ['a page under 200', { kind: 'garbage', status: 200 }, { broken: 'garbage', status: 200 }, 'given up'],
    ['a page under 502', { kind: 'garbage' }, { broken: 'garbage', status: 502 }, 'given up'],
    ['503', { status: 503 }, { status: 503, error: 'server_error' }, 'given up'],
    ['delay', { kind: 'delay', ms: 250 }, { status: 200, duration: 250, applied: true }, 'delivered'],
    ['slow', { kind: 'slow', ms: 800 }, { status: 200, duration: 800, applied: true }, 'delivered'],
  ])('what a client met is told of: %s', async (_what, fault, told, outcome) => {
    const bench = await open({ faults: [{ id: 'rule', fault }] });
    bench.mock.clock.autoAdvance();
    await meet(bench.send(bulk.path, bulk.request(['a'])));
    const exchange = await last(bench, ({ duration }) => duration === (told.duration ?? 0));
    expect(exchange).toMatchObject({ fault: 'rule', applied: false, duration: 0, ...told });
    expect([exchange.status, exchange.broken, exchange.error]).toEqual([told.status, told.broken, told.error]);
    expect(bench.mock.journal.calls()).toMatchObject([{ outcome, attempts: [exchange] }]);
  });

  test.each<[string, Fault, Partial<Exchange>]>([
    ['during a hang', { kind: 'hang' }, { broken: 'hang', duration: 700 }],
    ['during a delay', { kind: 'delay', ms: 5000 }, { broken: 'abort', duration: 700 }],
    [
      'while the answer drips',
      { kind: 'slow', ms: 5000 },
      { broken: 'abort', status: 200, duration: 700, applied: true },
    ],
  ])('a client that leaves %s is told of, and when it left', async (_when, fault, told) => {
    const bench = await open({ faults: [{ fault }] });
    const client = new AbortController();
    const answer = bench.send(bulk.path, { ...bulk.request(['a']), signal: client.signal });
    const met = meet(answer);
    await until(() => bench.mock.faults.list()[0]?.fired === 1);
    if (told.status !== undefined) await answer;
    await bench.mock.clock.advance(700);
    client.abort();
    await met;
    const exchange = await last(bench, ({ broken }) => broken !== undefined);
    expect(exchange).toMatchObject({ applied: false, ...told });
    expect(exchange.status).toBe(told.status);
    expect(bench.mock.journal.calls()).toMatchObject([{ outcome: 'given up' }]);
  });

  test('exchanges are in order of arrival, however they end', async () => {
    const bench = await open({ faults: [{ on: { call: 1 }, fault: { kind: 'delay', ms: 1000 } }] });
    const late = bench.vibefollow('/users', record);
    await until(() => bench.mock.faults.list()[0]?.fired === 1);
    await bench.mock.clock.advance(400);
    await bench.vibefollow('/users', { external_user_id: 'usr_2' });
    expect(bench.mock.journal.exchanges().map(({ number }) => number)).toEqual([2]);
    await bench.mock.clock.advance(600);
    await late;
    expect(bench.mock.journal.exchanges()).toMatchObject([
      { number: 1, at: start, duration: 1000, concurrent: 1 },
      { number: 2, at: start + 400, duration: 0, concurrent: 2 },
    ]);
  });

  test('requests of other operations and tenants are not under way with one', async () => {
    const bench = await open({ faults: [{ on: { operation: 'upsertUser' }, fault: { kind: 'hang' }, times: 1 }] });
    const client = new AbortController();
    const hanging = meet(
      bench.send('/api/v1/users', {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(record),
        signal: client.signal,
      }),
    );
    await until(() => bench.mock.faults.list()[0]?.fired === 1);
    await bench.vibefollow('/users/bulk', { users: [record] });
    await bench.vibefollow('/users', record, { authorization: `Bearer sk_live_${'2'.repeat(32)}` });
    await bench.vibefollow('/users', { external_user_id: 'usr_2' });
    client.abort();
    await hanging;
    await until(() => bench.mock.journal.exchanges().length === 4);
    await bench.vibefollow('/users', { external_user_id: 'usr_3' });
    expect(bench.mock.journal.exchanges().map(({ concurrent }) => concurrent)).toEqual([1, 1, 1, 2, 1]);
  });
});

test.each<[string, number | string | { date: number } | undefined, number | undefined]>([
  ['seconds', 2, 2000],
  ['an HTTP date', { date: 3 }, 3000],
  ['nothing', undefined, undefined],
  ['no number', 'soon', undefined],
  ['a fraction', '1.5', undefined],
  ['a negative number', '-5', undefined],
  ['a date that is none', 'Mon, 31 Feb 2026 00:00:00 GMT', undefined],
  ['a date of another form', '2026-01-01T00:00:03Z', undefined],
  ['a date that is past', 'Wed, 31 Dec 2025 23:59:59 GMT', 0],
  ['more seconds than a number holds', '9'.repeat(400), 2 ** 31 * 1000],
  ['the text of an invalid date', 'Invalid Date', undefined],
])('a retry tells how long it waited, and what it was told to: %s', async (_what, retryAfter, requiredWait) => {
  const rule = { on: { attempt: 1 }, fault: { status: 429, ...(retryAfter !== undefined && { retryAfter }) } } as const;
  const { mock, vibefollow } = await openMock({ faults: [rule] });
  await vibefollow('/users', record);
  await mock.clock.advance(1250);
  await vibefollow('/users', record);
  const [first, second] = mock.journal.exchanges();
  expect([first?.waited, first?.requiredWait]).toEqual([undefined, undefined]);
  expect([second?.waited, second?.requiredWait]).toEqual([1250, requiredWait]);
});

test('a wait begins with the last byte of the answer before, and there is none before that', async () => {
  const { mock, vibefollow } = await openMock({
    vibefollow: { rateLimits: { upsertUser: { requests: 0, windowSeconds: 60 } } },
    faults: [{ on: { attempt: 1 }, fault: { kind: 'slow', ms: 3000 } }],
  });
  const answer = await vibefollow('/users', record);
  const body = answer.text();
  await mock.clock.advance(1000);
  await vibefollow('/users', record);
  await mock.clock.advance(2000);
  await body;
  await mock.clock.advance(500);
  await vibefollow('/users', record);
  expect(mock.journal.exchanges()).toMatchObject([
    { at: start, duration: 3000, status: 429, retryAfter: '60' },
    { at: start + 1000, duration: 0, status: 429, retryAfter: '60', concurrent: 2 },
    { at: start + 3500, attempt: 3, concurrent: 1, waited: 2500, requiredWait: 60_000 },
  ]);
  expect(mock.journal.exchanges()[1]).not.toHaveProperty('waited');
});

test('over HTTP an exchange names its connection, in process it has none', async () => {
  const { mock, vibefollow } = await openMock();
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  await vibefollow('/users', record);
  await (await fetch(server.url + bulk.path, bulk.request(['a']))).text();
  const [inProcess, overHttp] = mock.journal.exchanges();
  expect(inProcess).not.toHaveProperty('connection');
  expect(overHttp?.connection).toMatch(/^\d+$/);
});
