import { expect, test } from 'vitest';
import { eventually, openPage, partsOf, send, sentenceOf, useBrowser } from './_page.ts';
import { start } from './_server.ts';

useBrowser();

const ids = ['usr_1', 'usr_2', 'usr,3'];
const records = ids.map((id) => ({ external_user_id: id, tags: ['new'] }));

test.each([
  ['a list of ids', JSON.stringify(ids)],
  ['a body', JSON.stringify({ users: records, dry_run: false })],
  ['a record a line', records.map((record) => JSON.stringify(record)).join('\n')],
  ['an id a line', '\uFEFFexternal_user_id\r\nusr_1\r\nusr_2\r\n"usr,3"\r\n\r\n'],
  ['CSV', ',external_user_id,name\n,usr_1,"Doe, ""J""\nJr"\n1,usr_2,\n2,"usr,3",x\n'],
  ['CSV with semicolons', 'external_user_id;name\nusr_1;a,b\nusr_2;c\nusr,3;d'],
])('expected users are compared with what was sent: %s', async (_form, text) => {
  const { mock, server } = await start();
  await send(mock, ['usr_1']);
  const page = await openPage(`${server.url}/__admin/`);
  await page
    .getByLabel('Compare with a file of expected users')
    .setInputFiles({ name: 'users.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await eventually(async () => sentenceOf(page)).toBe('2 users were never sent.');
  expect(await partsOf(page)).toMatchObject({ stored: 1, neverSent: 2 });
  expect(await page.locator('[data-outcome=neverSent] .id').allTextContents()).toEqual(['usr_2', 'usr,3']);
  await send(mock, ids);
  await eventually(async () => sentenceOf(page)).toBe('All 3 users arrived.');
  await page.getByText('Compared with users.txt: 3 users, 0 never sent.').waitFor();
});

test('a dropped file without users is refused in words', async () => {
  const { server } = await start();
  const page = await openPage(`${server.url}/__admin/`);
  await page.locator('#sentence').waitFor();
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['[{"name":"x"}]'], 'names.json'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
  await eventually(async () => page.getByRole('alert').textContent()).toMatch(
    /^names\.json: .*Give ids, or records with external_user_id or userId/,
  );
});
