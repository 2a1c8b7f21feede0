import { describe, expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { key, open, type Bench } from './_setup.ts';

const once = { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b1a' };

describe('an integer beyond 2^53', () => {
  const send = async (bench: Bench, balance: string): Promise<number> =>
    post(bench, `{"users":[{"external_user_id":"u","traits":{"account":{"balance":${balance}}}}]}`);
  const expectation = (balance: unknown): object => ({ external_user_id: 'u', traits: { account: { balance } } });
  const judge = ({ mock }: Bench, balance: unknown): [outcome: string | undefined, message: string | undefined] => {
    const { verdicts } = mock.verdicts({ expected: [expectation(balance) as Record<string, unknown>] });
    const verdict = verdicts.find(({ rule }) => rule === 'complete');
    return [verdict?.outcome, verdict?.missing ?? verdict?.findings[0]?.message];
  };

  test.each([
    ['9007199254740993', 9007199254740993n, 'passed'],
    ['9007199254740993', 9007199254740992n, 'failed'],
    ['9007199254740992', 9007199254740992n, 'passed'],
    ['9007199254740992', 2 ** 53, 'passed'],
    ['9007199254740993', 2 ** 53, 'inconclusive'],
    ['-12345678901234567891', -12345678901234567891n, 'passed'],
    ['12345678901234567891', 12345678901234570000, 'failed'],
    ['7', 7n, 'passed'],
  ])('sent as %s and expected as %s: %s', async (sent, expected, outcome) => {
    const bench = await open();
    await send(bench, sent);
    expect(judge(bench, expected)[0]).toBe(outcome);
  });

  test('is shown as it was sent, and only the last value counts', async () => {
    const bench = await open();
    await send(bench, '9007199254740993');
    expect(bench.mock.journal.exchanges()[0]?.rounded).toEqual([
      { index: 0, property: 'traits.account.balance', source: '9007199254740993' },
    ]);
    expect(judge(bench, 9007199254740995n)[1]).toBe(
      'u is stored, but traits.account.balance is 9007199254740993 instead of 9007199254740995',
    );
    await send(bench, '1');
    expect(judge(bench, 1)[0]).toBe('passed');
  });

  test('is another body under one key if only its last digit differs', async () => {
    const bench = await open();
    const body = (balance: string): string => `{"external_user_id":"u","traits":{"b":${balance}}}`;
    const statusOf = async (text: string): Promise<number> => post(bench, text, once, '/users');
    expect([await statusOf(body('9007199254740993')), await statusOf(body('9007199254740992'))]).toEqual([202, 422]);
  });
});

test('expected values are compared by value: dates, orders of properties, lists of objects', () => {
  const mock = createMock({ clock: 'manual' });
  const traits = { tags: [{ a: 1, b: 2 }], since: '2026-01-01T00:00:00.000Z' };
  mock.vibefollow.project(key).seed([{ external_user_id: 'u', traits }]);
  const judge = (expected: Record<string, unknown>): unknown =>
    mock
      .verdicts({ expected: [{ external_user_id: 'u', traits: expected }] })
      .verdicts.find(({ rule }) => rule === 'complete')?.outcome;
  expect(judge({ since: new Date('2026-01-01'), tags: [{ b: 2, a: 1, c: undefined }] })).toBe('passed');
  expect(judge({ tags: [{ b: 2, a: 3 }] })).toBe('failed');
});

test.each([
  ['2026-01-05T09:30Z', 'passed'],
  ['2026-01-05T15:00:00+05:30', 'passed'],
  ['2026-01-05T09:30:00.0000Z', 'passed'],
  ['2026-01-05T09:30:00.0001Z', 'failed'],
  ['2026-01-05T09:30:00+01:00', 'failed'],
  ['2026-01-05 09:30:00Z', 'failed'],
])('a time that is stored as 2026-01-05T09:30:00Z and expected as %s: %s', (since, outcome) => {
  const mock = createMock({ clock: 'manual' });
  mock.vibefollow.project(key).seed([{ external_user_id: 'u', traits: { since: '2026-01-05T09:30:00Z' } }]);
  const { verdicts } = mock.verdicts({ expected: [{ external_user_id: 'u', traits: { since } }] });
  expect(verdicts.find(({ rule }) => rule === 'complete')?.outcome).toBe(outcome);
});

async function post(bench: Bench, body: string, headers = {}, path = '/users/bulk'): Promise<number> {
  const all = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers };
  return (await bench.send(`/api/v1${path}`, { method: 'POST', headers: all, body })).status;
}
