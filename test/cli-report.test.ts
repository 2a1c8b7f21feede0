import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Verdicts } from 'vf-mock';
import { folderOf, post, run, start, useFiles } from './_cli.ts';

useFiles({
  'faults.yaml': `faults:
  - { id: down, on: { operation: bulkUpsertUsers, call: 2 }, fault: { status: 503 } }
`,
  'plain.yaml': 'seed: 7\n',
});

interface Saved {
  readonly version: string;
  readonly savedAt: number;
  readonly summary: { readonly counts: object; readonly causes: readonly object[] };
  readonly verdicts: Verdicts;
  readonly rows: readonly { readonly number: number; readonly status: number }[];
  readonly stories: readonly { readonly id: string; readonly outcome: string }[];
}

/** The run in a page. The rest of the page is the page of a server. */
function parse(html: string): { run: Saved; page: string } {
  const [element = '', data = ''] = /<script type="application\/json" id="run">([\w+/=]+)<\/script>\n/.exec(html) ?? [];
  return {
    run: JSON.parse(String(gunzipSync(Buffer.from(data, 'base64')))) as Saved,
    page: html.replace(element, ''),
  };
}

test.each(['SIGINT', 'SIGTERM'] as const)('after %s the report is the page with the run inside', async (signal) => {
  const { url, stop, ended } = await start('-c', 'faults.yaml', '--report', `html=${signal}.html`);
  const users = (...ids: string[]): object => ({ users: ids.map((id) => ({ external_user_id: id })) });
  await post(`${url}/api/v1/users/bulk`, users('</script><b>', 'usr_2'));
  await post(`${url}/api/v1/users/bulk`, users('</body>', 'usr_4'));
  const served = await (await fetch(`${url}/__admin/`)).text();
  stop(signal);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  const { run: saved, page } = parse(await readFile(join(folderOf(), `${signal}.html`), 'utf8'));
  expect(page).toBe(served);
  expect(saved.summary.counts).toMatchObject({ sent: 4, stored: 2, lost: 2 });
  expect(saved.summary.causes).toMatchObject([{ outcome: 'lost', records: 2, ids: ['</body>', 'usr_4'] }]);
  expect(saved.rows).toMatchObject([{ status: 200 }, { status: 503 }]);
  expect(saved.stories.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['</body>', 'lost'],
    ['usr_4', 'lost'],
  ]);
  expect(saved.verdicts.verdicts.find(({ rule }) => rule === 'retries-transient')).toMatchObject({ outcome: 'failed' });
  expect(saved).not.toHaveProperty('cut');
});

test('a run without requests is reported too', async () => {
  const { stop, ended } = await start('--report', 'html=empty.html');
  stop();
  await ended;
  const { run: saved } = parse(await readFile(join(folderOf(), 'empty.html'), 'utf8'));
  expect(saved).toMatchObject({ rows: [], verdicts: { passed: null }, summary: { counts: { sent: 0 } } });
});

test.each([
  ['pdf=run.pdf', /such as html=run\.html; there is html\./],
  ['htm=run.html', /there is html\. Did you mean "html"\?/],
  ['run.html', /such as html=run\.html/],
  ['html=', /such as html=run\.html/],
  ['html=.', /Failed to use the report \.: it is a directory/],
  ['html=none/run.html', /its directory does not exist/],
])('--report %s is refused before the server listens', async (report, problem) => {
  const { code, stdout, stderr } = await run('--report', report, '--port', '0').ended;
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(problem);
});

test.each([
  ['--state', 'x.html', '--state x.html and --report html=./x.html'],
  ['--coverage', 'x.html', '--coverage x.html and --report html=./x.html'],
  ['--report', 'html=x.html', '--report html=x.html and --report html=./x.html'],
])('a report and %s %s are not the same file', async (option, file, names) => {
  const { code, stderr } = await run(option, file, '--report', 'html=./x.html').ended;
  expect([code, stderr]).toEqual([2, `vf-mock: ${names} are the same file. Give each a file of its own.\n`]);
});

test('a report does not replace the configuration', async () => {
  const { code, stderr } = await run('--config', 'plain.yaml', '--report', 'html=plain.yaml').ended;
  expect([code, stderr]).toEqual([2, expect.stringContaining('html=plain.yaml and --config plain.yaml are the same')]);
  expect(await readdir(folderOf())).not.toContain('x.html');
});
