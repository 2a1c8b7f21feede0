import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, expect, inject, test } from 'vitest';
import { runToEnd } from '../../scripts/processes.ts';
import { entries, required, withMsw3, withPeers } from './_package.ts';

const tarball = Uint8Array.from(readFileSync(inject('tarball')));
const generator = fileURLToPath(new URL('../bin/cli.js', import.meta.resolve('openapi-typescript')));
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('are-the-types-wrong finds nothing', async () => {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  if (result.types === false) throw new Error('The package has no types.');
  expect(Object.keys(result.entrypoints)).toEqual(expect.arrayContaining(['.', './msw']));
  const isAllowed = (entry: string): boolean => !required.includes(entry.replace('.', 'vf-mock'));
  const problems = result.problems.filter(
    (problem) =>
      !('resolutionKind' in problem && problem.resolutionKind === 'node16-cjs' && isAllowed(problem.entrypoint)),
  );
  expect(problems).toEqual([]);
});

beforeAll(() => {
  for (const entry of entries) {
    const code = `import * as all from '${entry}';
      // @ts-expect-error It has types of its own, and is not \`any\`.
      export const wrong: number = all;`;
    for (const kind of ['mts', 'cts']) writeFileSync(join(withPeers, toFile(entry, kind)), code);
  }
  for (const folder of [withPeers, withMsw3]) {
    for (const kind of kinds) writeFileSync(join(folder, `handlers.${kind}`), handlersConsumer);
  }
});

// The types of @mswjs/data are not sound in themselves.
test.for([
  ['mts', '--module node16 --moduleResolution node16', entries],
  ['mts', '--module nodenext --moduleResolution nodenext', entries],
  ['mts', '--module esnext --moduleResolution bundler', entries],
  ['cts', '--module node16 --moduleResolution node16', required.filter((entry) => entry !== 'vf-mock/msw')],
  ['cts', '--module nodenext --moduleResolution nodenext', required],
] as const)('every export has sound types for .%s files under %s', async ([kind, way, taken]) => {
  const sound = taken.filter((entry) => entry !== 'vf-mock/data').map((entry) => toFile(entry, kind));
  await compile(withPeers, way, '--skipLibCheck', 'false', ...sound);
  if (taken === entries) await compile(withPeers, way, '--skipLibCheck', 'true', toFile('vf-mock/data', kind));
});

/** What `npm init` makes is a CommonJS package, so a `.ts` file is CommonJS where that matters. */
const kinds = ['ts', 'mts', 'cts'];
const handlersConsumer = `import { http, HttpResponse } from 'msw';
  import { setupServer } from 'msw/node';
  import { createMock } from 'vf-mock';
  import { handlers } from 'vf-mock/msw';
  export const server = setupServer(...handlers(createMock()), http.get('https://other.example', () => HttpResponse.json()));
  server.use(...handlers(createMock(), 'https://staging.example'));
  // @ts-expect-error It is a type of its own, and not \`any\`.
  export const wrong: number = handlers(createMock());`;

// msw 3 consists of ES modules. TypeScript does not find them as Node 10 did, and does not require them as Node 16 did.
test.for([
  ['msw 2', '--module nodenext', kinds],
  ['msw 2', '--module node16', kinds],
  ['msw 2', '--module esnext --moduleResolution bundler', kinds],
  ['msw 2', '--module preserve', kinds],
  ['msw 2', '--module commonjs --moduleResolution node10', kinds],
  ['msw 3', '--module nodenext', kinds],
  ['msw 3', '--module node16', ['mts']],
  ['msw 3', '--module esnext --moduleResolution bundler', kinds],
  ['msw 3', '--module preserve', kinds],
] as const)('setupServer of %s takes the handlers under %s in files %s', async ([peer, way, files]) => {
  const folder = peer === 'msw 2' ? withPeers : withMsw3;
  await compile(folder, way, '--skipLibCheck', 'true', ...files.map((kind) => `handlers.${kind}`));
});

test('types that a user generates from the documents are those of vf-mock/types', async () => {
  const documents = join(withPeers, 'node_modules/vf-mock/openapi');
  for (const api of ['vibefollow', 'yellow']) {
    const target = ['--output', join(withPeers, `${api}.d.ts`)];
    await runToEnd(process.execPath, [generator, join(documents, `${api}.yaml`), ...target], withPeers);
    const code = `import type { ${api} } from 'vf-mock/types';
      import type { operations, paths } from './${api}.d.ts';
      export const given = (all: paths, each: operations): [${api}.paths, ${api}.operations] => [all, each];
      export const taken = (all: ${api}.paths, each: ${api}.operations): [paths, operations] => [all, each];
      // @ts-expect-error The types say what a user is.
      export const wrong: ${api}.UserRecord = { tags: 1, external_user_id: 1 };`;
    writeFileSync(join(withPeers, `${api}-own.mts`), code);
    await compile(withPeers, '--module nodenext', `${api}-own.mts`);
  }
});

async function compile(folder: string, way: string, ...args: readonly string[]): Promise<string> {
  const flags = ['--noEmit', '--strict', '--target', 'es2023', '--types', 'node', ...way.split(' ')];
  return runToEnd(process.execPath, [tsc, ...flags, ...args], folder);
}

function toFile(entry: string, kind: string): string {
  return `${entry.replace('/', '-')}.${kind}`;
}
