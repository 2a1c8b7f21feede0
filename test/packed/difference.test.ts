import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject, onTestFinished, test } from 'vitest';
import { root } from '../../scripts/packed.ts';
import { launch } from '../../scripts/processes.ts';

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly Result[] }[];
}

interface Result {
  readonly status: string;
  readonly title: string;
}

test('where the package lacks a check that the sources have, its tests fail', async () => {
  const folder = await toCopy('if (malformed) {', 'if (false) {');
  const { numPassedTests, testResults } = await runOn(folder, 'test/bad-input.test.ts');
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.filter(({ title }) => !title.includes('%'))).toEqual([]);
  expect(numPassedTests).toBeGreaterThan(200);
});

/** The installed package with one place changed. */
async function toCopy(place: string, replacement: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'vf-mock-difference-'));
  onTestFinished(async () => rm(copy, { recursive: true }));
  await cp(join(inject('installed'), 'node_modules'), join(copy, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const core = join(copy, 'node_modules/vf-mock/dist/core.js');
  const code = await readFile(core, 'utf8');
  expect(code).toContain(place);
  await writeFile(core, code.replace(place, replacement));
  return copy;
}

/** Runs tests on the package that is installed in a folder. */
async function runOn(folder: string, file: string): Promise<Report> {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/packed/vitest.config.ts',
    '--reporter',
    'json',
  ];
  const { stdout } = launch(process.execPath, [...args, file], root, { ...process.env, VF_MOCK_INSTALLED: folder });
  return JSON.parse(await text(stdout)) as Report;
}
