import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Mock } from 'vf-mock';
import { toRunPage } from '../../src/cli/run-report.ts';
import type { SavedRun } from '../../src/report/saved-run.ts';
import { open } from '../_setup.ts';

async function save(mock: Mock): Promise<{ run: SavedRun; size: number }> {
  const [, data = ''] = /id="run">(.*)<\/script>/.exec(await toRunPage(mock, 7)) ?? [];
  return { run: JSON.parse(String(gunzipSync(Buffer.from(data, 'base64')))) as SavedRun, size: data.length };
}

/** A text that no compression makes small. */
const random = (): string => randomBytes(150).toString('hex');

test('a run that is too large keeps what is not fine, and says what it has left out', async () => {
  const { mock, yellow } = await open({ journalLimit: 20_000 });
  await yellow('POST', '/user', { userId: 1 });
  for (let request = 0; request < 6000; request += 1) await yellow('GET', `/user?bot=${random()}`);
  const { run, size } = await save(mock);
  expect(size).toBeLessThanOrEqual(1_000_000);
  expect(run.rows).toMatchObject([{ number: 1, status: 400 }]);
  expect(run.summary.requests.total).toBe(6001);
  expect(run.cut).toBe('This file holds at most 1 MB of a run. Left out: the requests of calls that are fine.');
});

test('of too many requests that are not fine the first ones are kept', async () => {
  const { mock, yellow } = await open({ journalLimit: 20_000 });
  for (let request = 0; request < 6000; request += 1) await yellow('GET', `/nowhere/${random()}`);
  const { run, size } = await save(mock);
  expect(size).toBeLessThanOrEqual(1_000_000);
  expect(run.rows.length).toBeGreaterThan(1000);
  expect(run.rows[0]).toMatchObject({ number: 1, status: 404 });
  expect(run.cut).toContain(`all but the first ${run.rows.length} of 6000 other requests`);
  expect(run.verdicts.passed).toBe(false);
});

test('attempts that are not fine are saved with their bodies, and what was left out is told whenever something was', async () => {
  const { mock, yellow } = await open({ journalLimit: 20_000, journalBodies: true });
  for (let request = 0; request < 301; request += 1) await yellow('POST', '/user', { userId: request });
  const { run } = await save(mock);
  expect(run.exchanges).toHaveLength(300);
  expect(run.exchanges[0]).toMatchObject({ number: 1, request: { body: '{"userId":0}' }, response: {} });
  expect(run.cut).toContain('Left out: all but the first 300 of 301 attempts');
});

test('a body over 64 KiB is left out with its headers, and not told as an empty one', async () => {
  const { mock, yellow } = await open({ journalBodies: true, faults: [{ fault: { status: 503 } }] });
  await yellow('POST', '/user', { userId: 'small' });
  await yellow('POST', '/user', { userId: 'large', firstName: 'x'.repeat(70_000) });
  const { run } = await save(mock);
  expect(run.exchanges.map(({ request, response }) => [request, response].filter(Boolean).length)).toEqual([2, 0]);
  expect(run.cut).toContain('Left out: headers and bodies of requests with more than 64 KiB');
});
