import { keepProcessAlive } from '../runtime/clock.ts';
import { createByteCollector } from '../runtime/byte-collector.ts';
import { byteLengthOf } from '../runtime/utf8.ts';
import { hasLength, type MockResponse, type Outcome } from './response.ts';
import type { MockRequest, Headers as PlainHeaders } from './request.ts';
import { toStatusText } from './status-text.ts';

/** `fetch` of the Fetch API, but the mock answers it without a network. A URL may be relative. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A broken connection rejects as Node's `fetch` does: with a `TypeError` whose cause is ECONNRESET. */
export function createFetch(handle: (request: MockRequest) => Promise<Outcome>): Fetch {
  return async (input, init) => {
    const request = toQuickRequest(input, init) ?? (await readRequest(input, init));
    request.signal?.throwIfAborted();
    const outcome = await handle(request);
    request.signal?.throwIfAborted();
    if ('broken' in outcome) {
      throw toNetworkError(
        Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' }),
      );
    }
    const response = toResponse(outcome, request);
    return describe(response, request.url.replace(/#.*/s, ''));
  };
}

/** An outcome as a `Response`. A broken connection gives `Response.error()`. The signal comes from the client. */
export function toResponse(outcome: Outcome, { method, signal }: Pick<MockRequest, 'method' | 'signal'>): Response {
  if ('broken' in outcome) return Response.error();
  const { status, headers, body, pieces } = outcome;
  const length = hasLength(outcome, method) ? { 'Content-Length': String(byteLengthOf(body)) } : {};
  const isBodyless = method === 'HEAD' || status === 204;
  return new Response(isBodyless ? null : toBody(body, pieces, signal), {
    status,
    statusText: toStatusText(status),
    headers: { ...headers, ...length },
  });
}

function toBody(
  body: string,
  pieces: MockResponse['pieces'],
  signal: AbortSignal | undefined,
): ConstructorParameters<typeof Response>[0] {
  if (pieces) return toStream(pieces, signal);
  // An empty text would get a type.
  return body === '' ? new Uint8Array() : body;
}

/** Gives a response, and its clones, what only the network gives. */
function describe(response: Response, url: string): Response {
  return Object.defineProperties(response, {
    url: { value: url },
    type: { value: 'basic' },
    clone: { value: () => describe(Response.prototype.clone.call(response), url) },
  });
}

/** The methods that a `Request` takes as they are. */
const quickMethods = new Set<unknown>(['GET', 'POST', 'PUT', 'DELETE']);
const quickNames = new Set<unknown>(['method', 'headers', 'body', 'signal', 'redirect']);
/** The mock never redirects, so these differ in nothing. */
const redirects = new Set<unknown>(['follow', 'error', 'manual']);

/** What most clients give to `fetch`. */
interface QuickInit {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly redirect?: string;
}

/**
 * The request that `new Request(input, init)` makes of what most clients give, but many times faster. All else gives
 * `undefined`.
 */
function toQuickRequest(input: string | URL | Request, given: object | undefined): MockRequest | undefined {
  const init = given ?? {};
  if (typeof input !== 'string' || !isQuick(init)) return undefined;
  const { method = 'GET', headers, body, signal } = init;
  const { protocol, username, password, href } = toUrl(input);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined;
  const sent = new Headers(headers);
  if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'text/plain;charset=UTF-8');
  return { method, url: href, headers: toPlainHeaders(sent), ...(body && { body }), ...(signal && { signal }) };
}

function isQuick(init: object): init is QuickInit {
  if (Object.getPrototypeOf(init) !== Object.prototype) return false;
  if (!Reflect.ownKeys(init).every((name) => quickNames.has(name))) return false;
  const {
    method = 'GET',
    headers = {},
    body,
    signal,
    redirect = 'follow',
  } = init as Partial<Record<keyof QuickInit, unknown>>;
  return (
    quickMethods.has(method) &&
    redirects.has(redirect) &&
    typeof headers === 'object' &&
    headers !== null &&
    (body === undefined || (method !== 'GET' && typeof body === 'string' && isWellFormed(body))) &&
    (signal === undefined || signal instanceof AbortSignal)
  );
}

/** Whether UTF-8 carries a text as it is. It has no half of a surrogate pair, and readers drop a byte order mark. */
function isWellFormed(text: string): boolean {
  return !/^\ufeff|\p{Surrogate}/u.test(text);
}

async function readRequest(input: string | URL | Request, init: RequestInit | undefined): Promise<MockRequest> {
  const request = new Request(input instanceof Request ? input : toUrl(input), init);
  const { method, headers, signal, url } = request;
  signal.throwIfAborted();
  if (!/^https?:/.test(url)) throw toNetworkError(new Error('unknown scheme'));
  return { method, url, headers: toPlainHeaders(headers), body: await readRequestBody(request), signal };
}

/** A whole URL. What begins with a slash is a path. */
function toUrl(input: string | URL): URL {
  const text = String(input);
  const base = 'http://localhost';
  return new URL(text.startsWith('/') ? base + text : text, base);
}

/**
 * Reads the body of a request. Rejects when the client gives up, although its stream may go on. A stream that breaks is a
 * network error.
 */
export async function readRequestBody(request: Request): Promise<Uint8Array> {
  const { signal } = request;
  signal.throwIfAborted();
  const release = keepProcessAlive(signal);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  const bytes = readBytes(request).catch((cause: unknown) => {
    throw toNetworkError(cause);
  });
  return Promise.race([bytes, aborted]).finally(release);
}

/** The bytes of a body. Its stream may have no end, so it is cancelled when the client gives up. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const { signal } = request;
  // Some browsers have no `body` in a request.
  const body: ReadableStream<unknown> | null | undefined = request.body;
  if (!body) return new Uint8Array(await request.arrayBuffer());
  const reader = body.getReader();
  signal.addEventListener('abort', () => void reader.cancel(signal.reason).catch(() => undefined), { once: true });
  const bytes = createByteCollector();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.take();
    if (!isBytes(value)) throw new TypeError('Received non-Uint8Array chunk');
    // A client may use the memory of a piece for the next one.
    bytes.add(value.slice());
  }
}

/** In Jest, each test file has a `Uint8Array` of its own. */
function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** Headers as a network carries them: without the blanks at the ends, which joined values can have. */
export function toPlainHeaders(headers: Headers): PlainHeaders {
  return Object.fromEntries([...headers].map(([name, value]) => [name, value.replaceAll(/^[\t ]+|[\t ]+$/g, '')]));
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

function toNetworkError(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}
