import { expect, onTestFinished, test } from 'vitest';
import { createMock, scenarios, type Mock } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { attempts, targets, vibefollow, yellow, type Target } from './_faults.ts';
import { bot, key, open as openMock, throughEachAdapter, type Bench } from './_setup.ts';

const ids = Array.from({ length: 5000 }, (_, index) => `usr_${index}`);
const chunks = Array.from({ length: 50 }, (_, index) => ids.slice(index * 100, (index + 1) * 100));

type Send = Bench['send'];

const ways: Record<string, (mock: Mock) => Promise<Send>> = {
  'in process': async (mock) => Promise.resolve(async (path: string, init?: RequestInit) => mock.fetch(path, init)),
  'over HTTP': async (mock) => {
    const server = await serve(mock);
    onTestFinished(async () => server.close());
    return async (path: string, init?: RequestInit) => fetch(server.url + path, init);
  },
};

test.each(Object.entries(ways))(
  'the same chunks meet the same faults at any concurrency, %s',
  async (_name, connect) => {
    const runs = await Promise.all(
      [1, 2].map(async (seed) => Promise.all([1, 8, 32].map(async (lanes) => run(connect, seed, lanes)))),
    );
    const [[first = '', ...others] = [], [second = '', ...more] = []] = runs;
    expect(others).toEqual([first, first]);
    expect(more).toEqual([second, second]);
    expect(first).not.toBe(second);
  },
);

/** Delivers all chunks in this number of lanes. Lists the fault of each attempt in the order of the chunks. */
async function run(connect: (mock: Mock) => Promise<Send>, seed: number, lanes: number): Promise<string> {
  const mock = createMock({
    seed,
    clock: 'manual',
    faults: [
      { on: { chance: 0.3 }, fault: { status: 503 } },
      { on: { chance: 0.3 }, fault: { kind: 'reset', applied: true } },
    ],
  });
  const send = await connect(mock);
  const met = await deliver(send, vibefollow, lanes);

  expect([...vibefollow.stored(mock)].sort()).toEqual([...ids].sort());
  const fired = mock.faults.list().map((rule) => rule.fired);
  expect(fired).toEqual([503, 'reset'].map((kind) => met.filter(({ fault }) => fault === kind).length));
  expect(mock.journal.exchanges()).toHaveLength(met.length);
  // With 50 chunks and a chance of 0.3, fewer than five faults of a kind are very unlikely.
  expect(Math.min(...fired)).toBeGreaterThan(4);
  return met
    .map(({ chunk, attempt, fault }) => `${String(chunk).padStart(2)} ${attempt} ${fault}`)
    .sort()
    .join('\n');
}

interface MetFault {
  readonly chunk: number;
  readonly attempt: number;
  readonly fault: 503 | 'reset' | 'none';
}

/** A client with several lanes. Each lane takes the next chunk, and sends it until it is delivered. */
async function deliver(send: Send, target: Target, lanes: number): Promise<MetFault[]> {
  const met: MetFault[] = [];
  const waiting = [...chunks.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [chunk, records] = next;
      for (let attempt = 1, fault: MetFault['fault'] = 503; fault !== 'none'; attempt += 1) {
        fault = await trySend(send, target, records);
        met.push({ chunk, attempt, fault });
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return met;
}

async function trySend(send: Send, target: Target, records: readonly string[]): Promise<MetFault['fault']> {
  try {
    const { status } = await send(target.path, target.request(records));
    return status === 503 ? 503 : 'none';
  } catch {
    return 'reset';
  }
}

throughEachAdapter((open) => {
  test.each(targets.map((target) => [target.name, target] as const))(
    'after answers were lost, the state of %s is as if nothing had failed, and the journal shows both',
    async (_name, target) => {
      const { mock, send } = await open(scenarios['lost-answers'].options);
      const undisturbed = await openMock();
      await deliver(send, target, 8);
      await deliver(undisturbed.send, target, 8);

      expect(stateOf(mock)).toEqual(stateOf(undisturbed.mock));
      expect(target.stored(mock)).toHaveLength(5000);
      const sorted = attempts(mock).map(String).sort();
      const expected = chunks.flatMap((_, index) => [`${index + 1},1,fault-1,true`, `${index + 1},2,,true`]);
      expect(sorted).toEqual(expected.sort());
      expect(new Set(mock.journal.exchanges().map(({ records }) => records))).toEqual(new Set([100]));
    },
  );

  test('with an Idempotency-Key the work of a lost answer is not even repeated', async () => {
    const { mock, send } = await open({ ...scenarios['lost-answers'].options, vibefollow: { drainRate: 1 } });
    const request = vibefollow.request(['a', 'b'], { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11' });
    await expect(send(vibefollow.path, request)).rejects.toThrow(TypeError);
    expect((await send(vibefollow.path, request)).status).toBe(200);
    // The queue holds the jobs of one request.
    await mock.clock.advance(2000);
    expect(vibefollow.stored(mock)).toEqual(['a', 'b']);
    expect(attempts(mock)).toMatchObject([
      [1, 1, 'fault-1', true],
      [1, 2, undefined, false],
    ]);
  });
});

test('a Yellow record without userId is stored twice when its answer is lost', async () => {
  const { mock, yellow: ask } = await openMock(scenarios['lost-answers'].options);
  const nameless = { users: [{ firstName: 'Asha' }] };
  await expect(ask('POST', '/user/create-bulk', nameless)).rejects.toThrow(TypeError);
  await ask('POST', '/user/create-bulk', nameless);
  expect(yellow.stored(mock)).toHaveLength(2);
});

/** All users of both APIs. They are sorted, since concurrent chunks store them in any order. */
function stateOf(mock: Mock): string[] {
  const users = [...mock.yellow.bot(bot).users(), ...mock.vibefollow.project(key).users()];
  return users.map((user) => JSON.stringify(user)).sort();
}
