import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

// `npm run contract` checks the unchanged implementation before it runs these tests.

test('a field that the implementation leaves out of an answer is found, with operation, status and field', async () => {
  const copy = await toCopy('src/vibefollow/operations.ts', /meta: \{ received[^}]*\}/, '...({} as { meta: never })');
  const { code, stdout } = await check(copy, 'vibefollow');
  expect(toBlock(stdout, 'bulkUpsertUsers')).toMatch(
    /^ {2}200 +NOT conforming .*\n {4}required properties only: Response body must have required property 'meta'$/m,
  );
  expect(toBlock(stdout, 'upsertUser')).not.toContain('NOT');
  expect(code).toBe(1);
});

test('a field of another type is found', async () => {
  const copy = await toCopy('src/yellow/operations.ts', 'data: { userId }', 'data: { userId: 7 as never }');
  const { code, stdout } = await check(copy, 'yellow');
  expect(toBlock(stdout, 'deleteUser')).toContain('Response body property data.userId must be string');
  expect(code).toBe(1);
});

test('a field of which the document says only that it is there is found', async () => {
  const copy = await toCopy('src/yellow/store.ts', 'createdAt: toIso(createdAt), ', '');
  const { code, stdout } = await check(copy, 'yellow');
  expect(toBlock(stdout, 'addUser').replaceAll(/\s+/g, ' ')).toContain(
    "required properties only: Response body property data must have required property 'createdAt'",
  );
  expect(code).toBe(1);
});

test('a status that the document does not have any more is found', async () => {
  const copy = await toCopy('openapi/vibefollow.yaml', / {8}'422': .*\n/, '');
  const { code, stdout } = await check(copy, 'vibefollow');
  expect(toBlock(stdout, 'upsertUser').replaceAll(/\s+/g, ' ')).toContain(
    'Unable to match the returned status code with those defined in the document: 202,400,401,403,409,413,415,429,500,503',
  );
  expect(toBlock(stdout, 'trackEvent')).not.toContain('NOT');
  expect(code).toBe(1);
});

test('a documented status that nothing meets is found', async () => {
  const copy = await toCopy(
    'src/generated/vibefollow.json',
    /(?<="operationId": "upsertUser".*?"responses": \{)/s,
    '"418": { "$ref": "#/components/responses/Malformed" },',
  );
  const { code, stdout } = await check(copy, 'vibefollow');
  expect(stdout).toContain('upsertUser 418 is documented, and no case has met it.');
  expect(code).toBe(1);
});

test('an example that Prism cannot answer is found', async () => {
  const copy = await toCopy(
    'src/generated/vibefollow.json',
    '"message": "Too many requests"',
    '"message": "Too few requests"',
  );
  const { code, stdout } = await check(copy, 'vibefollow');
  expect(stdout).toMatch(/^upsertUser code=429, example=rateLimited: Prism answers .*Too many requests/m);
  expect(code).toBe(1);
});

/** The sources with one place changed. */
async function toCopy(file: string, place: RegExp | string, replacement: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'vf-mock-contract-'));
  onTestFinished(async () => rm(copy, { recursive: true }));
  for (const name of ['src', 'openapi', 'scripts', 'package.json', 'tsconfig.json']) {
    await cp(join(root, name), join(copy, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  const text = await readFile(join(copy, file), 'utf8');
  const changed = text.replace(place, replacement);
  expect(changed).not.toBe(text);
  await writeFile(join(copy, file), changed);
  return copy;
}

async function check(folder: string, ...names: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    const args = ['--import', 'tsx', 'scripts/contract.ts', ...names];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      expect(stderr).toBe('');
      resolve({ code: Number(error?.code ?? 0), stdout });
    });
  });
}

/** The printed lines of an operation. */
function toBlock(stdout: string, operation: string): string {
  return stdout.split('\n\n').find((block) => block.startsWith(`${operation}\n`)) ?? '';
}
