import { keepProcessAlive } from '../runtime/clock.ts';
import { byteLengthOf } from '../runtime/utf8.ts';
import type { Outcome } from './response.ts';
import type { MockRequest, Headers as PlainHeaders } from './request.ts';

/** `fetch` of the Fetch API, but the mock answers it without a network. A URL may be relative. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A broken connection rejects as Node's `fetch` does: with a `TypeError` whose cause is ECONNRESET. */
export function createFetch(handle: (request: MockRequest) => Promise<Outcome>): Fetch {
  return async (input, init = {}) => {
    const request =
      input instanceof Request || !isPlain(init.body) ? await readRequest(input, init) : toRequest(input, init);
    request.signal?.throwIfAborted();
    const outcome = await handle(request);
    request.signal?.throwIfAborted();
    if ('broken' in outcome) throw toNetworkError();
    return toResponse(outcome, request.signal);
  };
}

/** An outcome as a `Response`. A broken connection gives `Response.error()`. `signal` comes from the client. */
export function toResponse(outcome: Outcome, signal?: AbortSignal): Response {
  if ('broken' in outcome) return Response.error();
  const { status, headers, body, pieces } = outcome;
  if (pieces) return new Response(toStream(pieces, signal), { status, headers });
  // The answer to HEAD has its own length, or none if that of GET comes in pieces.
  if (body === '') return new Response(null, { status, headers });
  return new Response(body, { status, headers: { 'Content-Length': String(byteLengthOf(body)), ...headers } });
}

/** The fast path for most requests. It makes no `Request` object and no copy of the body. */
function toRequest(input: string | URL, { method = 'GET', headers, body, signal }: RequestInit): MockRequest {
  const plain = toPlainHeaders(new Headers(headers));
  // `fetch` sends this type with a text body that has no type.
  const type =
    typeof body === 'string' && !('content-type' in plain) ? { 'content-type': 'text/plain;charset=UTF-8' } : {};
  return {
    method: method.toUpperCase(),
    url: String(input),
    headers: { ...plain, ...type },
    ...(body && { body: body as string | Uint8Array }),
    ...(signal && { signal }),
  };
}

async function readRequest(input: string | URL | Request, init: RequestInit): Promise<MockRequest> {
  const url = input instanceof Request ? input : new URL(input, 'http://localhost');
  const request = new Request(url, { ...init, ...(init.body && { duplex: 'half' }) });
  const { method, headers, signal } = request;
  const body = await readRequestBody(request);
  return { method, url: request.url, headers: toPlainHeaders(headers), body, signal };
}

/** Reads the body of a request. Rejects when the client gives up, although its stream may go on. */
export async function readRequestBody(request: Request): Promise<Uint8Array> {
  const { signal } = request;
  signal.throwIfAborted();
  const release = keepProcessAlive(signal);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return new Uint8Array(await Promise.race([request.arrayBuffer(), aborted]).finally(release));
}

function isPlain(body: RequestInit['body']): boolean {
  return body === undefined || body === null || typeof body === 'string' || body instanceof Uint8Array;
}

function toPlainHeaders(headers: Headers): PlainHeaders {
  return Object.fromEntries(headers);
}

function toStream(pieces: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  let release: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller): Promise<void> {
      release = keepProcessAlive(signal);
      try {
        const piece = await iterator.next();
        if (piece.done === true) controller.close();
        else controller.enqueue(piece.value);
      } catch (cause) {
        controller.error(signal?.aborted === true ? signal.reason : new TypeError('terminated', { cause }));
      } finally {
        release();
      }
    },
    cancel(): void {
      release();
      // Not awaited, since it returns only after the delay of the current piece.
      void iterator.return?.();
    },
  });
}

function toNetworkError(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
  return new TypeError('fetch failed', { cause });
}
