import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFile, openDeferredFile, removeLeftovers, replaceFile } from '../../src/report/write-file.ts';

test('the pieces of a content are written to a temporary file, which then takes the place', async () => {
  const { folder, file } = await openFolder();
  await writeFile(file, 'old', { mode: 0o640 });
  const seen: string[] = [];
  await replaceFile(file, watch(folder, seen));
  expect(seen).toEqual([expect.stringMatching(/^a\.json\.[\da-f]{10}-\d+-[\da-f]{12}\.tmp$/)]);
  expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['a.json'], 'onetwo']);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
});

test('a content that fails leaves the old file alone, and nothing beside it', async () => {
  const { folder, file } = await openFolder();
  await writeFile(file, 'old');
  const failing = (function* (): Generator<string> {
    yield 'one';
    throw new Error('broken');
  })();
  await expect(replaceFile(file, failing)).rejects.toThrow('broken');
  expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['a.json'], 'old']);
});

test('a new file never replaces another one', async () => {
  const { folder, file } = await openFolder();
  await createFile(file, ['one', 'two']);
  await expect(createFile(file, 'other')).rejects.toMatchObject({ code: 'EEXIST' });
  expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['a.json'], 'onetwo']);
});

test('what a dead process left behind is removed, and the file of a process that lives stays', async () => {
  const { folder, file } = await openFolder();
  const [name = ''] = await namesWhileWriting(folder, file);
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const names = [dead, process.pid, process.ppid].map((pid) => name.replace(`-${process.pid}-`, `-${pid}-`));
  const others = ['a.json.1.tmp', `other${name}`, `${name}.txt`, `b${name.slice(1)}`];
  for (const one of [...names, ...others]) await writeFile(join(folder, one), '');
  await openDeferredFile('the report a.json', file);
  expect(await readdir(folder)).toEqual([...others, names[2], 'a.json'].toSorted());
});

test('a file that this process is writing stays too', async () => {
  const { folder, file } = await openFolder();
  let left: string[] = [];
  const content = (function* (): Generator<string> {
    yield 'one';
    left = readdirSync(folder);
  })();
  const written = replaceFile(file, content);
  await removeLeftovers(file);
  await written;
  expect(left).toHaveLength(1);
  expect(await readFile(file, 'utf8')).toBe('one');
});

async function namesWhileWriting(folder: string, file: string): Promise<string[]> {
  const seen: string[] = [];
  await replaceFile(file, watch(folder, seen));
  return seen;
}

/** Two pieces. Between them it lists the folder. */
function* watch(folder: string, seen: string[]): Generator<string> {
  yield 'one';
  seen.push(...readdirSync(folder).filter((name) => name.endsWith('.tmp')));
  yield 'two';
}

async function openFolder(): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'vf-mock-write-'));
  onTestFinished(async () => rm(folder, { recursive: true }));
  return { folder, file: join(folder, 'a.json') };
}
