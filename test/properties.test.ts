import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bot, key, open as openMock, read, throughEachAdapter } from './_setup.ts';

/** A few ids, so that several records have the same id. */
const id = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'ü/ %?#');
const bag = fc.dictionary(
  fc.oneof(fc.constantFrom('plan', 'name', '__proto__', 'x'), fc.string()),
  fc.jsonValue({ maxDepth: 2 }),
);
const notAnObject = fc.constantFrom<unknown>(null, 1, 'text', [], true);

const goodUser = fc.record(
  { external_user_id: id, email: fc.constantFrom('a@b.co', 'c@d.org'), traits: bag },
  { requiredKeys: ['external_user_id'] },
);
const badUser = fc.oneof(
  notAnObject,
  fc.record({ external_user_id: fc.constantFrom<unknown>('', 1, null) }),
  fc.record({ external_user_id: id, email: fc.constantFrom<unknown>('nobody', 1, null) }),
  fc.record({ external_user_id: id, traits: fc.constantFrom<unknown>(1, [], null, 'text') }),
);
/** Chunks of good and bad records. Each record is marked as good or bad. */
const vibefollowChunks = chunksOf(fc.oneof(judged(true, goodUser), judged(false, badUser)));

const goodRow = fc
  .tuple(id, bag)
  .map(([userId, { email: _, phone: __, ...properties }]) => ({ ...properties, userId }));
const badRow = fc.oneof(
  notAnObject,
  fc.record({ userId: fc.constantFrom<unknown>('', 1, null) }),
  fc.record({ userId: id, phone: fc.constantFrom<unknown>('+49 30', 'x', 1) }),
  fc.record({ userId: id, dob: fc.constantFrom('2026-02-30', '1.1.2026') }),
  fc.record({ userId: id, emailOptin: fc.constantFrom<unknown>('true', 1) }),
);
const yellowChunks = chunksOf(
  fc.oneof({ weight: 9, arbitrary: judged(true, goodRow) }, { weight: 1, arbitrary: judged(false, badRow) }),
);

throughEachAdapter((open) => {
  test('for any bulk users the counts add up, each bad record is listed, and the state equals a model', async () => {
    const { mock, vibefollow } = await open();
    await fc.assert(
      fc.asyncProperty(vibefollowChunks, async (chunks) => {
        mock.reset();
        const model = new Map<string, { email?: string; traits: object }>();
        for (const chunk of chunks) {
          const { data, meta } = (
            await read(await vibefollow('/users/bulk', { users: chunk.map(({ record }) => record) }))
          ).body as {
            data: { accepted: number; rejected: number; errors: { index: number; code: string }[] };
            meta: object;
          };
          const bad = chunk.flatMap(({ isGood }, index) => (isGood ? [] : [index]));
          expect(meta).toEqual({ received: chunk.length });
          expect([data.accepted, data.rejected]).toEqual([chunk.length - bad.length, bad.length]);
          expect(data.errors.map(({ index, code }) => [index, code])).toEqual(
            bad.map((index) => [index, 'validation']),
          );
          for (const { record } of chunk.filter(({ isGood }) => isGood)) {
            const { external_user_id, ...rest } = record as {
              external_user_id: string;
              email?: string;
              traits?: object;
            };
            const before = model.get(external_user_id) ?? { traits: {} };
            model.set(external_user_id, { ...before, ...rest, traits: { ...before.traits, ...rest.traits } });
          }
        }
        const stored = mock.vibefollow.project(key).users();
        expect(stored.map(toModel)).toEqual([...model].map(([userId, user]) => [userId, ...flatten(user)]));
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  test('for any bulk creation either every row is applied in order, or the first bad one is named and nothing is', async () => {
    const { mock, yellow } = await open();
    await fc.assert(
      fc.asyncProperty(yellowChunks, async (chunks) => {
        mock.reset();
        const model = new Map<string, Record<string, unknown>>();
        for (const chunk of chunks) {
          const answer = await read(
            await yellow('POST', '/user/create-bulk', { users: chunk.map(({ record }) => record) }),
          );
          const bad = chunk.findIndex(({ isGood }) => !isGood);
          if (bad >= 0) {
            expect(answer.status).toBe(400);
            expect((answer.body as { error: string }).error).toMatch(new RegExp(`^Row \\[${bad}\\]: .`));
            continue;
          }
          expect(answer).toMatchObject({ status: 200, body: { message: '' } });
          for (const { record } of chunk) {
            const { userId, ...properties } = record as { userId: string };
            model.set(userId, { ...model.get(userId), ...properties });
          }
        }
        const stored = mock.yellow
          .bot(bot)
          .users()
          .map((user) =>
            Object.fromEntries(
              Object.entries(user).flatMap(([name, { value }]) => (serverOwned.includes(name) ? [] : [[name, value]])),
            ),
          );
        expect(stored).toEqual([...model].map(([userId, properties]) => ({ userId, ...properties })));
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

test('the order in which concurrent requests arrive changes no generated id', async () => {
  const requests = ['a', 'b', 'c', 'd'].map((name) => ({ users: [{ firstName: name }, { firstName: name }] }));
  const idsOf = async (order: readonly number[]): Promise<string[]> => {
    const { mock, yellow } = await openMock({ seed: 7 });
    await Promise.all(order.map(async (at) => yellow('POST', '/user/create-bulk', requests[at])));
    return mock.yellow
      .bot(bot)
      .users()
      .map(({ userId, id: generated }) => `${String(userId?.value)} ${String(generated?.value)}`)
      .sort();
  };
  const ids = await idsOf([0, 1, 2, 3]);
  expect(ids).toHaveLength(8);
  expect(await idsOf([3, 1, 0, 2])).toEqual(ids);
});

const serverOwned = ['id', 'botId', 'createdAt', 'updatedAt', 'profileComplete'];
const known = ['name', 'plan', 'signupDate', 'company', 'role'];

interface Judged {
  readonly isGood: boolean;
  readonly record: unknown;
}

function judged(isGood: boolean, records: fc.Arbitrary<unknown>): fc.Arbitrary<Judged> {
  return records.map((record) => ({ isGood, record }));
}

function chunksOf(records: fc.Arbitrary<Judged>): fc.Arbitrary<Judged[][]> {
  return fc.array(fc.array(records, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
}

function toModel({
  external_user_id,
  email,
  traits,
  createdAt: _,
  updatedAt: __,
  ...columns
}: object & Record<string, unknown>): unknown {
  return [external_user_id, email, columns, traits];
}

function flatten({ email, traits }: { email?: string; traits: object }): unknown[] {
  const pick = (wanted: boolean): object =>
    Object.fromEntries(Object.entries(traits).filter(([name]) => known.includes(name) === wanted));
  return [email, pick(true), pick(false)];
}
