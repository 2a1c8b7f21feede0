import { once } from 'node:events';
import { expect, test } from 'vitest';
import { generateRecords } from 'vf-mock/certify';
import { run, runProcess, useProcesses } from './_cli.ts';
import { countUsers, parseCsv, sendAll, toFile } from './_records.ts';
import { apiNames, open } from './_setup.ts';

useProcesses();

test('vf-mock records prints a thousand valid users of VibeFollow, a line each', async () => {
  const { code, stdout, stderr } = await run('records').ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(toFile(generateRecords({ api: 'vibefollow', count: 1000 }), 'ndjson', 'vibefollow'));
});

test('--count, --invalid and --seed say how many there are, and which the API rejects', async () => {
  const { stdout } = await run('records', '--count', '2500', '--invalid', '0.01', '--seed', '7').ended;
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(2500);
  const records = [...generateRecords({ api: 'vibefollow', count: 2500, invalid: 0.01, seed: 7 })];
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records.map(({ record }) => record));
  const bench = await open();
  expect(await sendAll(bench, 'vibefollow', records)).toHaveLength(25);
  expect(countUsers(bench, 'vibefollow')).toBe(2475);
});

test.each(apiNames)('--format says how users of %s are written', async (api) => {
  const [csv, json] = await Promise.all(
    ['csv', 'json'].map(async (format) => (await run('records', '--api', api, '--format', format).ended).stdout),
  );
  const records = [...generateRecords({ api, count: 1000 })].map(({ record }) => record);
  expect(JSON.parse(json ?? '')).toEqual(records);
  const ids = parseCsv(csv ?? '').map((row) => row['external_user_id'] ?? row['userId']);
  expect(ids).toEqual(records.map((record) => record['external_user_id'] ?? record['userId']));
});

test('a reader that goes away ends it without a word', async () => {
  const { child, ended } = runProcess('records', '--count', '10000000');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('--help explains every option, 80 columns wide', async () => {
  const { code, stdout, stderr } = await run('records', '--help').ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const name of ['api', 'count', 'invalid', 'seed', 'format']) {
    expect(stdout).toMatch(new RegExp(`^  --${name} <\\w+> +\\w`, 'm'));
  }
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

const count = "option '--count <number>' argument";
const share = "option '--invalid <share>' argument";
const seed = "option '--seed <number>' argument";

test.each([
  ['--api blue', "option '--api <name>' argument 'blue' is invalid. Use one of vibefollow, yellow."],
  ['--count 0', `${count} '0' is invalid. Use a number from 1 to 10000000.`],
  ['--count 10000001', `${count} '10000001' is invalid. Use a number from 1 to 10000000.`],
  ['--count many', `${count} 'many' is invalid. Use a whole number.`],
  ['--invalid 1.01', `${share} '1.01' is invalid. Use a share from 0 to 1, such as 0.01.`],
  ['--invalid 1%', `${share} '1%' is invalid. Use a share from 0 to 1, such as 0.01.`],
  ['--invalid=', `${share} '' is invalid. Use a share from 0 to 1, such as 0.01.`],
  ['--seed -1', `${seed} '-1' is invalid. Use a number from 0 to 4294967295.`],
  ['--seed 4294967296', `${seed} '4294967296' is invalid. Use a number from 0 to 4294967295.`],
  ['--format xml', "option '--format <kind>' argument 'xml' is invalid. Use one of ndjson, csv, json."],
  ['all', "too many arguments for 'records'. Expected 0 arguments but got 1."],
])('vf-mock records %s is refused in one line', async (args, line) => {
  const { ended } = run('records', ...args.split(' '));
  expect(await ended).toEqual({ code: 2, stdout: '', stderr: `vf-mock: ${line}\n` });
});
