import { expect, test, vi } from 'vitest';
import type { Mock } from 'vf-mock';
import { bot, key, open } from './_setup.ts';

const headers = { 'x-api-key': 'k', 'content-type': 'application/json' };

/** Sends a request of each of many other bots. It stores nothing. */
async function visit(mock: Mock, bots: number): Promise<void> {
  for (let number = 0; number < bots; number += 1)
    await mock.handle({ method: 'GET', url: `/cdp/api/v1/user/u?bot=visitor${number}`, headers });
}

test('many tenants without data are forgotten, the least recently used first, and no tenant with data', async () => {
  const { mock } = await open({ yellow: { rateLimits: { getUser: 'off' } } });
  mock.yellow.bot(bot).seed([{ userId: '1001' }]);
  await visit(mock, 25_000);
  const bots = mock.yellow.bots();
  expect(bots.length).toBeLessThanOrEqual(10_000);
  expect([bots[0], bots.at(-1)]).toEqual([bot, 'visitor24999']);
  expect(mock.yellow.bot(bot).userCount()).toBe(1);
});

test('below 10,000 tenants none is forgotten', async () => {
  const { mock } = await open({ journalLimit: 0 });
  await visit(mock, 9000);
  expect(mock.yellow.bots()).toHaveLength(9000);
});

test('a tenant whose rate limit counts is not forgotten', async () => {
  const { mock, yellow } = await open({
    yellow: { rateLimits: { addUser: { requests: 1, windowSeconds: 60 }, getUser: 'off' } },
  });
  expect((await yellow('POST', '/user', {})).status).toBe(400);
  await visit(mock, 12_000);
  expect((await yellow('POST', '/user', {})).status).toBe(429);
});

test('a request that waits is reset with its tenant, however many other tenants came since', async () => {
  const { mock, yellow } = await open({ faults: [{ on: { operation: 'addUser' }, fault: { kind: 'hang' } }] });
  const waiting = yellow('POST', '/user', { userId: '1001' });
  await visit(mock, 12_000);
  mock.reset(bot);
  await expect(waiting).rejects.toThrow(TypeError);
});

test('a question about a tenant does not create it, and neither does a request without a key', async () => {
  const { mock, send } = await open();
  expect([mock.yellow.bot(bot).userCount(), mock.vibefollow.project(key).queueDepth()]).toEqual([0, 0]);
  mock.stored({ tenant: bot });
  await send(`/cdp/api/v1/user?bot=${bot}`);
  await send('/api/v1/users', { method: 'POST' });
  expect([mock.yellow.bots(), mock.vibefollow.projects()]).toEqual([[], []]);
});

test('a long name of a tenant is shortened, and still tells tenants apart', async () => {
  const { mock, send } = await open();
  const names = ['a', 'b'].map((end) => 'x'.repeat(10_000) + end);
  for (const name of names) await send(`/cdp/api/v1/user?bot=${name}`, { headers });
  const tenants = mock.journal.exchanges().map(({ tenantId = '' }) => tenantId);
  expect([new Set(tenants).size, ...tenants.map(({ length }) => length)]).toEqual([2, 256, 256]);
  expect(names.map((tenant) => mock.journal.exchanges({ tenant }).length)).toEqual([1, 1]);
});

test('of a list with very many records the first 100,000 are told apart, and all are counted', async () => {
  const { mock, vibefollow } = await open();
  const count = 100_010;
  expect((await vibefollow('/users/bulk', { users: Array<object>(count).fill({}) })).status).toBe(400);
  expect(mock.journal.exchanges()).toMatchObject([{ records: count, recordIds: { length: 100_000 } }]);
  expect(mock.reconcile().counts).toMatchObject({ sent: count, lost: 100_000, unaccounted: 10 });
});

test('the account follows 10,000 tenants, and counts the records of the others', async () => {
  const { mock, yellow } = await open({ journalLimit: 0 });
  for (let number = 0; number < 10_005; number += 1)
    await yellow('POST', `/user?bot=b${number}`, { userId: String(number) });
  expect(mock.reconcile().counts).toMatchObject({ sent: 10_005, stored: 10_000, unaccounted: 5 });
  expect(mock.reconcile({ tenant: 'b7' }).counts).toMatchObject({ sent: 1, stored: 1, unaccounted: 0 });
  expect(mock.reconcile({ tenant: 'b10002' }).counts).toMatchObject({ stored: 0, unaccounted: 5 });
  mock.reset('b7');
  await yellow('POST', '/user?bot=late', { userId: '1' });
  expect(mock.reconcile({ tenant: 'late' }).counts).toMatchObject({ stored: 1, unaccounted: 0 });
});

test('a record with a long id takes the room of up to four', async () => {
  const { mock, vibefollow } = await open({ ledgerLimit: 9 });
  const ids = [20, 64, 65, 300, 301].map((length, at) => String(at).padEnd(length, 'x'));
  for (const id of ids) await vibefollow('/users', { external_user_id: id });
  expect(mock.reconcile().counts).toMatchObject({ sent: 5, stored: 5, unaccounted: 0 });
  await vibefollow('/users', { external_user_id: 'last' });
  expect(mock.reconcile().counts).toMatchObject({ sent: 6, stored: 5, unaccounted: 1 });
});

test('the depth of a large body is looked at before it is parsed', async () => {
  const { vibefollow, send } = await open();
  const parse = vi.spyOn(JSON, 'parse');
  const post = { method: 'POST', headers: { ...headers, authorization: `Bearer ${key}` } };
  for (const body of [
    '['.repeat(2 ** 20),
    '{"a":'.repeat(2 ** 20),
    `["\\"${'x'.repeat(2 ** 18)}",${'['.repeat(1000)}`,
  ]) {
    const answer = await send('/api/v1/users', { ...post, body });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('deeper than 1000 levels')]);
  }
  expect(parse.mock.calls.filter(([text]) => text.length > 2 ** 18)).toEqual([]);
  parse.mockRestore();
  const brackets = `\\"${'['.repeat(2 ** 18)}\\`;
  const nested = JSON.parse('['.repeat(990) + ']'.repeat(990)) as unknown;
  const record = { external_user_id: 'a', traits: { [brackets]: brackets, nested, lists: Array(1001).fill([{}]) } };
  expect((await vibefollow('/users', record)).status).toBe(202);
});

test('a body with very many rounded numbers differs from another by the last digit of the last one', async () => {
  const { mock } = await open({ vibefollow: { idempotencyReuse: 409 } });
  const numbers = Array.from({ length: 40_000 }, (_, at) => `1234567890123456789${at % 10}`).join();
  const send = async (list: string): Promise<number> => {
    const body = `{"external_user_id":"a","traits":{"n":[${list}]}}`;
    const idempotency = {
      'idempotency-key': 'a8098c1a-f86e-41da-9a1a-00112444be1e',
      'content-type': 'application/json',
    };
    const init = { method: 'POST', body, headers: { ...idempotency, authorization: `Bearer ${key}` } };
    return (await mock.fetch('/api/v1/users', init)).status;
  };
  expect([await send(numbers), await send(numbers), await send(`${numbers}1`)]).toEqual([202, 202, 409]);
  expect(mock.journal.exchanges()[0]?.rounded?.length).toBeLessThan(40_000);
});
