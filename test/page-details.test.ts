import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { State } from 'vf-mock';
import { eventually, findBarriers, openPage, runJob, send, sentenceOf, toIds, useBrowser } from './_page.ts';
import { key } from './_setup.ts';
import { start } from './_server.ts';

useBrowser();

function paneOf(page: Page): Locator {
  return page.locator('.pane');
}

test('a record tells what was sent and what is stored, where they differ, and which names are unknown', async () => {
  const { mock, server } = await start({ journalBodies: true });
  await send(mock, ['usr_1'], { email: 'ada@example.com', traits: { plan: 'pro' }, emial: 'x' });
  mock.restore(JSON.parse(JSON.stringify(mock.snapshot()).replace('pro', 'free')) as State);
  const page = await openPage(`${server.url}/__admin/#record=usr_1`);
  const rows = paneOf(page).locator('tbody tr');
  await eventually(async () => rows.allTextContents()).toEqual([
    'external_user_id"usr_1""usr_1"',
    'email"ada@example.com""ada@example.com"',
    'traits differs{"plan":"pro"}{"plan":"free"}',
    'emial unknown name"x"',
  ]);
  await paneOf(page).getByRole('button', { name: 'attempt 1 of call 1' }).click();
  await paneOf(page).getByText('Call 1: delivered').waitFor();
});

test('hostile ids and values are text', async () => {
  const { mock, server } = await start({ journalBodies: true });
  const ids = ['<img src=x onerror=alert(1)>', '</script><b>', '&amp;', '__proto__', 'a|b%7C#call=1', 'n\nl', '😀'];
  await send(mock, ids, { email: '"><script>alert(1)</script>' });
  const page = await openPage(`${server.url}/__admin/`);
  page.on('dialog', () => expect.unreachable());
  await eventually(async () => sentenceOf(page)).toBe('7 users are rejected.');
  for (const id of ids) {
    await page.goto(`${server.url}/__admin/#${new URLSearchParams({ record: id }).toString()}`);
    await eventually(async () => page.locator('#pane-title').textContent()).toBe(id);
    await paneOf(page).getByText('rejected', { exact: true }).waitFor();
    await page.reload();
    await eventually(async () => page.locator('#pane-title').textContent()).toBe(id);
  }
  expect(await page.locator('img').count()).toBe(0);
});

test('a call shows its rejected rows, and its copy as curl sends the same request', async () => {
  const { mock, server } = await start({ journalBodies: true });
  const users = [{ external_user_id: "o'neil", email: 'no' }, ...toIds(1, 30).map((id) => ({ external_user_id: id }))];
  const body = JSON.stringify({ users });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  await mock.fetch('/api/v1/users/bulk', { method: 'POST', headers, body });
  const page = await openPage(`${server.url}/__admin/`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.lane a').click();
  const rejected = paneOf(page).locator('.body-rows .rejected');
  await eventually(async () => rejected.allTextContents()).toEqual([
    `0 o'neil Rejected: Invalid email {"external_user_id":"o'neil","email":"no"}`,
  ]);
  await paneOf(page).getByRole('button', { name: 'Show all 31' }).click();
  expect(await paneOf(page).locator('.body-rows li').count()).toBe(31);
  await paneOf(page).getByRole('button', { name: 'Copy as curl' }).click();
  await paneOf(page).getByText('Copied').waitFor();
  const command = (await page.evaluate<string>('navigator.clipboard.readText()')).replace('sk_test_…0000', key);
  const { stdout } = await promisify(execFile)('bash', ['-c', command]);
  expect(stdout).toMatch(/^HTTP\/1\.1 200 /);
  const [first, second] = mock.journal.exchanges();
  expect([second?.digest, second?.recordIds]).toEqual([first?.digest, first?.recordIds]);
});

test('without bodies a call says how to keep them', async () => {
  const { mock, server } = await start();
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  await page.locator('.lane a').click();
  await paneOf(page).getByText('Start with the option journalBodies to see them.').waitFor();
});

test('a scenario is armed, a rule with all its fields too, and a wrong one is refused in words', async () => {
  const { mock, server } = await start();
  const page = await openPage(`${server.url}/__admin/`);
  await page.getByRole('button', { name: 'Faults', exact: true }).click();
  const pane = paneOf(page);
  await pane.getByRole('combobox', { name: 'Scenario' }).selectOption('outage');
  await pane.getByRole('button', { name: 'Arm the scenario' }).click();
  await eventually(async () => pane.locator('[data-fault] b').allTextContents()).toEqual(['every attempt: 503']);
  const form = pane.locator('.rule-form');
  await form.getByRole('combobox', { name: 'Failure' }).selectOption('delay');
  await form.getByLabel('Milliseconds').fill('1500');
  await form.getByLabel('Work that is done').fill('all');
  await form.getByLabel('Attempts').fill('<=2');
  await form.getByLabel('With the record').fill('usr_7');
  await form.getByLabel('At most').fill('3');
  await form.getByRole('button', { name: 'Arm the fault' }).click();
  await eventually(() => mock.faults.list().length).toBe(2);
  expect(mock.faults.list()[1]?.rule).toMatchObject({
    on: { attempt: '<=2', record: 'usr_7' },
    fault: { kind: 'delay', ms: 1500, applied: true },
    times: 3,
  });
  await form.getByLabel('Attempts').fill('soon');
  await form.getByRole('button', { name: 'Arm the fault' }).click();
  await pane.getByRole('alert').getByText('attempt').waitFor();
  await pane.getByRole('button', { name: 'Disarm all' }).click();
  await eventually(() => mock.faults.list().length).toBe(0);
});

test('a manual clock is moved, also to the next request that waits', async () => {
  const { mock, server } = await start();
  mock.faults.add({ fault: { kind: 'delay', ms: 4000 } });
  const sent = send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/#panel=clock`);
  const before = mock.clock.now();
  await paneOf(page).getByRole('button', { name: '+ 1 s' }).click();
  await eventually(() => mock.clock.now() - before).toBe(1000);
  await paneOf(page).getByText('The next one for 3 s.').waitFor();
  await paneOf(page).getByRole('button', { name: 'Jump to the next' }).click();
  await sent;
  expect(mock.clock.now() - before).toBe(4000);
  await paneOf(page).getByLabel('Seconds').fill('2.5');
  await paneOf(page).getByRole('button', { name: 'Advance' }).click();
  await eventually(() => mock.clock.now() - before).toBe(6500);
});

test('the stored users are a table with a search and parts', async () => {
  const { mock, server } = await start();
  await send(mock, toIds(0, 120), { email: 'ada@example.com' });
  const page = await openPage(`${server.url}/__admin/`);
  await page.getByRole('button', { name: 'Stored users' }).click();
  const pane = paneOf(page);
  await pane.getByText('120 users, 1 to 50 are shown').waitFor();
  await pane.getByRole('button', { name: 'Later' }).click();
  await pane.getByText('120 users, 51 to 100 are shown').waitFor();
  await pane.getByRole('searchbox').fill('usr_11');
  await pane.getByText('11 users').waitFor();
  await pane.getByRole('link', { name: 'usr_111' }).click();
  await pane.getByText('usr_111 is stored').waitFor();
  await page.goBack();
  await pane.getByRole('searchbox').waitFor();
});

test.each(['record=usr_2001', 'panel=faults', 'panel=clock', 'panel=state', 'panel=keys'])(
  'nobody is shut out of %s, and on a phone nothing is wider than it',
  async (place) => {
    const { mock, server } = await start({ journalBodies: true });
    await runJob(mock);
    const page = await openPage(`${server.url}/__admin/#${place}`, { viewport: { width: 390, height: 844 } });
    await paneOf(page).locator('.pane-body > *').first().waitFor();
    await eventually(async () => paneOf(page).getByText('Asking the server').count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(`document.querySelector('.pane-body').scrollWidth`)).toBeLessThanOrEqual(390);
  },
);

test('a failed request is no fact about a record, and is asked again when the server is back', async () => {
  const { mock, server } = await start({ journalBodies: true });
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  await page.route(/records\?id=/, async (route) => route.fulfill({ status: 500, json: { errors: ['No luck.'] } }));
  await page.goto(`${server.url}/__admin/#/record=usr_1`);
  await paneOf(page).getByText('The server did not tell: No luck.').waitFor();
  await page.unroute(/records\?id=/);
  await send(mock, ['usr_2']);
  await paneOf(page).getByText('usr_1 is stored').waitFor();
});

test('only an attempt that is open is loaded, and a later one does not fold it', async () => {
  const { mock, server } = await start({ journalBodies: true });
  mock.faults.add({ on: { attempt: '<=3' }, fault: { status: 503 } });
  for (let attempt = 1; attempt <= 3; attempt += 1) await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(/.*__admin\//, '')));
  await page.locator('.lane a').click();
  await paneOf(page).getByRole('button', { name: 'Copy as curl' }).waitFor();
  expect(asked.filter((path) => path.startsWith('exchanges/'))).toEqual(['exchanges/3']);
  await send(mock, ['usr_1']);
  await paneOf(page).getByText('Attempt 4: 200').waitFor();
  const open = async (): Promise<unknown> => page.evaluate(`[...document.querySelectorAll('details[open]')].length`);
  await eventually(open).toBe(2);
});

test('stored users that a reset has taken leave no empty part', async () => {
  const { mock, server } = await start();
  await send(mock, toIds(0, 120));
  const page = await openPage(`${server.url}/__admin/#/panel=state`);
  await paneOf(page).getByRole('button', { name: 'Later' }).click();
  await paneOf(page).getByText('51 to 100 are shown').waitFor();
  mock.reset();
  await send(mock, toIds(0, 20));
  await paneOf(page).getByText('20 users', { exact: true }).waitFor();
  await eventually(async () => paneOf(page).locator('tbody tr').count()).toBe(20);
});
