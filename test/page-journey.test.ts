import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { folderOf, start, useFiles } from './_cli.ts';
import { journeyRules, leave, runJourney } from './_journey.ts';
import { eventually, openPage, partsOf, sentenceOf, statesOf, useBrowser } from './_page.ts';
import { key } from './_setup.ts';

useBrowser();
useFiles({ 'journey.json': JSON.stringify({ faults: journeyRules }) });

const sentence = '750 users are lost and 250 are in doubt: 1 call was abandoned.';

/** What a reader sees of the job, on a live page and on a saved one. `more` users were delivered after it. */
async function readBack(page: Page, more = 0): Promise<void> {
  const [stored, sent] = [4997 + more, 6000 + more].map((count) => count.toLocaleString('en'));
  await eventually(async () => sentenceOf(page)).toBe(sentence);
  expect(await page.title()).toBe(`${sentence} - vf-mock`);
  expect(await partsOf(page)).toEqual({ stored: 4997 + more, rejected: 3, inDoubt: 250, lost: 750 });
  expect(await page.locator('.bar').getAttribute('aria-label')).toBe(
    `${sent} users sent: ${stored} stored, 3 rejected, 250 in doubt, 750 lost.`,
  );
  expect(await page.locator('.causes h3').allTextContents()).toEqual([
    '750 users lost: a reset',
    '250 users in doubt: a reset',
    '3 users rejected: Invalid email',
  ]);
  const lanes = page.locator('.lane');
  await eventually(async () => statesOf(page)).toEqual([
    'delivered',
    'delivered',
    'partly',
    'gaveUp',
    'delivered',
    'delivered',
    ...(more > 0 ? ['delivered'] : []),
  ]);
  const abandoned = lanes.nth(3);
  expect(await abandoned.locator('.unseen').textContent()).toBe(
    'call 4, bulkUpsertUsers, 1,000 records, 1 attempt, abandoned: reset, 250 of 1,000 done',
  );
  // Only an abandoned call ends open, and only a rejection has a notch.
  for (const [sign, at] of [
    ['.trail-end', 3],
    ['.notch', 2],
  ] as const) {
    expect(await lanes.nth(at).locator(sign).count()).toBe(1);
    expect(await lanes.locator(sign).count()).toBe(1);
  }
  expect(await lanes.nth(4).locator('.told').count()).toBe(1);
  await page.locator('[data-outcome=lost] .id').first().click();
  const pane = page.locator('.pane');
  await pane.getByText('usr_3250 is lost: attempt 1 of call 4 (bulkUpsertUsers, sk_test_…0000) met a reset.').waitFor();
  expect(await pane.locator('tbody tr').allTextContents()).toEqual([
    'external_user_id"usr_3250"',
    'email"user3250@example.com"',
  ]);
  await pane.getByRole('button', { name: 'attempt 1 of call 4' }).click();
  await pane.getByText('Attempt 1: reset, 250 of 1,000 done').waitFor();
  await pane.getByRole('button', { name: 'Copy as curl' }).waitFor();
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
}

test('a job is read back live, a fault is armed and fires, and the saved file says the same offline', async () => {
  const { url, stop, ended } = await start('--clock', 'manual', '-c', 'journey.json', '--report', 'html=run.html');
  const page = await openPage(`${url}/__admin/`);
  await eventually(async () => sentenceOf(page)).toBe('No request has come yet.');
  await runJourney(url);
  await leave(url);
  await readBack(page);

  await page.getByRole('button', { name: 'Arm or disarm' }).click();
  const form = page.locator('.rule-form');
  await form.getByRole('spinbutton', { name: 'Status' }).fill('429');
  await form.getByLabel('Retry-After').fill('7');
  await form.getByLabel('Operation').selectOption('bulkUpsertUsers');
  await form.getByLabel('Calls').fill('7');
  await form.getByRole('button', { name: 'Arm the fault' }).click();
  const armed = page.locator('.pane [data-fault=fault-1]');
  await eventually(async () => armed.textContent()).toMatch(/429, Retry-After 7 s.*fired 0 times/);
  const user = { external_user_id: 'usr_9000' };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const send = async (): Promise<number> => {
    const response = await fetch(`${url}/api/v1/users/bulk`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ users: [user] }),
    });
    await response.text();
    return response.status;
  };
  expect(await send()).toBe(429);
  await eventually(async () => armed.textContent()).toMatch(/fired 1 time /);
  await page.locator('.pane').getByRole('button', { name: 'Disarm fault-1' }).click();
  await armed.waitFor({ state: 'detached' });
  expect(await send()).toBe(200);

  stop();
  await ended;
  const file = join(folderOf(), 'run.html');
  expect((await readFile(file)).length).toBeLessThan(1_200_000);
  const saved = await openPage(pathToFileURL(file).href, { offline: true });
  await saved.getByText('A saved run of vf-mock').waitFor();
  await readBack(saved, 1);
});
