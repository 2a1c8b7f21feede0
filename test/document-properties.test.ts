import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents, type MockOptions } from 'vf-mock';
import {
  mutationsOf,
  operationsOf,
  resolveReference,
  type DocumentedOperation,
  type DocumentName,
  type RequestDraft,
} from './_documents.ts';
import { requestsOf } from './_requests.ts';
import { key, open, read } from './_setup.ts';
import { misspellingsOf } from './_unknowns.ts';

const described = (['vibefollow', 'yellow'] as const).flatMap(operationsOf);
/** The nightly script sets the number of cases and the seed. The defaults are few cases and a fixed seed. */
const cases = Number(process.env['VF_MOCK_CASES'] ?? 420);
const seed = Number(process.env['VF_MOCK_SEED'] ?? 20_260_101);
const runs = { seed, numRuns: Math.ceil(cases / described.length / 3) };

describe.each(described)('$id', (operation) => {
  test('answers each request that keeps the document as documented, and never finds fault with it', async () => {
    await fc.assert(
      fc.asyncProperty(requestsOf(operation), async (request) => {
        const { status, violations, unknown } = await send(operation, request, { strict: true });
        expect([violations, unknown]).toEqual([[], []]);
        // The schemas do not know which users and bulk creations exist, and which times are valid.
        expect([200, 202, ...(operation.api === 'yellow' ? [400, 404] : [])]).toContain(status);
      }),
      runs,
    );
  });

  test('answers each request that breaks the document in one place as documented', async () => {
    const broken = requestsOf(operation).chain((request) => {
      const mutations = mutationsOf(operation, request);
      return mutations.length === 0 ? fc.constant(undefined) : fc.constantFrom(...mutations);
    });
    await fc.assert(
      fc.asyncProperty(broken, async (mutation) => {
        if (mutation === undefined) return;
        const { status, answer, violations } = await send(operation, mutation.request);
        // If records are validated one by one, the status of a rejection is 200.
        const isReported = status === 200 && (answer as { data?: { rejected?: number } }).data?.rejected === 1;
        expect([mutation.what, isReported || [400, 422].includes(status)]).toEqual([mutation.what, true]);
        expect([mutation.what, violations.length]).toEqual([mutation.what, isForm(mutation.what, operation) ? 1 : 0]);
      }),
      runs,
    );
  });

  test('notes each name that the document does not know, and refuses it when strict', async () => {
    const names = fc.constantFrom('emial', '__proto__', 'constructor', 'x y', '0', 'ünï');
    const misspelt = fc
      .tuple(requestsOf(operation), names)
      .chain(([request, name]) => fc.constantFrom(...misspellingsOf(operation, request, name)));
    await fc.assert(
      fc.asyncProperty(misspelt, async ({ path, request }) => {
        const { violations, unknown } = await send(operation, request);
        expect([violations, unknown]).toEqual([[], [path]]);
        const strict = await send(operation, request, { strict: true });
        const isSingle = operation.api === 'vibefollow' && operation.operation['x-records']?.judged !== 'separately';
        expect([strict.status, strict.unknown, strict.applied]).toEqual([isSingle ? 422 : 400, [path], false]);
        expect(JSON.stringify(strict.answer)).toContain(JSON.stringify(path).slice(1, -1));
      }),
      runs,
    );
  });
});

/** Whether the violation concerns the form. Records are data, and their number has a separate rule. */
function isForm(what: string, { operation }: DocumentedOperation): boolean {
  const { 'x-records': records } = operation;
  const isOfRecord = records && (records.property === undefined ? /^body\./ : /^body\.\w+\[/).test(what);
  return isOfRecord !== true && !what.endsWith('too many');
}

/** The result of a request. */
interface Sent {
  readonly status: number;
  readonly answer: unknown;
  readonly violations: readonly string[];
  readonly unknown: readonly string[];
  readonly applied: number | boolean | undefined;
}

/** Sends a request to a new mock, and checks the answer against the document. */
async function send(
  operation: DocumentedOperation,
  { query, path, headers, body }: RequestDraft,
  options: MockOptions = {},
): Promise<Sent> {
  const { mock, send: fetch } = await open(options);
  const place = operation.path.replace('{userId}', encodeURIComponent(String(path['userId'])));
  const search = new URLSearchParams(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  ).toString();
  const keys = { authorization: `Bearer ${key}`, 'x-auth-token': 'secret', 'content-type': 'application/json' };
  const { status, body: answer } = await read(
    await fetch(`${place}${search === '' ? '' : `?${search}`}`, {
      method: operation.method,
      headers: { ...keys, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  expect(Object.keys(operation.operation.responses)).toContain(String(status));
  const validate = validators.get(`${operation.id} ${status}`);
  if (answer === undefined) expect(validate).toBe(undefined);
  else expect([validate?.(answer), validate?.errors]).toEqual([true, null]);
  const [{ violations = [], unknown = [], applied } = {}] = mock.journal.exchanges();
  return { status, answer, violations, unknown, applied };
}

const ajv = new Ajv2020({ strict: false });
formats.default.default(ajv);
for (const api of ['vibefollow', 'yellow'] as const) ajv.addSchema({ ...documents[api], $id: api });

/** The validators of all documented answers with a body. */
const validators = new Map(
  described.flatMap(({ api, id, operation }) =>
    Object.entries(operation.responses).flatMap(([status, given]) => {
      const schema = resolveReference(api, given).content?.['application/json']?.schema;
      return schema === undefined ? [] : [[`${id} ${status}`, ajv.compile(within(api, schema))] as const];
    }),
  ),
);

/** A schema whose references lead into the document. */
function within(api: DocumentName, schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${api}#/`)) as object;
}
