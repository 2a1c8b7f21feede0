import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = ['src', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'tsdown.config.ts'];

let copy = '';
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'vf-mock-build-'));
  onTestFinished(async () => rm(copy, { recursive: true }));
  for (const name of sources) await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
});

test('the build that npm start runs prints nothing', async () => {
  expect(await build()).toEqual({ code: 0, printed: '' });
  expect(existsSync(join(copy, 'dist/cli.js'))).toBe(true);
});

test('a build that fails says where, and ends with 1', async () => {
  await writeFile(join(copy, 'src/index.ts'), 'export const broken: number = ;');
  const { code, printed } = await build();
  expect(printed).toContain('src/index.ts:1:31');
  expect(code).toBe(1);
});

/** Runs the first half of `npm start`. */
async function build(): Promise<{ code: number; printed: string }> {
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'build'], { cwd: copy }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), printed: stdout + stderr });
    });
  });
}
