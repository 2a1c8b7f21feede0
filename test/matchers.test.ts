import { expect as jestExpect } from 'expect';
import { describe, expect, test } from 'vitest';
import { matchers as jestMatchers } from 'vf-mock/jest';
import 'vf-mock/vitest';
import type { FaultRule, MockOptions } from 'vf-mock';
import { messageOf } from './_messages.ts';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

jestExpect.extend(jestMatchers);

const start = '2026-01-01T00:00:00.000Z';
const users = [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'ada@example.com' }];

/** Sends a chunk, and repeats it after each wait in milliseconds. */
async function deliver({ mock, vibefollow }: Bench, waits: readonly number[], chunk: object[] = users): Promise<void> {
  await vibefollow('/users/bulk', { users: chunk });
  for (const wait of waits) {
    await mock.clock.advance(wait);
    await vibefollow('/users/bulk', { users: chunk });
  }
}

async function openRefusing(...retryAfter: readonly (number | string)[]): Promise<Bench> {
  const faults: FaultRule[] = retryAfter.map((wait, at) => ({
    on: { operation: 'bulkUpsertUsers', attempt: at + 1 },
    fault: { status: 429, retryAfter: wait },
  }));
  const options: MockOptions = { clock: 'manual', startTime: start, faults };
  return open(options);
}

describe.each([
  ['Vitest', expect],
  ['Jest', jestExpect as unknown as typeof expect],
])('with the expect of %s', (_name, expect) => {
  test('users that are stored are delivered, by id or with their values', async () => {
    const bench = await openRefusing();
    await deliver(bench, []);
    expect(bench.mock).toHaveDelivered(['usr_1', 'usr_2']);
    expect(bench.mock).toHaveDelivered(users);
    expect(bench.mock).not.toHaveDelivered([{ external_user_id: 'usr_2', email: 'grace@example.com' }]);
  });

  test('users that are not delivered are named, each with the reason and the calls that carried them', async () => {
    const bench = await openRefusing();
    await deliver(bench, [], [...users, { external_user_id: 'usr_3', email: 'nobody' }]);
    bench.mock.faults.add({ fault: { status: 503 } });
    await deliver(bench, [], [{ external_user_id: 'usr_4' }]);
    const expected = ['usr_1', 'usr_3', 'usr_4', 'usr_5', { external_user_id: 'usr_2', email: 'grace@example.com' }];
    expect(messageOf(() => expect(bench.mock).toHaveDelivered(expected))).toBe(
      `4 of 5 records were not delivered:
  usr_3 was rejected in call 1 (bulkUpsertUsers, sk_test_…0000): Invalid email
  usr_4 is lost: call 2 (bulkUpsertUsers, sk_test_…0000) met 503 server_error
  usr_5 was never sent
  usr_2 is stored, but email is "ada@example.com" instead of "grace@example.com"

call 1: bulkUpsertUsers, sk_test_…0000, 3 records (usr_1, usr_2 and 1 other), delivered, 1 rejected
  #1 at 0 s  200, 1 of 3 rejected: usr_3 (Invalid email)

call 2: bulkUpsertUsers, sk_test_…0000, 1 record (usr_4), given up
  #1 at 0 s  503 server_error (fault-1)`,
    );
  });

  test('Yellow users are delivered too, whatever kind their properties are of', async () => {
    const { mock, yellow } = await open();
    const user = { userId: '1001', firstName: 'Asha', emailOptIn: true, loyaltyTier: 'gold' };
    await yellow('POST', '/user/create-bulk', { users: [user] });
    expect(mock).toHaveDelivered([user]);
    expect(mock).toHaveDelivered(['1001'], { tenant: bot });
    expect(messageOf(() => expect(mock).toHaveDelivered([{ ...user, loyaltyTier: 'silver' }]))).toContain(
      '1001 is stored, but loyaltyTier is "gold" instead of "silver"',
    );
    expect(messageOf(() => expect(mock).not.toHaveDelivered(['1001'], { tenant: key }))).toContain(
      `1001 was sent under another tenant, ${bot}.`,
    );
  });

  test('a client that waits as it is told honors Retry-After', async () => {
    const bench = await openRefusing(2, 'Thu, 01 Jan 2026 00:00:10 GMT');
    await deliver(bench, [2000, 8000]);
    expect(bench.mock).toHaveHonoredRetryAfter();
    expect(messageOf(() => expect(bench.mock).not.toHaveHonoredRetryAfter())).toContain('kept retry-after-honored');
  });

  test('a client that comes early is shown with what it was told and what it did', async () => {
    const bench = await openRefusing(2, 2);
    await deliver(bench, [2000, 500]);
    expect(bench.mock).not.toHaveHonoredRetryAfter();
    expect(messageOf(() => expect(bench.mock).toHaveHonoredRetryAfter())).toContain(
      `attempt 3 of call 1 (bulkUpsertUsers, sk_test_…0000) came after 0.5 s; it was told to wait 2 s

call 1: bulkUpsertUsers, sk_test_…0000, 2 records (usr_1 and usr_2), delivered
  #1 at 0 s                           429 rate_limited, told to wait 2 s (fault-1)
  #2 at 2 s, waited 2 s of 2 s        429 rate_limited, told to wait 2 s (fault-2)
  #3 at 2.5 s, waited 0.5 s of 2 s !  200`,
    );
  });

  test('where nothing was tested, neither an assertion nor its opposite holds', async () => {
    const bench = await openRefusing();
    await deliver(bench, []);
    const says = 'The matcher cannot decide: The situation that retry-after-honored tests did not occur.';
    expect(messageOf(() => expect(bench.mock).toHaveHonoredRetryAfter())).toContain(says);
    expect(messageOf(() => expect(bench.mock).not.toHaveHonoredRetryAfter())).toContain(says);
    const idle = await open();
    expect(messageOf(() => expect(idle.mock).toPassAllRules())).toContain('The client sent no request.');
    expect(messageOf(() => expect(idle.mock).not.toPassAllRules())).toContain('The client sent no request.');
  });

  test('retries are counted of a call by its position or by what it is about', async () => {
    const bench = await openRefusing(1, 1);
    await deliver(bench, [1000, 1000]);
    await deliver(bench, [1000, 1000], [{ external_user_id: 'usr_3' }]);
    expect(bench.mock).toHaveRetried(1, 2);
    expect(bench.mock).toHaveRetried({ record: 'usr_3' }, 2);
    expect(bench.mock).not.toHaveRetried(2, 1);
    expect(messageOf(() => expect(bench.mock).toHaveRetried(2, 1))).toMatch(
      /^The call was tried again 2 times, not once\.\n\ncall 2: bulkUpsertUsers, .*\n {2}#1 at 0 s/,
    );
    expect(messageOf(() => expect(bench.mock).not.toHaveRetried(1, 2))).toContain(
      'tried again 2 times, and the assertion expects another number',
    );
  });

  test('a call that cannot be told is an error either way', async () => {
    const bench = await openRefusing();
    await deliver(bench, []);
    await deliver(bench, [], [{ external_user_id: 'usr_3' }]);
    const cases = [
      [3, 'there is no call 3. The journal has 2 calls.'],
      [{ record: 'usr_9' }, 'there is no {"record":"usr_9"}'],
      [{ operation: 'bulkUpsertUsers' as const }, '{"operation":"bulkUpsertUsers"} selects 2 calls'],
    ] as const;
    for (const [call, says] of cases) {
      expect(messageOf(() => expect(bench.mock).toHaveRetried(call, 0))).toContain(says);
      expect(messageOf(() => expect(bench.mock).not.toHaveRetried(call, 0))).toContain(says);
    }
  });

  test('any rule can be asked for by its id', async () => {
    const bench = await openRefusing();
    await deliver(bench, []);
    expect(bench.mock).toHaveKept('chunk-size');
    expect(bench.mock).not.toHaveKept('complete', { expected: ['usr_9'] });
    // @ts-expect-error There is no such rule.
    expect(messageOf(() => expect(bench.mock).toHaveKept('chunk-sise'))).toContain(
      'There is no rule "chunk-sise". Did you mean "chunk-size"? Use one of chunk-size, auth-in-header,',
    );
  });

  test('all rules are passed, or those that are broken are named with their findings', async () => {
    const bench = await openRefusing(2);
    await deliver(bench, [2000]);
    expect(bench.mock).toPassAllRules({ expected: users });
    bench.mock.faults.clear();
    await bench.vibefollow('/users/bulk?token=secret', { users: [{ external_user_id: 'usr_3' }] });
    const message = messageOf(() => expect(bench.mock).toPassAllRules({ expected: ['usr_9'] }));
    expect(message).toContain('The client broke 2 rules:\n  auth-in-header (MUST): ');
    expect(message).toContain('has a key in its URL');
    expect(message).toContain('complete (MUST): ');
    expect(message).not.toContain('secret');
  });

  test('of one tenant alone, what others did is not judged', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/users/bulk?token=secret', { users }, { authorization: `Bearer ${otherKey}` });
    await vibefollow('/users/bulk', { users });
    expect(mock).toPassAllRules({ tenant: key });
    expect(mock).not.toPassAllRules({ tenant: otherKey });
  });

  test('only a mock can be asked', () => {
    for (const wrong of [undefined, null, 7, {}, { journal: {} }]) {
      expect(messageOf(() => expect(wrong).toPassAllRules())).toBe(
        'toPassAllRules takes a mock: expect(mock).toPassAllRules(…), with the result of createMock().',
      );
    }
    expect(() => expect({}).toHaveDelivered([])).toThrow(TypeError);
  });

  test('an expected record without an id is refused', async () => {
    const { mock } = await open();
    const wrong = [{ email: 'ada@example.com' }];
    expect(messageOf(() => expect(mock).toHaveDelivered(wrong))).toContain(
      'expected[0] is {"email":"ada@example.com"}',
    );
  });
});

test("the matchers are known to the types of Jest's expect", async () => {
  const { mock } = await open();
  jestExpect(mock).not.toHaveDelivered(['usr_1']);
  // @ts-expect-error A count is missing.
  expect(() => jestExpect(mock).toHaveRetried(1)).toThrow(
    'toHaveRetried takes a number of retries, 0 or more, not undefined.',
  );
});
