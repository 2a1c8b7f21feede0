import { mkdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createMock, type State } from 'vf-mock';
import { folderOf, post, run, start, startProcess, useFiles, useProcesses, type Run } from './_cli.ts';
import { bot } from './_setup.ts';

useProcesses();
useFiles({ 'a.json': JSON.stringify(createMock().snapshot()) });

beforeAll(async () => {
  await mkdir(join(folderOf(), 'folder'));
  await symlink('folder', join(folderOf(), 'linked'));
  await symlink('a.json', join(folderOf(), 'link-to-a'));
  await symlink('folder/missing.json', join(folderOf(), 'link-to-missing'));
});

test.each([
  ['a.json', './folder/../a.json'],
  ['a.json', 'link-to-a'],
  ['folder/missing.json', 'linked/missing.json'],
  ['link-to-missing', 'folder/missing.json'],
])('a second server for the state file %s is refused, also by the name %s', async (one, two) => {
  const first = await startProcess('--state', one);
  const { code, stdout, stderr } = await run('--state', two, '--port', '0').ended;
  const holder = `another vf-mock (process ${first.child.pid}) is using it. Stop that one first, or give another file.`;
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: `vf-mock: Failed to use the state file ${two}: ${holder}\n`,
  });
  first.stop();
  expect((await first.ended).code).toBe(0);
  await startAndStop(two);
});

test('a server that was killed, or could not start, holds no file', async () => {
  const killed = await startProcess('--state', 'killed.json');
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect((await run('--state', 'killed.json', '--host', '192.0.2.1').ended).code).toBe(2);
  await startAndStop('killed.json');
});

test('of two servers that start at once after a killed one, only one uses the file', async () => {
  const killed = await startProcess('--state', 'raced.json');
  killed.child.kill('SIGKILL');
  await killed.ended;
  const both = [run('--state', 'raced.json', '--port', '0'), run('--state', 'raced.json', '--port', '0')];
  const started = await Promise.all(both.map(async (one) => isStarted(one)));
  expect(started.toSorted()).toEqual([false, true]);
});

test.each<[string, (file: string) => Promise<void>]>([
  ['somebody edits', async (file) => writeFile(file, `${JSON.stringify(createMock().snapshot())} `)],
  ['somebody replaces', async (file) => writeFile(`${file}.new`, '{}').then(async () => rename(`${file}.new`, file))],
  ['becomes a link', async (file) => unlink(file).then(async () => symlink('a.json', file))],
])('a file that %s meanwhile stays as it is, and the state is in a new file beside it', async (_how, change) => {
  const file = join(folderOf(), 'edited.json');
  await rm(file, { force: true });
  await startAndStop('edited.json');
  for (const number of [1, 2]) {
    const { url, stop, ended } = await start('--state', 'edited.json');
    await post(`${url}/cdp/api/v1/user?bot=${bot}`, { userId: '1001' });
    await change(file);
    const changed = await readFile(file, 'utf8');
    stop();
    const { code, stderr } = await ended;
    const place = `${file}.${number}`;
    expect([code, stderr]).toEqual([
      0,
      'vf-mock: the state file edited.json has changed since it was read, and stays as it is. ' +
        `The state of this server is in ${place}.\n`,
    ]);
    expect(await readFile(file, 'utf8')).toBe(changed);
    expect(Object.keys((JSON.parse(await readFile(place, 'utf8')) as State).yellow)).toEqual([bot]);
    await rm(file);
    await startAndStop('edited.json');
  }
  for (const number of [1, 2]) await rm(`${file}.${number}`);
});

test('a file that appears where none was is not replaced', async () => {
  const { stop, ended } = await start('--state', 'appears.json');
  await writeFile(join(folderOf(), 'appears.json'), 'mine');
  stop();
  expect(await ended).toMatchObject({ code: 0, stderr: expect.stringContaining('appears.json.1.') as string });
  expect(await readFile(join(folderOf(), 'appears.json'), 'utf8')).toBe('mine');
});

test('a file that is deleted meanwhile is written', async () => {
  await startAndStop('deleted.json');
  const { stop, ended } = await start('--state', 'deleted.json');
  await rm(join(folderOf(), 'deleted.json'));
  stop();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(join(folderOf(), 'deleted.json'), 'utf8')).toContain('"version"');
});

async function startAndStop(file: string): Promise<void> {
  const { stop, ended } = await start('--state', file);
  stop();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
}

/** Whether a server listens. Otherwise it was refused. */
async function isStarted({ printed, ended }: Run): Promise<boolean> {
  return Promise.race([printed(/^curl/m).then(() => true), ended.then(() => false)]).catch(() => false);
}
