import { afterEach, expect, test, vi } from 'vitest';
import { createMock, type Fault, type Mock, type MockOptions } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { meet, targets, until, type Met, type Target } from './_faults.ts';
import { key, open, otherKey, throughEachAdapter } from './_setup.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Faults that hold a request, and the result for its client after the release. */
const holding: readonly (readonly [Fault, Met])[] = [
  [{ kind: 'hang' }, { rejected: 'TypeError' }],
  [{ kind: 'delay', ms: 60_000 }, { rejected: 'TypeError' }],
  [{ kind: 'delay', ms: 60_000, applied: true }, { rejected: 'TypeError' }],
  [
    { kind: 'slow', ms: 60_000 },
    { status: 200, brokenBody: 'TypeError' },
  ],
];
const met = holding.flatMap(([, one]) => [one, one]);
const options: MockOptions = {
  clock: 'manual',
  faults: holding.map(([fault], index) => ({ on: { record: `held_${index}` }, fault })),
};

/** Sends a chunk to each API for each of the faults, and waits until all are held. */
async function holdAll(
  mock: Mock,
  send: (path: string, init: RequestInit) => Promise<Response>,
): Promise<{ held: Promise<Met>[]; allAwake: () => Promise<void> }> {
  const sleep = vi.spyOn(mock.clock, 'sleep');
  const chunks = holding.flatMap((_, index) => targets.map((target) => [target, `held_${index}`] as const));
  const held = chunks.map(async ([target, id]) => meet(send(target.path, target.request([id]))));
  await until(() => sleep.mock.results.length === held.length);
  const allAwake = async (): Promise<void> => {
    await Promise.allSettled(sleep.mock.results.map(async ({ value }) => value as Promise<void>));
  };
  return { held, allAwake };
}

/** The stored data of the held requests. It was applied before the wait. */
function storedOf(mock: Mock, target: Target): string[] {
  return [...target.stored(mock)].sort();
}

throughEachAdapter((open) => {
  test('reset lets go of all that a fault holds', async () => {
    const { mock, send } = await open(options);
    const { held, allAwake } = await holdAll(mock, send);
    mock.reset();
    expect(await Promise.all(held)).toEqual(met);
    await allAwake();
    await mock.clock.advance(3_600_000);
    for (const target of targets) expect(target.stored(mock)).toEqual([]);
    expect((await send(targets[0]?.path ?? '', targets[0]?.request(['a']) ?? {})).status).toBe(200);
  });
});

test('closing a server lets go of all that a fault holds, and of its sockets', async () => {
  await until(() => sockets() === 0);
  const mock = createMock(options);
  const server = await serve(mock);
  const { held, allAwake } = await holdAll(mock, async (path, init) => fetch(server.url + path, init));
  expect(sockets()).toBeGreaterThan(8);
  await server.close();
  expect(await Promise.all(held)).toEqual(met);
  await allAwake();
  await until(() => sockets() === 0);
  await mock.clock.advance(3_600_000);
  for (const target of targets) expect(storedOf(mock, target)).toEqual(['held_2', 'held_3']);
  await expect(fetch(server.url)).rejects.toThrow(TypeError);
});

test.each<[string, Fault[]]>([
  ['reset and truncated answers', [{ kind: 'reset' }, { kind: 'truncate' }, { kind: 'truncate', applied: true }]],
  ['statuses and pages', [{ status: 503, retryAfter: 60 }, { kind: 'garbage' }]],
])('%s leave no socket behind', async (_name, faults) => {
  await until(() => sockets() === 0);
  const mock = createMock({ faults: faults.map((fault, index) => ({ on: { attempt: index + 1 }, fault })) });
  const server = await serve(mock);
  for (const target of targets) {
    for (const _ of [...faults, 'none']) await meet(fetch(server.url + target.path, target.request(['a'])));
    expect(target.stored(mock)).toEqual(['a']);
  }
  await server.close();
  await until(() => sockets() === 0);
});

test.each(['delay', 'slow', 'hang'] as const)('a client that gives up a %s leaves no timer behind', async (kind) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const fault: Fault = kind === 'hang' ? { kind } : { kind, ms: 60_000 };
  const { mock, send } = await open({ clock: 'system', faults: [{ fault }] });
  for (const target of targets) {
    const client = new AbortController();
    const held = meet(send(target.path, { ...target.request(['a']), signal: client.signal }));
    await until(() => mock.faults.list()[0]?.fired === targets.indexOf(target) + 1);
    expect(vi.getTimerCount()).toBe(kind === 'hang' ? 0 : 1);
    client.abort();
    expect(Object.values(await held)).toContain('AbortError');
    expect(vi.getTimerCount()).toBe(0);
  }
});

test('reset clears the timers of a system clock', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { mock, send } = await open({ ...options, clock: 'system' });
  const { held } = await holdAll(mock, send);
  // Two of the requests hang. They need no timer.
  expect(vi.getTimerCount()).toBe(6);
  mock.reset();
  expect(vi.getTimerCount()).toBe(0);
  expect(await Promise.all(held)).toEqual(met);
});

test('a body that is cancelled ends at once, and its timer with the piece that is due', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { send } = await open({ clock: 'system', faults: [{ fault: { kind: 'slow', ms: 8000 } }] });
  for (const target of targets) await (await send(target.path, target.request(['a']))).body?.cancel();
  expect(vi.getTimerCount()).toBe(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(vi.getTimerCount()).toBe(0);
});

test('a reset of one tenant lets go of its requests, which change nothing any more, and of no others', async () => {
  const { mock, vibefollow } = await open({ faults: [{ on: { attempt: 1 }, fault: { kind: 'delay', ms: 1000 } }] });
  const sleep = vi.spyOn(mock.clock, 'sleep');
  const mine = vibefollow('/users', { external_user_id: 'u' });
  const other = vibefollow('/users', { external_user_id: 'u' }, { authorization: `Bearer ${otherKey}` });
  await until(() => sleep.mock.results.length === 2);
  mock.reset(key);
  await expect(mine).rejects.toThrow('fetch failed');
  await mock.clock.advance(1000);
  expect((await other).status).toBe(202);
  const { vibefollow: stored } = mock;
  expect([stored.project(key).userCount(), stored.project(otherKey).userCount()]).toEqual([0, 1]);
});

/** Counts all open sockets of this process. Sockets of other tests may still be closing. */
function sockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP')).length;
}
