import fc from 'fast-check';
import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { createMock, type FaultRule, type Mock, type MockOptions } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { handlers } from 'vf-mock/msw';
import { mutationsOf, operationsOf, type DocumentedOperation, type RequestDraft } from './_documents.ts';
import { requestsOf } from './_requests.ts';
import { bot, key, otherKey } from './_setup.ts';

interface Sent {
  /** Path and query, as a client writes them. */
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const described = (['vibefollow', 'yellow'] as const).flatMap(operationsOf);

/** Requests that keep the document, and those that break it in one place. */
const drafts = fc.oneof(
  ...described.map((operation) =>
    requestsOf(operation).chain((good) => {
      const mutations = mutationsOf(operation, good).map(({ request }) => request);
      return fc.constantFrom(good, good, ...mutations).map((draft) => toSent(operation, draft));
    }),
  ),
);

const textOf = (request: Sent): string => String(request.body ?? '{"users":[]}');
/** What makes a request unusual. Each takes a usual one. */
const changes: readonly ((request: Sent) => Sent)[] = [
  ...['/../v1', '/./', '/%2e/', '//', '/%75sers', '/üsers/日本', '/\ud800', '/%zz', '/ a b', '/nowhere', '\\users'].map(
    (rest) => (request: Sent) => ({ ...request, url: request.url.replace(/^(\/cdp)?\/api\/v1/, `$&${rest}`) }),
  ),
  ...[
    '&a=ü日本',
    '&a=\udfff',
    '&a=b c',
    "&a='|`<>",
    '&%zz',
    '&bot=other',
    '#fragment',
    '&a=%00',
    '\t\n',
    '&a=%2B+',
  ].map((rest) => (request: Sent) => ({ ...request, url: request.url.replace('#', '') + rest })),
  (request) => ({ ...request, url: request.url.replace('?', '/?') }),
  (request) => ({ ...request, url: request.url.replace(bot, 'bötchen') }),
  ...['get', 'Post', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'].map((method) => (request: Sent) => {
    const { body: _, ...others } = request;
    return /^(get|head)$/i.test(method) ? { ...others, method } : { ...request, method };
  }),
  ...[
    { authorization: '' },
    { authorization: `Bearer ${otherKey}` },
    { authorization: 'Bearer ü', 'x-api-key': 'ü' },
    { 'x-auth-token': 'a, b' },
    { 'content-type': 'text/plain' },
    { 'content-type': ' application/json ; charset=utf-8' },
    { 'content-encoding': 'gzip' },
    { accept: 'text/html' },
    { prefer: 'code=503' },
    { prefer: 'code=ü' },
    { 'idempotency-key': '00000000-0000-4000-8000-000000000001' },
    { 'idempotency-key': '00000000-0000-4000-8000-000000000002' },
    { 'idempotency-key': ' \t' },
    { origin: 'http://page.test' },
  ].map((headers) => (request: Sent) => ({ ...request, headers: { ...request.headers, ...headers } })),
  ...['', '{', '[]', 'null', '\ufeff{"users":[]}', '"\ud800"', '['.repeat(2000), 'ü'].map(
    (body) => (request: Sent) => withBody(request, body),
  ),
  (request) => withBody(request, textOf(request).replaceAll(/"([a-z]\w*)":"/g, '"$1":"\ud800\ufeff')),
  (request) => withBody(request, `\ufeff${textOf(request)}`),
  (request) => withBody(request, new TextEncoder().encode(textOf(request))),
  (request) => withBody(request, Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])),
];

const requests = fc.oneof(
  { weight: 3, arbitrary: drafts },
  { weight: 2, arbitrary: fc.tuple(drafts, fc.constantFrom(...changes)).map(([request, change]) => change(request)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(drafts, fc.constantFrom(...changes), fc.constantFrom(...changes))
      .map(([request, one, other]) => other(one(request))),
  },
);

const faults: FaultRule[] = [
  { on: { chance: 0.1 }, fault: { status: 503, retryAfter: { date: 3 }, applied: true } },
  { on: { chance: 0.05 }, fault: { kind: 'reset', applied: true } },
  { on: { chance: 0.05 }, fault: { kind: 'truncate' } },
  { on: { chance: 0.05, attempt: 1 }, fault: { kind: 'garbage', status: 502 } },
  { on: { chance: 0.05 }, fault: { kind: 'slow', ms: 0 } },
];
const options: MockOptions = {
  clock: 'manual',
  journalBodies: true,
  rateLimitHeaders: 'ietf',
  cors: ['http://page.test'],
  faults,
};

test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
  'two hundred random requests have one result through fetch, MSW and Express, seed %d',
  async (seed) => {
    const sent = fc.sample(requests, { seed, numRuns: 200 }).filter(({ url }) => isOurs(url));
    const own = await throughFetch(seed, sent);
    expect(own.answers.length).toBeGreaterThan(150);
    expect(await throughServer(seed, sent)).toEqual(own);
    expect(await throughMsw(seed, sent)).toEqual(own);
  },
);

interface Seen {
  readonly answers: readonly unknown[];
  readonly state: unknown;
  readonly journal: unknown;
  readonly verdicts: unknown;
}

async function throughFetch(seed: number, sent: readonly Sent[]): Promise<Seen> {
  const mock = createMock({ ...options, seed });
  return collect(mock, sent, async (url, init) => mock.fetch(`http://vf.test${url}`, init));
}

async function throughServer(seed: number, sent: readonly Sent[]): Promise<Seen> {
  const mock = createMock({ ...options, seed });
  const server = await serve(mock);
  try {
    return await collect(mock, sent, async (url, init) => fetch(server.url + url, init));
  } finally {
    await server.close();
  }
}

async function throughMsw(seed: number, sent: readonly Sent[]): Promise<Seen> {
  const mock = createMock({ ...options, seed });
  const server = setupServer(...handlers(mock, 'http://vf.test'));
  server.listen({ onUnhandledRequest: 'error' });
  try {
    return await collect(mock, sent, async (url, init) => fetch(`http://vf.test${url}`, init));
  } finally {
    server.close();
  }
}

async function collect(
  mock: Mock,
  sent: readonly Sent[],
  send: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Seen> {
  mock.clock.autoAdvance();
  const answers: unknown[] = [];
  for (const { url, ...init } of sent) {
    answers.push(await send(url, init).then(toSeen, (error: unknown) => (error as Error).name));
    await mock.clock.advance(100);
  }
  const journal = mock.journal.exchanges().map(({ connection: _, request, ...exchange }) => ({
    ...exchange,
    body: request?.body,
  }));
  return { answers, state: mock.snapshot(), journal, verdicts: mock.verdicts() };
}

async function toSeen(response: Response): Promise<unknown> {
  const { status, statusText, headers } = response;
  const all = Object.fromEntries([...headers].filter(([name]) => !/^(connection|keep-alive)$/.test(name)));
  const text = await response.text().catch((error: unknown) => (error as Error).name);
  return { status, statusText, headers: all, text };
}

function toSent({ method, path }: DocumentedOperation, { query, path: params, headers, body }: RequestDraft): Sent {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(toText(params[name])));
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, toText(value)] as [string, string]),
  ).toString();
  return {
    url: `${filled}?${search}`,
    method,
    headers: { authorization: `Bearer ${key}`, 'x-api-key': 'secret', 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** A value as text. Some random objects have no `toString`. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function withBody({ method, ...request }: Sent, body: Sent['body'] & {}): Sent {
  return { ...request, method: /^(get|head)$/i.test(method) ? 'POST' : method, body };
}

/** Whether a URL leads to an API. MSW leaves all others to other handlers. */
function isOurs(url: string): boolean {
  return /^\/(cdp\/)?api\/v1(\/|$)/.test(new URL(`http://vf.test${url}`).pathname);
}
