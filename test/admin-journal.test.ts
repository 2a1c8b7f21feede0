import { expect, test } from 'vitest';
import type { ClientCall, Exchange, Har } from 'vf-mock';
import { ask, askWrong } from './_admin.ts';
import { expectHar } from './_har.ts';
import { meet } from './_faults.ts';
import { bot, key, open as openMock, otherKey, throughEachAdapter, type Bench } from './_setup.ts';

const record = { external_user_id: 'usr_1' };
const endpoints = ['/journal', '/journal.har', '/calls'] as const;

async function exchanges(bench: Pick<Bench, 'send'>, query = ''): Promise<Exchange[]> {
  return ((await ask(bench, 'GET', `/journal${query}`)).body as { exchanges: Exchange[] }).exchanges;
}

/** Four exchanges of one project, one exchange of another project, and one of a bot. */
async function play({ vibefollow, yellow, mock }: Bench): Promise<void> {
  const [id = ''] = mock.faults.add({ on: { call: 1, attempt: '<=2', api: 'vibefollow' }, fault: { status: 503 } });
  for (let attempt = 1; attempt <= 3; attempt += 1) await vibefollow('/users', record);
  await vibefollow('/users', { external_user_id: 'usr_2' });
  mock.faults.remove(id);
  await vibefollow('/users', record, { authorization: `Bearer ${otherKey}` });
  await yellow('GET', '/user/1');
}

/** Leaves out the fields that only coverage needs. */
function toShown({ exercised: _, ...exchange }: Exchange): Exchange {
  return exchange;
}

throughEachAdapter((open) => {
  test('the journal is answered as it is in a test', async () => {
    const bench = await open();
    await play(bench);
    expect(await ask(bench, 'GET', '/journal')).toEqual({
      status: 200,
      body: { exchanges: bench.mock.journal.exchanges().map(toShown), dropped: 0, others: [], closedConnections: 0 },
    });
    const calls = bench.mock.journal.calls().map((call) => ({ ...call, attempts: call.attempts.map(toShown) }));
    expect(await ask(bench, 'GET', '/calls')).toEqual({ status: 200, body: { calls, dropped: 0 } });
    const { status, body } = await ask(bench, 'GET', '/journal.har');
    expect([status, body]).toEqual([200, bench.mock.journal.har()]);
    expectHar(body);
  });

  test('verdicts are answered as in a test, of all or of one tenant', async () => {
    const bench = await open();
    await play(bench);
    expect(await ask(bench, 'GET', '/verdicts')).toEqual({ status: 200, body: bench.mock.verdicts() });
    const { body } = await ask(bench, 'GET', `/verdicts?tenant=${bot}`);
    expect(body).toEqual(bench.mock.verdicts({ tenant: bot }));
    expect(body).toMatchObject({ requests: 1, figures: { calls: 1 } });
    expect(await askWrong(bench, 400, 'GET', '/verdicts?tenant=')).toHaveLength(1);
    expect(await askWrong(bench, 400, 'GET', '/verdicts?status=503')).toEqual([
      'Unknown parameter "status". Use one of tenant, maxAttempts, maxAmplification.',
    ]);
  });

  test('every kind of break comes through as documented', async () => {
    const bench = await open({ journalBodies: true });
    for (const fault of [
      { kind: 'reset', applied: true },
      { kind: 'truncate' },
      { kind: 'garbage', status: 200 },
      { status: 429, retryAfter: 'soon' },
      { status: 429, retryAfter: { date: 3 } },
      { kind: 'reset', applied: 1 },
    ] as const) {
      bench.mock.faults.add({ fault, times: 1 });
      await meet(bench.vibefollow('/users/bulk', { users: [record, {}] }, { 'idempotency-key': 'no' }));
    }
    await bench.vibefollow('/users/bulk', {}, { authorization: '' });
    await bench.send('/api/v1/nowhere?x=%E0%A4');
    expect(await exchanges(bench)).toMatchObject([
      { broken: 'reset', applied: false, violations: ['Invalid idempotency-key'] },
      { broken: 'truncate' },
      { broken: 'garbage' },
      { retryAfter: 'soon' },
      { status: 429 },
      { broken: 'reset', requiredWait: 3000 },
      { status: 401, credential: 'none' },
      { status: 400 },
    ]);
    expect((await ask(bench, 'GET', '/calls')).status).toBe(200);
    expectHar((await ask(bench, 'GET', '/journal.har')).body);
  });

  test('the journal is cleared, or that of one tenant', async () => {
    const bench = await open();
    await play(bench);
    expect(await ask(bench, 'DELETE', `/journal?tenant=${key}`)).toEqual({ status: 200, body: { done: true } });
    expect((await exchanges(bench)).map(({ number }) => number)).toEqual([5, 6]);
    await ask(bench, 'DELETE', '/journal');
    expect(await exchanges(bench)).toEqual([]);
  });
});

test.each<[string, number[]]>([
  [`?tenant=${key}`, [1, 2, 3, 4]],
  [`?tenant=${otherKey}`, [5]],
  [`?tenant=${bot}`, [6]],
  ['?tenant=nobody', []],
  ['?api=yellow', [6]],
  ['?operation=upsertUser&call=1', [1, 2, 3, 5]],
  ['?attempt=2,3', [2, 3]],
  ['?attempt=%3E=2', [2, 3]],
  ['?attempt=2&attempt=3', [2, 3]],
  ['?status=%3E%3D500', [1, 2]],
  ['?status=404', [6]],
  ['?record=usr_2', [4]],
  [`?record=usr_1&status=202&tenant=${key}`, [3]],
])('exchanges and archives are found by %s', async (query, numbers) => {
  const bench = await openMock();
  await play(bench);
  expect((await exchanges(bench, query)).map(({ number }) => number)).toEqual(numbers);
  const { log } = (await ask(bench, 'GET', `/journal.har${query}`)).body as Har;
  expect(log.entries.map(({ _vfExchange }) => _vfExchange.number)).toEqual(numbers);
});

test('calls are found by an attempt, and have the others too; a project is found by its id', async () => {
  const bench = await openMock();
  await play(bench);
  const [{ tenantId = '' } = {}] = bench.mock.journal.exchanges();
  const { body } = await ask(bench, 'GET', `/calls?tenant=${tenantId}&status=503`);
  expect((body as { calls: ClientCall[] }).calls).toMatchObject([
    { outcome: 'delivered', tenant: 'sk_test_…0000', attempts: [{ status: 503 }, { status: 503 }, { status: 202 }] },
  ]);
});

test.each(endpoints)('what cannot be asked of %s is refused, and it is told what can', async (path) => {
  const bench = await openMock();
  const allowed = 'Use one of tenant, api, operation, attempt, call, status, record.';
  for (const [query, problem] of [
    ['?tenent=a', `Unknown parameter "tenent". Did you mean "tenant"? ${allowed}`],
    ['?__proto__=a', `Unknown parameter "__proto__". ${allowed}`],
    ['?tenant=', expect.stringMatching(/^Give one tenant/)],
    ['?tenant=a&tenant=b', expect.stringMatching(/^Give one tenant/)],
    ['?api=both', 'api is "both"; it must be one of vibefollow, yellow.'],
    ['?status=5xx', expect.stringContaining('one of the texts "2", "1,3", "<2", "<=2", ">4", ">=4" and "2-5".')],
    ['?call=', expect.stringContaining('call is ""')],
    ['?attempt=5-2', 'attempt is "5-2"; no number is in this range.'],
    ['?tenant=%E0%A4', 'The percent-encoding of the query is broken. Encode its values as UTF-8.'],
  ]) {
    expect(await askWrong(bench, 400, 'GET', `${path}${String(query)}`)).toEqual([problem]);
  }
});

test('a clear of a tenant that is written wrong clears nothing', async () => {
  const bench = await openMock();
  await play(bench);
  for (const query of ['?tenant=', '?tenent=a', '?tenant=%E0%A4']) {
    expect(await askWrong(bench, 400, 'DELETE', `/journal${query}`)).toHaveLength(1);
  }
  expect(bench.mock.journal.exchanges()).toHaveLength(6);
});

test('the first 20 records of a chunk are shown, and how many were dropped of the tenant', async () => {
  const bench = await openMock({ journalLimit: 2 });
  const users = Array.from({ length: 30 }, (_, id) => ({ external_user_id: `usr_${id}`, email: '-' }));
  await bench.vibefollow('/users/bulk', { users }, { authorization: `Bearer ${otherKey}` });
  for (let time = 0; time < 2; time += 1) await bench.vibefollow('/users/bulk', { users });
  for (const path of ['/journal', '/calls']) {
    const { body } = await ask(bench, 'GET', `${path}?tenant=${otherKey}`);
    expect(body).toEqual(
      path === '/calls' ? { calls: [], dropped: 1 } : { exchanges: [], dropped: 1, others: [], closedConnections: 0 },
    );
  }
  const { body } = await ask(bench, 'GET', `/journal?tenant=${key}`);
  const shown = body as { exchanges: Exchange[]; dropped: number };
  expect(shown.dropped).toBe(0);
  const told = shown.exchanges.map(({ records, recordIds, rejected }) => [
    records,
    recordIds?.length,
    rejected?.length,
  ]);
  expect(told).toEqual([
    [30, 20, 20],
    [30, 20, 20],
  ]);
});

const yellowKey = 'yellow-secret-7f3a9c';

throughEachAdapter((open) => {
  test('no key is in any answer, wherever it was sent, with bodies kept', async () => {
    const bench = await open({ journalBodies: true });
    const { send, vibefollow } = bench;
    await vibefollow('/users', record);
    await vibefollow(`/users?api_key=${key}&x=${key.replace('_', '%5F')}`, { ...record, note: key });
    await vibefollow(`/${key}`, record, { 'x-other': key });
    await send(`/cdp/api/v1/user?bot=x1&x-auth-token=${yellowKey}`, { headers: { 'x-auth-token': yellowKey } });
    await send(`/cdp/api/v1/user?bot=${key}`, { headers: { 'x-api-key': yellowKey } });
    for (const path of [...endpoints, '/verdicts']) {
      const text = JSON.stringify((await ask(bench, 'GET', path)).body);
      expect(text).toContain(path === '/verdicts' ? 'auth-in-header' : 'sk_test_…0000');
      expect(text).not.toContain(key.slice(8, -4));
      expect(text).not.toContain(yellowKey);
      expect(JSON.stringify((await ask(bench, 'GET', `${path}?tenant=${key}`)).body)).not.toContain(key.slice(8, -4));
    }
    const [problem] = await askWrong(bench, 400, 'GET', `/journal?operation=${key}`);
    expect(problem).not.toContain(key);
  });
});
