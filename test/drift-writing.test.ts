import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toObject, type Json } from '../scripts/drift/json.ts';
import { at, load, tell, tellEdit } from './_drift.ts';

test.each(['vibefollow', 'yellow'] as const)('%s is no different from itself', (api) => {
  expect(tell(load(api), load(api))).toEqual([]);
});

test.each(['vibefollow', 'yellow'] as const)('%s as OpenAPI 3.0, organised differently, is no different', (api) => {
  const document = toOtherWriting(load(api));
  expect(Object.keys(at(document, 'paths'))).not.toContain(Object.keys(at(load(api), 'paths'))[0]);
  expect(tell(load(api), document)).toEqual([]);
});

/** Pairs of equivalent schemas: one in OpenAPI 3.1, and one in 3.0 or with other keywords. */
const pairs: readonly (readonly [one: string, other: string])[] = [
  ['{ type: [string, "null"] }', '{ type: string, nullable: true }'],
  ['{ type: [string, "null"] }', '{ oneOf: [{ type: string }, { type: "null" }] }'],
  ['{ type: [string, "null"], enum: [a, null] }', '{ type: string, nullable: true, enum: [a, null] }'],
  ['{ type: number, exclusiveMinimum: 0 }', '{ type: number, minimum: 0, exclusiveMinimum: true }'],
  ['{ type: integer, minimum: 1 }', '{ type: integer, minimum: 0, exclusiveMinimum: true }'],
  ['{ type: integer, maximum: 9 }', '{ type: integer, exclusiveMaximum: 10 }'],
  ['{ const: a }', '{ type: string, enum: [a] }'],
  ['{ type: string, enum: [a, b] }', '{ enum: [b, a] }'],
  [
    '{ type: array, items: { type: string } }',
    '{ type: array, minItems: 0, uniqueItems: false, items: { type: string } }',
  ],
  ['{ type: integer }', '{ type: integer, format: int64, description: A number, example: 1 }'],
  ['{ type: object, additionalProperties: true }', '{ type: object, additionalProperties: {} }'],
  ['{ anyOf: [{ type: string, minLength: 1 }, { type: integer }] }', '{ type: [integer, string], minLength: 1 }'],
  [
    '{ type: object, required: [a], properties: { a: { type: string } } }',
    '{ allOf: [{ required: [a] }, { properties: { a: { type: string } } }] }',
  ],
  [
    '{ type: string, minLength: 2, maxLength: 4 }',
    '{ allOf: [{ type: string, minLength: 1, maxLength: 4 }, { minLength: 2 }] }',
  ],
  ['{ type: string, enum: [b] }', '{ allOf: [{ enum: [a, b] }, { enum: [b, c] }] }'],
  ['{ type: [object, "null"], required: [a] }', '{ nullable: true, allOf: [{ type: object }, { required: [a] }] }'],
  ['{ oneOf: [{ required: [a] }, { required: [b] }] }', '{ oneOf: [{ required: [b] }, { required: [a] }] }'],
];

test.each(pairs)('%s is %s', (one, other) => {
  const [was, is] = [one, other].map((schema) => withSchema(parse(schema)));
  expect(tell(was ?? {}, is ?? {})).toEqual([]);
  expect(tell(is ?? {}, was ?? {})).toEqual([]);
});

test('of any two of these schemas the difference is told both ways, or neither', () => {
  const schema = fc.constantFrom(...pairs.flat());
  fc.assert(
    fc.property(schema, schema, (one, other) => {
      const [was, is] = [withSchema(parse(one)), withSchema(parse(other))];
      expect(tell(was, is).length === 0).toBe(tell(is, was).length === 0);
    }),
  );
});

test.each<[what: string, edit: (document: Json) => unknown]>([
  ['the key as a parameter', (all) => addTo(all, { name: 'Authorization', in: 'header', required: true })],
  ['the type of the body as a parameter', (all) => addTo(all, { name: 'Content-Type', in: 'header', required: true })],
  ['a header said in another style', (all) => (at(all, 'components parameters IdempotencyKey')['explode'] = true)],
  ['a header of every answer', (all) => (at(all, 'components responses Accepted')['headers'] = { 'Content-Type': {} })],
  [
    'what an answer means that leaves a field out',
    (all) => (at(all, 'components schemas RecordError properties field')['default'] = ''),
  ],
  ['a further type of body', (all) => (at(all, 'components responses Accepted content')['application/xml'] = {})],
])('%s is no difference', (_what, edit) => {
  expect(tellEdit('vibefollow', edit)).toEqual([]);
});

test('of a type that only one of the two has, the limits are not told', () => {
  const told = tell(withSchema({ type: ['string', 'array'], maxLength: 9 }), withSchema({ type: 'array' }));
  expect(told).toEqual(['! POST /a: body type string or array -> array']);
});

test('fields that need each other are compared', () => {
  const told = tell(withSchema({ type: 'object' }), withSchema({ type: 'object', dependentRequired: { a: ['b'] } }));
  expect(told).toEqual(['! POST /a: body dependentRequired none -> {"a":["b"]}']);
});

test('a parameter whose references lead in a circle is no parameter, and ends', () => {
  const circle = { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } };
  const document = { ...withSchema(true), components: { parameters: circle } };
  addTo(document, { $ref: '#/components/parameters/A' }, '/a');
  expect(tell(withSchema(true), document)).toEqual([]);
});

test('a key that is asked for where none was may break a client', () => {
  const schemes = { components: { securitySchemes: { key: { type: 'http', scheme: 'Basic' } } } };
  expect(tell(withSchema(true), { ...withSchema(true), ...schemes, security: [{ key: [] }] })).toEqual([
    '! POST /a: security scheme http basic added',
  ]);
});

test('a schema that holds itself is followed once around', () => {
  const tree =
    '{ type: object, properties: { name: { type: string }, kids: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }';
  const [was, is] = [tree, tree.replace('type: string', 'type: integer')].map((text) => ({
    ...withSchema({ $ref: '#/components/schemas/Tree' }),
    components: { schemas: { Tree: parse(text) as unknown } },
  }));
  expect(tell(was ?? {}, was ?? {})).toEqual([]);
  expect(tell(was ?? {}, is ?? {})).toEqual(['! POST /a: body.name type string -> integer']);
});

test.each([
  '{ $ref: "#/components/schemas/Tree" }',
  '{ allOf: [{ $ref: "#/components/schemas/Tree" }] }',
  '{ oneOf: [{ $ref: "#/components/schemas/Tree" }, { type: object, properties: { kids: { $ref: "#/components/schemas/Tree" } } }] }',
])('%s of Tree ends', (text) => {
  const told = tellEdit('vibefollow', (all) => {
    at(all, 'components schemas')['Tree'] = parse(text);
    at(all, 'components schemas UserRecord properties email')['allOf'] = [{ $ref: '#/components/schemas/Tree' }];
  });
  expect(told.length).toBeLessThan(9);
});

test('many schemas that hold each other in every order take no time', () => {
  const names = Array.from({ length: 40 }, (_, n) => `S${n}`);
  const references = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const told = tellEdit('vibefollow', (all) => {
    for (const name of names) {
      const properties = Object.fromEntries(
        names.map((other, n) => [other, { anyOf: [references[n], { type: 'object', required: [other] }] }]),
      );
      at(all, 'components schemas')[name] = { type: 'object', properties };
    }
    at(all, 'components schemas Traits properties')['plan'] = { anyOf: references };
  });
  expect(told).toEqual([
    '! POST /api/v1/users: body.traits.plan type any -> object',
    '! POST /api/v1/users/bulk: body.users[].traits.plan type any -> object',
  ]);
});

test('what is not as it should be is passed over', () => {
  const told = tellEdit('vibefollow', (all) => {
    Object.assign(at(all, 'paths /api/v1/users post'), {
      parameters: 'none',
      responses: [1],
      requestBody: 5,
      security: 7,
    });
    Object.assign(all, { components: null });
  });
  expect(told).toContain('! POST /api/v1/users: body removed');
});

function addTo(document: Json, parameter: object, path = '/api/v1/users'): void {
  const operation = at(document, `paths ${path} post`);
  operation['parameters'] = [...((operation['parameters'] ?? []) as unknown[]), parameter];
}

function withSchema(schema: unknown): Json {
  return { paths: { '/a': { post: { requestBody: { content: { 'application/json': { schema } } } } } } };
}

/** Writes the same contract in 3.0: the base path in `servers`, other names, and `allOf` around every schema. */
function toOtherWriting(document: Json): Json {
  const [base = ''] = /^\/(?:cdp\/)?api\/v1/.exec(Object.keys(at(document, 'paths'))[0] ?? '') ?? [];
  const text = JSON.stringify(document)
    .replaceAll(`"${base}/`, '"/')
    .replaceAll('/{userId}"', '/{id}/"')
    .replaceAll('"name":"userId","in":"path"', '"name":"id","in":"path"')
    .replaceAll('"application/json"', '"application/json; charset=utf-8"')
    .replaceAll(/"operationId":"(\w+)"/g, '"operationId":"$1V2"')
    .replaceAll(/"const":("\w+"|true)/g, '"enum":[$1]')
    .replaceAll('"type":"integer"', '"type":"integer","format":"int32"')
    .replaceAll('"#/components/schemas/', '"#/components/schemas/The');
  const other = JSON.parse(text) as Json;
  const components = toObject(other['components']);
  const schemas = Object.entries(toObject(components['schemas'])).flatMap(([name, schema]) => [
    [`The${name}`, { description: name, allOf: [{ $ref: `#/components/schemas/${name}Base` }] }],
    [`${name}Base`, schema],
  ]);
  const securitySchemes = Object.entries(toObject(components['securitySchemes'])).map(([name, scheme]) => [
    `my-${name}`,
    scheme,
  ]);
  return {
    ...other,
    openapi: '3.0.3',
    servers: [
      { url: 'https://staging.example/v0' },
      { url: `https://{host}${base}/`, variables: { host: { default: 'api.example' } } },
    ],
    security: (other['security'] as object[]).map((way) => ({ [`my-${Object.keys(way)[0] ?? ''}`]: [] })),
    components: {
      ...components,
      schemas: Object.fromEntries(schemas) as Json,
      securitySchemes: Object.fromEntries(securitySchemes) as Json,
    },
  };
}
