import type { Headers as PlainHeaders } from './api.ts';
import type { Answer, MockRequest } from './pipeline.ts';

/** The Fetch API's `fetch`, answered without a network. A URL may be relative. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export function createFetch(handle: (request: MockRequest) => Promise<Answer>): Fetch {
  return async (input, init = {}) => {
    const request =
      input instanceof Request || !isPlain(init.body) ? await readRequest(input, init) : toRequest(input, init);
    init.signal?.throwIfAborted();
    const { status, headers, body } = await handle(request);
    return new Response(body === '' ? null : body, { status, headers });
  };
}

/** The short way, for what clients send most: no `Request` object, and no copy of the body. */
function toRequest(input: string | URL, { method = 'GET', headers, body }: RequestInit): MockRequest {
  const plain = toPlainHeaders(new Headers(headers));
  // As `fetch` does for a text without a type.
  const type =
    typeof body === 'string' && !('content-type' in plain) ? { 'content-type': 'text/plain;charset=UTF-8' } : {};
  return {
    method: method.toUpperCase(),
    url: String(input),
    headers: { ...plain, ...type },
    ...(body && { body: body as string }),
  };
}

async function readRequest(input: string | URL | Request, init: RequestInit): Promise<MockRequest> {
  const url = input instanceof Request ? input : new URL(input, 'http://localhost');
  const request = new Request(url, { ...init, ...(init.body && { duplex: 'half' }) });
  const body = new Uint8Array(await request.arrayBuffer());
  return { method: request.method, url: request.url, headers: toPlainHeaders(request.headers), body };
}

function isPlain(body: RequestInit['body']): boolean {
  return body === undefined || body === null || typeof body === 'string' || body instanceof Uint8Array;
}

function toPlainHeaders(headers: Headers): PlainHeaders {
  return Object.fromEntries(headers);
}
