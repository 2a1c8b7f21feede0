import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export type Json = Record<string, unknown>;

export interface Operation extends Json {
  operationId: string;
  parameters?: Json[];
  requestBody?: { content: { 'application/json': { schema: Json } } };
  responses: Json;
  'x-records'?: { property?: string; judged?: string };
}

export interface Document extends Json {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Json> };
}

/** The OpenAPI documents by name. */
export type Documents = Readonly<Record<string, Document>>;

/** The documents of the vendors. Each is an API. The document `admin` is ours and not among them. */
export const apis: readonly string[] = ['vibefollow', 'yellow'];

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** The file of a document. */
export function toFile(name: string): URL {
  return new URL(`../../openapi/${name}.yaml`, import.meta.url);
}

export async function readDocument(name: string): Promise<Document> {
  return parse(await readFile(toFile(name), 'utf8')) as Document;
}

export interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The operations of a document, in its order. */
export function operationsOf(document: Document): PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      methods.includes(method) ? [{ method: method.toUpperCase(), path, operation: operation as Operation }] : [],
    ),
  );
}

/**
 * Finds each `operationId` that occurs twice, in one document or in two. Returns one line for each. Operations are
 * found by their ids, so one of them would silently replace the other.
 */
export function checkOperationIds(documents: Documents): string[] {
  const places = new Map<string, string>();
  return Object.entries(documents).flatMap(([name, document]) =>
    operationsOf(document).flatMap(({ method, path, operation: { operationId: id } }) => {
      const place = `${method} ${path} of openapi/${name}.yaml`;
      const other = places.get(id);
      if (other !== undefined) return [`The operationId "${id}" belongs to ${other} and to ${place}. Rename one.`];
      places.set(id, place);
      return [];
    }),
  );
}

/** The facts in the document of each API that are not about its operations. */
const facts = ['x-vendor', 'x-environment'];

/** Finds missing facts in the documents, one line for each. Exactly one document must have `x-default`. */
export function checkFacts(ofVendors: Documents): string[] {
  const missing = Object.entries(ofVendors).flatMap(([name, document]) =>
    facts.filter((fact) => !(fact in document)).map((fact) => `openapi/${name}.yaml has no ${fact}. Add it.`),
  );
  const defaults = Object.entries(ofVendors).filter(([, document]) => document['x-default'] === true);
  if (defaults.length === 1) return missing;
  return [...missing, `${defaults.length} documents have x-default: true. Give it to exactly one.`];
}

/** Follows a reference within a document. */
export function resolve(part: Json, document: Document): Json {
  const reference = part['$ref'];
  if (typeof reference !== 'string') return part;
  const path = reference.slice('#/'.length).split('/');
  return path.reduce<Json>((place, key) => place[key] as Json, document);
}
