import { expect, test } from 'vitest';
import type { Exchange, JournalFilter } from '../src/index.ts';
import { createJournal } from '../src/journal/journal.ts';
import { toTenantId } from '../src/engine/tenants.ts';
import { meet } from './_faults.ts';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

const other = { authorization: `Bearer ${otherKey}` };

/** Seven exchanges of two projects and a bot, and one of nobody. */
async function play(): Promise<Bench> {
  const bench = await open({
    faults: [
      { on: { operation: 'bulkUpsertUsers', record: 'a', attempt: 1 }, fault: { status: 503 } },
      { on: { record: 'a', attempt: 2 }, fault: { kind: 'reset' } },
      { on: { operation: 'upsertUser' }, fault: { status: 429 } },
    ],
  });
  const { vibefollow, yellow, send } = bench;
  const chunk = { users: [{ external_user_id: 'a' }, { external_user_id: 'b' }] };
  for (let attempt = 1; attempt <= 3; attempt += 1) await meet(vibefollow('/users/bulk', chunk));
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'b' }] }, other);
  await vibefollow('/users', { external_user_id: 'c' });
  await yellow('GET', '/user/1');
  await yellow('POST', '/user', { userId: 'a' });
  await send('/nowhere');
  return bench;
}

test.each<[JournalFilter, number[]]>([
  [{}, [1, 2, 3, 4, 5, 6, 7, 8]],
  [{ api: 'yellow' }, [6, 7]],
  [{ operation: 'bulkUpsertUsers' }, [1, 2, 3, 4]],
  [{ tenant: key }, [1, 2, 3, 5]],
  [{ tenant: toTenantId(otherKey) }, [4]],
  [{ tenant: bot }, [6, 7]],
  [{ tenant: 'nobody' }, []],
  [{ attempt: 2 }, [2]],
  [{ attempt: '>=2' }, [2, 3]],
  [{ attempt: '<=2' }, [1, 2, 4, 5, 6, 7]],
  [{ attempt: [1, 3], operation: 'bulkUpsertUsers' }, [1, 3, 4]],
  [{ call: 2 }, []],
  [{ call: 1, api: 'yellow' }, [6, 7]],
  [{ status: 503 }, [1]],
  [{ status: '<500' }, [3, 4, 5, 6, 7, 8]],
  [{ status: '400-499', tenant: bot }, [6]],
  [{ status: [429, 503] }, [1, 5]],
  [{ record: 'a' }, [1, 2, 3, 7]],
  [{ record: 'b', tenant: otherKey }, [4]],
  [{ record: 'a', status: 200, api: 'vibefollow' }, [3]],
])('exchanges are found by %j', async (filter, numbers) => {
  const { mock } = await play();
  expect(mock.journal.exchanges(filter).map(({ number }) => number)).toEqual(numbers);
});

test('calls have all their attempts, whichever of them matches, and an outcome', async () => {
  const { mock } = await play();
  const told = mock.journal
    .calls()
    .map(({ operation, call, outcome, attempts }) => [operation, call, outcome, attempts.map(({ number }) => number)]);
  expect(told).toEqual([
    ['bulkUpsertUsers', 1, 'delivered', [1, 2, 3]],
    ['bulkUpsertUsers', 1, 'delivered', [4]],
    ['upsertUser', 1, 'given up', [5]],
    ['getUser', 1, 'refused', [6]],
    ['addUser', 1, 'delivered', [7]],
  ]);
  expect(mock.journal.calls({ status: 503 })).toMatchObject([
    { api: 'vibefollow', tenant: 'sk_test_…0000', attempts: [{ number: 1 }, { waited: 0 }, { waited: 0 }] },
  ]);
});

test.each([
  [{ statuses: 1 }, 'unknown option "statuses". Use one of api, operation, tenant, attempt, call, status, record.'],
  [{ api: 'vibe' }, 'api is "vibe"; it must be one of vibefollow, yellow.'],
  [
    { operation: 'bulkUpsert' },
    /^Failed to look into the journal: operation is "bulkUpsert"; it must be one of upsertU/,
  ],
  [{ tenant: '' }, 'tenant is ""; it must be at least 1 character.'],
  [
    { attempt: '>' },
    'attempt is ">", which is not this: a number, a list of numbers, or a range such as "<=2", ">=4" or "2-5".',
  ],
  [{ attempt: '5-2' }, 'attempt is "5-2"; no number is in this range.'],
  [{ call: 0 }, /^Failed to look into the journal: call is 0/],
  [{ status: '<1' }, 'status is "<1"; no number is in this range.'],
  [null, 'the filter is null; it must be an object.'],
])('a filter that is %j is refused, and it is told what is allowed', async (filter, problem) => {
  const { mock } = await open();
  const message = typeof problem === 'string' ? `Failed to look into the journal: ${problem}` : problem;
  for (const look of [mock.journal.exchanges, mock.journal.calls]) {
    expect(() => look(filter as JournalFilter)).toThrow(message);
  }
});

test('a filter that is refused shows no key', async () => {
  const { mock } = await open();
  expect(() => mock.journal.exchanges({ operation: key } as unknown as JournalFilter)).toThrow('is "sk_test_…0000"');
});

test('a tenant that is cleared or reset takes its exchanges along, and numbers its calls anew', async () => {
  const { mock, vibefollow } = await play();
  const numbersOf = (tenant: string): unknown[] =>
    mock.journal.exchanges({ tenant }).map(({ number, call }) => [number, call]);
  mock.journal.clear(key);
  expect([numbersOf(key), numbersOf(otherKey).length, numbersOf(bot).length]).toEqual([[], 1, 2]);
  mock.faults.clear();
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'd' }] });
  expect(numbersOf(key)).toEqual([[9, 1]]);
  mock.reset(key);
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'd' }] });
  expect([numbersOf(key), numbersOf(otherKey).length]).toEqual([[[10, 1]], 1]);
  mock.journal.clear(toTenantId(key));
  expect(numbersOf(key)).toEqual([]);
  mock.journal.clear();
  expect(mock.journal.exchanges()).toEqual([]);
});

function exchange(number: number, more: Partial<Exchange> = {}): Exchange {
  return { number, at: 0, method: 'GET', path: '/', query: '', size: 0, records: 0, duration: 0, ...more };
}

test('what was dropped is counted for each tenant, and does not come back when another is cleared', () => {
  const journal = createJournal(4);
  for (let number = 1; number <= 7; number += 1) journal.begin(exchange(number, { tenantId: number % 2 ? 'a' : 'b' }));
  expect([journal.dropped(), journal.dropped('a'), journal.dropped('b')]).toEqual([3, 2, 1]);
  journal.clear('a');
  expect(journal.exchanges().map(({ number }) => number)).toEqual([4, 6]);
  expect([journal.dropped(), journal.dropped('a'), journal.dropped('b')]).toEqual([1, 0, 1]);
  journal.clear();
  expect(journal.dropped()).toBe(0);
});

test('over the bound of record ids the oldest exchanges lose theirs, and nothing else', () => {
  const journal = createJournal(3, { records: 5 });
  const ids = { records: 2, recordIds: ['a', 'b'] };
  journal.begin(exchange(1, ids));
  journal.begin(exchange(2, { ...ids, rejected: [{ index: 0, message: 'Invalid email' }] }));
  expect(journal.exchanges()).toMatchObject([{ recordIds: ['a', 'b'] }, { recordIds: ['a', 'b'] }]);
  journal.begin(exchange(3));
  journal.begin(exchange(4, { records: 1, recordIds: ['c'] }));
  expect(journal.exchanges({ record: 'a' }).map(({ number }) => number)).toEqual([2]);
  journal.begin(exchange(5, ids));
  expect(journal.exchanges()).toEqual([exchange(3), exchange(4, { records: 1, recordIds: ['c'] }), exchange(5, ids)]);
  journal.begin(exchange(6, { records: 6, recordIds: Array.from('abcdef') }));
  expect(journal.exchanges().map(({ recordIds }) => recordIds)).toEqual([undefined, undefined, undefined]);
});

test('over the bound of bodies the oldest exchanges lose theirs', () => {
  const journal = createJournal(10, { bodies: 10 });
  const message = (body: string): Exchange['request'] => ({ headers: [], body });
  for (const number of [1, 2, 3]) {
    journal.begin(exchange(number, { request: message('1234'), response: message('1') } as Partial<Exchange>));
  }
  expect(journal.exchanges().map(({ request }) => request?.body)).toEqual([undefined, '1234', '1234']);
  expect(journal.exchanges()[0]).toEqual(exchange(1));
});
