import fc from 'fast-check';
import { documents } from '../src/index.ts';
import type { ApiName, OperationId } from '../src/index.ts';
import { bot } from './_setup.ts';

/** What of a JSON schema the documents use in requests. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly format?: 'email' | 'date' | 'date-time';
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface OperationObject {
  readonly operationId: OperationId;
  readonly 'x-records'?: { readonly property?: string };
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}

/** An operation with what its document says of its requests. */
export interface Described {
  readonly api: ApiName;
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly operation: OperationObject;
}

/** A request before it is written out. */
export interface Made {
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const described: readonly Described[] = (['vibefollow', 'yellow'] as const).flatMap((api) =>
  Object.entries(documents[api].paths).flatMap(([path, item]) => {
    const { parameters: shared = [], ...operations } = item as Readonly<Record<string, unknown>> & {
      readonly parameters?: readonly Parameter[];
    };
    return Object.entries(operations as Readonly<Record<string, OperationObject>>).map(([method, operation]) => ({
      api,
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(api, parameter)),
      body: operation.requestBody?.content['application/json'].schema,
      operation,
    }));
  }),
);

/** Follows a reference into a document. */
export function resolve<Part extends { readonly $ref?: string }>(api: ApiName, part: Part): Part {
  if (part.$ref === undefined) return part;
  const steps = part.$ref.slice('#/'.length).split('/');
  return steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], documents[api]) as Part;
}

/** Requests that keep the document. */
export function requestsOf({ api, parameters, body }: Described): fc.Arbitrary<Made> {
  const place = (where: Parameter['in']): fc.Arbitrary<Record<string, unknown>> => {
    const here = parameters.filter((parameter) => parameter.in === where);
    const values = here.map(({ name, schema }) => [name, name === 'bot' ? fc.constant(bot) : valuesOf(api, schema)]);
    const required = here.filter((parameter) => parameter.required === true || where === 'path');
    return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: required.map(({ name }) => name),
    });
  };
  return fc.record({
    query: place('query'),
    path: place('path'),
    headers: place('header') as fc.Arbitrary<Record<string, string>>,
    body: body === undefined ? fc.constant(undefined) : valuesOf(api, body),
  });
}

/** Values that keep a schema. */
export function valuesOf(api: ApiName, given: Schema): fc.Arbitrary<unknown> {
  const schema = resolve(api, given);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valuesOf(api, one)));
  if (schema.allOf) {
    const parts = schema.allOf.map((one) => valuesOf(api, one) as fc.Arbitrary<object>);
    return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);
  }
  switch (schema.type) {
    case 'object':
      return objectsOf(api, schema);
    case 'array':
      return fc.array(valuesOf(api, schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 4 });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: (schema.minimum ?? 0) + 50 });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textsOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectsOf(
  api: ApiName,
  { properties = {}, required = [], additionalProperties }: Schema,
): fc.Arbitrary<object> {
  const values = Object.entries(properties).map(([name, schema]) => [name, valuesOf(api, schema)]);
  const known = fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...required],
  });
  if (additionalProperties !== true) return known;
  const names = fc.string({ minLength: 1, maxLength: 8 }).filter((name) => !(name in properties));
  return fc.tuple(fc.dictionary(names, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }), known).map(([more, given]) => ({
    ...more,
    ...given,
  }));
}

function textsOf({ enum: values, format, pattern, minLength = 0, maxLength }: Schema): fc.Arbitrary<string> {
  if (values) return fc.constantFrom(...values);
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  switch (format) {
    case 'email':
      return fc.constantFrom('ada@example.com', 'a.b+c@sub.example.org', "o'neill@example.co");
    case 'date':
      return date.map((day) => day.toISOString().slice(0, 10));
    case 'date-time':
      return date.map((time) => time.toISOString());
    default:
      return fc.string({ minLength, maxLength: maxLength ?? 12, unit: 'grapheme' });
  }
}
