import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, expect, inject, test } from 'vitest';
import { runToEnd } from '../../scripts/processes.ts';
import { entries, withPeers } from './_package.ts';

const tarball = Uint8Array.from(readFileSync(inject('tarball')));
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('are-the-types-wrong finds nothing', async () => {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  if (result.types === false) throw new Error('The package has no types.');
  expect(Object.keys(result.entrypoints)).toEqual(expect.arrayContaining(['.', './msw']));
  // The package is ESM only. Every Node that it runs on can require that, and none resolves as Node 10 did.
  const foreign = ['node10', 'node16-cjs'];
  const problems = result.problems.filter(
    (problem) => !('resolutionKind' in problem && foreign.includes(problem.resolutionKind)),
  );
  expect(problems).toEqual([]);
});

beforeAll(() => {
  for (const entry of entries) {
    const code = `import * as all from '${entry}';
      // @ts-expect-error It has types of its own, and is not \`any\`.
      export const wrong: number = all;`;
    writeFileSync(join(withPeers, toFile(entry)), code);
  }
});

test.for([
  '--module node16 --moduleResolution node16',
  '--module nodenext --moduleResolution nodenext',
  '--module esnext --moduleResolution bundler',
])('every export has sound types under %s', async (way) => {
  const flags = ['--noEmit', '--strict', '--target', 'es2023', '--types', 'node', ...way.split(' ')];
  // The types of @mswjs/data are not sound in themselves.
  const sound = entries.filter((entry) => entry !== 'vf-mock/data');
  await runToEnd(process.execPath, [tsc, ...flags, '--skipLibCheck', 'false', ...sound.map(toFile)], withPeers);
  await runToEnd(process.execPath, [tsc, ...flags, '--skipLibCheck', 'true', toFile('vf-mock/data')], withPeers);
});

function toFile(entry: string): string {
  return `${entry.replace('/', '-')}.mts`;
}
