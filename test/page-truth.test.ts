import { expect, test } from 'vitest';
import { eventually, openPage, send, sentenceOf, useBrowser } from './_page.ts';
import { start } from './_server.ts';
import { key, otherKey } from './_setup.ts';

useBrowser();

test('a run with events tells of records, since they are no users', async () => {
  const { mock, server } = await start();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ external_user_id: 'usr_1', name: 'signed_up' });
  await mock.fetch('/api/v1/events', { method: 'POST', headers, body });
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => sentenceOf(page)).toBe('All 2 records arrived.');
  expect(await page.locator('.legend .sum').textContent()).toBe('2 records sent');
});

test('a call that may still be tried again breaks no rule', async () => {
  const { mock, server } = await start();
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 503 } });
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  await page.locator('.rules').getByText('No rule is broken so far.').waitFor();
  await mock.clock.advance(70_000);
  await page.locator('.rules').getByText('Broken: Temporary failures are retried').waitFor();
});

test('calls of the same number are told apart by their tenants', async () => {
  const { mock, server } = await start();
  await send(mock, ['usr_1']);
  const headers = { authorization: `Bearer ${otherKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ users: [{ external_user_id: 'usr_1' }] });
  await mock.fetch('/api/v1/users/bulk', { method: 'POST', headers, body });
  const page = await openPage(`${server.url}/__admin/`);
  await eventually(async () => page.locator('.lane .operation').allTextContents()).toEqual([
    'sk_test_…0000',
    'sk_live_…1111',
  ]);
  await page.locator('.lane a').nth(1).click();
  await page.locator('.pane').getByText('sk_live_…1111').waitFor();
});
