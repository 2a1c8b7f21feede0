import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Mock } from 'vf-mock';
import { folderOf, useFiles } from './_cli.ts';
import { eventually, openPage, runJob, send, statesOf, toIds, useBrowser } from './_page.ts';
import { bot } from './_setup.ts';
import { start } from './_server.ts';

useBrowser();
useFiles({});

/** Sends calls of one user each. */
async function sendCalls(mock: Mock, first: number, count: number): Promise<void> {
  for (let at = first; at < first + count; at += 1) {
    await mock.clock.advance(1);
    await send(mock, [`usr_${at}`]);
  }
}

async function countOf(page: Page): Promise<number> {
  const text = await page.locator('#calls .note').textContent();
  return Number(text?.replaceAll(',', ''));
}

async function namesOf(page: Page): Promise<string[]> {
  return page.locator('.lane b').allTextContents();
}

/** Where the list is, and the names of the calls in the middle of its sight. */
async function sightOf(page: Page): Promise<{ top: number; end: number; name: string }> {
  return page.evaluate(`(() => {
    const box = document.querySelector('.list');
    const { top, left, height } = box.getBoundingClientRect();
    const name = document.elementFromPoint(left + 60, top + height / 2)?.closest('.lane')?.querySelector('b')?.textContent;
    return { top: box.scrollTop, end: box.scrollHeight - box.clientHeight, name };
  })()`);
}

test('Follow, the scroll position and the search hold while a thousand requests come at a time', async () => {
  const { mock, server } = await start();
  await sendCalls(mock, 0, 1000);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => countOf(page)).toBe(1000);
  await page.locator('.list').scrollIntoViewIfNeeded();
  // Follow is on, so the newest call is in sight.
  await eventually(async () => namesOf(page)).toContain('call 1000');
  await sendCalls(mock, 1000, 1000);
  await eventually(async () => namesOf(page)).toContain('call 2000');
  expect(await page.getByRole('button', { name: 'Follow' }).getAttribute('aria-pressed')).toBe('true');

  // The reader scrolls up, so Follow ends, and the place stays.
  await page.locator('.list').hover();
  await page.mouse.wheel(0, -9000);
  await eventually(async () => page.getByRole('button', { name: 'Follow' }).getAttribute('aria-pressed')).toBe('false');
  await eventually(async () => (await sightOf(page)).top).toBeLessThan(60_000 - 9000);
  const before = await sightOf(page);
  await sendCalls(mock, 2000, 1000);
  await eventually(async () => countOf(page)).toBe(3000);
  expect(await sightOf(page)).toEqual({ ...before, end: before.end + 30_000 });

  // A search stays while more comes, and so does its text in the URL.
  await page.keyboard.press('/');
  await page.keyboard.type('call:1500');
  await eventually(async () => namesOf(page)).toEqual(['call 1500']);
  await sendCalls(mock, 3000, 1000);
  await eventually(async () => page.title()).toBe('All 4,000 users arrived. - vf-mock');
  expect(await namesOf(page)).toEqual(['call 1500']);
  expect(page.url()).toContain('q=call%3A1500');

  // Follow brings the newest into sight again.
  await page.getByRole('searchbox', { name: /^Search by id/ }).fill('');
  await page.getByRole('button', { name: 'Follow' }).click();
  await eventually(async () => namesOf(page)).toContain('call 4000');
  expect((await namesOf(page)).length).toBeLessThan(80);
});

test('a paused list stands still, and says how much is newer', async () => {
  const { mock, server } = await start();
  await sendCalls(mock, 0, 3);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => countOf(page)).toBe(3);
  await page.getByRole('button', { name: 'Pause' }).click();
  await sendCalls(mock, 3, 4);
  await page.getByRole('button', { name: 'Paused, 4 newer' }).waitFor();
  expect(await countOf(page)).toBe(3);
  await page.getByRole('button', { name: 'Paused, 4 newer' }).click();
  await eventually(async () => countOf(page)).toBe(7);
});

test('search and filters select calls and records, and the URL brings them back', async () => {
  const { mock, server } = await start();
  await runJob(mock);
  await mock.fetch(`/cdp/api/v1/user/create-bulk?bot=${bot}`, {
    method: 'POST',
    headers: { 'x-auth-token': 'any', 'content-type': 'application/json' },
    body: JSON.stringify({ users: [{ userId: 'y1', email: 'ada@example.com' }] }),
  });
  const page = await openPage(`${server.url}/__admin/`);
  const search = page.getByRole('searchbox', { name: /^Search by id/ });
  const finds = async (text: string, names: readonly string[]): Promise<void> => {
    await search.fill(text);
    await eventually(async () => namesOf(page)).toEqual(names);
  };
  await eventually(async () => countOf(page)).toBe(6);
  await finds('503', ['call 3']);
  await finds('reset', ['call 2', 'call 4']);
  await finds('call:2', ['call 2']);
  await finds('abandoned', ['call 3', 'call 4']);
  await finds('rejected', ['call 5']);
  await finds('unheard', ['call 4']);
  await finds('reset call:4', ['call 4']);
  await finds('usr_2017', ['call 3']);
  expect(await page.locator('.found .id').allTextContents()).toEqual(['usr_2017']);
  await finds('ADA@', ['call 1']);
  await finds('nothing has this', []);
  await page.getByText('No call matches.').waitFor();
  await search.fill('');
  await page.getByLabel('Only what is not fine').check();
  await eventually(async () => statesOf(page)).toEqual(['gaveUp', 'gaveUp', 'partly']);
  await page.getByLabel('API').selectOption('yellow');
  await eventually(async () => countOf(page)).toBe(0);
  await page.getByLabel('Only what is not fine').uncheck();
  await eventually(async () => countOf(page)).toBe(1);
  const again = await openPage(page.url());
  await eventually(async () => countOf(again)).toBe(1);
  expect(await again.getByLabel('API').inputValue()).toBe('yellow');
});

test('a record that comes later is found too, and an id may look like a status', async () => {
  const { mock, server } = await start();
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/#/q=404`);
  await page.getByText('No call matches.').waitFor();
  await send(mock, ['404', 'x404']);
  await eventually(async () => page.locator('.found .id').allTextContents()).toEqual(['404', 'x404']);
  await page.goto(`${server.url}/__admin/#/q=x404`);
  await eventually(async () => namesOf(page)).toEqual(['call 2']);
});

test('a hundred thousand calls stay smooth, since only those in sight are drawn', async () => {
  const { mock, server } = await start();
  await send(mock, ['usr_1']);
  const ask = async (path: string): Promise<unknown> => (await mock.fetch(`/__admin/${path}`)).json();
  const { rows } = (await ask('rows')) as { rows: object[] };
  const many = Array.from({ length: 100_000 }, (_, at) => ({ ...rows[0], number: at + 1, call: at + 1, at: at * 5 }));
  const [summary, verdicts] = [await ask('summary'), await ask('verdicts')];
  const run = { version: '0', savedAt: 0, summary, verdicts, rows: many, stories: [], exchanges: [] };
  const html = await (await fetch(`${server.url}/__admin/`)).text();
  const data = gzipSync(JSON.stringify(run)).toString('base64');
  const file = join(folderOf(), 'many.html');
  await writeFile(file, html.replace('</body>', `<script type="application/json" id="run">${data}</script></body>`));
  const page = await openPage(pathToFileURL(file).href);
  await eventually(async () => countOf(page)).toBe(100_000);
  for (const share of [0.5, 1, 0.1]) {
    await page.evaluate(
      `(() => { const box = document.querySelector('.list'); box.scrollTop = box.scrollHeight * ${share}; })()`,
    );
    const at = Math.min(100_000 - 5, 100_000 * share);
    await eventually(async () => namesOf(page)).toContain(`call ${at}`);
    expect((await namesOf(page)).length).toBeLessThan(80);
  }
  await page.getByRole('searchbox', { name: /^Search by id/ }).fill('call:77777');
  await eventually(async () => namesOf(page)).toEqual(['call 77777']);
});

test('the keyboard moves over the calls, opens one and goes back', async () => {
  const { mock, server } = await start();
  await runJob(mock);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => countOf(page)).toBe(5);
  const focused = async (): Promise<unknown> => page.evaluate(`document.activeElement.querySelector('b')?.textContent`);
  await page.keyboard.press('j');
  await eventually(focused).toBe('call 1');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await eventually(focused).toBe('call 2');
  await page.keyboard.press('Enter');
  await page.locator('.pane').getByText('Call 2: delivered').waitFor();
  await page.keyboard.press('j');
  await page.locator('.pane').getByText('Call 3: abandoned').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.pane').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.locator('.pane').getByText('follow the newest call').waitFor();
  await page.goBack();
  await page.locator('.pane').waitFor({ state: 'detached' });
});

test('the axis can be zoomed, and leaves idle time out', async () => {
  const { mock, server } = await start();
  await sendCalls(mock, 0, 2);
  await mock.clock.advance(3_600_000);
  await sendCalls(mock, 2, 2);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => countOf(page)).toBe(4);
  expect(await page.locator('.axis title').textContent()).toBe('1 h without requests');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.keyboard.press('-');
  await page.waitForURL(/from=.*&to=/);
  await page.getByRole('button', { name: 'Whole time' }).click();
  await page.waitForURL((url) => !url.hash.includes('from='));
});

test('requests that matched no API are made visible', async () => {
  const { mock, server } = await start();
  await send(mock, toIds(0, 1));
  await mock.fetch('/api/v2/users/bulk', { method: 'POST' });
  await mock.fetch('/favicon.ico');
  const page = await openPage(`${server.url}/__admin/`);
  // A mistyped path is a call that is refused.
  await eventually(async () => namesOf(page)).toEqual(['call 1', 'POST /api/v2/users/bulk']);
  expect(await statesOf(page)).toEqual(['delivered', 'refused']);
  await page.getByRole('button', { name: '1 other request matched no API' }).click();
  await page.locator('.pane').getByRole('button', { name: 'GET /favicon.ico' }).click();
  await page.locator('.pane').getByText('Request 3: GET /favicon.ico, 404').waitFor();
});
