import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { run, useFiles } from './_cli.ts';

useFiles({});

const folder = new URL('../docs/examples/', import.meta.url);
const names = (await readdir(folder)).sort();

test('vf-mock examples lists the clients with what each does', async () => {
  const { code, stdout, stderr } = await run('examples').ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/^\S+\.\S+$/gm)).toEqual(names);
  expect(stdout).toContain('yellow-job.py\n  Imports the users of an NDJSON file into Yellow.ai.\n');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test.each(names)('vf-mock examples %s prints it', async (name) => {
  const { code, stdout } = await run('examples', name).ended;
  expect(code).toBe(0);
  expect(stdout).toBe(await readFile(new URL(name, folder), 'utf8'));
});

test('an example that does not exist is refused with the nearest name', async () => {
  const { code, stdout, stderr } = await run('examples', 'yellow-job').ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Use one of vibefollow-job.mts, vibefollow-job.sh, yellow-job.mts, yellow-job.py.');
});
