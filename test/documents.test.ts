import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { documents } from 'vf-mock';
import { bot, key, open } from './_setup.ts';

interface Exchange {
  readonly api: 'vibefollow' | 'yellow';
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: string;
  readonly example: unknown;
  readonly schema: object;
}

const exchanges = (['vibefollow', 'yellow'] as const).flatMap(toExchanges);

test('the documents describe the 5 and the 9 operations', () => {
  expect(exchanges.map(({ id }) => id)).toEqual([
    'upsertUser',
    'bulkUpsertUsers',
    'trackEvent',
    'batchTrackEvents',
    'bulkTrackEvents',
    'bulkCreateUsers',
    'getBulkCreation',
    'addUser',
    'listUsers',
    'getUser',
    'updateUser',
    'deleteUser',
    'createEvent',
    'listEvents',
  ]);
});

test.each([
  ['vibefollow', 'properties'],
  ['yellow', 'payload'],
] as const)(
  'in the types that a client generates from the document of %s, %s of an event is optional',
  async (api, name) => {
    const types = astToString(await openapiTS(JSON.stringify(documents[api])));
    const [record] = / EventRecord: \{[^]*?\n {8}\};/.exec(types) ?? [];
    expect(record).toContain(` ${name}?: `);
  },
);

test.each(exchanges)(
  'the example of $id gets the documented answer',
  async ({ api, id, method, path, body, status, example, schema }) => {
    const { mock, send } = await open();
    await send(`/cdp/api/v1/user?bot=${bot}`, toInit('POST', { userId: '1001' }));
    const started = await send(
      `/cdp/api/v1/user/create-bulk?bot=${bot}`,
      toInit('POST', { users: [{ userId: '1002' }] }),
    );
    const { data: creation } = (await started.json()) as { data: string };
    const query = { bot, userId: '1001', id: creation };
    const target =
      path.replace('{userId}', '1001') + (api === 'yellow' ? `?${new URLSearchParams(query).toString()}` : '');
    const answer = await send(id === 'getUser' ? target.replace('&userId=1001', '') : target, toInit(method, body));
    expect(String(answer.status)).toBe(status);
    const answered: unknown = await answer.json();
    const validate = compile(api, schema);
    expect([validate(answered), validate.errors]).toEqual([true, null]);
    expect([validate(example), validate.errors]).toEqual([true, null]);
    expect(Object.keys(answered as object)).toEqual(Object.keys(example as object));
    expect(mock.journal.exchanges().at(-1)).toMatchObject({ operation: id, status: Number(status) });
  },
);

test('every operation documents the statuses that any call can get', () => {
  const shared = {
    vibefollow: [400, 401, 403, 409, 413, 422, 429, 500, 503],
    yellow: [400, 401, 406, 413, 429, 500, 503],
  };
  for (const [api, statuses] of Object.entries(shared)) {
    for (const { operationId, responses } of operationsOf(api as 'vibefollow')) {
      expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(statuses.map(String)));
    }
  }
});

test('the document of the options names every operation where it names operations', () => {
  const ids = (api: string): string[] => exchanges.filter((one) => one.api === api).map(({ id }) => id);
  const schemas = documents.admin.components.schemas as Record<string, { properties: Record<string, Listing> }>;
  expect((schemas['OperationId'] as Listing | undefined)?.enum).toEqual(exchanges.map(({ id }) => id));
  for (const [options, saved, api] of [
    ['VibeFollowOptions', 'SavedProject', 'vibefollow'],
    ['YellowOptions', 'SavedBot', 'yellow'],
  ] as const) {
    expect(Object.keys(schemas[options]?.properties['rateLimits']?.properties ?? {})).toEqual(ids(api));
    expect(Object.keys(schemas[saved]?.properties['windows']?.properties ?? {})).toEqual(ids(api));
  }
});

test.each(['vibefollow', 'yellow', 'admin'] as const)('the value of %s is its file', async (name) => {
  const file = await readFile(new URL(`../openapi/${name}.yaml`, import.meta.url), 'utf8');
  expect(withoutProse(documents[name])).toEqual(withoutProse(parse(file)));
  expect(JSON.stringify(documents[name])).toMatch(/"responses":\{"\w+":\{"description":"\w/);
});

/** The package has descriptions only where OpenAPI requires them. */
function withoutProse(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document), (name, value: unknown) =>
    name === 'description' && typeof value === 'string' ? undefined : value,
  );
}

interface Listing {
  readonly enum?: readonly string[];
  readonly properties?: object;
}

interface OperationObject {
  readonly operationId: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': MediaType } };
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: { readonly 'application/json': MediaType } }>
  >;
}

interface MediaType {
  readonly schema: object;
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}

function operationsOf(api: 'vibefollow' | 'yellow'): (OperationObject & { method: string; path: string })[] {
  return Object.entries(documents[api].paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      method === 'parameters' ? [] : [{ ...(operation as OperationObject), method: method.toUpperCase(), path }],
    ),
  );
}

function toExchanges(api: 'vibefollow' | 'yellow'): Exchange[] {
  return operationsOf(api).map(({ operationId, method, path, requestBody, responses }) => {
    const [status = '', given] = Object.entries(responses)[0] ?? [];
    const name = given?.$ref?.split('/').at(-1) ?? '';
    const { responses: shared } = documents[api].components as unknown as { responses: OperationObject['responses'] };
    const { schema = {}, examples = {} } = (given?.content ?? shared[name]?.content)?.['application/json'] ?? {};
    const body = Object.values(requestBody?.content['application/json'].examples ?? {})[0]?.value;
    return { api, id: operationId, method, path, body, status, example: Object.values(examples)[0]?.value, schema };
  });
}

function toInit(method: string, body: unknown): RequestInit {
  const headers = { authorization: `Bearer ${key}`, 'x-api-key': 'secret', 'content-type': 'application/json' };
  return { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

function compile(api: 'vibefollow' | 'yellow', schema: object): ReturnType<Ajv2020['compile']> {
  const ajv = new Ajv2020({ strict: false });
  formats.default.default(ajv);
  ajv.addSchema({ ...documents[api], $id: 'document' });
  const text = JSON.stringify(schema).replaceAll('"#/', '"document#/');
  return ajv.compile(JSON.parse(text) as object);
}
