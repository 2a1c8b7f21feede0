import { expect, test } from 'vitest';
import { ask, askWrong } from './_admin.ts';
import { open } from './_setup.ts';

test('the answer to a wait comes when the clients are idle', async () => {
  const bench = await open();
  await bench.yellow('GET', '/user/1');
  expect(await ask(bench, 'POST', '/wait', { idle: 1 })).toEqual({ status: 200, body: { idle: 1, exchanges: 1 } });
});

test('a request under way keeps the clients from being idle', async () => {
  const bench = await open({ clock: 'manual' });
  bench.mock.faults.add({ fault: { kind: 'delay', ms: 1000 } });
  const answer = bench.yellow('GET', '/user/1');
  const problems = await askWrong(bench, 408, 'POST', '/wait', { idle: 5, timeout: 10 });
  expect(problems).toEqual(['The clients were not idle for 5 ms within 10 ms. 1 request is under way.']);
  const waiting = ask(bench, 'POST', '/wait', { idle: 5, timeout: 60_000 });
  await bench.mock.clock.advance(1000);
  await answer;
  expect((await waiting).status).toBe(200);
});

test.each([
  [{ idle: 0 }, 'idle'],
  [{ idle: 2000, timeout: 1000 }, 'timeout'],
  [{ idel: 5 }, 'idle'],
  [{ timeout: '5' }, 'timeout'],
  ['nonsense', 'JSON'],
])('the wait %j is refused', async (body, advice) => {
  expect((await askWrong(await open(), 400, 'POST', '/wait', body)).join()).toContain(advice);
});

test('a reset ends the wait for a request that it cancels', async () => {
  const bench = await open({ clock: 'manual' });
  bench.mock.faults.add({ fault: { kind: 'hang' } });
  const answer = bench.yellow('GET', '/user/1').catch(() => undefined);
  const waiting = ask(bench, 'POST', '/wait', { idle: 20, timeout: 60_000 });
  expect((await ask(bench, 'POST', '/wait', { idle: 30, timeout: 40 })).status).toBe(408);
  bench.mock.reset();
  await answer;
  expect(await waiting).toEqual({ status: 200, body: { idle: 20, exchanges: 0 } });
});
