import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { apis, operationsOf, readDocument, toFile, type Document } from '../scripts/generate/documents.ts';
import { fillLists } from '../scripts/generate/lists.ts';
import { toTypes } from '../scripts/generate/types.ts';
import { toDocumentsModule, toJson } from '../scripts/generate/values.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A third API, with one bulk operation. */
const acme = parse(`
openapi: 3.1.0
info: { title: Acme API, version: 1.0.0 }
servers: [{ url: https://api.acme.example }]
x-vendor: Acme
x-environment: { baseUrl: ACME_BASE_URL, key: ACME_API_KEY }
paths:
  /acme/contacts:
    post:
      operationId: importContacts
      x-records: { property: contacts, key: contact, judged: separately, upsert: true }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties: { contacts: { type: array, items: { type: object }, maxItems: 1000 } }
      responses:
        '200': { description: They are stored. }
components: { schemas: {} }
`) as Document;

const documents = Object.fromEntries(
  await Promise.all(apis.map(async (api) => [api, await readDocument(api)] as const)),
);
const sources = await readSources();

test('the compiler names every table that a third API is missing in', { timeout: 60_000 }, async () => {
  const errors = await compileWith('acme', acme);
  const tables = findNodes(isTable);
  expect(tables.length).toBeGreaterThan(5);
  const silent = tables.filter(({ file, node }) => {
    const statement = toStatement(node);
    return !errors.some(
      ({ fileName, start }) =>
        fileName === file.fileName && start >= statement.getFullStart() && start < statement.getEnd(),
    );
  });
  expect(silent.map(toPlace)).toEqual([]);
});

test('no file but those of an API names it, or one of its operations', () => {
  const places = findNodes(namesApi).filter(({ file }) => !publicNames.includes(file.fileName));
  const others = places.map(toPlace).filter((place) => !exceptions.includes(place));
  expect(others).toEqual([]);
});

test('no file but those of an API knows the form of its keys', () => {
  // The server prints an example request.
  expect(findNodes(showsKey).map(({ file }) => file.fileName)).toEqual(['src/cli/serve.ts']);
});

/** This file lists the APIs, and defines the public names `mock.vibefollow` and `mock.yellow`. */
const publicNames: readonly string[] = ['src/mock/apis.ts'];

const exceptions: readonly string[] = [
  // This is a colour.
  "src/cli/terminal.ts: 'yellow'",
];

/** Whether the node is an object with a property for each API, such as `{ vibefollow, yellow }`. */
function isTable(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const names = node.properties.map(({ name }) => name && ts.isIdentifier(name) && name.text);
  return apis.every((api) => names.includes(api));
}

const names: ReadonlySet<string> = new Set([
  ...apis,
  ...Object.values(documents).flatMap((document) =>
    operationsOf(document).map(({ operation: { operationId } }) => operationId),
  ),
]);

/** Whether the node names an API or an operation: `'yellow'`, `documents.yellow`, `{ yellow } = …` or `'addUser'`. */
function namesApi(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return names.has(node.text);
  if (ts.isPropertyAccessExpression(node)) return apis.includes(node.name.text);
  if (!ts.isBindingElement(node)) return false;
  return [node.name, node.propertyName].some((name) => name && ts.isIdentifier(name) && apis.includes(name.text));
}

/** Whether the node is a text or a pattern with the prefix of a key or of a tenant id, such as `sk_`. */
function showsKey(node: ts.Node): boolean {
  const isText = ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return isText && keyBeginnings.some((beginning) => node.text.includes(beginning));
}

interface KeyForm {
  readonly prefixes: readonly string[];
  readonly tenant: string;
}

const keyBeginnings = apis
  .flatMap((api) => (documents[api] as { readonly 'x-keys'?: KeyForm } | undefined)?.['x-keys'] ?? [])
  .flatMap(({ prefixes, tenant }) => [...prefixes, tenant])
  .map((beginning) => `${beginning.split('_')[0] ?? ''}_`);

interface Found {
  readonly file: ts.SourceFile;
  readonly node: ts.Node;
}

function findNodes(isFound: (node: ts.Node) => boolean): Found[] {
  return sources.flatMap((file) => {
    const found: Found[] = [];
    function visit(node: ts.Node): void {
      if (isFound(node)) found.push({ file, node });
      ts.forEachChild(node, visit);
    }
    visit(file);
    return found;
  });
}

function toPlace({ file, node }: Found): string {
  return `${file.fileName}: ${node.getText(file)}`;
}

/** The outermost statement around the node. It contains the type of a table. */
function toStatement(node: ts.Node): ts.Node {
  return ts.isSourceFile(node.parent) ? node : toStatement(node.parent);
}

/** Reads the shared sources. Generated files, and files or folders with the name of an API, are left out. */
async function readSources(): Promise<ts.SourceFile[]> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const shared = files.filter((file) => {
    const parts = file.replace(/\.ts$/, '').split('/');
    return file.endsWith('.ts') && ![...apis, 'generated'].some((name) => parts.includes(name));
  });
  return Promise.all(
    shared.map(async (file) => {
      const text = await readFile(join(root, 'src', file), 'utf8');
      return ts.createSourceFile(`src/${file}`, text, ts.ScriptTarget.ES2022, true);
    }),
  );
}

interface CompileError {
  readonly fileName: string;
  readonly start: number;
}

/** Adds a document to a copy of the sources, as `npm run generate` would. Returns the errors of the compiler. */
async function compileWith(name: string, document: Document): Promise<CompileError[]> {
  const copy = await mkdtemp(join(tmpdir(), 'vf-mock-third-'));
  onTestFinished(async () => rm(copy, { recursive: true }));
  for (const part of ['src', 'package.json']) await cp(join(root, part), join(copy, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  const generated = join(copy, 'src/generated');
  const admin = parse(
    fillLists(await readFile(toFile('admin'), 'utf8'), { ...documents, [name]: document }),
  ) as Document;
  for (const [one, value] of Object.entries({ [name]: document, admin })) {
    await writeFile(join(generated, `${one}.json`), toJson(value));
    await writeFile(join(generated, `${one}.ts`), await toTypes(value));
  }
  await writeFile(join(generated, 'documents.ts'), toDocumentsModule([...apis, name, 'admin']));
  return compile(copy);
}

function compile(folder: string): CompileError[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    readonly config: { readonly compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, paths: {} }, folder);
  const files = sources.map(({ fileName }) => fileName);
  const program = ts.createProgram(
    files.map((file) => join(folder, file)),
    options,
  );
  return files.flatMap((fileName) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(join(folder, fileName)))
      .map(({ start = 0 }) => ({ fileName, start })),
  );
}
