import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { FaultRule } from 'vf-mock';
import { bot, key, open, read, throughEachAdapter, type Bench } from './_setup.ts';

const once = { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b1a' };
const firstFails: FaultRule = { on: { attempt: 1 }, fault: { status: 503 } };

throughEachAdapter((open) => {
  test('a chunk with its properties in another order is the same chunk', async () => {
    const bench = await open({ faults: [firstFails] });
    expect(await post(bench, '{"users":[{"external_user_id":"ü","traits":{"a":1,"b":2}}]}')).toBe(503);
    expect(await post(bench, ' { "users" : [{"traits":{"b":2.0,"a":1e0},"external_user_id":"\\u00fc"}] }\n')).toBe(200);
    expect(calls(bench)).toEqual([['delivered', 2]]);
    expect(outcomeOf(bench, 'same-payload-on-retry')).toBe('passed');
  });

  test('a key with such a chunk gets the first answer again', async () => {
    const bench = await open();
    expect(await post(bench, '{"users":[{"external_user_id":"u","email":"u@example.com"}]}', once)).toBe(200);
    expect(await post(bench, '{"users":[{"email":"u@example.com","external_user_id":"u"}]}', once)).toBe(200);
    expect(bench.mock.journal.exchanges().map(({ applied }) => applied)).toEqual([true, false]);
  });
});

test('a body in any order of its properties is the same request', async () => {
  const bench = await open();
  const { fetch } = bench.mock;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), async (traits) => {
      bench.mock.journal.clear();
      for (const value of [traits, reverse(traits)]) {
        const body = JSON.stringify({ users: [{ external_user_id: 'u', traits: value }] });
        await fetch('/api/v1/users/bulk', { method: 'POST', headers, body });
      }
      const [one, other] = bench.mock.journal.exchanges();
      expect(one?.digest).toBe(other?.digest);
    }),
    { numRuns: 200 },
  );
});

describe('the same call', () => {
  const chunk = (stamp: string): object => ({
    users: [{ external_user_id: 'a' }, { external_user_id: 'b', traits: { plan: 'pro', sync: { at: stamp } } }],
  });

  test.each([
    ['without a key', {}],
    ['with one key', once],
  ])('is a list of upserts with a stamp for each attempt, %s, and the finding names the stamp', async (_, headers) => {
    const bench = await open({ faults: [firstFails] });
    await bench.vibefollow('/users/bulk', chunk('10:00'), headers);
    expect((await bench.vibefollow('/users/bulk', chunk('10:01'), headers)).status).toBe(200);
    expect(calls(bench)).toEqual([['delivered', 2]]);
    expect(findings(bench)).toEqual([
      'attempt 2 of call 1 (bulkUpsertUsers, sk_test_…0000) follows attempt 1 of call 1 (bulkUpsertUsers, sk_test_…0000), which met 503 server_error, but carries another value of traits.sync.at in b',
    ]);
    expect(bench.mock.journal.exchanges()[1]?.change).toEqual({ index: 1, record: 'b', property: 'traits.sync.at' });
  });

  test('is not a chunk with a fresh key, but the finding says that it is the same chunk', async () => {
    const bench = await open({ faults: [{ ...firstFails, times: 1 }] });
    await bench.vibefollow('/users/bulk', chunk('10:00'), once);
    await bench.vibefollow('/users/bulk', chunk('10:01'), { 'idempotency-key': crypto.randomUUID() });
    expect(findings(bench)[0]).toMatch(
      /but carries another value of traits\.sync\.at in b and has another Idempotency-Key$/,
    );
  });

  test('is a bulk creation of Yellow.ai with a stamp, and with its parameters in another order', async () => {
    const bench = await open({ faults: [firstFails] });
    const users = (stamp: number): object => ({ users: [{ userId: '1', syncedAt: stamp }] });
    await bench.yellow('POST', `/user/create-bulk?bot=${bot}&uponConflict=UPDATE_EXISTING`, users(1));
    await bench.yellow('POST', `/user/create-bulk?uponConflict=UPDATE%5FEXISTING&bot=${bot}`, users(2));
    expect(calls(bench)).toEqual([['delivered', 2]]);
    expect(findings(bench)[0]).toMatch(/but carries another value of syncedAt in 1$/);
  });

  test.each([
    ['other ids', { users: [{ external_user_id: 'a' }, { external_user_id: 'c' }] }],
    ['its ids in another order', { users: [{ external_user_id: 'b' }, { external_user_id: 'a' }] }],
    ['a record without an id', { users: [{ external_user_id: 'a' }, { email: 'b@example.com' }] }],
    ['fewer records', { users: [{ external_user_id: 'a' }] }],
  ])('is not a list with %s', async (_, other) => {
    const bench = await open({ faults: [firstFails] });
    await bench.vibefollow('/users/bulk', chunk('10:00'));
    expect((await bench.vibefollow('/users/bulk', other)).status).toBe(503);
    expect(calls(bench)).toHaveLength(2);
  });

  test('is not a list of events with another value, nor one whose ids differ after 256 characters', async () => {
    const bench = await open({ faults: [firstFails] });
    const long = 'x'.repeat(300);
    for (const name of ['a', 'b']) {
      expect((await bench.vibefollow('/events/bulk', { events: [{ external_user_id: 'u', name }] })).status).toBe(503);
      expect((await bench.vibefollow('/users/bulk', { users: [{ external_user_id: long + name }] })).status).toBe(503);
    }
  });

  test('a later run with newer values is no change of a retry', async () => {
    const bench = await open({ faults: [{ on: { attempt: '<=2' }, fault: { status: 503 } }] });
    for (const stamp of ['night 1', 'night 1', 'night 2']) await bench.vibefollow('/users/bulk', chunk(stamp));
    expect(findings(bench)).toEqual([]);
  });

  test('an undocumented parameter that changes is neither another call nor another payload', async () => {
    const bench = await open({ faults: [firstFails] });
    for (const time of [1, 2]) await bench.vibefollow(`/users/bulk?_=${time}`, chunk('10:00'));
    expect(calls(bench)).toEqual([['delivered', 2]]);
    expect(findings(bench)).toEqual([]);
  });
});

test('two events with near-equal ids under one key are not taken for one', async () => {
  const bench = await open();
  const track = async (id: string, headers = {}): Promise<number> =>
    (await bench.vibefollow('/events', { external_user_id: id, name: 'trial_started' }, headers)).status;
  expect([await track('usr_32109', once), await track('usr_32906', once)]).toEqual([202, 422]);
  bench.mock.faults.add(firstFails);
  expect([await track('usr_32109'), await track('usr_32906')]).toEqual([503, 503]);
});

test('chance strikes the same chunks in every run, although keys and stamps are random', async () => {
  const run = async (): Promise<unknown[]> => {
    const bench = await open({ faults: [{ on: { chance: 0.5 }, fault: { status: 500 } }] });
    const statuses = [];
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const users = [{ external_user_id: `u${attempt % 20}`, traits: { stamp: Math.random() } }];
      const headers = { 'idempotency-key': crypto.randomUUID() };
      statuses.push((await bench.vibefollow('/users/bulk', { users }, headers)).status);
    }
    return statuses;
  };
  const [first, second] = [await run(), await run()];
  expect(first).toEqual(second);
  // A chunk that comes again with a fresh key gets another draw.
  expect(first.slice(0, 20)).not.toEqual(first.slice(20, 40));
});

describe('an Idempotency-Key', () => {
  const user = { external_user_id: 'u' };
  const upper = { 'idempotency-key': once['idempotency-key'].toUpperCase() };
  const quoted = { 'idempotency-key': `"${once['idempotency-key']}"` };

  test('in capitals is the same key', async () => {
    const bench = await open();
    await bench.vibefollow('/users', user, once);
    expect((await bench.vibefollow('/users', { external_user_id: 'v' }, upper)).status).toBe(422);
    bench.mock.faults.add({ on: { attempt: '<=2' }, fault: { status: 503 } });
    bench.mock.journal.clear();
    const fresh = 'aaaaaaaa-7a0b-4c52-9a57-0f3f6f7f2b11';
    for (const spelling of [fresh, fresh.toUpperCase()])
      await bench.vibefollow('/users', user, { 'idempotency-key': spelling });
    expect(calls(bench)).toEqual([['given up', 2]]);
    expect(findings(bench)).toEqual([]);
  });

  test('in quotation marks is refused, or the same key where VF-17 is switched', async () => {
    const strict = await open();
    expect((await strict.vibefollow('/users', user, quoted)).status).toBe(422);
    const bench = await open({ vibefollow: { idempotencyQuotes: 'accepted' } });
    for (const headers of [once, quoted]) expect((await bench.vibefollow('/users', user, headers)).status).toBe(202);
    expect(bench.mock.journal.exchanges().map(({ applied }) => applied)).toEqual([true, false]);
    expect(outcomeOf(bench, 'valid-requests')).toBe('passed');
  });

  test('with spaces that differ is another body where VF-19 is switched to bytes', async () => {
    const bench = await open({ vibefollow: { idempotencyBody: 'bytes' } });
    expect(await post(bench, '{"users":[{"external_user_id":"u"}]}', once)).toBe(200);
    expect(await post(bench, '{"users":[{"external_user_id":"u"}]}', once)).toBe(200);
    expect(await post(bench, '{"users": [{"external_user_id":"u"}]}', once)).toBe(422);
  });

  test('with the same ids and other values is another body', async () => {
    const bench = await open();
    const users = (plan: string): object => ({ users: [{ external_user_id: 'u', traits: { plan } }] });
    expect((await bench.vibefollow('/users/bulk', users('free'), once)).status).toBe(200);
    expect((await bench.vibefollow('/users/bulk', users('pro'), once)).status).toBe(422);
  });

  test.each([
    ['proceed', 202, 202],
    ['refuse', 409, 202],
  ] as const)('whose request is under way: %s answers %i', async (idempotencyInProgress, status, firstStatus) => {
    const faults: FaultRule[] = [{ times: 1, fault: { kind: 'delay', ms: 1000 } }];
    const bench = await open({ faults, vibefollow: { idempotencyInProgress } });
    const first = bench.vibefollow('/users', user, once);
    const second = await read(await bench.vibefollow('/users', user, once));
    expect(second.status).toBe(status);
    if (status === 409) {
      const message = 'The first request with this Idempotency-Key is still under way';
      expect(second.body).toEqual({
        errors: [{ code: 'idempotency_key_in_progress', message, field: 'Idempotency-Key' }],
      });
    }
    await bench.mock.clock.advance(1000);
    expect((await first).status).toBe(firstStatus);
    expect((await bench.vibefollow('/users', user, once)).status).toBe(202);
    expect(bench.mock.journal.exchanges().filter(({ applied }) => applied === true)).toHaveLength(1);
  });
});

async function post(bench: Bench, body: string, headers = {}, path = '/users/bulk'): Promise<number> {
  const all = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers };
  return (await bench.send(`/api/v1${path}`, { method: 'POST', headers: all, body })).status;
}

function calls({ mock }: Bench): [outcome: string, attempts: number][] {
  return mock.journal.calls().map(({ outcome, attempts }) => [outcome, attempts.length]);
}

function outcomeOf({ mock }: Bench, rule: string): string | undefined {
  return mock.verdicts().verdicts.find((verdict) => verdict.rule === rule)?.outcome;
}

/** The findings of same-payload-on-retry. */
function findings({ mock }: Bench): string[] {
  const { verdicts } = mock.verdicts();
  const verdict = verdicts.find(({ rule }) => rule === 'same-payload-on-retry');
  return verdict?.findings.map(({ message }) => message) ?? [];
}

function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, part]) => [name, reverse(part)]),
  );
}
