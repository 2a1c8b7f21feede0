import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { createMock, type Mock } from 'vf-mock';
import { router, serve } from 'vf-mock/express';
import { folderOf, start as startProgram, useFiles } from './_cli.ts';
import {
  eventually,
  findBarriers,
  openPage,
  partsOf,
  runJob,
  send,
  sentenceOf,
  statesOf,
  toIds,
  useBrowser,
} from './_page.ts';
import { start, startBehind } from './_server.ts';

useBrowser();
useFiles({
  'down.yaml': 'faults: [{ id: down, on: { operation: bulkUpsertUsers, call: 2 }, fault: { status: 503 } }]\n',
});

const sentence = '1,000 users are lost and 1,000 are in doubt: 2 calls were abandoned.';

test('a run is told in one sentence, one bar, its causes and the rules that it broke', async () => {
  const { mock, server } = await start();
  await runJob(mock);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => sentenceOf(page)).toBe(sentence);
  expect(await page.title()).toBe(`${sentence} - vf-mock`);
  expect(await page.locator('.more').textContent()).toBe('2,000 of 4,001 users arrived, 1 is rejected.');
  expect(await partsOf(page)).toEqual({ stored: 2000, rejected: 1, inDoubt: 1000, lost: 1000 });
  expect(await page.locator('.causes h3').allTextContents()).toEqual([
    '1,000 users lost: 503 server_error',
    '1,000 users in doubt: a reset',
    expect.stringMatching(/^1 user rejected: .*email/i),
  ]);
  expect(await page.locator('.causes .where').first().textContent()).toMatch(/^bulkUpsertUsers · .* · 1 call$/);
  await eventually(async () => page.locator('.rules h3').allTextContents()).toEqual([
    'Broken: Temporary failures are retried',
    'Broken: No record is lost',
  ]);
  expect(await page.locator('[data-fault=down]').textContent()).toMatch(/503.*Fired 1 time\. Next: /);
});

test('the ids of a cause can be seen, copied and saved, and its calls shown', async () => {
  const { mock, server } = await start();
  await runJob(mock);
  const page = await openPage(`${server.url}/__admin/`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const lost = page.locator('[data-outcome=lost]');
  await lost.getByRole('button', { name: 'Show ids' }).click();
  await eventually(async () => lost.locator('.id').allTextContents()).toEqual(toIds(2000));
  await lost.getByRole('button', { name: 'Copy ids' }).click();
  await lost.getByText('Copied').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(toIds(2000).join('\n'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lost.getByRole('button', { name: 'Download ids' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('lost.txt');
  expect(await readFile(await download.path(), 'utf8')).toBe(`${toIds(2000).join('\n')}\n`);
  await lost.getByRole('button', { name: 'Show calls' }).click();
  expect(page.url()).toMatch(/#\/tenant=.*&operation=bulkUpsertUsers&troubled=1$/);
});

test('an open page follows a run, and no request of it is in the journal', async () => {
  const { mock, server } = await start();
  mock.faults.add({ id: 'slow', fault: { kind: 'delay', ms: 3000 } });
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => sentenceOf(page)).toBe('No request has come yet.');
  const icons = [await iconOf(page)];
  const sent = send(mock, ['usr_1', 'usr_2']);
  await eventually(async () => sentenceOf(page)).toBe('Running: 1 call under way, last request 0 s ago.');
  expect(await partsOf(page)).toMatchObject({ underWay: 2, stored: 0 });
  await eventually(async () => page.locator('.where').allTextContents()).toContain(
    '1 request waits, the next for 3 s.',
  );
  icons.push(await iconOf(page));
  await mock.clock.advance(3000);
  await sent;
  await eventually(async () => sentenceOf(page)).toBe('All 2 users arrived.');
  icons.push(await iconOf(page));
  expect(await page.title()).toBe('All 2 users arrived. - vf-mock');
  expect(new Set(icons).size).toBe(3);
  mock.journal.clear();
  await eventually(async () => sentenceOf(page)).toBe('No request has come yet.');
  expect([mock.journal.countOthers(), mock.journal.exchanges()]).toEqual([0, []]);
});

test('a call that goes quiet is shown so without a request', async () => {
  const { mock, server } = await start();
  mock.faults.add({ on: { call: 1 }, fault: { status: 503 } });
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => statesOf(page)).toEqual(['open']);
  await mock.clock.advance(10_000);
  await eventually(async () => statesOf(page)).toEqual(['quiet']);
  await mock.clock.advance(60_000);
  await eventually(async () => statesOf(page)).toEqual(['gaveUp']);
  expect(await sentenceOf(page)).toBe('1 user is lost: 1 call was abandoned.');
});

async function iconOf(page: Awaited<ReturnType<typeof openPage>>): Promise<string | null> {
  return page.locator('link[rel=icon]').getAttribute('href');
}

test('an empty page tells where to point a job, and arms failures', async () => {
  const { server } = await start();
  const page = await openPage(`${server.url}/__admin/`);
  await page.locator('.begin').waitFor();
  expect(await page.locator('.begin dd code').allTextContents()).toEqual([
    `${server.url}/api/v1`,
    `${server.url}/cdp/api/v1`,
  ]);
  expect(await page.locator('.begin pre').first().textContent()).toContain(`curl -i ${server.url}/api/v1/users/bulk`);
  await page.getByRole('button', { name: 'Arm the scenario flaky' }).click();
  await page.locator('[data-fault]').first().waitFor();
});

test('a page asks for the token of its server, and keeps it for the tab', async () => {
  const { mock, server } = await start({ adminToken: 'opensesame' });
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  const field = page.getByLabel('The server asks for its admin token');
  await field.fill('opensesam');
  expect(await page.title()).toBe('Token needed - vf-mock');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText('This is not its token.').waitFor();
  await field.fill('opensesame');
  await field.press('Enter');
  await eventually(async () => sentenceOf(page)).toBe('The one user arrived.');
  await page.reload();
  await eventually(async () => sentenceOf(page)).toBe('The one user arrived.');
});

test('a page that the server refuses says why', async () => {
  const mock = createMock();
  const { url } = await startBehind(mock, ({ headers }, _, next) => {
    headers.host = 'mock.example';
    next();
  });
  const page = await openPage(`${url}/__admin/`);
  expect(await page.getByRole('alert').textContent()).toMatch(/^The server refuses this page\. .*mock\.example/);
});

test('a page says when its server is away or was started anew, and goes on', async () => {
  const first = createMock();
  await send(first, ['usr_1']);
  const server = await serve(first);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => sentenceOf(page)).toBe('The one user arrived.');
  await server.close();
  expect(await page.getByRole('alert').textContent()).toMatch(/^The server does not answer\./);
  expect(await page.title()).toBe('Server away - vf-mock');
  const second = createMock();
  await send(second, ['usr_2', 'usr_3']);
  const { close } = await serve(second, { port: Number(new URL(server.url).port) });
  onTestFinished(close);
  await eventually(async () => sentenceOf(page)).toBe('All 2 users arrived.');
  await page.getByText('The server was started anew').waitFor();
  await send(second, ['usr_4']);
  await eventually(async () => sentenceOf(page)).toBe('All 3 users arrived.');
});

test('a hidden tab asks for nothing, and looks again when it is seen', async () => {
  const { mock, server } = await start();
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => sentenceOf(page)).toBe('No request has come yet.');
  const other = await openPage(`${server.url}/__admin/`);
  await hide(page, true);
  let asked = 0;
  page.on('request', () => (asked += 1));
  await send(mock, ['usr_1']);
  await eventually(async () => sentenceOf(other)).toBe('The one user arrived.');
  expect([await sentenceOf(page), asked]).toEqual(['No request has come yet.', 0]);
  await hide(page, false);
  await eventually(async () => sentenceOf(page)).toBe('The one user arrived.');
});

async function hide(page: Awaited<ReturnType<typeof openPage>>, isHidden: boolean): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}

test('behind a path of an application the page works too', async () => {
  const mock = createMock();
  await send(mock, ['usr_1']);
  const server = createServer(express().use('/mock', router(mock)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => server.close().closeAllConnections());
  const page = await openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mock/__admin/`);
  await eventually(async () => sentenceOf(page)).toBe('The one user arrived.');
});

test('a saved page tells the run without a server, and can change nothing', async () => {
  const { url, stop, ended } = await startProgram('-c', 'down.yaml', '--report', 'html=run.html');
  const client = { fetch: async (path, init) => fetch(url + (path as string), init) } satisfies Pick<Mock, 'fetch'>;
  await send(client, toIds(0, 30));
  await send(client, toIds(30, 30));
  stop();
  await ended;
  const page = await openPage(`file://${join(folderOf(), 'run.html')}`, { offline: true });
  await eventually(async () => sentenceOf(page)).toBe('30 users are lost: 1 call was abandoned.');
  expect(await partsOf(page)).toEqual({ stored: 30, lost: 30 });
  expect(await statesOf(page)).toEqual(['delivered', 'gaveUp']);
  expect(await page.getByRole('status').first().textContent()).toMatch(
    /^A saved run of vf-mock .* Nothing can be changed/,
  );
  await page.getByRole('button', { name: 'Show ids' }).click();
  await eventually(async () => page.locator('[data-outcome=lost] .id').allTextContents()).toEqual(toIds(30, 30));
  expect(await page.getByRole('button', { name: /Arm|Move|Compare/ }).count()).toBe(0);
});

test.each(['light', 'dark'] as const)(
  'nobody is shut out, and nothing is wider than a phone: %s',
  async (colorScheme) => {
    const { mock, server } = await start();
    for (const isEmpty of [true, false]) {
      if (!isEmpty) await runJob(mock);
      const page = await openPage(`${server.url}/__admin/`, { colorScheme, viewport: { width: 390, height: 844 } });
      await page.locator('#sentence').waitFor();
      if (!isEmpty) await page.locator('.rules h3').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    }
  },
);
