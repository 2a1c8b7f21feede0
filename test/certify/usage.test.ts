import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toCases } from 'vf-mock/certify';
import { folderOf, run, runProcess, useFiles, useProcesses } from '../_cli.ts';

useProcesses();
useFiles({
  'plain.txt': 'no program',
  'touch.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync('ran', '');`,
});

test('--list prints the cases of both APIs, 80 columns wide', async () => {
  const { code, stdout, stderr } = await run('certify', '--list').ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [vibefollow, yellow] = stdout.split(/^(?:vibefollow|yellow)\n/m).slice(1);
  expect(toIds(vibefollow)).toEqual(toCases('vibefollow').map(({ id }) => id));
  expect(toIds(yellow)).toEqual(toCases('yellow').map(({ id }) => id));
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('--list with --api and --only prints what they choose, with level, requirement and source', async () => {
  const { stdout } = await run('certify', '--list', '--api', 'yellow', '--only', 'stop/', '--only', 'limit').ended;
  const chosen = toCases('yellow').filter(({ id }) => /^(stop\/|limit)/.test(id));
  expect(toIds(stdout)).toEqual(chosen.map(({ id }) => id));
  expect(toIds(stdout)).toHaveLength(3);
  const text = stdout.replaceAll(/\s+/g, ' ');
  for (const { id, level, requirement, source } of chosen) {
    expect(text).toContain(`${id} ${level} ${requirement} Source: ${source}`);
  }
  expect(stdout).toContain('\n3 cases\n');
});

test('--help explains every option and how a client is run, 80 columns wide', async () => {
  const { code, stdout, stderr } = await run('certify', '--help').ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const name of ['api', 'only', 'jobs', 'timeout', 'format', 'seed', 'report']) {
    expect(stdout).toMatch(new RegExp(`^  --${name} <[a-z=]+> +\\w`, 'm'));
  }
  for (const name of ['list', 'strict', 'bail']) expect(stdout).toMatch(new RegExp(`^  --${name} {2,}\\w`, 'm'));
  for (const name of [
    'VF_MOCK_RECORDS',
    'VF_MOCK_CASE',
    'YELLOW_BOT',
    '0 passed, 1 failed, 2 could not',
    '130 (SIGINT)',
  ]) {
    expect(stdout).toContain(name);
  }
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

const jobs = "option '--jobs <number>' argument";
const timeout = "option '--timeout <seconds>' argument";
const report = "option '--report <kind=file>' argument";
const kinds = 'Give what to write and where, such as html=certify.html; there are json, junit, html and markdown.';

test.each([
  ['', "required option '--api <name>' not specified. Use vibefollow or yellow."],
  ['--api blue', "option '--api <name>' argument 'blue' is invalid. Use one of vibefollow, yellow."],
  ['--jobs 0', `${jobs} '0' is invalid. Use a number from 1 to 256.`],
  ['--jobs 257', `${jobs} '257' is invalid. Use a number from 1 to 256.`],
  ['--jobs two', `${jobs} 'two' is invalid. Use a whole number.`],
  ['--timeout 0', `${timeout} '0' is invalid. Use a number of seconds, more than 0 and at most 3600.`],
  ['--timeout 3601', `${timeout} '3601' is invalid. Use a number of seconds, more than 0 and at most 3600.`],
  ['--timeout 1m', `${timeout} '1m' is invalid. Use a number of seconds, more than 0 and at most 3600.`],
  ['--seed 1.5', "option '--seed <number>' argument '1.5' is invalid. Use a whole number."],
  ['--format xml', "option '--format <kind>' argument 'xml' is invalid. Use one of ndjson, csv, json."],
  ['--report pdf=a.pdf', `${report} 'pdf=a.pdf' is invalid. ${kinds}`],
  ['--report a.html', `${report} 'a.html' is invalid. ${kinds}`],
  ['--report html', `${report} 'html' is invalid. ${kinds}`],
  ['--report jnuit=a.xml', `${report} 'jnuit=a.xml' is invalid. ${kinds} Did you mean "junit"?`],
  ['--report html=', `${report} 'html=' is invalid. ${kinds}`],
  ['--report toString=a.txt', `${report} 'toString=a.txt' is invalid. ${kinds}`],
  ['--parallel', "unknown option '--parallel'. See vf-mock --help."],
])('vf-mock certify %s is refused in one line', async (args, line) => {
  const { ended } = run('certify', ...args.split(' ').filter(Boolean), '--', process.execPath, 'touch.mjs');
  expect(await ended).toEqual({ code: 2, stdout: '', stderr: `vf-mock: ${line}\n` });
});

test('without a command it says where to put one', async () => {
  expect(await run('certify', '--api', 'yellow', '--').ended).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'vf-mock: no command was given. Put it behind two dashes, such as: vf-mock certify --api yellow -- node sync.js\n',
  });
});

const noCommand = 'there is no such command. Give a command that a shell can find, and each argument separately.';
const noProgram = 'it cannot be executed. Give the program that runs it, such as node or python3.';

test.each([
  ['vf-mock-has-no-such-command', noCommand],
  ['node sync.js', noCommand],
  ['./nowhere/sync', noCommand],
  ['./plain.txt/sync', noCommand],
  ['', noCommand],
  ['./plain.txt', noProgram],
  ['.', noProgram],
])('the command "%s" cannot be run, as one line says', async (command, reason) => {
  const { code, stdout, stderr } = await runProcess('certify', '--api', 'yellow', '--only', 'stop/', '--', command)
    .ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(`vf-mock: Failed to run the client ${command}: ${reason}\n`);
});

test('a prefix that begins no case is refused with the groups that there are', async () => {
  const { code, stderr } = await run('certify', '--api', 'yellow', '--only', 'retires', '--', 'true').ended;
  expect(code).toBe(2);
  const groups = [...new Set(toCases('yellow').map(({ id }) => `${id.split('/')[0] ?? ''}/`))].join(', ');
  expect(stderr).toBe(
    `vf-mock: Failed to certify: no case of yellow has an id that begins with retires. Use one of ${groups}.\n`,
  );
});

test('a report that cannot be written is refused before the client runs', async () => {
  const args = ['--api', 'yellow', '--only', 'stop/401', '--report', 'json=a.json', '--report', 'html=no/a.html'];
  expect(await run('certify', ...args, '--', process.execPath, 'touch.mjs').ended).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'vf-mock: Failed to use the report no/a.html: its directory does not exist. Create it, or give another file.\n',
  });
  await expect(access(join(folderOf(), 'ran'))).rejects.toThrow('ENOENT');
});

test('two reports to the same file are refused before the client runs', async () => {
  const args = ['--api', 'yellow', '--only', 'stop/401', '--report', 'json=a.json', '--report', 'html=./a.json'];
  expect(await run('certify', ...args, '--', process.execPath, 'touch.mjs').ended).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'vf-mock: Failed to use the report ./a.json: another report goes to this file. Give each report its own file.\n',
  });
  await expect(access(join(folderOf(), 'ran'))).rejects.toThrow('ENOENT');
});

function toIds(list = ''): string[] {
  return [...list.matchAll(/^ {2}(\w\S+)/gm)].map(([, id = '']) => id);
}
