import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mock } from 'vf-mock';
import { createCoverage, toCoverage } from '../../src/journal/coverage.ts';
import { inspectRequest, listExercisedParts } from '../../src/openapi/inspect-request.ts';
import { met } from '../_coverage.ts';
import { key, open, type Bench } from '../_setup.ts';

const users = [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody', traits: { any: 1 } }];

test('a full journal says how much is missing, where a subscriber counts all', async () => {
  const { mock, yellow } = await open({ journalLimit: 1 });
  const counter = createCoverage();
  mock.journal.subscribe(({ exchange }) => counter.add(exchange), { type: 'exchangeEnded' });
  for (const id of ['1', '2', '3']) await yellow('GET', `/user/${id}`);
  expect(mock.coverage()).toMatchObject({ requests: 1, dropped: 2 });
  expect(counter.report()).toMatchObject({ requests: 3, dropped: 0 });
  mock.reset();
  expect([mock.coverage().requests, counter.report().requests]).toEqual([0, 3]);
});

test('the order of exchanges does not matter, nor do runs differ', async () => {
  const [mock, other] = await Promise.all([play(), play()]);
  const first = mock.coverage();
  expect(other.coverage()).toEqual(first);
  const exchanges = mock.journal.exchanges();
  fc.assert(
    fc.property(fc.shuffledSubarray([...exchanges], { minLength: exchanges.length }), (shuffled) => {
      expect(toCoverage(shuffled)).toEqual(first);
    }),
    { seed: 20_260_101, numRuns: 20 },
  );
});

test('what an answer has no value for is not in it, as it is not in its JSON', () => {
  const request = inspectRequest('createEvent', { params: {}, query: {}, headers: {} });
  const body = { message: '', data: { id: 'a', source: undefined } };
  expect(listExercisedParts(request, { status: 200, headers: {}, body })).toEqual([
    '200.message',
    '200.data',
    '200.data.id',
  ]);
});

test('the 500 of a bug of vf-mock is not the documented one', async () => {
  const { mock, vibefollow } = await open({ faults: [{ fault: { status: 500 } }] });
  await vibefollow('/users', users[0]);
  const bugs = mock.journal.exchanges().map((exchange) => ({ ...exchange, bug: 'Error: broken' }));
  expect(met(toCoverage(bugs), 'upsertUser')).toEqual({ 'body.external_user_id': 1 });
});

async function play(): Promise<Mock> {
  const bench = await open({ faults: [{ on: { chance: 0.5 }, fault: { status: 503, retryAfter: 1 } }] });
  const sends: ((bench: Bench) => Promise<unknown>)[] = [
    async ({ vibefollow }) => vibefollow('/users/bulk', { users }),
    async ({ vibefollow }) => vibefollow('/users', users[1], { authorization: `Bearer ${key}` }),
    async ({ yellow }) => yellow('GET', '/user/1?userId=false'),
    async ({ yellow }) => yellow('POST', '/event', { userId: '1', eventName: 'a', payload: { a: 1 } }),
    async ({ send }) => send('/nowhere'),
  ];
  for (const send of [...sends, ...sends]) await send(bench);
  return bench.mock;
}
