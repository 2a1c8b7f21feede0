import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';

test('without @mswjs/data the import says what to install', async () => {
  expect(await importWith({})).toMatchObject({
    message: 'vf-mock/data needs @mswjs/data: npm install --save-dev @mswjs/data',
    cause: 'ERR_MODULE_NOT_FOUND',
  });
});

test('an @mswjs/data that itself lacks something fails as it does', async () => {
  const files = { 'package.json': '{ "main": "index.js" }', 'index.js': "require('lodash');" };
  expect(await importWith(files)).toMatchObject({ message: expect.stringContaining("'lodash'") as string });
});

/** Imports `vf-mock/data` with these files in place of @mswjs/data. Returns the error. */
async function importWith(files: Record<string, string>): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'vf-mock-peer-'));
  onTestFinished(async () => rm(folder, { recursive: true }));
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/data/database.ts', import.meta.url))],
    outfile: join(folder, 'data.mjs'),
    external: ['@mswjs/data'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
  });
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, 'node_modules/@mswjs/data', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const code = `import('./data.mjs').catch(({ message, cause }) => {
    console.log(JSON.stringify({ message, cause: cause?.code }));
  });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', code], { cwd: folder });
  return JSON.parse(stdout);
}
