import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { createMock, type Fault, type MockOptions } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { handlers } from 'vf-mock/msw';
import { attempts, meet, targets, until, type Met, type Target } from './_faults.ts';
import { faultKinds } from './_operations.ts';
import { open as openMock, throughEachAdapter, type Bench } from './_setup.ts';

/** Four records. The second one is invalid. */
const ids = ['a', '', 'c', 'd'];
const all = ['a', 'c', 'd'];
const options: MockOptions = { yellow: { invalidRecord: 'skip' } };
const json = 'application/json; charset=utf-8';

type Applied = boolean | number;
/** The stored users for each `applied`. Two of the first three records are valid. */
const storedAfter = new Map<Applied, readonly string[]>([
  [false, []],
  [true, all],
  [3, ['a', 'c']],
]);

interface Row {
  readonly name: string;
  fault(applied: Applied): Fault;
  /** The client gives up while it waits for the answer, or while it reads the body. */
  readonly givesUp?: 'waiting' | 'reading';
  readonly applied: readonly Applied[];
  meets(target: Target, whole: string): Met;
}

const rejected = { rejected: 'TypeError' };
const gaveUp = { rejected: 'AbortError' };
const every: readonly Applied[] = [false, true, 3];
const whole = (_target: Target, body: string): Met => ({ status: 200, type: json, retryAfter: null, body });

const rows: readonly Row[] = [
  {
    name: 'status 503',
    fault: (applied) => ({ status: 503, retryAfter: 2, applied }),
    applied: every,
    meets: (target) => refusal(target, 503, 'server_error', '2'),
  },
  {
    name: 'status 429',
    fault: (applied) => ({ kind: 'status', status: 429, applied }),
    applied: every,
    meets: (target) => refusal(target, 429, 'rate_limited', null),
  },
  { name: 'reset', fault: (applied) => ({ kind: 'reset', applied }), applied: every, meets: () => rejected },
  {
    name: 'hang',
    fault: (applied) => ({ kind: 'hang', applied }),
    givesUp: 'waiting',
    applied: every,
    meets: () => gaveUp,
  },
  {
    name: 'truncate',
    fault: (applied) => ({ kind: 'truncate', applied }),
    applied: every,
    meets: () => ({ status: 200, brokenBody: 'TypeError' }),
  },
  ...([200, 502, 503] as const).map((status): Row => ({
    name: `garbage ${status}`,
    fault: (applied) => ({ kind: 'garbage', status, applied }),
    applied: every,
    meets: () => ({ status, type: 'text/html', retryAfter: null, body: expect.stringMatching(/^<html>/) as string }),
  })),
  {
    name: 'delay',
    fault: (applied) => ({ kind: 'delay', ms: 30_000, applied: applied === true }),
    applied: [false, true],
    meets: whole,
  },
  {
    name: 'delay, given up',
    fault: (applied) => ({ kind: 'delay', ms: 30_000, applied: applied === true }),
    givesUp: 'waiting',
    applied: [false, true],
    meets: () => gaveUp,
  },
  { name: 'slow', fault: () => ({ kind: 'slow', ms: 60_000, applied: true }), applied: [true], meets: whole },
  {
    name: 'slow, given up',
    fault: () => ({ kind: 'slow', ms: 60_000, applied: true }),
    givesUp: 'reading',
    applied: [true],
    meets: () => ({ status: 200, brokenBody: 'AbortError' }),
  },
];

const table = rows.flatMap((row) =>
  row.applied.flatMap((applied) => targets.map((target) => [row.name, applied, target.name, row, target] as const)),
);

test('every kind of fault of the document is in the table', () => {
  const kinds = rows.map(({ fault }) => fault(true).kind ?? 'status');
  expect([...new Set(kinds)].sort()).toEqual([...faultKinds].sort());
});

throughEachAdapter((open) => {
  test.each(table)('%s, applied: %s, on %s', async (_kind, applied, _api, row, target) => {
    const bench = await open(options);
    const { mock } = bench;
    mock.faults.add({ on: { operation: target.operation, attempt: 1, call: 1 }, fault: row.fault(applied) });
    if (row.givesUp === undefined) mock.clock.autoAdvance();

    const met = await deliver(bench, target, row.givesUp);
    await until(() => mock.journal.exchanges().length === 1);
    const reached = target.stored(mock);
    const again = await meet(bench.send(target.path, target.request(ids)));

    expect(met).toEqual(row.meets(target, await answerOf(target)));
    // If the client waits, a delayed or slow answer is a success, and all work is done.
    const isAnswer = row.givesUp === undefined && (row.name === 'delay' || row.name === 'slow');
    expect(reached).toEqual(isAnswer ? all : storedAfter.get(applied));
    expect(again).toMatchObject({ status: 200, type: json });
    expect(target.stored(mock)).toEqual(all);
    expect(attempts(mock)).toEqual([
      [1, 1, 'fault-1', isAnswer || applied],
      isAnswer ? [2, 1, undefined, true] : [1, 2, undefined, true],
    ]);
  });
});

async function deliver({ mock, send }: Bench, target: Target, givesUp: Row['givesUp']): Promise<Met> {
  const client = new AbortController();
  const answer = send(target.path, { ...target.request(ids), signal: client.signal });
  const met = meet(answer);
  if (givesUp === 'waiting') await until(() => mock.faults.list()[0]?.fired === 1);
  if (givesUp === 'reading') await answer;
  if (givesUp !== undefined) client.abort();
  return met;
}

function refusal(target: Target, status: number, code: string, retryAfter: string | null): Met {
  return { status, type: json, retryAfter, body: JSON.stringify(target.error(status, code)) };
}

/** The complete answer to the chunk without a fault. */
async function answerOf(target: Target): Promise<string> {
  const mock = createMock({ clock: 'manual', ...options });
  return (await mock.fetch(target.path, target.request(ids))).text();
}

test('in process a truncated body breaks after its first half', async () => {
  const { send } = await openMock({ faults: [{ on: { attempt: 1 }, fault: { kind: 'truncate' } }] });
  for (const target of targets) {
    const reader = (await send(target.path, target.request(['a']))).body?.getReader();
    const { value } = (await reader?.read()) as { value?: Uint8Array };
    const first = new TextDecoder().decode(value);
    await expect(reader?.read()).rejects.toThrow('terminated');
    const rest = await (await send(target.path, target.request(['a']))).text();
    expect(first).toBe(rest.slice(0, Math.floor(rest.length / 2)));
  }
});

test('a reset carries ECONNRESET in process and over HTTP, and no errno under MSW', async () => {
  const causeOf = async (send: () => Promise<unknown>): Promise<unknown> =>
    send().then(
      () => 'none',
      (error: unknown) => ((error as Error).cause as { code?: string } | undefined)?.code,
    );
  const { mock, send } = await openMock({ faults: [{ fault: { kind: 'reset' } }] });
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  for (const { path, request } of targets) {
    expect(await causeOf(async () => send(path, request(['a'])))).toBe('ECONNRESET');
    expect(await causeOf(async () => fetch(server.url + path, request(['a'])))).toBe('ECONNRESET');
  }
  const interceptor = setupServer(...handlers(mock, 'http://localhost'));
  interceptor.listen();
  onTestFinished(() => interceptor.close());
  for (const { path, request } of targets) {
    expect(await causeOf(async () => fetch(`http://localhost${path}`, request(['a'])))).toBeUndefined();
  }
});
