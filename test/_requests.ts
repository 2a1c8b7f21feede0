import fc from 'fast-check';
import {
  resolveReference,
  type DocumentedOperation,
  type DocumentName,
  type RequestDraft,
  type Parameter,
  type Schema,
} from './_documents.ts';
import { bot } from './_setup.ts';

/** Requests that match the document. */
export function requestsOf({ api, parameters, body }: DocumentedOperation): fc.Arbitrary<RequestDraft> {
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

/** Values that match a schema. */
export function valuesOf(api: DocumentName, given: Schema): fc.Arbitrary<unknown> {
  const schema = resolveReference(api, given);
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
  api: DocumentName,
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
  if (values) return fc.constantFrom(...(values as string[]));
  // Its pattern does not say how long the part before the `@` may be.
  if (format === 'email') return fc.constantFrom('ada@example.com', 'a.b+c@sub.example.org', "o'neill@example.co");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  switch (format) {
    case 'date':
      return date.map((day) => day.toISOString().slice(0, 10));
    case 'date-time':
      return date.map((time) => time.toISOString());
    default:
      return fc.string({ minLength, maxLength: maxLength ?? 12, unit: 'grapheme' });
  }
}
