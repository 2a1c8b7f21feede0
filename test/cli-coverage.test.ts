import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Coverage } from 'vf-mock';
import { folderOf, post, run, start, toLog, useFiles } from './_cli.ts';
import { operations } from './_operations.ts';

useFiles({ 'old.json': '{"of":"yesterday"}', 'small.yaml': 'journalLimit: 1\nstrict: true\n' });

const typo = { external_user_id: 'usr_1', emial: 'ada@example.com' };

test('at a clean stop the report counts all of the run, however little the journal keeps', async () => {
  const { url, stop, ended } = await start('--coverage', 'old.json', '--config', 'small.yaml', '--quiet');
  for (let count = 0; count < 3; count += 1) await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' });
  await fetch(`${url}/__admin/reset`, { method: 'POST' });
  await post(`${url}/api/v1/users`, typo); // 422, since the file sets `strict`
  stop();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  const coverage = await readCoverage('old.json');
  expect(coverage).toMatchObject({
    requests: 4,
    dropped: 0,
    totals: { operations: { covered: 1, total: operations.length } },
  });
  const [upsertUser] = coverage.operations;
  expect(upsertUser?.statuses).toEqual(expect.arrayContaining([met(202, 3), met(422, 1), met(429, 0)]));
  expect((await readdir(folderOf())).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('it does not keep the state from being saved, nor the other way round', async () => {
  await mkdir(join(folderOf(), 'gone'));
  const { stop, ended } = await start('--state', 'gone/state.json', '--coverage', 'kept.json', '--quiet');
  await rm(join(folderOf(), 'gone'), { recursive: true });
  stop();
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^vf-mock: Failed to write the state file [^\n]*\n$/)]);
  expect((await readCoverage('kept.json')).requests).toBe(0);
  // Every user of the machine may read a report. A state is private.
  expect((await stat(join(folderOf(), 'kept.json'))).mode & 0o777).toBe(0o644);
});

test('what is no regular file, such as a pipe, is written to and not replaced', async () => {
  const pipe = join(folderOf(), 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  const { stop, ended } = await start('--coverage', 'pipe', '--quiet');
  stop();
  const [text] = await Promise.all([readFile(pipe, 'utf8'), ended]);
  expect(JSON.parse(text)).toMatchObject({ requests: 0 });
  expect((await stat(pipe)).isFIFO()).toBe(true);
});

test.each([
  ['.', 'it is a directory. Give the path of a file.'],
  ['nowhere/coverage.json', 'its directory does not exist. Create it, or give another file.'],
  ['small.yaml/coverage.json', 'its directory does not exist. Create it, or give another file.'],
])('vf-mock --coverage %s is refused at the start, in one line', async (file, reason) => {
  expect(await run('--coverage', file, '--port', '0').ended).toEqual({
    code: 2,
    stdout: '',
    stderr: `vf-mock: Failed to use the coverage file ${file}: ${reason}\n`,
  });
});

test('no file, or that of the state, is refused too', async () => {
  const [empty, same] = await Promise.all([
    run('--coverage', '').ended,
    run('--state', 'a.json', '--coverage', './a.json', '--port', '0').ended,
  ]);
  expect([empty.code, empty.stderr]).toEqual([2, expect.stringMatching(/--coverage.* Give the path of a file\.\n$/)]);
  expect([same.code, same.stderr]).toEqual([
    2,
    'vf-mock: --state a.json and --coverage ./a.json are the same file. Give each a file of its own.\n',
  ]);
});

test('vf-mock --strict refuses what the documents do not know', async () => {
  const { url, printed } = await start('--strict');
  expect((await post(`${url}/api/v1/users`, typo)).status).toBe(422);
  expect((await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' })).status).toBe(202);
  const { input } = await printed(/ 202 .*\n/);
  expect(toLog(input).map((line) => /\d{3}/.exec(line)?.[0])).toEqual(['422', '202']);
});

function met(status: number, count: number): object {
  return { status, count };
}

async function readCoverage(name: string): Promise<Coverage> {
  return JSON.parse(await readFile(join(folderOf(), name), 'utf8')) as Coverage;
}
