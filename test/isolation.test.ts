import { expect, onTestFinished, test } from 'vitest';
import type { ClientCall, Exchange, FaultRule, Har, State, Verdicts } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { createMock, type Mock } from 'vf-mock';
import { ask } from './_admin.ts';
import type { Bench } from './_setup.ts';

/** One of several tests that run at the same time against one server. */
interface Tester {
  readonly number: number;
  readonly tenant: string;
  readonly operation: 'bulkUpsertUsers' | 'bulkCreateUsers';
  /** Sends a chunk, and returns the status. */
  send(ids: readonly string[]): Promise<number>;
}

/** The first half have VibeFollow keys, and the others have Yellow bots. */
function createTesters(count: number, url: string): Tester[] {
  return Array.from({ length: count }, (_, number) =>
    number < count / 2
      ? toVibeFollowTester(number, `sk_test_${String(number).padStart(32, 'k')}`, url)
      : toYellowTester(number, `x${number}`, url),
  );
}

function toVibeFollowTester(number: number, tenant: string, url: string): Tester {
  const headers = { authorization: `Bearer ${tenant}`, 'content-type': 'application/json' };
  return {
    number,
    tenant,
    operation: 'bulkUpsertUsers',
    send: async (ids) => {
      const body = JSON.stringify({ users: ids.map((external_user_id) => ({ external_user_id })) });
      return statusOf(fetch(`${url}/api/v1/users/bulk`, { method: 'POST', headers, body }));
    },
  };
}

function toYellowTester(number: number, tenant: string, url: string): Tester {
  const headers = { 'x-auth-token': 'any', 'content-type': 'application/json' };
  return {
    number,
    tenant,
    operation: 'bulkCreateUsers',
    send: async (ids) => {
      const body = JSON.stringify({ users: ids.map((userId) => ({ userId })) });
      return statusOf(fetch(`${url}/cdp/api/v1/user/create-bulk?bot=${tenant}`, { method: 'POST', headers, body }));
    },
  };
}

async function statusOf(answer: Promise<Response>): Promise<number> {
  const response = await answer;
  await response.text();
  return response.status;
}

interface Server extends Pick<Bench, 'send'> {
  readonly mock: Mock;
  readonly url: string;
}

async function open(): Promise<Server> {
  const rateLimit = { requests: 5, windowSeconds: 3600 };
  const mock = createMock({
    vibefollow: { rateLimits: { bulkUpsertUsers: rateLimit } },
    yellow: { rateLimits: { bulkCreateUsers: rateLimit } },
  });
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  return { mock, url: server.url, send: async (path, init) => fetch(server.url + path, init) };
}

/** The view of a tester with its own key. */
async function look(
  server: Server,
  { tenant }: Pick<Tester, 'tenant'>,
): Promise<{
  readonly exchanges: readonly Exchange[];
  readonly calls: readonly ClientCall[];
  readonly entries: Har['log']['entries'];
  readonly verdicts: Verdicts;
  readonly users: readonly string[];
}> {
  const get = async (path: string): Promise<unknown> => (await ask(server, 'GET', `${path}?tenant=${tenant}`)).body;
  const state = (await get('/state')) as State;
  return {
    exchanges: ((await get('/journal')) as { exchanges: Exchange[] }).exchanges,
    calls: ((await get('/calls')) as { calls: ClientCall[] }).calls,
    entries: ((await get('/journal.har')) as Har).log.entries,
    verdicts: (await get('/verdicts')) as Verdicts,
    users: usersOf(state),
  };
}

function usersOf(state: State): string[] {
  return [...JSON.stringify(state).matchAll(/"(usr_\d+_\d+)"/g)].map(([, id = '']) => id).toSorted();
}

/** Meets its own fault twice, then sends chunks until one exceeds its own limit. */
async function run(server: Server, tester: Tester): Promise<number[]> {
  const { number, tenant, operation, send } = tester;
  const rule: FaultRule = {
    id: `of-${number}`,
    on: { tenant, operation, call: 1 },
    fault: { status: 500 + number },
    times: 2,
  };
  await ask(server, 'POST', '/faults', rule);
  const statuses: number[] = [];
  for (let attempt = 1; attempt <= 3; attempt += 1) statuses.push(await send([`usr_${number}_0`]));
  const chunks = [1, 2, 3, 4, 5].map((chunk) => [`usr_${number}_${chunk}`]);
  return [...statuses, ...(await Promise.all(chunks.map(send))).toSorted()];
}

test.each([2, 10])('%i tests at once against one server see only what is their own', async (count) => {
  const server = await open();
  const testers = createTesters(count, server.url);
  const met = await Promise.all(testers.map(async (tester) => run(server, tester)));
  for (const [at, tester] of testers.entries()) {
    const { number, operation } = tester;
    expect(met[at]).toEqual([500 + number, 500 + number, 200, 200, 200, 200, 200, 429]);
    const { exchanges, calls, entries, verdicts, users } = await look(server, tester);
    expect(exchanges.map((exchange) => [exchange.operation, exchange.tenantId])).toEqual(
      Array.from({ length: 8 }, () => [operation, exchanges[0]?.tenantId]),
    );
    expect(exchanges.flatMap(({ recordIds = [] }) => recordIds).every((id) => id.startsWith(`usr_${number}_`))).toBe(
      true,
    );
    expect(exchanges.slice(0, 3)).toMatchObject([
      { call: 1, attempt: 1, fault: `of-${number}`, concurrent: 1 },
      { call: 1, attempt: 2, fault: `of-${number}`, concurrent: 1 },
      { call: 1, attempt: 3, status: 200, concurrent: 1 },
    ]);
    expect(calls.map(({ call }) => call)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(calls.filter(({ outcome }) => outcome === 'delivered')).toHaveLength(5);
    expect(entries.map(({ _vfExchange }) => _vfExchange.number)).toEqual(exchanges.map((exchange) => exchange.number));
    expect([verdicts.requests, verdicts.figures.calls, verdicts.figures.maxAttempts]).toEqual([8, 6, 3]);
    expect(new Set(users).size).toBe(5);
    expect(users.every((id) => id.startsWith(`usr_${number}_`))).toBe(true);
  }
  expect(server.mock.journal.exchanges()).toHaveLength(8 * count);
});

test('one test that resets its key leaves the others all they have, and begins anew itself', async () => {
  const server = await open();
  const testers = createTesters(4, server.url);
  await Promise.all(testers.map(async (tester) => run(server, tester)));
  for (const tester of testers)
    await ask(server, 'POST', '/faults', { on: { tenant: tester.tenant, attempt: 99 }, fault: { status: 503 } });
  const [mine, ...others] = testers;
  if (mine === undefined) return;
  const before = await Promise.all(others.map(async (tester) => look(server, tester)));

  await ask(server, 'POST', `/reset?tenant=${mine.tenant}`);

  expect(await Promise.all(others.map(async (tester) => look(server, tester)))).toEqual(before);
  expect(await look(server, mine)).toMatchObject({
    exchanges: [],
    calls: [],
    entries: [],
    users: [],
    verdicts: { requests: 0 },
  });
  const named = server.mock.faults.list().map(({ rule }) => rule.on?.tenant);
  expect(named).not.toContain(mine.tenant);
  expect(new Set(named).size).toBe(3);
  // The limits of the others are used up. Its own limit is not.
  expect(await Promise.all(testers.map(async ({ number, send }) => send([`usr_${number}_9`])))).toEqual([
    200, 429, 429, 429,
  ]);
  expect((await look(server, mine)).exchanges).toMatchObject([{ call: 1, attempt: 1 }]);
});

test('one test that clears its journal leaves that of the others, and its own users', async () => {
  const server = await open();
  const [mine, other] = createTesters(2, server.url);
  if (mine === undefined || other === undefined) return;
  await Promise.all([mine.send(['usr_0_1']), other.send(['usr_1_1'])]);
  await ask(server, 'DELETE', `/journal?tenant=${mine.tenant}`);
  expect(await look(server, mine)).toMatchObject({ exchanges: [], users: ['usr_0_1'] });
  expect((await look(server, other)).exchanges).toHaveLength(1);
});

test('a test that fills the journal is told of what it lost, and no other test is', async () => {
  const mock = createMock({ clock: 'manual', journalLimit: 3 });
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  const [mine, other] = createTesters(2, server.url);
  if (mine === undefined || other === undefined) return;
  for (const id of ['1', '2', '3', '4']) await mine.send([id]);
  await other.send(['1']);
  const droppedOf = async ({ tenant }: Tester): Promise<unknown[]> => {
    const get = async (path: string): Promise<unknown> =>
      (await ask({ send: async (to, init) => fetch(server.url + to, init) }, 'GET', `${path}?tenant=${tenant}`)).body;
    const answers = (await Promise.all(['/journal', '/calls', '/verdicts'].map(get))) as { dropped: number }[];
    return answers.map(({ dropped }) => dropped);
  };
  expect(await droppedOf(mine)).toEqual([2, 2, 2]);
  expect(await droppedOf(other)).toEqual([0, 0, 0]);
});
