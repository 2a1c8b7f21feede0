import { setupServer } from 'msw/node';
import { describe, expect, onTestFinished } from 'vitest';
import { createMock, documents, type ApiName, type Mock, type MockOptions } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { handlers } from 'vf-mock/msw';

/** The two APIs. */
export const apiNames = Object.keys(documents).filter((name): name is ApiName => name !== 'admin');

export const key = `sk_test_${'0'.repeat(32)}`;
export const otherKey = `sk_live_${'1'.repeat(32)}`;
export const bot = 'x1640004486565';

/** A mock behind one of the adapters. */
export interface Bench {
  readonly mock: Mock;
  /** Sends a request unchanged. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON to VibeFollow with POST and a key. */
  vibefollow(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends JSON to Yellow.ai with a key. A path without a bot means the default bot. */
  yellow(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

type Send = Bench['send'];

const adapters: Record<string, (mock: Mock) => Promise<Send>> = {
  fetch: async (mock) => Promise.resolve(async (path: string, init?: RequestInit) => mock.fetch(path, init)),

  msw: async (mock) => {
    const server = setupServer(...handlers(mock));
    server.listen({ onUnhandledRequest: 'error' });
    onTestFinished(() => server.close());
    const hostOf = (path: string): string =>
      path.startsWith('/cdp/') ? 'https://r3.cloud.yellow.ai' : 'https://api.vibefollow.com';
    return Promise.resolve(async (path: string, init?: RequestInit) => fetch(hostOf(path) + path, init));
  },

  express: async (mock) => {
    const server = await serve(mock);
    onTestFinished(async () => server.close());
    return async (path: string, init?: RequestInit) => fetch(server.url + path, init);
  },
};

type Tests = (open: (options?: MockOptions) => Promise<Bench>) => void;

/** Runs the tests in `body` once through each adapter. */
export function throughEachAdapter(body: Tests): void {
  throughAdapters(Object.entries(adapters), body);
}

/** The same without MSW, which leaves all paths that are no API's to other handlers. */
export function throughAdaptersOfEachPath(body: Tests): void {
  throughAdapters(
    Object.entries(adapters).filter(([name]) => name !== 'msw'),
    body,
  );
}

function throughAdapters(all: [name: string, connect: (mock: Mock) => Promise<Send>][], body: Tests): void {
  describe.each(all)('through %s', (_name, connect) => {
    body(async (options) => openWith(connect, options));
  });
}

/** A mock in process, for tests that do not depend on the adapter. */
export async function open(options?: MockOptions): Promise<Bench> {
  return openWith(async (mock) => Promise.resolve(async (path, init) => mock.fetch(path, init)), options);
}

async function openWith(connect: (mock: Mock) => Promise<Send>, options?: MockOptions): Promise<Bench> {
  const mock = createMock({ clock: 'manual', ...options });
  const send = await connect(mock);
  // For a client, a bug inside the mock is a 500. Here it fails the test.
  onTestFinished(() => {
    expect(mock.journal.exchanges().filter(({ bug }) => bug !== undefined)).toEqual([]);
  });
  return {
    mock,
    send,
    vibefollow: async (path, body, headers = {}) =>
      send(`/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    yellow: async (method, path, body, headers = {}) =>
      send(`/cdp/api/v1${withBot(path)}`, {
        method,
        headers: { 'x-api-key': 'secret', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

function withBot(path: string): string {
  if (/[?&]bot=/.test(path)) return path;
  return `${path}${path.includes('?') ? '&' : '?'}bot=${bot}`;
}

/** The parts of an answer that tests check: its status and its JSON. */
export async function read(response: Response): Promise<{ status: number; body: unknown }> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
