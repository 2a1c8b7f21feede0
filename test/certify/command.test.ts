import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { generateRecords, toCases, type CertifyReport, type RecordFormat } from 'vf-mock/certify';
import { folderOf, runProcess as run, useFiles, useProcesses, type Run } from '../_cli.ts';
import { parseJUnit } from '../_junit.ts';
import { toFile } from '../_records.ts';
import { findProcesses } from './_programs.ts';
import { hopeful, noting, readNotes, stubborn } from './_tiny.ts';

// The clients run in the working folder of the program, so the program runs as a process of its own.
useProcesses();
useFiles({ 'hopeful.mjs': hopeful, 'noting.mjs': noting, 'stubborn.mjs': stubborn });

const node = process.execPath;
const delivery = toCases('vibefollow').flatMap(({ id }) => (id.startsWith('delivery/') ? [id] : []));
/** The cases of delivery that run although the client cannot deliver one record. */
const others = delivery.slice(1);
const onlyOthers = others.map((id) => `--only ${id}`).join(' ');

/** Certifies one of the files as a client of VibeFollow. */
function certify(file: string, options: string, env: Readonly<Record<string, string>> = {}): Run {
  return run(env, 'certify', '--api', 'vibefollow', ...options.split(' '), '--', node, file);
}

test('a client that passes has a score card, the progress beside it, and the exit code 0', async () => {
  const { code, stdout, stderr } = await certify('hopeful.mjs', '--only delivery/ --jobs 2').ended;
  expect(code).toBe(0);
  const [head = '', cases = '', sum = ''] = stdout.split('\n\n');
  expect(head.split('\n')).toEqual([
    `vf-mock certify vibefollow, seed 1: ${node} hopeful.mjs`,
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z, vf-mock \S+, Node v[\d.]+, \w+ \w+$/),
  ]);
  expect(cases.split('\n')[0]).toBe('delivery');
  expect(cases.split('\n').slice(1).map(toWords)).toEqual(
    delivery.map((id) => ['passed', id.slice('delivery/'.length), 'MUST']),
  );
  expect(sum).toMatch(/^PASSED: MUST 5 of 5, SHOULD 0 of 0, in \d+\.\d s\n$/);
  const progress = stderr.trimEnd().split('\n');
  expect(progress.map((line) => line.slice(0, 5))).toEqual(['[1/5]', '[2/5]', '[3/5]', '[4/5]', '[5/5]']);
  expect(progress.map((line) => toWords(line.slice(5))[1]).sort()).toEqual([...delivery].sort());
});

test('a client that fails a MUST is told why, and the exit code is 1', async () => {
  const { code, stdout } = await certify('hopeful.mjs', '--only retry/500 --only delivery/one-record').ended;
  expect(code).toBe(1);
  expect(stdout).toMatch(/^retry\n {2}FAILED {2}500 .*\n {10}After 500 the client sends the chunk again\.\n {8}- \w/m);
  expect(stdout).toMatch(/\nFAILED: MUST 1 of 2, SHOULD 0 of 0, in \d+\.\d s\n$/);
});

test('--strict makes a failed SHOULD count', async () => {
  const options = '--only records/names-rejected';
  const [loose, strict] = await Promise.all([
    certify('hopeful.mjs', options).ended,
    certify('hopeful.mjs', `${options} --strict`).ended,
  ]);
  expect([loose.code, strict.code]).toEqual([0, 1]);
  expect(loose.stdout).toContain('\nPASSED: MUST 0 of 0, SHOULD 0 of 1, in');
  expect(strict.stdout).toContain('\nFAILED: MUST 0 of 0, SHOULD 0 of 1 (strict), in');
});

test('--bail ends with the first failure that counts, and names what was not run', async () => {
  const { code, stdout, stderr } = await certify('noting.mjs', `${onlyOthers} --jobs 1 --bail`, named('bail')).ended;
  expect(code).toBe(1);
  expect(await readNotes('bail')).toHaveLength(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    `stops at the first failure. Not run: ${others.slice(1).join(', ')} FAILED`,
  );
});

test('what stands behind the dashes is for the client, even if it looks like an option', async () => {
  const args = ['--api', 'x', '--list', '-h', '--report', 'html=a.html', '', 'a  b', '"', '--', '-v'];
  await run(named('args'), 'certify', '--api', 'yellow', '--only', 'stop/401', '--', node, 'noting.mjs', ...args).ended;
  expect(await readNotes('args')).toMatchObject([{ args }]);
});

test('the client finds in its environment all that it needs, for each case a mock of its own', async () => {
  const own = { ...named('env'), YELLOW_BASE_URL: 'https://r3.cloud.yellow.ai', OWN: 'kept' };
  await certify('noting.mjs', `${onlyOthers} --jobs 5`, own).ended;
  const notes = (await readNotes('env')).map(({ env }) => env);
  expect(notes.map(({ VF_MOCK_CASE: id }) => id).sort()).toEqual([...others].sort());
  const urls = notes.map(({ VF_MOCK_URL: url }) => url);
  expect(new Set(urls).size).toBe(4);
  for (const [index, env] of notes.entries()) {
    expect(env).toMatchObject({ VIBEFOLLOW_BASE_URL: urls[index], YELLOW_BASE_URL: urls[index], OWN: 'kept' });
    expect(env['VIBEFOLLOW_API_KEY']).toMatch(/^sk_test_/);
    expect(env['YELLOW_API_KEY']).toMatch(/./);
    expect(env['YELLOW_BOT']).toMatch(/^x\d+$/);
    expect(env['VF_MOCK_RECORDS']).toMatch(/\.ndjson$/);
    await expect(readFile(env['VF_MOCK_RECORDS'] ?? '')).rejects.toThrow('ENOENT');
  }
});

test.each<[string, RecordFormat, number]>([
  ['--seed 1', 'ndjson', 1],
  ['--format csv', 'csv', 1],
  ['--format json --seed 7', 'json', 7],
])('with %s the records are %s of seed %d', async (options, format, seed) => {
  await certify('noting.mjs', `--only delivery/full ${options}`, named(`file${format}`)).ended;
  const [note] = await readNotes(`file${format}`);
  expect(note?.records).toBe(toFile(generateRecords({ api: 'vibefollow', count: 1000, seed }), format, 'vibefollow'));
  expect(note?.env['VF_MOCK_RECORDS']).toMatch(new RegExp(`\\.${format}$`));
});

test('all reports are written at once, and say the same', async () => {
  const names = { json: 'a.json', junit: 'a.xml', html: 'a.html', markdown: 'a.md' };
  const files = Object.entries(names).map(([kind, name]) => `--report ${kind}=${name}`);
  const only = ['delivery/one-record', 'records/names-rejected', 'retry/500'].map((id) => `--only ${id}`);
  const { code, stdout } = await certify('hopeful.mjs', [...only, ...files].join(' ')).ended;
  expect(code).toBe(1);
  const read = async (name: string): Promise<string> => readFile(join(folderOf(), name), 'utf8');

  const report = JSON.parse(await read('a.json')) as CertifyReport;
  expect(report).toMatchObject({ api: 'vibefollow', client: `${node} hopeful.mjs`, passed: false, notRun: [] });
  expect(report.cases.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'failed']);

  const suite = parseJUnit(await read('a.xml'));
  expect(['testcase', 'failure', 'skipped'].map((name) => suite.getElementsByTagName(name).length)).toEqual([3, 1, 0]);

  const html = await read('a.html');
  expect(html).toMatch(/^<!doctype html>/i);
  const markdown = await read('a.md');
  expect(markdown).toMatch(/^## vf-mock certify vibefollow\n\n\*\*FAILED: MUST 1 of 2, SHOULD 0 of 1, in/);
  for (const { id, level } of report.cases) {
    expect(stdout).toContain(id.slice(id.indexOf('/') + 1));
    expect(html).toContain(`data-case="${id}"`);
    expect(markdown).toContain(`\n| ${id} | ${level} | `);
  }
});

test('two at once do not disturb each other', async () => {
  const ends = ['hopeful.mjs', 'noting.mjs', 'hopeful.mjs'].map(
    async (file) => (await certify(file, '--only delivery/', named('two')).ended).code,
  );
  expect(await Promise.all(ends)).toEqual([0, 1, 0]);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s ends it with the client, which takes no signal, writes the unfinished report, and exits with %i',
  async (signal, exitCode) => {
    const file = join(folderOf(), `${signal}.pid`);
    const temporary = { TMPDIR: folderOf() };
    const args = [
      '--api',
      'yellow',
      '--only',
      'stop/401',
      '--report',
      `json=${signal}.json`,
      '--',
      node,
      'stubborn.mjs',
    ];
    const { stop, ended } = run(temporary, 'certify', ...args, file);
    const pid = Number(await vi.waitFor(async () => readFile(file, 'utf8'), { timeout: 30_000 }));
    expect(await findProcesses(pid)).toHaveLength(1);
    stop(signal);
    const { code, stdout, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
    expect(stdout).toMatch(
      /\n\nThe suite was stopped\.\nNot run: stop\/401\n\nUNFINISHED: 0 of 1 case, MUST 0 of 0, SHOULD 0 of 0, in [\d.]+ s\n$/,
    );
    expect(await findProcesses(pid)).toEqual([]);
    const report = JSON.parse(await readFile(join(folderOf(), `${signal}.json`), 'utf8')) as CertifyReport;
    expect(report).toMatchObject({ finished: false, passed: false, cases: [], notRun: ['stop/401'] });
    expect((await readdir(folderOf())).filter((name) => name.startsWith('vf-mock-certify-'))).toEqual([]);
  },
);

/** Sets the file to which a client writes its notes. */
function named(name: string): Readonly<Record<string, string>> {
  return { NOTES: name };
}

function toWords(line: string): string[] {
  return line.trim().split(/ +/).slice(0, 3);
}
