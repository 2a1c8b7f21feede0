import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { expect } from 'vitest';

const load = createRequire(import.meta.url);
const schemas = load('har-schema') as Readonly<Record<string, object>>;

// The schemas of HAR 1.2 use draft 06 of JSON Schema, and keywords that the draft does not have.
const ajv = formats.default.default(new Ajv({ strict: false, allErrors: true }));
ajv.addMetaSchema(load('ajv/dist/refs/json-schema-draft-06.json') as object);
for (const schema of Object.values(schemas)) ajv.addSchema(schema);
const isHar = ajv.compile({ $ref: 'har.json#' });

/** Checks a value against the public schema of HAR 1.2. */
export function expectHar(value: unknown): void {
  expect([isHar(value), isHar.errors]).toEqual([true, null]);
}
