import { _ } from 'ajv';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { Documents, Json } from './documents.ts';
import * as formats from './formats.ts';
import { collectSchemas, type Schemas } from './schemas.ts';

/** The module of the validators. It needs no package at run time. */
export async function toValidatorsModule(originals: Documents): Promise<string> {
  const { bodies, records, queries, headers, documents } = collectSchemas(withoutProse(withGivenPatterns(originals)));
  const compile = (options: Options, schemas: Schemas): string => compileSchemas(documents, options, schemas);
  const common: Options = { strict: true, strictTypes: false, useDefaults: true, messages: false };
  // A request is validated unchanged.
  const pure: Options = { ...common, useDefaults: false };
  const parts = {
    options: { $ref: 'admin#/components/schemas/Options' },
    clockChange: { $ref: 'admin#/components/schemas/ClockChange' },
    faultRule: { $ref: 'admin#/components/schemas/FaultRule' },
    journalFilter: { $ref: 'admin#/components/schemas/JournalFilter' },
    eventFilter: { $ref: 'admin#/components/schemas/EventFilter' },
    wait: { $ref: 'admin#/components/schemas/Wait' },
    recordFilter: { $ref: 'admin#/components/schemas/RecordFilter' },
    storedUserFilter: { $ref: 'admin#/components/schemas/StoredUserFilter' },
    vibeFollowKey: { $ref: 'admin#/components/schemas/VibeFollowKey' },
    idempotencyKey: { $ref: 'vibefollow#/components/schemas/IdempotencyKey' },
  };
  const states = { state: { $ref: 'admin#/components/schemas/State' } };
  const compiled = await bundle({
    bodies: compile(pure, bodies),
    records: compile(pure, records),
    queries: compile({ ...common, coerceTypes: 'array' }, queries),
    headers: compile(pure, headers),
    parts: compile({ ...common, verbose: true, inlineRefs: false }, parts),
    // The value is validated unchanged. All errors are reported.
    states: compile({ ...pure, verbose: true, inlineRefs: false, allErrors: true }, states),
  });
  return `// @ts-nocheck: Ajv's own code, compiled ahead.
/** Ajv's description of a problem of a value. */
export interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: { readonly [name: string]: unknown };
  /** The wrong name, if the problem is the name of a property. */
  readonly propertyName?: string;
  /** Present if a part or a state was validated. */
  readonly parentSchema?: { readonly [name: string]: unknown };
  /** Present if a part or a state was validated. */
  readonly data?: unknown;
}

/** Returns whether a value is valid. \`errors\` has the problems of the last value. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

${compiled}
/** Request bodies by operation. If records are validated separately, only the envelope around them. */
export const bodies: { readonly [operation: string]: Validate } = compiled.bodies;
/** Records by operation, if they are validated separately. */
export const records: { readonly [operation: string]: Validate } = compiled.records;
/** Query parameters by operation. Converts their texts to the types of the document and fills in defaults. */
export const queries: { readonly [operation: string]: Validate } = compiled.queries;
/** Header parameters by operation, their names in lower case. */
export const headers: { readonly [operation: string]: Validate } = compiled.headers;
// Validators of parts of the documents. They fill in defaults, which only the options have.
${toExports(Object.keys(parts))}
/** The state of a mock. \`errors\` has all problems. */
export const validateState: Validate = compiled.states.state;
`;
}

/** The documents with the patterns that hold for given values, but not for the masked values of answers. */
function withGivenPatterns(documents: Documents): Documents {
  return JSON.parse(JSON.stringify(documents).replaceAll('"x-pattern":', '"pattern":')) as Documents;
}

/** The documents with the descriptions that messages quote. The compiled code repeats its schemas. */
function withoutProse(documents: Documents): Documents {
  return JSON.parse(JSON.stringify(documents), (_name, value: unknown) => {
    const { description, ...schema } = Object(value) as Json;
    return typeof description !== 'string' || quoted.some((keyword) => keyword in schema) ? value : schema;
  }) as Documents;
}

/** A value that breaks one of these is told in the words of the description. */
const quoted = ['anyOf', 'oneOf', 'format', 'pattern'];

function toExports(parts: readonly string[]): string {
  const toName = (part: string): string => `validate${part.charAt(0).toUpperCase()}${part.slice(1)}`;
  return parts.map((part) => `export const ${toName(part)}: Validate = compiled.parts.${part};`).join('\n');
}

function compileSchemas(documents: Documents, options: Options, schemas: Schemas): string {
  const code = { source: true, esm: true, lines: true, formats: _`require("compiled:formats")` };
  const ajv = new Ajv2020({ ...options, code, formats });
  // No document uses these keywords. The code for them takes a tenth of the file.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  // For a reference into a document, Ajv reads the root of the document as a schema. It must ignore these keys.
  ajv.addVocabulary([...new Set(Object.values(documents).flatMap(Object.keys)), 'x-secret', 'x-form']);
  for (const [name, document] of Object.entries(documents)) ajv.addSchema(document, name, false, false);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  return (standalone as unknown as typeof standalone.default)(
    ajv,
    Object.fromEntries(Object.keys(schemas).map((name) => [name, name])),
  );
}

/** Ajv copies all errors so far for each invalid part, which takes minutes for a list of 200,000 wrong users. */
const appendErrors = `function append(errors, others) {
  for (const error of others) errors.push(error);
  return errors;
}
`;

/** The modules of Ajv as one expression. The modules themselves would need Ajv at run time. */
async function bundle(modules: Record<string, string>): Promise<string> {
  const all: Record<string, string> = { ...modules, formats: "export * from './scripts/generate/formats.ts';" };
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
            contents: all[path.slice('compiled:'.length)] ?? '',
            resolveDir: process.cwd(),
          }));
        },
      },
    ],
  });
  const text = result.outputFiles[0]?.text.replace('"use strict";\n', '') ?? '';
  return appendErrors + breakLongLines(text.replaceAll('vErrors.concat(', 'append(vErrors, ').replaceAll(unread, ''));
}

/** Parts of an error that nobody reads. They take a fifth of the file. */
const unread = /(?<=, )schemaPath: "[^"]*", (?=keyword:)|, schema: [^,{}]+(?=, parentSchema:)/g;

/** Breaks very long lines, which hold schemas, behind braces that are not in a text. */
function breakLongLines(text: string): string {
  const part = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|\}, /g;
  return text.replaceAll(/^.{4000,}$/gm, (line) => line.replaceAll(part, (_, quoted?: string) => quoted ?? '},\n'));
}
