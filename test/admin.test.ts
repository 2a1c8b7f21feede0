import { expect, test } from 'vitest';
import { scenarios } from 'vf-mock';
import { ask, askWrong, documented } from './_admin.ts';
import { operationsOf } from './_operations.ts';
import { bot, key, otherKey, throughEachAdapter } from './_setup.ts';

const user = { external_user_id: 'usr_1' };
const refused = { on: { operation: 'bulkUpsertUsers', attempt: 1 }, fault: { status: 503, retryAfter: 2 } };

test('the document describes the 31 operations', () => {
  const operations = new Set(documented.map(({ name }) => name.replace(/ \d+$/, '')));
  expect([...operations]).toEqual(
    operationsOf('admin').map(({ method, path }) => `${method} ${path.replace('/__admin', '')}`),
  );
  expect(operations.size).toBe(31);
});

throughEachAdapter((open) => {
  test('health tells that the server is up', async () => {
    expect(await ask(await open(), 'GET', '/health')).toEqual({
      status: 200,
      body: { status: 'ok' },
    });
  });

  test('what is asked of it is neither in the journal nor met by a fault', async () => {
    const bench = await open({ faults: [{ fault: { status: 503 } }] });
    expect((await ask(bench, 'GET', '/health')).status).toBe(200);
    expect(bench.mock.journal.exchanges()).toEqual([]);
  });

  test('a rule that is added fires, and the list counts how often', async () => {
    const bench = await open();
    const fresh = { faults: [{ id: 'fault-1', fired: 0, rule: refused }] };
    expect(await ask(bench, 'POST', '/faults', refused)).toEqual({ status: 200, body: fresh });
    const answer = await bench.vibefollow('/users/bulk', { users: [user] });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await bench.vibefollow('/users/bulk', { users: [user] })).status).toBe(200);
    expect((await ask(bench, 'GET', '/faults')).body).toEqual({ faults: [{ id: 'fault-1', fired: 1, rule: refused }] });
  });

  test('several rules are added in their order', async () => {
    const bench = await open();
    const rules = [{ id: 'a', ...refused }, refused, { id: '__proto__', fault: { kind: 'reset' } }];
    const { body } = await ask(bench, 'POST', '/faults', rules);
    expect((body as { faults: { id: string }[] }).faults.map(({ id }) => id)).toEqual(['a', 'fault-1', '__proto__']);
  });

  test('of several rules with bad ones among them none is added, and each problem is told', async () => {
    const bench = await open({ faults: [{ id: 'a', fault: { status: 500 } }] });
    const rules = [
      refused,
      { fault: { kind: 'tiemout' } },
      { on: { operation: 'bulkUpsert' }, fault: { status: 503 } },
      { on: { attempts: 1 }, fault: { status: 503 } },
      { fault: { status: 200 } },
      { id: 'a', fault: { status: 503 } },
      { on: { attempt: '<0' }, fault: { status: 503 } },
      { on: { attempt: 1 } },
    ];
    expect(await askWrong(bench, 400, 'POST', '/faults', rules)).toEqual([
      'rule 2: fault: unknown kind "tiemout". Use one of status, reset, hang, truncate, garbage, delay, slow',
      expect.stringMatching(
        /^rule 3: on\.operation is "bulkUpsert"\. Did you mean "bulkUpsertUsers"\? Use one of upsertUser, /,
      ),
      'rule 4: unknown option "on.attempts". Did you mean "attempt"? Use one of api, operation, tenant, attempt, call, record, chance',
      'rule 5: fault.status is 200; it must be 400 or more',
      'rule 6: there is a rule with the id "a" already. Use another, or none',
      'rule 7: on.attempt is "<0", which is not this: a number, a list of numbers, or one of the texts "2", "1,3", "<2", "<=2", ">4", ">=4" and "2-5"',
      'rule 8: the rule is {"on":{"attempt":1}}: fault is required',
    ]);
    expect(bench.mock.faults.list().map(({ id }) => id)).toEqual(['a']);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', '{', 'The body is not valid JSON.'],
    ['nothing', '', 'The body is not valid JSON.'],
    ['null', null, 'the rule is null; it must be an object'],
    [
      'a name that any object has',
      '{"__proto__":{},"fault":{"status":503}}',
      'unknown option "__proto__". Use one of id',
    ],
    ['a text', '"503"', 'the rule is "503"; it must be an object'],
  ])('a rule that is %s is refused', async (_what, body, problem) => {
    const bench = await open();
    expect(await askWrong(bench, 400, 'POST', '/faults', body)).toEqual([expect.stringContaining(problem)]);
    expect(bench.mock.faults.list()).toEqual([]);
  });

  test('a rule of another type than JSON is refused', async () => {
    const { mock, send } = await open();
    const answer = await send('/__admin/faults', { method: 'POST', body: JSON.stringify(refused) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ errors: ['Send the body as Content-Type: application/json.'] });
    expect(mock.faults.list()).toEqual([]);
  });

  test.each(['%zz', 'a%ff', '%', '%c3'])('there is no fault rule "%s"', async (name) => {
    const bench = await open({ faults: [{ id: 'a', fault: { status: 503 } }] });
    expect(await askWrong(bench, 404, 'DELETE', `/faults/${name}`)).toEqual([`There is no fault rule "${name}".`]);
    expect(bench.mock.faults.list()).toHaveLength(1);
  });

  test('one rule is removed by its id, however that is written', async () => {
    const ids = ['a', 'ü/1 %', '__proto__', 'constructor'];
    const bench = await open({ faults: ids.map((id) => ({ id, fault: { status: 503 } })) });
    for (const id of ids) {
      const path = `/faults/${encodeURIComponent(id)}`;
      expect(await ask(bench, 'DELETE', path)).toEqual({ status: 200, body: { done: true } });
      expect(await askWrong(bench, 404, 'DELETE', path)).toEqual([`There is no fault rule "${id}".`]);
    }
    expect(bench.mock.faults.list()).toEqual([]);
  });

  test('all rules are removed, or those of one tenant', async () => {
    const [mine, others] = [key, otherKey].map((tenant) => ({ on: { tenant }, fault: { status: 503 } }) as const);
    const bench = await open({ faults: [mine, others, { fault: { status: 500 } }] as never });
    await ask(bench, 'DELETE', `/faults?tenant=${key}`);
    expect(bench.mock.faults.list().map(({ rule }) => rule)).toEqual([others, { fault: { status: 500 } }]);
    await ask(bench, 'DELETE', '/faults');
    expect(bench.mock.faults.list()).toEqual([]);
  });

  test('a reset goes back to the start but for the time', async () => {
    const bench = await open({ faults: [{ id: 'first', on: { api: 'yellow' }, fault: { status: 503 } }] });
    bench.mock.faults.add({ id: 'later', on: { api: 'yellow' }, fault: { status: 500 } });
    await bench.vibefollow('/users', user);
    await ask(bench, 'PUT', '/clock', { advance: 1000 });
    expect(await ask(bench, 'POST', '/reset')).toEqual({ status: 200, body: { done: true } });
    expect(bench.mock.vibefollow.project(key).userCount()).toBe(0);
    expect(bench.mock.faults.list().map(({ id }) => id)).toEqual(['first']);
    expect(bench.mock.journal.exchanges()).toEqual([]);
    expect((await ask(bench, 'GET', '/clock')).body).toEqual({ time: '2026-01-01T00:00:01.000Z' });
  });

  test('a reset of one tenant leaves the others', async () => {
    const rule = { on: { tenant: otherKey, operation: 'trackEvent' }, fault: { status: 503 } } as const;
    const bench = await open({ faults: [rule, { ...rule, on: { ...rule.on, tenant: bot } }] });
    await bench.vibefollow('/users', user);
    await bench.vibefollow('/users', user, { authorization: `Bearer ${otherKey}` });
    await bench.yellow('POST', '/user', { userId: '1' });
    const count = (): number[] => [
      bench.mock.vibefollow.project(key).userCount(),
      bench.mock.vibefollow.project(otherKey).userCount(),
      bench.mock.yellow.bot(bot).userCount(),
    ];
    await ask(bench, 'POST', `/reset?tenant=${key}`);
    expect(count()).toEqual([0, 1, 1]);
    await ask(bench, 'POST', `/reset?tenant=${bot}`);
    expect(count()).toEqual([0, 1, 0]);
    expect(bench.mock.faults.list().map((active) => active.rule)).toEqual([rule]);
  });

  test.each([
    ['tenant=', 'Give one tenant'],
    ['tenant=a&tenant=b', 'Give one tenant'],
    ['tenant=%E0%A4', 'The percent-encoding of the query is broken'],
    ['tenent=a', 'Unknown parameter "tenent". Did you mean "tenant"? Use tenant.'],
  ])('a tenant written as ?%s is refused, and nothing is forgotten', async (query, problem) => {
    const bench = await open({ faults: [{ on: { attempt: 2 }, fault: { status: 503 } }] });
    await bench.vibefollow('/users', user);
    for (const [method, path] of [
      ['POST', '/reset'],
      ['DELETE', '/faults'],
    ] as const) {
      expect(await askWrong(bench, 400, method, `${path}?${query}`)).toEqual([expect.stringContaining(problem)]);
    }
    expect(bench.mock.vibefollow.project(key).userCount()).toBe(1);
    expect(bench.mock.faults.list()).toHaveLength(1);
  });

  test('the named scenarios are listed as TypeScript has them', async () => {
    const { body } = await ask(await open(), 'GET', '/scenarios');
    expect(body).toEqual({ scenarios: Object.entries(scenarios).map(([name, rest]) => ({ name, ...rest })) });
  });

  test('a scenario of rules is put in force by its name', async () => {
    const bench = await open({ faults: [{ id: 'mine', on: { attempt: 9 }, fault: { status: 500 } }] });
    expect(await ask(bench, 'POST', '/scenarios/rate-limited')).toEqual({ status: 200, body: { done: true } });
    expect(bench.mock.faults.list().map(({ id }) => id)).toEqual(['mine', 'fault-1']);
    const answer = await bench.vibefollow('/users/bulk', { users: [user] });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  });

  test('queue-full fills the queue of a running mock, which drains on the clock', async () => {
    const bench = await open();
    const users = Array.from({ length: 1000 }, (_, index) => ({ external_user_id: `usr_${index}` }));
    await bench.vibefollow('/users/bulk', { users });
    expect(bench.mock.vibefollow.project(key).queueDepth()).toBe(0);
    await ask(bench, 'POST', '/scenarios/queue-full');
    for (let chunk = 0; chunk < 5; chunk += 1) await bench.vibefollow('/users/bulk', { users });
    const full = await bench.vibefollow('/users/bulk', { users });
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '1']);
    await ask(bench, 'PUT', '/clock', { advance: 1000 });
    expect((await bench.vibefollow('/users/bulk', { users })).status).toBe(200);
    expect((await ask(bench, 'GET', '/options')).body).toMatchObject({
      vibefollow: { queueCapacity: 5000, drainRate: 1000, idempotencyReuse: 422 },
    });
  });

  test.each(['rate_limited', '__proto__', 'constructor', '%E0%A4', ''])('there is no scenario "%s"', async (name) => {
    const bench = await open();
    expect(await askWrong(bench, 404, 'POST', `/scenarios/${name}`)).toEqual([
      `There is no scenario "${name}".${name === 'rate_limited' ? ' Did you mean "rate-limited"?' : ''} Use one of ${Object.keys(scenarios).join(', ')}.`,
    ]);
    expect(bench.mock.faults.list()).toEqual([]);
  });
});
