import { link, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { folderOf, run, start, startProcess, useFiles, useProcesses } from './_cli.ts';
import { bot } from './_setup.ts';

useProcesses();
useFiles({
  'a.json': JSON.stringify(createMock().snapshot()),
  'large.json': JSON.stringify(fill(20_000)),
  'options.yaml': 'seed: 7\n',
  'victim.txt': 'mine',
});

beforeAll(async () => {
  await mkdir(join(folderOf(), 'folder'));
  await symlink('folder', join(folderOf(), 'linked'));
  await symlink('a.json', join(folderOf(), 'link-to-a'));
  await link(join(folderOf(), 'a.json'), join(folderOf(), 'hard-a'));
  await symlink('missing.json', join(folderOf(), 'link-to-missing'));
});

test.each([
  ['--state', 'a.json', '--coverage', './a.json'],
  ['--state', 'a.json', '--coverage', 'link-to-a'],
  ['--state', 'link-to-a', '--coverage', 'hard-a'],
  ['--state', 'missing.json', '--coverage', 'link-to-missing'],
  ['--state', 'folder/missing.json', '--coverage', 'linked/missing.json'],
  ['--state', 'options.yaml', '--config', 'options.yaml'],
  ['--state', 'options.yaml', '--scenario', './options.yaml'],
  ['--coverage', 'options.yaml', '--config', 'options.yaml'],
])('%s %s and %s %s are refused, since they are the same file', async (...args) => {
  const before = await readdir(folderOf());
  const { code, stderr } = await run(...args, '--port', '0').ended;
  expect([code, stderr]).toEqual([
    2,
    `vf-mock: ${args.slice(0, 2).join(' ')} and ${args.slice(2).join(' ')} are the same file. Give each a file of its own.\n`,
  ]);
  expect(await readdir(folderOf())).toEqual(before);
});

test.each([
  ['json=a.json', 'junit=link-to-a'],
  ['json=a.json', 'html=hard-a'],
  ['json=folder/new.json', 'markdown=linked/new.json'],
])('two reports to the same file are refused: %s and %s', async (one, two) => {
  const client = ['certify', '--api', 'vibefollow', '--report', one, '--report', two, '--', 'true'];
  const { code, stderr } = await run(...client).ended;
  expect([code, stderr]).toEqual([2, expect.stringContaining('another report goes to this file')]);
});

test('two reports may go to one terminal or pipe', async () => {
  const upstream = ['contract', '--api', 'yellow', '--upstream', 'http://127.0.0.1:1'];
  const { stderr } = await run(...upstream, '--report', 'json=/dev/null', '--report', 'junit=/dev/zero').ended;
  expect(stderr).not.toContain('another report');
});

test('a link that waits where a temporary file might be is not followed', async () => {
  await symlink('victim.txt', join(folderOf(), `kept.json.${process.pid}.tmp`));
  const { stop, ended } = await start('--state', 'kept.json');
  stop();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(join(folderOf(), 'victim.txt'), 'utf8')).toBe('mine');
});

test('the temporary file that a killed server left behind is gone after the next start', async () => {
  const old = await readFile(join(folderOf(), 'large.json'), 'utf8');
  const killed = await startProcess('--state', 'large.json');
  killed.stop();
  // If the server is faster, it leaves nothing behind.
  while (killed.child.exitCode === null && (await listTemporary()).length === 0);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const left = await listTemporary();
  const { stop, ended } = await start('--state', 'large.json');
  expect(await listTemporary()).toEqual([]);
  stop();
  expect((await ended).code).toBe(0);
  if (left.length > 0)
    expect(JSON.parse(await readFile(join(folderOf(), 'large.json'), 'utf8'))).toEqual(JSON.parse(old));
});

async function listTemporary(): Promise<string[]> {
  return (await readdir(folderOf())).filter((name) => name.startsWith('large') && name.endsWith('.tmp'));
}

function fill(users: number): object {
  const mock = createMock({ clock: 'manual' });
  mock.yellow.bot(bot).seed(Array.from({ length: users }, (_, index) => ({ userId: String(index) })));
  return mock.snapshot();
}
