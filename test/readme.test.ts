import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { serve } from 'vf-mock/express';
import { createMock, documents, scenarios, type MockOptions } from 'vf-mock';

const root = new URL('../', import.meta.url);
const paths = (await readdir(new URL('docs/', root))).filter((name) => name.endsWith('.md'));
const pages = await Promise.all(
  ['README.md', ...paths.map((name) => `docs/${name}`)].map(async (path) => readFile(new URL(path, root), 'utf8')),
);
const all = pages.join('\n');
const blocks = [...all.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, code = '']) => ({ language, code }));
const commands = [...new Set(blocks.filter(({ language }) => language === 'sh').map(({ code }) => code.trim()))];

test('every TypeScript example is a file in test/examples or test/stories, where the tests run it', async () => {
  const folders = ['examples/', 'stories/'].map((name) => new URL(name, import.meta.url));
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => new URL(name, folder))),
  );
  const tests = names.flat().filter(({ pathname }) => pathname.endsWith('.test.ts'));
  const files = await Promise.all(tests.map(async (file) => readFile(file, 'utf8')));
  const examples = blocks.filter(({ language }) => language === 'ts').map(({ code }) => code);
  expect(examples.toSorted()).toEqual(files.toSorted());
});

test.each(commands.filter((command) => command.startsWith('curl')))('this works as it stands: %s', async (command) => {
  const mock = createMock();
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  const { stdout } = await promisify(execFile)('bash', ['-c', command.replace('http://127.0.0.1:4010', server.url)]);
  expect(stdout).toMatch(
    /"accepted":1,"rejected":1|"message":"","data":"[\w-]{21}"|"message":"Fetched users successfully"|"faults":\[|"done":true|"version":1,|"exchanges":\[|"calls":\[|"version":"1.2"|"passed":(?:true|null)|"missing":\[|"counts":\{|"idle":500|"records":\[|"users":\[/,
  );
  const isAdmin = command.includes('/__admin/');
  expect(mock.journal.exchanges()).toMatchObject(isAdmin ? [] : [{ status: 200 }]);
});

test('the other commands are those that CI runs', () => {
  const others = commands.filter((command) => !command.startsWith('curl')).map((command) => command.split(' #')[0]);
  const install = 'npm install --save-dev vf-mock msw vitest';
  expect(others).toEqual(['npx vf-mock', install, 'npm ci && npm start', 'npm ci && npm test']);
});

const yaml = blocks.filter(({ language }) => language === 'yaml').map(({ code }) => parse(code) as object);

test('the configuration files are such', () => {
  const files = yaml.filter((file) => !('jobs' in file)) as MockOptions[];
  const options = files.map((file) => createMock(file).options);
  const [scenario, migrated] = options.filter(({ faults }) => faults.length > 0);
  expect(scenario?.faults).toHaveLength(2);
  expect(migrated?.faults).toMatchObject([{ fault: { status: 429 } }, { fault: { kind: 'reset' } }]);
  expect(options.find(({ faults }) => faults.length === 0)).toMatchObject({
    seed: 7,
    vibefollow: { drainRate: 500 },
    yellow: { invalidRecord: 'skip', processingTime: 2000 },
  });
  expect(options).toHaveLength(3);
});

test('the workflow certifies a client, and keeps its reports whatever comes of it', () => {
  const workflows = yaml.filter((file) => 'jobs' in file) as { jobs: { certify: { steps: Step[] } } }[];
  const { steps } = workflows[0]?.jobs.certify ?? { steps: [] };
  const at = steps.findIndex(({ run = '' }) => run.startsWith('npx vf-mock certify --api vibefollow '));
  expect(at).toBeGreaterThan(0);
  expect(steps.slice(at + 1).map((step) => step.if)).toEqual(['always()', 'always()']);
});

interface Step {
  readonly run?: string;
  readonly if?: string;
}

test('every scenario is named', () => {
  for (const name of Object.keys(scenarios)) expect(all).toContain(`\`${name}\``);
});

test('every question of the sources is answered', () => {
  for (const [prefix, count] of [
    ['VF', 11],
    ['YE', 13],
  ] as const) {
    for (let number = 1; number <= count; number += 1) expect(all).toMatch(new RegExp(`\\| ${prefix}-${number} +\\|`));
  }
});

test('every operation and every option has its row', () => {
  const operations = [documents.vibefollow, documents.yellow].flatMap(({ paths }) => Object.keys(paths));
  for (const path of operations) expect(all).toContain(`${path}\``);
  const { options } = createMock();
  for (const name of Object.keys(options.vibefollow)) expect(all).toContain(`\`vibefollow.${name}\``);
  for (const name of Object.keys(options.yellow)) expect(all).toContain(`\`yellow.${name}\``);
});
