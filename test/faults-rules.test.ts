import { expect, test } from 'vitest';
import { createMock, scenarios, type Scenario, type FaultRule } from 'vf-mock';
import { attempts, meet, until, vibefollow, yellow } from './_faults.ts';
import { bot, key, open, otherKey, throughEachAdapter, type Bench } from './_setup.ts';

const fault = { status: 503 } as const;
const idempotent = { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11' };

/** Sends the same chunk several times. Returns for each attempt whether it met a 503. */
async function struck({ send }: Bench, times: number, ids: readonly string[] = ['a']): Promise<boolean[]> {
  const met: boolean[] = [];
  for (let time = 0; time < times; time += 1) {
    met.push((await send(vibefollow.path, vibefollow.request(ids))).status === 503);
  }
  return met;
}

throughEachAdapter((open) => {
  test('selectors choose by api, operation and tenant', async () => {
    const { mock, send } = await open();
    mock.faults.add(
      { on: { api: 'yellow', operation: 'getUser' }, fault: { status: 500 } },
      { on: { api: 'yellow', tenant: bot }, fault: { status: 501 } },
      { on: { operation: 'bulkUpsertUsers', tenant: otherKey }, fault: { status: 502 } },
      { on: { operation: 'upsertUser' }, fault: { status: 503 } },
    );
    const other = vibefollow.request(['a'], { authorization: `Bearer ${otherKey}` });
    const get = { headers: { 'x-api-key': 'secret' } };
    expect((await send('/cdp/api/v1/user/1001?bot=another', get)).status).toBe(500);
    expect((await send(yellow.path, yellow.request(['a']))).status).toBe(501);
    expect((await send(vibefollow.path, other)).status).toBe(502);
    expect((await send(vibefollow.path, vibefollow.request(['a']))).status).toBe(200);
    expect((await send('/cdp/api/v1/user/1001?bot=another', { ...get, method: 'DELETE' })).status).toBe(404);
  });

  test('record is found in a bulk body, in a single one, and in the path', async () => {
    const { mock, send, vibefollow: post, yellow: ask } = await open();
    mock.faults.add({ on: { record: 'usr 7/ü' }, fault });
    const statuses = [
      await send(vibefollow.path, vibefollow.request(['usr_1', '', 'usr 7/ü'])),
      await send(vibefollow.path, vibefollow.request(['usr_1', 'usr 7'])),
      await post('/users', { external_user_id: 'usr 7/ü' }),
      await post('/events/batch', { events: [{ external_user_id: 'usr 7/ü', name: 'x' }] }),
      await post('/users', { external_user_id: 'usr_1', traits: { name: 'usr 7/ü' } }),
      await ask('POST', '/user', { userId: 'usr 7/ü' }),
      await ask('GET', `/user/${encodeURIComponent('usr 7/ü')}`),
      await ask('GET', '/user/usr_1'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([503, 200, 503, 503, 202, 503, 503, 404]);
  });
});

test.each<[NonNullable<FaultRule['on']>, boolean[]]>([
  [{}, [true, true, true, true, true]],
  [{ attempt: 2 }, [false, false, false, false, false]],
  [{ attempt: [1, 3] }, [true, false, true, false, true]],
  [{ attempt: '<=2' }, [true, true, false, true, true]],
  [{ attempt: '<2' }, [true, false, true, false, true]],
  [{ attempt: '>=1' }, [true, true, true, true, true]],
  [{ attempt: '>1' }, [false, false, false, false, false]],
  [{ attempt: '1-2' }, [true, true, false, true, true]],
  [{ attempt: '2-2' }, [false, false, false, false, false]],
  [{ call: 2 }, [false, true, true, true, true]],
  [{ call: '<=2', attempt: 1 }, [true, false, true, false, false]],
  [{ call: [1, 3], attempt: 1 }, [true, false, false, true, false]],
  [{ chance: 1 }, [true, true, true, true, true]],
  [{ chance: 0 }, [false, false, false, false, false]],
])('of five requests for the same chunk %j strikes %j', async (on, expected) => {
  const bench = await open();
  bench.mock.faults.add({ on, fault });
  expect(await struck(bench, 5)).toEqual(expected);
});

test('the ranges ">1" and "2-3" strike from the second attempt on', async () => {
  const bench = await open();
  bench.mock.faults.add(
    { on: { attempt: 1 }, fault },
    { on: { attempt: '2-3' }, fault },
    { on: { attempt: '>4' }, fault },
  );
  expect(await struck(bench, 4)).toEqual([true, true, true, false]);
});

test('a rule is spent after its times, the first that matches fires, and list shows how often', async () => {
  const bench = await open({ faults: [{ id: 'first', fault, times: 2 }] });
  const { faults } = bench.mock;
  expect(faults.add({ fault: { status: 500 }, times: 1 }, { id: 'last', fault: { status: 504 } })).toEqual([
    'fault-1',
    'last',
  ]);
  expect(await struck(bench, 4)).toEqual([true, true, false, false]);
  expect(faults.list()).toEqual([
    { id: 'first', fired: 2, rule: { id: 'first', fault, times: 2 } },
    { id: 'fault-1', fired: 1, rule: { fault: { status: 500 }, times: 1 } },
    { id: 'last', fired: 1, rule: { id: 'last', fault: { status: 504 } } },
  ]);
});

test('a rule is kept as it was when it was added', async () => {
  const bench = await open();
  const rule: { on: { attempt: number }; fault: typeof fault } = { on: { attempt: 1 }, fault };
  bench.mock.faults.add(rule);
  rule.on.attempt = 7;
  expect(await struck(bench, 1)).toEqual([true]);
});

test('rules are removed by id, per tenant, and all at once', async () => {
  const bench = await open();
  const { faults } = bench.mock;
  const ids = (): string[] => faults.list().map(({ id }) => id);
  faults.add({ id: 'a', fault }, { on: { tenant: key }, fault }, { on: { tenant: bot }, fault }, { fault });
  expect([faults.remove('a'), faults.remove('a'), faults.remove('unknown')]).toEqual([true, false, false]);
  expect(ids()).toEqual(['fault-1', 'fault-2', 'fault-3']);
  faults.clear(bot);
  expect(ids()).toEqual(['fault-1', 'fault-3']);
  faults.clear();
  expect(ids()).toEqual([]);
  expect(await struck(bench, 1)).toEqual([false]);
  expect(faults.add({ fault })).toEqual(['fault-1']);
});

test('an id that is taken is not given to another rule', async () => {
  const { mock } = await open();
  expect(mock.faults.add({ fault }, { id: 'fault-1', fault })).toEqual(['fault-2', 'fault-1']);
});

test('reset of a tenant forgets its rules and its calls, and those of no other', async () => {
  const odd = 'a bot/ü';
  const { mock, yellow: ask } = await open({ yellow: { rateLimits: { addUser: { requests: 1, windowSeconds: 60 } } } });
  const add = async (name: string): Promise<number> =>
    (await ask('POST', `/user?bot=${encodeURIComponent(name)}`, { userId: '1' })).status;
  mock.faults.add(
    { on: { tenant: odd, call: 1, attempt: 1 }, fault },
    { id: 'stays', on: { call: 1, attempt: 1 }, fault },
  );
  expect([await add(odd), await add(odd), await add(odd)]).toEqual([503, 200, 429]);
  expect([await add('bot/ü'), await add('bot/ü'), await add('bot/ü')]).toEqual([503, 200, 429]);
  mock.reset(odd);
  expect(mock.faults.list().map(({ id }) => id)).toEqual(['stays']);
  expect([await add(odd), await add(odd)]).toEqual([503, 200]);
  expect(await add('bot/ü')).toBe(429);
  mock.reset('bot/ü');
  expect(await add(odd)).toBe(429);
});

test('after a final answer the same request is a new call', async () => {
  const { mock, send, vibefollow: post } = await open();
  mock.faults.add(
    { on: { call: 1, attempt: 1 }, fault: { status: 429 } },
    { on: { call: 3, attempt: 1 }, fault: { status: 422 } },
  );
  for (let time = 0; time < 5; time += 1) await send(vibefollow.path, vibefollow.request(['a']));
  await post('/users/bulk', { users: 'none' });
  await post('/users/bulk', { users: 'none' });
  expect(mock.journal.exchanges().map(({ status, call, attempt }) => [status, call, attempt])).toEqual([
    [429, 1, 1],
    [200, 1, 2],
    [200, 2, 1],
    [422, 3, 1],
    [200, 4, 1],
    [400, 5, 1],
    [400, 6, 1],
  ]);
});

test('calls are told apart by Idempotency-Key, or by what they say', async () => {
  const { mock, send } = await open();
  mock.faults.add({ on: { attempt: 1, operation: 'bulkUpsertUsers' }, fault: { kind: 'reset' } });
  const requests = [['a'], ['b']].flatMap((ids) => [
    vibefollow.request(ids),
    vibefollow.request(ids, idempotent),
    vibefollow.request(ids, { authorization: `Bearer ${otherKey}` }),
  ]);
  for (const request of requests) await meet(send(vibefollow.path, request));
  // The chunk `b` with the key of the chunk `a` is a second attempt of the same call.
  expect(attempts(mock).map((entry) => (entry as unknown[]).slice(0, 2))).toEqual([
    [1, 1],
    [2, 1],
    [1, 1],
    [3, 1],
    [2, 2],
    [2, 1],
  ]);
});

test('the journal counts the records of a request that a fault took', async () => {
  const { mock, send } = await open({ faults: [{ on: { attempt: 1 }, fault: { kind: 'reset' } }] });
  await meet(send(yellow.path, yellow.request(['a', '', 'c'])));
  expect(mock.journal.exchanges()).toMatchObject([{ records: 3, broken: 'reset', fault: 'fault-1' }]);
});

test('what is still held by a fault when the mock is reset does not turn up in the new journal', async () => {
  const { mock, send } = await open({ faults: [{ fault: { kind: 'hang' } }] });
  const held = meet(send(vibefollow.path, vibefollow.request(['a'])));
  await until(() => mock.faults.list()[0]?.fired === 1);
  mock.reset();
  expect(await held).toEqual({ rejected: 'TypeError' });
  expect(mock.journal.exchanges()).toEqual([]);
});

test('reset() goes back to the rules and options that the mock was created with', () => {
  const rule = { id: 'first', fault: { status: 503 } };
  const mock = createMock({ faults: [rule], vibefollow: { queueCapacity: 7 } });
  mock.use(scenarios['queue-full']);
  mock.faults.add({ fault: { kind: 'reset' } });
  expect(mock.options.vibefollow).toMatchObject({ queueCapacity: 5000, drainRate: 1000 });
  mock.reset();
  expect(mock.faults.list()).toEqual([{ id: 'first', fired: 0, rule }]);
  expect(mock.options.vibefollow.queueCapacity).toBe(7);
  expect(mock.options.vibefollow).not.toHaveProperty('drainRate');
});

test.each<[scenario: unknown, message: string]>([
  [undefined, 'it has no options. Give a name, or one of `scenarios`, such as scenarios.flaky.'],
  [null, 'it has no options'],
  ['flakey', 'there is no scenario "flakey". Did you mean "flaky"? Use one of rate-limited, flaky, '],
  [{ description: 'as options', faults: [] }, 'it has no options'],
  [{ options: 5 }, 'the options object is 5; it must be an object.'],
  [{ options: { falts: [] } }, 'unknown option "falts". Did you mean "faults"? Use one of '],
  [
    { options: { faults: [{ fault: { status: 503 } }, { fault: {} }] } },
    'faults[1].fault: it needs a status or a kind',
  ],
  [
    { options: { vibefollow: { queueCapacity: 7 }, yellow: { processingTime: -1 } } },
    'yellow.processingTime is -1; it must be 0 or more.',
  ],
])('use(%j) is refused and changes nothing', (scenario, message) => {
  const mock = createMock();
  const before = structuredClone(mock.options);
  expect(() => mock.use(scenario as Scenario)).toThrow(`Failed to use a scenario: ${message}`);
  expect(mock.options).toEqual(before);
  expect(mock.faults.list()).toEqual([]);
});

test('a rule that is listed, or was given, changes nothing in the rule in force', async () => {
  const { mock, vibefollow } = await open();
  const given = { fault: { status: 503 } };
  mock.faults.add(given);
  given.fault.status = 429;
  expect(() => Object.assign(mock.faults.list()[0]?.rule.fault ?? {}, { status: 429 })).toThrow(TypeError);
  expect((await vibefollow('/users', { external_user_id: 'usr_1' })).status).toBe(503);
});
