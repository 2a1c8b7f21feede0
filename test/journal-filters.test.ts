import { expect, test } from 'vitest';
import { createMock, type JournalFilter } from 'vf-mock';
import { meet } from './_faults.ts';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

const other = { authorization: `Bearer ${otherKey}` };

/** The id of the other project, as in the journal. */
const otherId = await toId(otherKey);

async function toId(apiKey: string): Promise<string> {
  const { fetch, journal } = createMock();
  await fetch('/api/v1/users', { method: 'POST', headers: { authorization: `Bearer ${apiKey}` } });
  return journal.exchanges()[0]?.tenantId ?? '';
}

/** Seven exchanges of two projects and a bot, and one without a tenant. */
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
  await send('/api/nowhere');
  return bench;
}

test.each<[JournalFilter, number[]]>([
  [{}, [1, 2, 3, 4, 5, 6, 7, 8]],
  [{ api: 'yellow' }, [6, 7]],
  [{ operation: 'bulkUpsertUsers' }, [1, 2, 3, 4]],
  [{ tenant: key }, [1, 2, 3, 5]],
  [{ tenant: otherId }, [4]],
  [{ tenant: bot }, [6, 7]],
  [{ tenant: 'nobody' }, []],
  [{ attempt: 2 }, [2]],
  [{ attempt: '>=2' }, [2, 3]],
  [{ attempt: '<=2' }, [1, 2, 4, 5, 6, 7]],
  [{ attempt: '<3' }, [1, 2, 4, 5, 6, 7]],
  [{ attempt: '>1' }, [2, 3]],
  [{ attempt: '2' }, [2]],
  [{ attempt: '2,3' }, [2, 3]],
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
  [
    { statuses: 1 },
    'unknown option "statuses". Did you mean "status"? Use one of api, operation, tenant, attempt, call, status, record.',
  ],
  [{ api: 'vibe' }, 'api is "vibe". Did you mean "vibefollow"? Use one of vibefollow, yellow.'],
  [
    { operation: 'bulkUpsert' },
    /^Failed to look into the journal: operation is "bulkUpsert"\. Did you mean "bulkUpsertUsers"\? Use one of upsertU/,
  ],
  [{ tenant: '' }, 'tenant is ""; it must be at least 1 character.'],
  [
    { attempt: '>' },
    'attempt is ">", which is not this: a number, a list of numbers, or one of the texts "2", "1,3", "<2", "<=2", ">4", ">=4" and "2-5".',
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
  const [{ tenantId = '' } = {}] = mock.journal.exchanges({ tenant: key });
  mock.journal.clear(tenantId);
  expect(numbersOf(key)).toEqual([]);
  mock.journal.clear();
  expect(mock.journal.exchanges()).toEqual([]);
});
