import { readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  apis,
  checkFacts,
  checkOperationIds,
  readDocument,
  toFile,
  type Document,
} from '../scripts/generate/documents.ts';
import { fillLists } from '../scripts/generate/lists.ts';
import { toTypes } from '../scripts/generate/types.ts';

const admin = await readFile(toFile('admin'), 'utf8');

/** The documents of the vendors, which a test may change. */
async function load(): Promise<Record<'vibefollow' | 'yellow', Document>> {
  return { vibefollow: await readDocument('vibefollow'), yellow: await readDocument('yellow') };
}

function addOperation(document: Document, operationId: string, path = '/added'): void {
  document.paths[path] = { get: { operationId, responses: { '206': {} } } };
}

test('the operationIds of the documents are unique', async () => {
  expect(checkOperationIds({ ...(await load()), admin: await readDocument('admin') })).toEqual([]);
});

test('an operationId that two documents share is refused, with both places', async () => {
  const documents = await load();
  addOperation(documents.vibefollow, 'getUser');
  expect(checkOperationIds(documents)).toEqual([
    'The operationId "getUser" belongs to GET /added of openapi/vibefollow.yaml and to GET /cdp/api/v1/user/{userId} of openapi/yellow.yaml. Rename one.',
  ]);
});

test('an operationId that occurs twice in one document is refused', async () => {
  const documents = await load();
  addOperation(documents.yellow, 'added', '/one');
  addOperation(documents.yellow, 'added', '/two');
  expect(checkOperationIds(documents)).toEqual([
    'The operationId "added" belongs to GET /one of openapi/yellow.yaml and to GET /two of openapi/yellow.yaml. Rename one.',
  ]);
});

test('a document that lacks a fact of its API is refused', async () => {
  const { vibefollow, yellow } = await load();
  expect(checkFacts({ vibefollow, yellow })).toEqual([]);
  const { 'x-vendor': _, ...anonymous } = yellow;
  expect(checkFacts({ vibefollow, yellow: anonymous })).toEqual(['openapi/yellow.yaml has no x-vendor. Add it.']);
});

test('exactly one API is the default', async () => {
  const { vibefollow, yellow } = await load();
  const refusal = (count: number): string => `${count} documents have x-default: true. Give it to exactly one.`;
  expect(checkFacts({ yellow })).toEqual([refusal(0)]);
  expect(checkFacts({ vibefollow, yellow: { ...yellow, 'x-default': true } })).toEqual([refusal(2)]);
});

/** The lists of operations in admin.yaml: the path of each list, and its names. */
function findLists(text: string): Record<string, string[]> {
  const { schemas } = (parse(text) as Document).components;
  const lists: [string, string[]][] = [];
  function visit(path: string, part: unknown): void {
    if (typeof part !== 'object' || part === null) return;
    const names = path.endsWith('.enum') ? (part as string[]) : Object.keys(part);
    if (names.some((name) => ['trackEvent', 'listEvents'].includes(name))) lists.push([path, names]);
    for (const [name, inner] of Object.entries(part)) visit(`${path}.${name}`, inner);
  }
  for (const [name, schema] of Object.entries(schemas)) visit(name, schema);
  return Object.fromEntries(lists);
}

test.each(apis)('an operation that is added to %s is in every list of admin.yaml that has its others', async (api) => {
  const documents = await load();
  addOperation(documents[api as keyof typeof documents], 'added');
  const before = findLists(admin);
  const after = findLists(fillLists(admin, documents));
  const grown = Object.keys(before).filter((path) => after[path]?.includes('added'));
  const ofApi = Object.keys(before).filter((path) =>
    before[path]?.includes(api === 'yellow' ? 'listEvents' : 'trackEvent'),
  );
  expect(ofApi.length).toBeGreaterThan(2);
  expect(grown).toEqual(ofApi);
});

test('a status that is added to the document is one that a remembered answer may have', async () => {
  const documents = await load();
  addOperation(documents.vibefollow, 'added');
  const { schemas } = (parse(fillLists(admin, documents)) as Document).components;
  expect(schemas['SavedIdempotencyKey']).toMatchObject({
    properties: { reply: { properties: { status: { enum: [200, 202, 206] } } } },
  });
});

test('an API that is added is one that a fault rule can name', async () => {
  const documents = { ...(await load()), third: { paths: {}, components: { schemas: {} } } };
  const { schemas } = (parse(fillLists(admin, documents)) as Document).components;
  expect(schemas['ApiName']).toMatchObject({ enum: ['vibefollow', 'yellow', 'third'] });
});

test('the lists of admin.yaml are those of the documents', async () => {
  expect(fillLists(admin, await load())).toBe(admin);
});

test.each([
  ['# Generated: operatoins', 'admin.yaml asks for "operatoins". Use one of apis, operations, '],
  ['# Generated: properties violet RateLimit', 'admin.yaml names "violet". Use one of vibefollow, yellow.'],
  ['# Generated: parameter yellow colour', 'admin.yaml asks for the values of "colour", which lists none.'],
])('%s is refused', async (comment, message) => {
  const documents = await load();
  expect(() => fillLists(`${comment}\n# End of what is generated.`, documents)).toThrow(message);
});

test('a generated comment has the description first, then the default and the example', async () => {
  const schemas = {
    Size: { description: 'How large it is.', type: 'integer' },
    Box: {
      type: 'object',
      properties: {
        size: { $ref: '#/components/schemas/Size' },
        color: { type: 'string', enum: ['red'], default: 'red', example: 'red', description: 'What it looks like.' },
        at: { type: 'string', format: 'date' },
      },
    },
  };
  const document = { openapi: '3.1.0', info: { title: 'Boxes', version: '1' }, paths: {}, components: { schemas } };
  expect(await toTypes(document)).toContain(`Box: {
            /**
             * How large it is.
             */
            size?: components["schemas"]["Size"];
            /**
             * What it looks like.
             *
             * @default red
             * @example red
             */
            color: "red";
            /**
             * Format: date
             */
            at?: string;
        };`);
});

test('no line of a generated file is too long for editors and reviews', async () => {
  const folder = new URL('../src/generated/', import.meta.url);
  // The page is a binary file in a text, and is not committed.
  const names = (await readdir(folder)).filter((name) => name !== 'page.json');
  const lines = await Promise.all(
    names.map(async (name) => (await readFile(new URL(name, folder), 'utf8')).split('\n')),
  );
  expect(lines.flat().filter(({ length }) => length > 5_000)).toEqual([]);
});
