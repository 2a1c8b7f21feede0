// Makes src/generated/ of openapi/ (types, validators, the documents as values, the version), the tables
// of the README and of docs/, and the API reference.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import addFormats, { type FormatsPlugin } from 'ajv-formats';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

type Json = Record<string, unknown>;
interface Operation extends Json {
  operationId: string;
  parameters?: Json[];
  requestBody?: { content: { 'application/json': { schema: Json } } };
  'x-records'?: { property?: string; judged?: string };
}
interface Document extends Json {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Json> };
}
/** Validators by name, each a reference into a document: `{ bulkUpsertUsers: { $ref: 'vibefollow#/…' } }`. */
type Schemas = Record<string, Json>;

const names = ['vibefollow', 'yellow', 'admin'] as const;
const methods = ['get', 'put', 'post', 'delete', 'patch'];
const target = new URL('../src/generated/', import.meta.url);
const banner = '// Generated from openapi/ by `npm run generate`. Do not edit.\n';

const documents: Record<string, Document> = {};
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const name of names) {
  const source = new URL(`../openapi/${name}.yaml`, import.meta.url);
  documents[name] = parse(await readFile(source, 'utf8')) as Document;
  const types = astToString(await openapiTS(source, { alphabetize: false }));
  await write(`${name}.ts`, types);
}
await write('documents.ts', documentsModule());
await write('version.ts', await versionModule());
await write('validators.ts', await validatorsModule());
// Of the documents that were just written.
await (await import('./readme.ts')).writeReadme();
await (await import('./reference.ts')).writeReference();

async function write(file: string, content: string): Promise<void> {
  await writeFile(new URL(file, target), `${banner}${content.trimEnd()}\n`);
}

function documentsModule(): string {
  const header = `
/** An OpenAPI document as a value: named are the parts that vf-mock reads, the rest is there too. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string; readonly [key: string]: unknown }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  readonly components: {
    readonly schemas: { readonly [name: string]: { readonly properties?: object; readonly [key: string]: unknown } };
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}
`;
  // As text, which is read faster than an object of this size.
  const toText = (name: string): string => JSON.stringify(JSON.stringify(documents[name]));
  const values = names.map(
    (name) => `export const ${name}: OpenApiDocument = JSON.parse(${toText(name)}) as OpenApiDocument;`,
  );
  return [header, ...values].join('\n');
}

async function versionModule(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as Json;
  return `/** Version of the package. */\nexport const version: string = '${String(version)}';`;
}

async function validatorsModule(): Promise<string> {
  const { bodies, records, queries, headers } = collectSchemas();
  const common: Options = { strict: true, strictTypes: false, useDefaults: true };
  const parts = {
    options: { $ref: 'admin#/components/schemas/Options' },
    clockChange: { $ref: 'admin#/components/schemas/ClockChange' },
    faultRule: { $ref: 'admin#/components/schemas/FaultRule' },
    journalFilter: { $ref: 'admin#/components/schemas/JournalFilter' },
    vibeFollowKey: { $ref: 'admin#/components/schemas/VibeFollowKey' },
    idempotencyKey: { $ref: 'vibefollow#/components/schemas/IdempotencyKey' },
  };
  const states = { state: { $ref: 'admin#/components/schemas/State' } };
  const compiled = await bundle({
    bodies: compile(common, bodies),
    records: compile(common, records),
    queries: compile({ ...common, coerceTypes: 'array' }, queries),
    headers: compile(common, headers),
    parts: compile({ ...common, verbose: true, inlineRefs: false }, parts),
    // Judged as it is, and told all that is wrong with it.
    states: compile({ ...common, verbose: true, inlineRefs: false, useDefaults: false, allErrors: true }, states),
  });
  return `// @ts-nocheck: Ajv's own code, compiled ahead.
/** What Ajv says of a value that breaks its schema. */
export interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: { readonly [name: string]: unknown };
  /** The name that is wrong, where it is the name of a property. */
  readonly propertyName?: string;
  /** Only of \`validateOptions\`, \`validateFaultRule\` and \`validateState\`. */
  readonly parentSchema?: { readonly [name: string]: unknown };
  /** Only of \`validateOptions\`, \`validateFaultRule\` and \`validateState\`. */
  readonly data?: unknown;
}

/** Tells whether a value keeps its schema; \`errors\` says where the last one did not. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

${compiled}
/** Request bodies by operation; where records are judged separately, only the envelope around them. */
export const bodies: { readonly [operation: string]: Validate } = compiled.bodies;
/** Records by operation, where they are judged separately. */
export const records: { readonly [operation: string]: Validate } = compiled.records;
/** Query parameters by operation. Converts their texts to the types of the document and fills in defaults. */
export const queries: { readonly [operation: string]: Validate } = compiled.queries;
/** Header parameters by operation, their names in lower case. */
export const headers: { readonly [operation: string]: Validate } = compiled.headers;
/** The options of a mock. Fills in defaults. */
export const validateOptions: Validate = compiled.parts.options;
export const validateClockChange: Validate = compiled.parts.clockChange;
export const validateFaultRule: Validate = compiled.parts.faultRule;
export const validateJournalFilter: Validate = compiled.parts.journalFilter;
export const validateVibeFollowKey: Validate = compiled.parts.vibeFollowKey;
export const validateIdempotencyKey: Validate = compiled.parts.idempotencyKey;
/** A state of a mock. \`errors\` holds all that is wrong. */
export const validateState: Validate = compiled.states.state;
`;
}

/** Puts the schemas that no document has as such into it, where its references still lead to the right place. */
function collectSchemas(): Record<'bodies' | 'records' | 'queries' | 'headers', Schemas> {
  const bodies: Schemas = {};
  const records: Schemas = {};
  const queries: Schemas = {};
  const headers: Schemas = {};
  for (const [name, document] of Object.entries(documents)) {
    // The admin API looks at its own bodies, to say more of what is wrong with them.
    if (name === 'admin') continue;
    const made: Schemas = (document['x-validators'] = {});
    const add = (id: string, schema: Json): Json => {
      made[id] = schema;
      return { $ref: `${name}#/x-validators/${id}` };
    };
    for (const operation of operationsOf(document)) {
      const id = operation.operationId;
      const body = operation.requestBody?.content['application/json'].schema;
      const { property, judged } = operation['x-records'] ?? {};
      if (body && property !== undefined && judged === 'separately') {
        const { items, envelope } = splitRecords(body, property);
        bodies[id] = add(`${id}-body`, envelope);
        records[id] = add(`${id}-record`, items);
      } else if (body) bodies[id] = add(`${id}-body`, body);
      queries[id] = add(`${id}-query`, toParameterSchema('query', operation, document));
      headers[id] = add(`${id}-headers`, toParameterSchema('header', operation, document));
    }
  }
  return { bodies, records, queries, headers };
}

function operationsOf(document: Document): Operation[] {
  return Object.values(document.paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, operation]) => (methods.includes(method) ? [operation as Operation] : [])),
  );
}

/** The schema of the records, and that of the body with any records. */
function splitRecords(body: Json, property: string): { items: Json; envelope: Json } {
  const envelope = structuredClone(body) as { properties: Record<string, Json> };
  const list = envelope.properties[property] as { items: Json };
  const items = list.items;
  list.items = {};
  return { items, envelope };
}

function toParameterSchema(place: 'query' | 'header', operation: Operation, document: Document): Json {
  const toName = ({ name }: Json): string => (place === 'header' ? String(name).toLowerCase() : String(name));
  const parameters = (operation.parameters ?? [])
    .map((parameter) => resolve(parameter, document))
    .filter((parameter) => parameter['in'] === place);
  return {
    type: 'object',
    required: parameters.filter((parameter) => parameter['required']).map(toName),
    properties: Object.fromEntries(parameters.map((parameter) => [toName(parameter), parameter['schema']])),
  };
}

function resolve(part: Json, document: Document): Json {
  const reference = part['$ref'];
  if (typeof reference !== 'string') return part;
  const path = reference.slice('#/'.length).split('/');
  return path.reduce<Json>((place, key) => place[key] as Json, document);
}

function compile(options: Options, schemas: Schemas): string {
  const ajv = new Ajv2020({ ...options, code: { source: true, esm: true, lines: true } });
  (addFormats as unknown as FormatsPlugin)(ajv, ['email', 'date', 'date-time']);
  // A reference into a document makes Ajv read its root as a schema; these keys of the root then mean nothing to it.
  ajv.addVocabulary([...new Set(Object.values(documents).flatMap(Object.keys))]);
  for (const [name, document] of Object.entries(documents)) ajv.addSchema(document, name, false, false);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  return (standalone as unknown as typeof standalone.default)(
    ajv,
    Object.fromEntries(Object.keys(schemas).map((name) => [name, name])),
  );
}

/** One self-contained expression of Ajv's modules, which by themselves would need Ajv at run time. */
async function bundle(modules: Record<string, string>): Promise<string> {
  const result = await build({
    stdin: {
      contents: Object.keys(modules)
        .map((name) => `export * as ${name} from 'compiled:${name}';`)
        .join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'compiled',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    plugins: [
      {
        name: 'compiled',
        setup({ onResolve, onLoad }): void {
          onResolve({ filter: /^compiled:/ }, ({ path }) => ({ path, namespace: 'compiled' }));
          onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => ({
            contents: modules[path.slice('compiled:'.length)] ?? '',
            resolveDir: process.cwd(),
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text.replace('"use strict";\n', '') ?? '';
}
