// Fills README.md and other pages with examples from test/examples/, tables of facts, and command output.
import { execFile } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { toCases } from '../src/certify/certify.ts';
import { runProgram } from '../src/cli/program.ts';
import { factsOf } from '../src/openapi/facts.ts';
import { apiNames, documents } from '../src/openapi/router.ts';
import { rules } from '../src/rules/verdicts.ts';
import { libraryClients } from '../test/clients/libraries/table.ts';
import { compareDocuments } from './drift/compare.ts';
import { findDocument } from './drift/find.ts';
import { toReport } from './drift/print.ts';

interface Schema {
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: object;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly 'x-rate-limit'?: { readonly requests: number };
  readonly 'x-records'?: { readonly property?: string };
}

const root = new URL('../', import.meta.url);

export async function writeReadme(): Promise<void> {
  const pages = (await readdir(new URL('docs/', root))).filter((name) => name.endsWith('.md'));
  const paths = [
    'README.md',
    'CONTRIBUTING.md',
    ...pages.map((name) => `docs/${name}`),
    'test/clients/libraries/README.md',
  ];
  const files = paths.map((path) => new URL(path, root));
  await Promise.all(files.map(writePage));
}

async function writePage(file: URL): Promise<void> {
  const page = await readFile(file, 'utf8');
  const parts = page.split(/(?<=<!-- (?:example|story|output|table|help|drift): [^>]+ -->\n)/);
  if (parts.length === 1) return;
  const filled = await Promise.all(parts.map(async (part, at) => (at === 0 ? part : fill(parts[at - 1] ?? '', part))));
  const config = await resolveConfig(file);
  await writeFile(file, await format(filled.join(''), { ...config, parser: 'markdown' }));
}

/** Replaces the block after a marker with the text that the marker asks for. */
async function fill(before: string, text: string): Promise<string> {
  const [, kind, name = ''] = /<!-- (example|story|output|table|help|drift): ([^>]+) -->\n$/.exec(before) ?? [];
  const rest = text.replace(/^\n*(?:```\w+\n[\s\S]*?\n```\n|(?:\|.*\n)+)/, '');
  return `\n${await toContent(kind, name)}\n${rest}`;
}

async function toContent(kind: string | undefined, name: string): Promise<string> {
  if (kind === 'example') return toExample('examples', name);
  if (kind === 'story') return toExample('stories', name);
  if (kind === 'output') return toOutput(name);
  if (kind === 'help') return toHelp(name);
  if (kind === 'drift') return toDrift(name);
  if (name === 'rules') return toRules();
  if (name === 'cases') return toCaseTable();
  if (name === 'library-clients') return toLibraryClients();
  return name === 'endpoints' ? toEndpoints() : toOptions();
}

async function toExample(folder: 'examples' | 'stories', name: string): Promise<string> {
  const code = await readFile(new URL(`../test/${folder}/${name}`, import.meta.url), 'utf8');
  return `\`\`\`ts\n${code}\`\`\`\n`;
}

const outputs = new Map<string, Promise<string>>();

/** The failure messages of the tests of a story. Each story runs only once. */
async function toOutput(name: string): Promise<string> {
  const output = outputs.get(name) ?? runStory(name);
  outputs.set(name, output);
  return output;
}

async function runStory(name: string): Promise<string> {
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const args = [
    vitest,
    'run',
    '--config',
    'test/stories/vitest.config.ts',
    '--pool',
    'threads',
    '--reporter',
    'json',
    name,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch(
    (error: unknown) => error as { stdout: string },
  );
  const { testResults } = JSON.parse(stdout) as {
    testResults: { assertionResults: { title: string; failureMessages: string[] }[] }[];
  };
  const blocks = testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ title, failureMessages }) =>
      failureMessages.map(
        (message) => `× ${title}\n\n${message.replace(/^Error: /, '').replace(/\n {4}at .*/s, '')}\n`,
      ),
    ),
  );
  if (blocks.length === 0) throw new Error(`No test of the story ${name} failed: ${stdout}`);
  return `\`\`\`text\n${blocks.join('\n')}\`\`\`\n`;
}

async function toHelp(name: string): Promise<string> {
  const stdout = new PassThrough();
  await runProgram([...name.split(' ').slice(1), '--help'], {
    stdout,
    stderr: process.stderr,
    env: {},
    cwd: () => process.cwd(),
    on: () => undefined,
    off: () => undefined,
  });
  return `\`\`\`console\n$ npx ${name} --help\n${await text(stdout.end())}\`\`\`\n`;
}

/** The output of `npm run drift` for a document of the tests. */
async function toDrift(name: string): Promise<string> {
  const file = fileURLToPath(new URL(`../test/documents/${name}`, import.meta.url));
  const { name: own, ours, theirs } = await findDocument(file);
  const report = toReport(compareDocuments(ours, theirs), name, own);
  return `\`\`\`console\n$ npm run --silent drift -- ${name}\n${report}\n\`\`\`\n`;
}

function toRules(): string {
  const rows = rules.map(({ id, level, requirement, source }) => [`\`${id}\``, level, requirement, source]);
  return toTable(['rule', 'level', 'requirement', 'source'], rows);
}

/** The table of cases. A case of both APIs has one row. */
function toCaseTable(): string {
  const rows = new Map<string, { level: string; requirement: string; apis: string[] }>();
  for (const api of apiNames) {
    for (const { id, level, requirement } of toCases(api)) {
      const known = rows.get(`${id} ${requirement}`);
      if (known) known.apis.push(factsOf(api).vendor);
      else rows.set(`${id} ${requirement}`, { level, requirement, apis: [factsOf(api).vendor] });
    }
  }
  return toTable(
    ['case', 'level', 'requirement', 'API'],
    [...rows].map(([key, { level, requirement, apis }]) => [
      `\`${key.split(' ')[0] ?? ''}\``,
      level,
      requirement,
      apis.length > 1 ? 'both' : apis.join(),
    ]),
  );
}

/** The problems of the library clients. A client without problems has one row. */
function toLibraryClients(): string {
  const rows = libraryClients.flatMap(({ file, library, needs, problems }) => {
    const packages = [...(needs.debian ?? []), ...(needs.npm ?? [])].join(', ');
    const facts = problems.map(({ problem, fails, proof }) => [
      problem,
      fails.map((id) => `\`${id}\``).join(', '),
      proof,
    ]);
    const all = facts.length > 0 ? facts : [['nothing', '', '']];
    return all.map((fact, at) => [...(at === 0 ? [`\`${file}\``, library, packages] : ['', '', '']), ...fact]);
  });
  return toTable(['client', 'library', 'needs', 'what a right judge finds', 'failed cases', 'proof'], rows);
}

function toEndpoints(): string {
  const rows = apiNames.flatMap((api) =>
    Object.entries(documents[api].paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) =>
        method === 'parameters' ? [] : [toEndpoint(method, path, operation as Operation)],
      ),
    ),
  );
  return toTable(['endpoint', 'operation', 'what it does', 'answers', 'limits'], rows);
}

function toEndpoint(method: string, path: string, operation: Operation): string[] {
  const { operationId, summary, responses, requestBody } = operation;
  const property = operation['x-records']?.property ?? '';
  const records = requestBody?.content['application/json'].schema.properties?.[property] as
    { maxItems?: number } | undefined;
  const limits = [
    records?.maxItems && `${records.maxItems.toLocaleString('en')} records`,
    operation['x-rate-limit'] && `${operation['x-rate-limit'].requests.toLocaleString('en')} requests a minute`,
  ];
  return [
    `\`${method.toUpperCase()} ${path}\``,
    `\`${operationId}\``,
    summary,
    Object.keys(responses).join(', '),
    limits.filter((limit) => limit !== undefined).join(', '),
  ];
}

function toOptions(): string {
  return toTable(['option', 'default', 'question', 'what it does'], toOptionRows('', schemaOf('Options')));
}

function toOptionRows(prefix: string, { properties = {} }: Schema): string[][] {
  return Object.entries(properties).flatMap(([name, option]) => {
    const group = schemaOf(option.$ref?.split('/').at(-1) ?? '');
    if (group.properties !== undefined) return toOptionRows(`${name}.`, group);
    const value = option.default === undefined ? '' : `\`${JSON.stringify(option.default).replaceAll('"', '')}\``;
    const [, question = '', text = ''] =
      /^(?:((?:VF|YE)-\d+(?:, (?:VF|YE)-\d+)*): )?(.*)$/s.exec(option.description ?? '') ?? [];
    return [[`\`${prefix}${name}\``, value, question, text.replace(/^[a-z]/, (letter) => letter.toUpperCase())]];
  });
}

function schemaOf(name: string): Schema {
  return (documents.admin.components.schemas[name] ?? {}) as Schema;
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}
