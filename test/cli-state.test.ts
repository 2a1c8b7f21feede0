import { statSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMock, type State } from 'vf-mock';
import { folderOf, post, run, start, useFiles } from './_cli.ts';
import { bot, otherKey } from './_setup.ts';

const empty: State = { version: 1, vibefollow: {}, yellow: {} };
const held = fill(1);

useFiles({
  'kept.json': JSON.stringify(held),
  'twice.json': JSON.stringify(fill(20_000)),
  'linked.json': JSON.stringify(empty),
  'empty.json': '',
  'cut.json': JSON.stringify(held).slice(0, 40),
  'latin.json': Buffer.from('{"version":1,"vibefollow":{},"yellow":{"b\xfccher":1}}', 'latin1'),
  'other.json': '{"version":2}',
  'list.json': '[]',
  'more.json': `${JSON.stringify(held)}{}`,
  'deep.json': `${'['.repeat(2000)}${']'.repeat(2000)}`,
  'part-twice.json': '{"version":1,"vibefollow":{},"yellow":{},"yellow":{}}',
  'bad-end.json': Buffer.concat([Buffer.from(JSON.stringify(held)), Buffer.from([0xff])]),
  'indented.json': JSON.stringify(held, null, 2),
  'bom.json': `\uFEFF${JSON.stringify(held)}`,
});

test.each(['SIGINT', 'SIGTERM'] as const)('what is stored is there again after %s', async (signal) => {
  const file = `${signal}.json`;
  const first = await start('--state', file);
  await post(`${first.url}/api/v1/users`, { external_user_id: 'usr_1' });
  await post(`${first.url}/cdp/api/v1/user?bot=${bot}`, { userId: '1001', firstName: 'Asha' });
  first.stop(signal);
  expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
  const mock = createMock();
  mock.restore(await readState(file));
  expect(mock.vibefollow.project(otherKey).userCount()).toBe(1);
  expect(await readFile(join(folderOf(), file), 'utf8')).not.toContain(otherKey);
  const second = await start('--state', file);
  const answer = await post(`${second.url}/cdp/api/v1/user/create-bulk?bot=${bot}`, { users: [{ userId: '1001' }] });
  const { data } = (await answer.json()) as { data: string };
  second.stop(signal);
  expect(await second.ended).toMatchObject({ code: 0, stderr: '' });
  mock.restore(await readState(file));
  expect(mock.yellow.bot(bot).bulkCreation(data)?.conflictedUsers).toEqual(['1001']);
});

test('the file is replaced as a whole, nothing else is left beside it, and who may read it stays', async () => {
  await chmod(join(folderOf(), 'kept.json'), 0o640);
  const { stop, ended } = await start('--state', 'kept.json');
  stop();
  expect((await ended).code).toBe(0);
  expect(await readState('kept.json')).toEqual(held);
  expect((await stat(join(folderOf(), 'kept.json'))).mode & 0o777).toBe(0o640);
  expect((await readdir(folderOf())).filter((name) => name.includes('tmp'))).toEqual([]);
});

test('a new file can be read by its owner only', async () => {
  const { stop, ended } = await start('--state', 'new.json');
  stop();
  await ended;
  expect([(await stat(join(folderOf(), 'new.json'))).mode & 0o777, await readState('new.json')]).toEqual([
    0o600,
    empty,
  ]);
});

test('a link stays one, and what it leads to is replaced', async () => {
  await symlink('linked.json', join(folderOf(), 'link.json'));
  const { url, stop, ended } = await start('--state', 'link.json');
  await post(`${url}/cdp/api/v1/user?bot=${bot}`, { userId: '1001' });
  stop();
  await ended;
  expect(Object.keys((await readState('linked.json')).yellow)).toEqual([bot]);
  expect(await readState('link.json')).toEqual(await readState('linked.json'));
});

test('signals that come again while it writes lose nothing', async () => {
  const path = join(folderOf(), 'twice.json');
  const { url, stop, ended } = await start('--state', 'twice.json');
  await post(`${url}/cdp/api/v1/user?bot=${bot}`, { userId: 'last' });
  const { ino } = statSync(path);
  const again = setInterval(() => {
    if (statSync(path).ino === ino) stop('SIGINT');
    else clearInterval(again);
  }, 1);
  expect(await ended.finally(() => clearInterval(again))).toMatchObject({ code: 0, stderr: '' });
  const mock = createMock();
  mock.restore(await readState('twice.json'));
  expect([mock.yellow.bot(bot).userCount(), mock.yellow.bot(bot).user('last')]).toEqual([20_001, expect.anything()]);
});

test('a byte order mark before the JSON is no harm', async () => {
  const { stop, ended } = await start('--state', 'bom.json');
  stop();
  expect((await ended).code).toBe(0);
  expect(await readState('bom.json')).toEqual(held);
});

test('the file has one record a line, also if its JSON was indented before', async () => {
  const { url, stop, ended } = await start('--state', 'indented.json');
  await post(`${url}/cdp/api/v1/user?bot=${bot}`, { userId: 'last' });
  stop();
  expect((await ended).code).toBe(0);
  const lines = (await readFile(join(folderOf(), 'indented.json'), 'utf8')).split('\n');
  expect(lines.filter((line) => line.includes('"userId"'))).toEqual([
    expect.stringMatching(/^\{"userId":"0",.*\},$/),
    expect.stringMatching(/^\{"userId":"last",.*\}$/),
  ]);
});

test('what cannot be written is told in one line, is no clean stop, and is kept elsewhere', async () => {
  await mkdir(join(folderOf(), 'gone'));
  const { url, stop, ended } = await start('--state', 'gone/state.json', '--quiet');
  await post(`${url}/cdp/api/v1/user?bot=${bot}`, { userId: '1001' });
  await rm(join(folderOf(), 'gone'), { recursive: true });
  stop();
  const { code, stderr } = await ended;
  const [, place = ''] = / The state of this server is in (\S+)\.\n$/.exec(stderr) ?? [];
  const reason = `its directory does not exist. Create it, or give another file. The state of this server is in ${place}.`;
  expect([code, stderr]).toEqual([2, `vf-mock: Failed to write the state file gone/state.json: ${reason}\n`]);
  expect(Object.keys((JSON.parse(await readFile(place, 'utf8')) as State).yellow)).toEqual([bot]);
  expect((await stat(place)).mode & 0o777).toBe(0o600);
  await rm(place);
});

test('where the file has become a directory, that is told, and the state is beside it', async () => {
  const { stop, ended } = await start('--state', 'becomes.json', '--quiet');
  await mkdir(join(folderOf(), 'becomes.json'));
  await writeFile(join(folderOf(), 'becomes.json', 'other'), '');
  stop();
  const { code, stderr } = await ended;
  expect([code, stderr.split('\n').length]).toEqual([2, 2]);
  expect(stderr).toContain('Failed to write the state file becomes.json: it is a directory. Give the path of a file.');
  expect(stderr).toContain(`The state of this server is in ${join(folderOf(), 'becomes.json.1')}.`);
  expect(await readState('becomes.json.1')).toEqual(empty);
  expect((await readdir(folderOf())).filter((name) => name.includes('tmp'))).toEqual([]);
});

test.each([
  ['empty.json', 'it is empty. Delete it to start with nothing.'],
  ['cut.json', 'it is no JSON, or no whole one. Delete it to start with nothing.'],
  ['latin.json', 'it is no JSON, or no whole one. Delete it to start with nothing.'],
  ['more.json', 'it is no JSON, or no whole one. Delete it to start with nothing.'],
  ['bad-end.json', 'it is no JSON, or no whole one. Delete it to start with nothing.'],
  ['deep.json', 'it is nested deeper than 1010 levels.'],
  ['part-twice.json', 'it has the property "yellow" twice.'],
  ['other.json', 'the state has version 2; this vf-mock reads version 1. Take a new snapshot.'],
  ['list.json', 'the state is []; it must be an object.'],
  ['.', 'it is a directory. Give the path of a file.'],
  ['nowhere/state.json', 'its directory does not exist. Create it, or give another file.'],
  ['kept.json/state.json', 'its directory does not exist. Create it, or give another file.'],
])('vf-mock --state %s is refused in one line, and the file is left as it was', async (file, reason) => {
  const path = join(folderOf(), file);
  const before = await readFile(path).catch(() => undefined);
  expect(await run('--state', file, '--port', '0').ended).toEqual({
    code: 2,
    stdout: '',
    stderr: `vf-mock: Failed to use the state file ${file}: ${reason}\n`,
  });
  expect(await readFile(path).catch(() => undefined)).toEqual(before);
});

test('a server that cannot listen leaves the file as it was', async () => {
  await rename(join(folderOf(), 'kept.json'), join(folderOf(), 'port.json'));
  const before = await readFile(join(folderOf(), 'port.json'), 'utf8');
  expect((await run('--state', 'port.json', '--host', '192.0.2.1').ended).code).toBe(2);
  expect(await readFile(join(folderOf(), 'port.json'), 'utf8')).toBe(before);
});

function fill(users: number): State {
  const mock = createMock({ clock: 'manual' });
  mock.yellow.bot(bot).seed(Array.from({ length: users }, (_, index) => ({ userId: String(index) })));
  return mock.snapshot();
}

async function readState(name: string): Promise<State> {
  return JSON.parse(await readFile(join(folderOf(), name), 'utf8')) as State;
}

test('an empty name of the file, as of a variable that is not set, is refused at the start', async () => {
  const { code, stderr } = await run('--state', '').ended;
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^vf-mock: .*--state.* Give the path of a file\.\n$/)]);
});
