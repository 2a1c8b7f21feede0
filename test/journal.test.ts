import { expect, onTestFinished, test, vi } from 'vitest';
import { createAttemptTracker } from '../src/engine/attempts.ts';
import { createManualClock } from '../src/runtime/clock.ts';
import { createFaults } from '../src/engine/faults.ts';
import { createMock } from '../src/index.ts';
import type { Exchange } from '../src/index.ts';
import { createJournal, type WritableJournal } from '../src/journal/journal.ts';
import type { Outcome } from '../src/http/response.ts';
import { createPipeline } from '../src/mock/pipeline.ts';
import { createRandom } from '../src/runtime/random.ts';
import { createCancellation } from '../src/runtime/cancellation.ts';
import { createVibeFollow } from '../src/vibefollow/api.ts';
import { createYellow } from '../src/yellow/api.ts';
import { bot, open } from './_setup.ts';
import type { MockRequest } from '../src/http/request.ts';

function exchange(number: number): Exchange {
  return { number, at: 0, method: 'GET', path: '/', query: '', size: 0, records: 0, status: 200, duration: 0 };
}

test('exchanges are numbered in order of arrival, with what was found out about each', async () => {
  const { mock, send, yellow } = await open();
  await yellow('GET', '/user/1');
  await send('/nowhere', { method: 'PATCH' });
  expect(mock.journal.exchanges()).toMatchObject([
    { number: 1, api: 'yellow', operation: 'getUser', tenant: bot, status: 404, records: 0 },
    { number: 2, api: 'vibefollow', method: 'PATCH', path: '/nowhere', status: 404 },
  ]);
});

test('a full journal drops the oldest exchanges and says how many', () => {
  const journal = createJournal(3);
  for (let number = 1; number <= 8; number += 1) journal.begin(exchange(number));
  expect(journal.dropped()).toBe(5);
  expect(journal.exchanges().map(({ number }) => number)).toEqual([6, 7, 8]);
  expect(journal.dropped()).toBe(5);
  journal.clear();
  expect([journal.exchanges(), journal.dropped()]).toEqual([[], 0]);
});

test('the bound of a mock comes from its options', async () => {
  const { mock, yellow } = await open({ journalLimit: 2 });
  for (const id of ['1', '2', '3']) await yellow('GET', `/user/${id}`);
  expect(mock.journal.exchanges().map(({ path }) => path)).toEqual(['/cdp/api/v1/user/2', '/cdp/api/v1/user/3']);
});

test('a subscriber hears of each exchange until it stops', async () => {
  const { mock, yellow } = await open();
  const heard: number[] = [];
  const stop = mock.journal.subscribe(({ status }) => heard.push(status ?? 0));
  await yellow('GET', '/user?limit=1');
  await yellow('GET', '/user/1');
  stop();
  await yellow('GET', '/user/1');
  expect(heard).toEqual([200, 404]);
});

test('a bug of the mock is a plain 500 to the client, and its stack is in the journal', async () => {
  const journal = createJournal(10);
  const handle = createBrokenPipeline(journal);
  const vibefollow = await handle({ method: 'POST', url: '/api/v1/users', headers: {} });
  const errors = [{ code: 'server_error', message: 'Internal server error' }];
  expect(vibefollow).toMatchObject({ status: 500, body: JSON.stringify({ errors }) });
  const yellow = await handle({ method: 'GET', url: `/cdp/api/v1/user?bot=${bot}`, headers: {} });
  expect(yellow).toMatchObject({ status: 500, body: JSON.stringify({ error: 'Internal server error' }) });
  const stack: unknown = expect.stringMatching(/^Error: broken\n\s+at /);
  expect(journal.exchanges()).toMatchObject([
    { status: 500, operation: 'upsertUser', bug: stack },
    { status: 500, operation: 'listUsers', bug: stack },
  ]);
});

function createBrokenPipeline(journal: WritableJournal): (request: MockRequest) => Promise<Outcome> {
  const clock = createManualClock(0);
  const random = createRandom(1);
  const { options } = createMock();
  const authenticate = (): never => {
    throw new Error('broken');
  };
  const apis = {
    vibefollow: { ...createVibeFollow(options, clock).api, authenticate },
    yellow: { ...createYellow(options, clock, random).api, authenticate },
  };
  const release = createCancellation();
  const parts = {
    apis,
    clock,
    journal,
    attempts: createAttemptTracker(),
    faults: createFaults(random),
    bodyLimit: 100,
    journalBodies: false,
    strict: false,
  };
  return createPipeline({ ...parts, cancellationOf: () => release });
}

test('an exchange that was published does not change', async () => {
  const { mock, vibefollow } = await open({ faults: [{ fault: { kind: 'slow', ms: 800 } }] });
  const heard: Exchange[] = [];
  mock.journal.subscribe((exchange) => heard.push(exchange));
  const answer = await vibefollow('/users', { external_user_id: 'usr_1' });
  const [underWay] = mock.journal.exchanges();
  const body = answer.text();
  await mock.clock.advance(800);
  await body;
  expect([underWay?.duration, heard[0]?.duration, mock.journal.exchanges()[0]?.duration]).toEqual([0, 800, 800]);
  expect([underWay, heard[0], heard[0]?.recordIds].map(Object.isFrozen)).toEqual([true, true, true]);
});

test('an exchange that loses its record ids to a bound is another one for who holds it', () => {
  const journal = createJournal(10, { records: 2 });
  journal.begin({ ...exchange(1), records: 2, recordIds: ['a', 'b'] });
  const [before] = journal.exchanges();
  journal.begin({ ...exchange(2), records: 1, recordIds: ['c'] });
  expect([before?.recordIds, journal.exchanges()[0]?.recordIds]).toEqual([['a', 'b'], undefined]);
});

test('a subscriber that throws is heard of, but not by the client', async () => {
  const { mock, yellow } = await open();
  const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
  onTestFinished(() => later.mockRestore());
  mock.journal.subscribe(() => {
    throw new Error('mine');
  });
  expect((await yellow('GET', '/user/1')).status).toBe(404);
  expect(later.mock.calls[0]?.[0]).toThrow('mine');
});

test('a journal of 0 exchanges keeps none, and yet tells who listens', async () => {
  const { mock, yellow } = await open({ journalLimit: 0 });
  await yellow('GET', '/user/1');
  const heard: number[] = [];
  mock.journal.subscribe(({ status }) => heard.push(status ?? 0));
  await yellow('GET', '/user/1');
  expect([heard, mock.journal.exchanges(), mock.verdicts().requests]).toEqual([[404], [], 0]);
});
