import { expect, onTestFinished, test, vi } from 'vitest';
import type { Exchange } from 'vf-mock';
import { bot, open } from './_setup.ts';

test('exchanges are numbered in order of arrival, with what was found out about each', async () => {
  const { mock, send, yellow } = await open();
  await yellow('GET', '/user/1');
  await send('/nowhere', { method: 'PATCH' });
  expect(mock.journal.exchanges()).toMatchObject([
    { number: 1, api: 'yellow', operation: 'getUser', tenant: bot, status: 404, records: 0 },
    { number: 2, api: 'vibefollow', method: 'PATCH', path: '/nowhere', status: 404 },
  ]);
});

test('the bound of a mock comes from its options', async () => {
  const { mock, yellow } = await open({ journalLimit: 2 });
  for (const id of ['1', '2', '3']) await yellow('GET', `/user/${id}`);
  expect(mock.journal.exchanges().map(({ path }) => path)).toEqual(['/cdp/api/v1/user/2', '/cdp/api/v1/user/3']);
});

test('a subscriber hears of each exchange until it stops', async () => {
  const { mock, yellow } = await open();
  const heard: number[] = [];
  const stop = mock.journal.subscribe(({ exchange }) => heard.push(exchange.status ?? 0), { type: 'exchangeEnded' });
  await yellow('GET', '/user?limit=1');
  await yellow('GET', '/user/1');
  stop();
  await yellow('GET', '/user/1');
  expect(heard).toEqual([200, 404]);
});

test('an exchange that was published does not change', async () => {
  const { mock, vibefollow } = await open({ faults: [{ fault: { kind: 'slow', ms: 800 } }] });
  const heard: Exchange[] = [];
  mock.journal.subscribe(({ exchange }) => heard.push(exchange), { type: 'exchangeEnded' });
  const answer = await vibefollow('/users', { external_user_id: 'usr_1' });
  const [underWay] = mock.journal.exchanges();
  const body = answer.text();
  await mock.clock.advance(800);
  await body;
  expect([underWay?.duration, heard[0]?.duration, mock.journal.exchanges()[0]?.duration]).toEqual([0, 800, 800]);
  expect([underWay, heard[0], heard[0]?.recordIds].map(Object.isFrozen)).toEqual([true, true, true]);
  const [call] = mock.journal.calls();
  expect([call, call?.attempts, call?.attempts[0]].map(Object.isFrozen)).toEqual([true, true, true]);
});

test('a subscriber that throws is heard of, but not by the client', async () => {
  const { mock, yellow } = await open();
  const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
  onTestFinished(() => later.mockRestore());
  mock.journal.subscribe(
    () => {
      throw new Error('mine');
    },
    { type: 'exchangeEnded' },
  );
  expect((await yellow('GET', '/user/1')).status).toBe(404);
  expect(later.mock.calls[0]?.[0]).toThrow('mine');
});

test('a journal of 0 exchanges keeps none, and yet tells who listens', async () => {
  const { mock, yellow } = await open({ journalLimit: 0 });
  await yellow('GET', '/user/1');
  const heard: number[] = [];
  mock.journal.subscribe(({ exchange }) => heard.push(exchange.status ?? 0), { type: 'exchangeEnded' });
  await yellow('GET', '/user/1');
  expect([heard, mock.journal.exchanges(), mock.verdicts().requests]).toEqual([[404], [], 0]);
});
