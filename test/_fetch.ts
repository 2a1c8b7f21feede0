import { setupServer } from 'msw/node';
import { createMock, type Mock } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { handlers } from 'vf-mock/msw';

/** Makes the arguments of `fetch` for a base URL. */
export type Call = (base: string) => Parameters<typeof fetch>;

/** What the client met, and what the mock got. */
export type Observed = Readonly<Record<string, unknown>>;

export async function throughFetch(args: Call): Promise<Observed> {
  const mock = create();
  return observe(mock, 'http://vf.test', async () => mock.fetch(...args('http://vf.test')));
}

export async function throughMsw(args: Call): Promise<Observed> {
  const mock = create();
  const server = setupServer(...handlers(mock, 'http://vf.test'));
  server.listen({ onUnhandledRequest: 'error' });
  try {
    return await observe(mock, 'http://vf.test', async () => fetch(...args('http://vf.test')));
  } finally {
    server.close();
  }
}

export async function throughServer(args: Call): Promise<Observed> {
  const mock = create();
  const server = await serve(mock);
  try {
    return await observe(mock, server.url, async () => fetch(...args(server.url)));
  } finally {
    await server.close();
  }
}

function create(): Mock {
  return createMock({ clock: 'manual', journalBodies: true });
}

async function observe(mock: Mock, base: string, call: () => Promise<Response>): Promise<Observed> {
  const met = await call().then(
    async (response) => describeResponse(response, base),
    (error: unknown) => ({ error: (error as Error).name }),
  );
  const got = mock.journal.exchanges().map(({ connection: __, request, ...exchange }) => ({
    ...exchange,
    body: request?.body,
    headers: Object.fromEntries(
      (request?.headers ?? [])
        .map(({ name, value }) => [name, value] as const)
        .filter(([name]) => !networkHeaders.test(name)),
    ),
  }));
  return { ...met, got, others: mock.journal.countOthers(), state: mock.snapshot() };
}

/** Headers that a network client adds. */
const networkHeaders =
  /^(host|connection|accept|accept-language|accept-encoding|sec-fetch-mode|user-agent|content-length|transfer-encoding)$/;

async function describeResponse(response: Response, base: string): Promise<Observed> {
  const { status, statusText, url, redirected, type, ok, body } = response;
  const clone = response.clone();
  const all = [...response.headers].filter(([name]) => !/^(connection|keep-alive)$/.test(name));
  return {
    ...{ status, statusText, redirected, type, ok, headers: all },
    url: url.replace(base, ''),
    clone: [clone.url.replace(base, ''), clone.type === type, await clone.text()],
    isBodyNull: body === null,
    text: await response.text(),
  };
}
