import { readdir, readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { documents, type Mock, type MockOptions, type RuleId } from '../../src/index.ts';
import { apiNames, listOperations } from '../../src/openapi/router.ts';

const key = `sk_test_${'0'.repeat(32)}`;

type Part = Record<string, unknown>;

/** A fact of a document, a story in which a rule reads it, and the outcomes with and without the fact. */
interface Fact {
  readonly name: string;
  readonly rule: RuleId;
  readonly options?: MockOptions;
  readonly story: (mock: Mock) => Promise<void>;
  readonly expected?: readonly string[];
  readonly documented: string;
  readonly change: (documents: { vibefollow: Part; yellow: Part }) => void;
  readonly changed: string;
}

const facts: readonly Fact[] = [
  {
    name: 'x-deletes, by which a user that the client deleted must be sent again',
    rule: 'complete',
    options: { faults: [{ on: { operation: 'addUser', call: 2 }, fault: { status: 503 } }] },
    story: async (mock) => {
      await yellow(mock, 'POST', '/user', { userId: 'a' });
      await yellow(mock, 'DELETE', '/user/a');
      await yellow(mock, 'POST', '/user', { userId: 'a' });
    },
    documented: 'failed',
    change: (all) => unset(all.yellow, 'paths', '/cdp/api/v1/user/{userId}', 'delete', 'x-deletes'),
    changed: 'passed',
  },
  {
    name: 'an Idempotency-Key among the parameters, without which an event may be doubled',
    rule: 'exactly-once-effect',
    options: { faults: [{ on: { attempt: 1 }, fault: { kind: 'reset', applied: true } }] },
    story: async (mock) => {
      await vibefollow(mock, '/events', { external_user_id: 'a', name: 'feature_used' });
      await vibefollow(mock, '/events', { external_user_id: 'a', name: 'feature_used' });
    },
    documented: 'failed',
    change: (all) => unset(all.vibefollow, 'paths', '/api/v1/events', 'post', 'parameters'),
    changed: 'passed',
  },
  {
    name: 'x-bad-row, by which a refusal names the bad row',
    rule: 'drops-invalid-row',
    story: async (mock) => {
      await yellow(mock, 'POST', '/user/create-bulk', { users: [{ userId: 'a', email: 'broken' }, { userId: 'b' }] });
    },
    documented: 'failed',
    change: (all) => unset(all.yellow, 'components', 'responses', 'BadRequest', 'x-bad-row'),
    changed: 'not applicable',
  },
  {
    name: 'x-lists-rejected, by which a success reports the records that it rejects',
    rule: 'complete',
    story: async (mock) => {
      await vibefollow(mock, '/users/bulk', { users: [{ external_user_id: 'a', email: 'broken' }] });
    },
    expected: ['a'],
    documented: 'passed',
    change: (all) => unset(all.vibefollow, 'components', 'responses', 'BulkResult', 'x-lists-rejected'),
    changed: 'failed',
  },
  {
    name: 'x-error-codes, by which an error says that the queue is full',
    rule: 'queue-full-backs-off',
    options: { faults: [{ on: { attempt: 1 }, fault: { status: 429, code: 'backfill_queue_full' } }] },
    story: async (mock) => {
      await vibefollow(mock, '/users/bulk', { users: [{ external_user_id: 'a' }] });
    },
    documented: 'passed',
    change: (all) => unset(all.vibefollow, 'components', 'responses', 'TooManyRequests', 'x-error-codes'),
    changed: 'not applicable',
  },
  {
    name: 'x-error-codes, by which an error says that another Idempotency-Key is needed',
    rule: 'no-retry-on-permanent',
    options: {
      faults: [
        { fault: { status: 422, code: 'idempotency_key_reuse' }, times: 1 },
        { fault: { status: 503 }, times: 1 },
      ],
    },
    story: async (mock) => {
      for (const digit of [1, 2, 3]) {
        const headers = { 'idempotency-key': `00000000-0000-4000-8000-00000000000${digit}` };
        await vibefollow(mock, '/users', { external_user_id: 'a' }, headers);
      }
    },
    documented: 'passed',
    change: (all) => {
      unset(all.vibefollow, 'components', 'responses', 'Invalid', 'x-error-codes');
      unset(all.vibefollow, 'components', 'responses', 'Conflict', 'x-error-codes');
    },
    changed: 'failed',
  },
  {
    name: 'x-error-codes, by which an error says that the first request of an Idempotency-Key is under way',
    rule: 'no-retry-on-permanent',
    options: { faults: [{ fault: { status: 409, code: 'idempotency_key_in_progress' } }] },
    story: async (mock) => {
      for (let time = 0; time < 2; time += 1) await vibefollow(mock, '/users', { external_user_id: 'a' });
    },
    documented: 'not applicable',
    change: (all) => unset(all.vibefollow, 'components', 'responses', 'Conflict', 'x-error-codes'),
    changed: 'failed',
  },
  {
    name: 'x-records with upsert, by which the same user twice is one user',
    rule: 'exactly-once-effect',
    options: { faults: [{ on: { attempt: 1 }, fault: { kind: 'reset', applied: true } }] },
    story: async (mock) => {
      await vibefollow(mock, '/users', { external_user_id: 'a' });
      await vibefollow(mock, '/users', { external_user_id: 'a' });
    },
    documented: 'passed',
    change: (all) => unset(all.vibefollow, 'paths', '/api/v1/users', 'post', 'x-records', 'upsert'),
    changed: 'failed',
  },
];

describe('what the rules ask of an operation stands in its document', () => {
  afterEach(() => {
    vi.doUnmock('../../src/generated/documents.ts');
    vi.resetModules();
  });

  test.each(facts)('$name: $documented, and without it $changed', async ({ change, documented, changed, ...fact }) => {
    expect(await judge(fact)).toBe(documented);
    expect(await judge(fact, change)).toBe(changed);
  });

  test('the names of ids come from x-records', async () => {
    const { createMock } = await load((all) => {
      const post = partAt(all.vibefollow, 'paths', '/api/v1/users', 'post', 'x-records');
      post['key'] = 'email';
    });
    expect(() => createMock().verdicts({ expected: [{}] })).toThrow('with email or external_user_id or userId.');
  });

  test('an operation that deletes what its path does not name is refused', async () => {
    const loading = load((all) => {
      partAt(all.yellow, 'paths', '/cdp/api/v1/user/{userId}', 'delete')['x-deletes'] = 'id';
    });
    await expect(loading).rejects.toThrow('x-deletes names the parameter id, which /cdp/api/v1/user/{userId} does not');
  });
});

const folder = new URL('../../src/rules/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'));

/** Names that only a document may contain: APIs, operations, ids of records, error codes with a meaning. */
const names = [
  ...apiNames,
  ...listOperations().map(({ id }) => id),
  ...listOperations().flatMap(({ records }) => records?.key ?? []),
  ...listOperations().flatMap(({ errorMeanings }) => [...errorMeanings.keys()]),
];

test.each(files)('src/rules/%s names no API, operation, id or error code', async (file) => {
  const text = await readFile(new URL(file, folder), 'utf8');
  // The `source` of a rule may cite a page of a vendor.
  const code = text.replaceAll(/\bsource(?::| =)\s*(['"`]).*?\1/gs, '');
  expect([...new Set(names)].filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(code))).toEqual([]);
});

/** The outcome of the rule that reads the fact. */
async function judge(
  { rule, options, story, expected }: Omit<Fact, 'name' | 'change' | 'documented' | 'changed'>,
  change: Fact['change'] = () => undefined,
): Promise<string | undefined> {
  const { createMock } = await load(change);
  const mock = createMock({ clock: 'manual', ...options });
  await story(mock);
  const { verdicts } = mock.verdicts(expected && { expected });
  return verdicts.find((verdict) => verdict.rule === rule)?.outcome;
}

/** Loads the package with changed documents. */
async function load(change: Fact['change']): Promise<typeof import('../../src/index.ts')> {
  const changed = structuredClone(documents);
  change(changed);
  vi.resetModules();
  const { admin, ...apiDocuments } = changed;
  vi.doMock('../../src/generated/documents.ts', () => ({ admin, apiDocuments }));
  return import('../../src/index.ts');
}

function partAt(document: Part, ...path: readonly string[]): Part {
  return path.reduce((part, name) => part[name] as Part, document);
}

function unset(document: Part, ...path: readonly string[]): void {
  const part = partAt(document, ...path.slice(0, -1));
  // The removal of a missing fact would prove nothing.
  expect(part).toHaveProperty([path.at(-1) ?? '']);
  Reflect.deleteProperty(part, path.at(-1) ?? '');
}

async function vibefollow(mock: Mock, path: string, body: object, headers = {}): Promise<void> {
  const sent = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers };
  await send(mock, `/api/v1${path}`, { method: 'POST', headers: sent, body: JSON.stringify(body) });
}

async function yellow(mock: Mock, method: string, path: string, body?: object): Promise<void> {
  const headers = { 'x-api-key': 'secret', 'content-type': 'application/json' };
  await send(mock, `/cdp/api/v1${path}?bot=b`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

/** Sends a request. A lost answer is ignored. */
async function send(mock: Mock, path: string, init: RequestInit): Promise<void> {
  await mock.fetch(path, init).catch(() => undefined);
}
