import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MockOptions, State } from 'vf-mock';
import { bot, key, open, otherKey, read, type Bench } from './_setup.ts';

const id = fc.constantFrom('a', 'b', 'c', '__proto__', '7', 'ü/ %?#');
const bag = fc.dictionary(fc.constantFrom('plan', '__proto__', 'x'), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 });
const user = fc.record({ external_user_id: id, traits: bag }, { requiredKeys: ['external_user_id'] });
const event = fc.record({ external_user_id: id, name: fc.constantFrom('x', 'y'), properties: bag });
const timed = fc.record(
  { external_user_id: id, name: fc.constant('z'), timestamp: fc.constantFrom('2025-01-01T00:00:00Z', 'noon') },
  { requiredKeys: ['external_user_id', 'name'] },
);
const row = fc.record(
  { userId: id, city: fc.constantFrom('Pune', 'Delhi'), emailOptIn: fc.boolean(), tier: fc.constantFrom(1, null) },
  { requiredKeys: [] },
);
const idempotencyKey = fc
  .constantFrom(undefined, '0', '1')
  .map((digit) => (digit === undefined ? {} : { 'idempotency-key': `0000000${digit}-0000-4000-8000-000000000000` }));
const project = fc.constantFrom(key, key, otherKey).map((used) => ({ authorization: `Bearer ${used}` }));

type Step = (bench: Bench, memory: Memory) => Promise<unknown>;
/** The ids of bulk creations that the client has received. */
type Memory = string[];

const vibefollow = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constant('/users'), user),
      fc.tuple(fc.constant('/events'), event),
      list('/users/bulk', 'users', fc.oneof(user, user, fc.constant({}))),
      list('/events/batch', 'events', event),
      list('/events/bulk', 'events', timed),
    ),
    project,
    idempotencyKey,
  )
  .map(([[path, body], ...headers]): Step => async (bench) => {
    return tell(await bench.vibefollow(path, body, Object.assign({}, ...headers)));
  });

const yellow = fc
  .oneof(
    fc.tuple(
      fc.constant('POST'),
      fc.constant('/user'),
      fc.tuple(row, id).map(([record, userId]) => ({ ...record, userId })),
    ),
    fc.tuple(
      fc.constant('GET'),
      fc.constantFrom('/user?offset=1&limit=2', '/event?userId=a', '/user'),
      fc.constant(undefined),
    ),
    fc.tuple(
      fc.constant('PUT'),
      id.map(toPath),
      row.map(({ userId: _, ...others }) => others),
    ),
    fc.tuple(fc.constantFrom('DELETE', 'GET'), id.map(toPath), fc.constant(undefined)),
    fc.tuple(fc.constant('POST'), fc.constant('/event'), fc.record({ userId: id, eventName: fc.constant('x') })),
  )
  .map(
    ([method, path, body]): Step =>
      async (bench) =>
        tell(await bench.yellow(method, path, body)),
  );

const bulk = fc
  .tuple(fc.constantFrom('', '?uponConflict=RETAIN_IMPORTED'), fc.array(row, { minLength: 1, maxLength: 4 }))
  .map(([query, users]): Step => async (bench, memory) => {
    const answer = await tell(await bench.yellow('POST', `/user/create-bulk${query}`, { users }));
    const { data } = answer.body as { data?: string };
    if (data !== undefined) memory.push(data);
    return answer;
  });

const status: Step = async (bench, memory) =>
  Promise.all(memory.map(async (name) => tell(await bench.yellow('GET', `/user/create-bulk?id=${name}`))));

const wait = fc.constantFrom(1, 400, 1000, 7000, 86_400_000).map(
  (ms): Step =>
    async ({ mock }) =>
      mock.clock.advance(ms),
);

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: vibefollow },
    { weight: 4, arbitrary: yellow },
    { weight: 3, arbitrary: bulk },
    { weight: 1, arbitrary: fc.constant(status) },
    { weight: 3, arbitrary: wait },
  ),
  { minLength: 1, maxLength: 40 },
);

const limit = fc.constantFrom({ requests: 2, windowSeconds: 1 }, { requests: 5, windowSeconds: 8 });
const options: fc.Arbitrary<MockOptions> = fc.record({
  rateLimitHeaders: fc.constantFrom('ietf', 'x-ratelimit'),
  vibefollow: fc.record(
    {
      drainRate: fc.constantFrom(0, 3, 7),
      queueCapacity: fc.constantFrom(3, 10),
      queueJob: fc.constantFrom('record', 'request'),
      rateLimits: fc.record({ upsertUser: limit, bulkUpsertUsers: limit }),
    },
    { requiredKeys: ['queueCapacity'] },
  ),
  yellow: fc.record({
    processingTime: fc.constantFrom(0, 500, 1500),
    rateWindow: fc.constantFrom('fixed', 'sliding'),
    retainImported: fc.constantFrom('keep-existing', 'replace'),
    rateLimits: fc.record({ bulkCreateUsers: limit, addUser: limit, deleteUser: limit }),
  }),
});

test('a mock goes on from a snapshot exactly as the one that it was taken of', async () => {
  await fc.assert(
    fc.asyncProperty(options, steps, steps, async (given, before, after) => {
      const original = await open(given);
      const memory: Memory = [];
      for (const step of before) await step(original, memory);
      const text = JSON.stringify(original.mock.snapshot());
      expect(text).not.toMatch(new RegExp(`${key}|${otherKey}`));

      const other = await open({ ...given, startTime: new Date(original.mock.clock.now()).toISOString() });
      other.mock.restore(JSON.parse(text) as State);
      expect(JSON.stringify(other.mock.snapshot())).toBe(text);

      const others = [...memory];
      for (const step of after) expect(await step(other, others)).toEqual(await step(original, memory));
      expect(look(other)).toEqual(look(original));
      expect(other.mock.snapshot()).toEqual(original.mock.snapshot());
    }),
    { seed: 1, numRuns: 150 },
  );
});

test('the states of all tenants, one by one, are that of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(options, steps, async (given, all) => {
      const original = await open(given);
      for (const step of all) await step(original, []);
      const whole = original.mock.snapshot();
      const other = await open({ ...given, startTime: new Date(original.mock.clock.now()).toISOString() });
      for (const name of [key, otherKey, bot]) other.mock.restore(original.mock.snapshot(name), name);
      expect(other.mock.snapshot()).toEqual(whole);
    }),
    { seed: 1, numRuns: 30 },
  );
});

function list(path: string, property: string, records: fc.Arbitrary<unknown>): fc.Arbitrary<[string, unknown]> {
  return fc.array(records, { minLength: 1, maxLength: 4 }).map((body) => [path, { [property]: body }]);
}

function toPath(userId: string): string {
  return `/user/${encodeURIComponent(userId)}`;
}

async function tell(response: Response): Promise<{ status: number; body: unknown; headers: object }> {
  return { ...(await read(response)), headers: Object.fromEntries(response.headers) };
}

function look({ mock }: Bench): unknown {
  return [key, otherKey].map((used) => {
    const held = mock.vibefollow.project(used);
    return [held.users(), held.events(), held.bufferedEvents(), held.queueDepth(), mock.yellow.bot(bot).users()];
  });
}
