import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { compareDocuments } from '../scripts/drift/compare.ts';
import { findDocument } from '../scripts/drift/find.ts';
import { toReport } from '../scripts/drift/print.ts';
import { runDrift } from '../scripts/drift/program.ts';
import { at, load, tell } from './_drift.ts';

const documents = fileURLToPath(new URL('documents/', import.meta.url));
const version = 'openapi: 3.1.0\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vf-mock-drift-'));
  const yellow = load('yellow');
  const files = {
    'yellow.json': JSON.stringify(yellow),
    'fewer.yaml': stringify({ ...yellow, paths: { '/cdp/api/v1/event': at(yellow, 'paths /cdp/api/v1/event') } }),
    'swagger.yaml': 'swagger: "2.0"\npaths: {}\n',
    'newer.json': '{ "openapi": "3.2.0", "paths": {} }',
    'number.yaml': 'openapi: 3.1\npaths: {}\n',
    'text.txt': 'hello',
    'empty.yaml': '',
    'other.json': '{ "a": 1 }',
    'broken.yaml': `${version}paths: [1, {a]\n`,
    'endless.yaml': `${version}paths: &a { b: *a }\n`,
    'pathless.yaml': version,
    'elsewhere.yaml': `${version}servers: [{ url: /v2 }]\npaths: { /users: { get: {} } }\n`,
    'nothing.yaml': `${version}paths: {}\n`,
    'dangling.yaml': `${version}paths: { /users: { get: { responses: { 200: { $ref: '#/components/none' } } } } }\n`,
    'main.yaml': `${version}paths: { /api/v1/users: { $ref: 'users.yaml#/users' } }\n`,
    'users.yaml': 'users: { post: { deprecated: true } }\n',
    'folders.yaml': `${version}paths: { /a: { $ref: 'a/path.yaml' }, /b: { $ref: 'b/path.yaml' } }\n`,
    ...toPathFiles('a', 'type: string'),
    ...toPathFiles('b', 'type: integer'),
    'hollow.yaml': `${version}paths: { /a: { $ref: 'c/path.yaml' } }\n`,
    'c/path.yaml': "post: { $ref: '../a/none.yaml' }\n",
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
});
afterAll(async () => rm(folder, { recursive: true }));

/** The files of a path. Each part of them has a file, with the same name in each folder. */
function toPathFiles(place: string, schema: string): Record<string, string> {
  const json = (name: string): string => `content: { application/json: { schema: { $ref: '${name}' } } }`;
  return {
    [`${place}/path.yaml`]: `{ post: { requestBody: { ${json('record.yaml')} }, responses: { 200: { $ref: answer.yaml } } } }`,
    [`${place}/record.yaml`]: `{ properties: { email: { $ref: shared/email.yaml } } }`,
    [`${place}/shared/email.yaml`]: schema,
    [`${place}/answer.yaml`]: `{ description: ${place}, ${json('shared/email.yaml')} }`,
  };
}

const allowed = 'Give the path of an OpenAPI document of version 3.0 or 3.1, YAML or JSON.';
const base = 'Compare it all the same with --api vibefollow or --api yellow.';

test.each([
  ['none.yaml', `there is no such file. ${allowed}`],
  ['', `Expected a file but received a folder at FOLDER. ${allowed}`],
  ['swagger.yaml', `it is Swagger "2.0". ${allowed}`],
  ['newer.json', `it is OpenAPI "3.2.0". ${allowed}`],
  ['number.yaml', `Invalid OpenAPI version: should be a string but got "number". ${allowed}`],
  ['text.txt', `Document must be JSON object, got string. ${allowed}`],
  ['empty.yaml', `Document must be JSON object, got undefined. ${allowed}`],
  ['other.json', `Unsupported specification. ${allowed}`],
  [
    'broken.yaml',
    `it is no YAML or JSON: missed comma between flow collection entries in "FOLDER/broken.yaml" (2:14). ${allowed}`,
  ],
  ['endless.yaml', `it holds itself without end. ${allowed}`],
  ['pathless.yaml', `it has no paths. ${allowed}`],
  [
    'elsewhere.yaml',
    `it has no operation in common with openapi/vibefollow.yaml or openapi/yellow.yaml; its first is GET /v2/users. ${base}`,
  ],
  [
    'nothing.yaml',
    `it has no operation in common with openapi/vibefollow.yaml or openapi/yellow.yaml; it has none. ${base}`,
  ],
  [
    'dangling.yaml',
    "Can't resolve $ref at #/paths/~1users/get/responses/200. Give it with all files that it refers to.",
  ],
  [
    'hollow.yaml',
    "Can't resolve $ref: ENOENT: no such file or directory 'FOLDER/a/none.yaml' at c/path.yaml#/post. Give it with all files that it refers to.",
  ],
])('%s cannot be compared: %s', async (name, problem) => {
  const file = join(folder, name);
  const error = await findDocument(file).catch((thrown: unknown) => thrown as Error);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message.replace(/FOLDER\/?(?=\.)/, '')).toBe(
    `Failed to compare ${file}: ${problem.replace('FOLDER', folder)}`,
  );
});

test('ours is the one that shares operations, or the one that is asked for', async () => {
  expect((await findDocument(join(folder, 'fewer.yaml'))).name).toBe('openapi/yellow.yaml');
  expect((await findDocument(join(folder, 'fewer.yaml'), 'yellow')).name).toBe('openapi/yellow.yaml');
  // The named API is used even if the documents share no operation.
  expect((await findDocument(join(folder, 'fewer.yaml'), 'vibefollow')).name).toBe('openapi/vibefollow.yaml');
  await expect(findDocument('any.yaml', 'yelow')).rejects.toThrow(
    'unknown --api "yelow". Use one of vibefollow, yellow.',
  );
});

test('a document in several files is one', async () => {
  const { ours, theirs } = await findDocument(join(folder, 'main.yaml'));
  expect(compareDocuments(ours, theirs)).toContainEqual({
    breaking: false,
    operation: 'POST /api/v1/users',
    place: 'operation',
    what: 'deprecated',
    was: false,
    is: true,
  });
});

test('equal names of files in different folders are no problem, and each file counts', async () => {
  const { theirs } = await findDocument(join(folder, 'folders.yaml'), 'yellow');
  const toPath = (type: string): object => {
    const content = (schema: object): object => ({ content: { 'application/json': { schema } } });
    const requestBody = content({ properties: { email: { type } } });
    return { post: { requestBody, responses: { 200: { description: '', ...content({ type }) } } } };
  };
  // The same in one file.
  const one = { openapi: '3.1.0', paths: { '/a': toPath('string'), '/b': toPath('integer') } };
  expect(tell(one, theirs)).toEqual([]);
  expect(tell(theirs, one)).toEqual([]);
  expect(await run(folder, 'folders.yaml', '--api', 'yellow')).toMatchObject({ code: 1, stderr: '' });
});

test('a report says once what several operations and statuses share, at 80 columns', () => {
  const theirs = load('yellow');
  at(theirs, 'components schemas ErrorBody properties error')['pattern'] = 'x'.repeat(90);
  delete at(theirs, 'components responses TooManyRequests headers')['Retry-After'];
  delete at(theirs, 'paths')['/cdp/api/v1/user/{userId}'];
  const report = toReport(compareDocuments(load('yellow'), theirs), 'theirs', 'ours');
  expect(report).toBe(`theirs against ours: 2 breaking changes, 2 other

BREAKING

POST /cdp/api/v1/user/create-bulk
GET /cdp/api/v1/user/create-bulk
POST /cdp/api/v1/user
GET /cdp/api/v1/user
POST /cdp/api/v1/event
GET /cdp/api/v1/event
  429 header.Retry-After  removed

GET /cdp/api/v1/user/{userId}
PUT /cdp/api/v1/user/{userId}
DELETE /cdp/api/v1/user/{userId}
  operation  removed

OTHER

POST /cdp/api/v1/user/create-bulk
POST /cdp/api/v1/user
POST /cdp/api/v1/event
  400,413,415,429,500,503.error
    pattern none -> ${'x'.repeat(60)}
    ${'x'.repeat(30)}

GET /cdp/api/v1/user/create-bulk
GET /cdp/api/v1/user
GET /cdp/api/v1/event
  400,413,429,500,503.error
    pattern none -> ${'x'.repeat(60)}
    ${'x'.repeat(30)}`);
});

test('what a document says cannot write into a terminal', () => {
  const report = toReport(
    [{ breaking: true, operation: 'GET /\u001b[2J', place: 'a\n', what: 'type', is: '\u009b' }],
    'a',
    'b',
  );
  expect(report).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('the command lists what is different, as in its documentation, and exits with 1', async () => {
  const { code, stdout, stderr } = await runProcess(documents, 'vendor.yaml');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const page = await readFile(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');
  expect(page).toContain(`$ npm run --silent drift -- vendor.yaml\n${stdout}\`\`\`\n`);
  expect(stdout).toContain('  body.users  maxItems 1000 -> 500\n');
});

test('--json prints the same as data', async () => {
  const { code, stdout } = await run(documents, 'vendor.yaml', '--json');
  expect(code).toBe(1);
  const { changes, ...files } = JSON.parse(stdout) as { changes: unknown[] };
  expect(files).toEqual({ file: 'vendor.yaml', against: 'openapi/vibefollow.yaml' });
  const change = { operation: 'POST /api/v1/users/bulk', place: 'body.users', what: 'maxItems', was: 1000, is: 500 };
  expect(changes).toContainEqual({ breaking: true, ...change });
});

test('the command exits with 0 where there is no difference', async () => {
  const stdout = 'No difference: yellow.json says the same as openapi/yellow.yaml.\n';
  expect(await run(folder, 'yellow.json')).toEqual({ code: 0, stdout, stderr: '' });
});

test.each([
  [['none.yaml'], `Failed to compare none.yaml: there is no such file. ${allowed}`],
  [['vendor.yaml', 'another.yaml'], 'too many arguments. Expected 1 argument but got 2. See npm run drift -- --help.'],
  [['--jsn', 'vendor.yaml'], "unknown option '--jsn' (Did you mean --json?) See npm run drift -- --help."],
])('the command says in one line that it cannot do %j, and exits with 2', async (args, line) => {
  expect(await run(documents, ...args)).toEqual({ code: 2, stdout: '', stderr: `drift: ${line}\n` });
});

test('the command prints its usage when it is asked to, and when it is asked for nothing', async () => {
  const [asked, bare] = [await run(documents, '--help'), await run(documents)];
  expect(asked).toMatchObject({ code: 0, stderr: '' });
  expect(asked.stdout).toMatch(/^Usage: npm run drift -- \[options\] <file>\n[^]*^Exit codes: 0 .*, 1 .*, 2 /m);
  expect(bare).toMatchObject({ code: 2, stdout: '' });
  expect(bare.stderr).toMatch(/^Usage: npm run drift -- \[options\] <file>\n/);
});

/** Runs the command in this process. */
async function run(cwd: string, ...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const toOutput = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (printed[name] += text) });
  const code = await runDrift(args, { stdout: toOutput('stdout'), stderr: toOutput('stderr'), cwd: () => cwd });
  return { code, ...printed };
}

async function runProcess(
  cwd: string,
  ...args: readonly string[]
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const script = fileURLToPath(new URL('../scripts/drift.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...args], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close') as Promise<[code: unknown]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
