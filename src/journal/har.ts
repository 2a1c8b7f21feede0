import { summarizeExchange, type Exchange } from './exchange.ts';
import { toIso } from '../runtime/clock.ts';
import type { components } from '../generated/admin.ts';
import { version } from '../generated/version.ts';
import { documents } from '../openapi/router.ts';
import { toStatusText } from '../http/status-text.ts';
import { parseUrl } from '../http/url.ts';
import { byteLengthOf } from '../runtime/utf8.ts';

/** An HTTP archive, HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as JSON. */
export type Har = components['schemas']['Har'];
type Entry = components['schemas']['HarEntry'];
type Message = components['schemas']['Message'];
type Header = components['schemas']['NameAndValue'];

/** Chromium's error for each kind of break. A gateway's page is an ordinary answer, so it has none. */
const errors = {
  reset: 'net::ERR_CONNECTION_RESET',
  hang: 'net::ERR_ABORTED',
  truncate: 'net::ERR_CONTENT_LENGTH_MISMATCH',
  abort: 'net::ERR_ABORTED',
  garbage: undefined,
};

const httpVersion = 'HTTP/1.1';

/** Exchanges as an HTTP archive. `dropped` is the number of missing exchanges. */
export function toHar(exchanges: readonly Exchange[], dropped: number): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: 'vf-mock', version },
      pages: [],
      entries: exchanges.map(toEntry),
      ...(dropped > 0 && { comment: `The journal was full: ${dropped} older exchanges were dropped.` }),
    },
  };
}

function toEntry({ request, response, ...known }: Exchange): Entry {
  const facts = summarizeExchange(known);
  // A message is masked at each reading, so it is read once.
  const exchange = {
    ...known,
    ...(request && { request: { ...request } }),
    ...(response && { response: { ...response } }),
  };
  return {
    startedDateTime: toIso(exchange.at),
    time: exchange.duration,
    request: toRequest(exchange),
    response: toResponse(exchange),
    cache: {},
    timings: { send: 0, wait: exchange.duration, receive: 0 },
    ...(exchange.connection !== undefined && { connection: exchange.connection }),
    _vfExchange: facts,
  };
}

function toRequest({ method, api, path, query, size, idempotencyKey, request }: Exchange): Entry['request'] {
  const host = api === undefined ? 'http://localhost' : documents[api].servers[0]?.url;
  const url = toUri(`${host}${path.replace(/^(?!\/)/, '/')}${query === '' ? '' : `?${query}`}`);
  const headers = request?.headers ?? toHeaders('Idempotency-Key', idempotencyKey);
  return {
    method,
    url,
    httpVersion,
    cookies: [],
    headers,
    queryString: Object.entries(parseUrl(`?${query}`).query).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value: String(value) })),
    ),
    ...(request && request.body !== '' && { postData: { mimeType: findType(request), text: request.body } }),
    headersSize: -1,
    bodySize: size,
  };
}

function toResponse({ status = 0, broken, retryAfter, response }: Exchange): Entry['response'] {
  const size = response && byteLengthOf(response.body);
  const error = broken && errors[broken];
  return {
    status,
    statusText: status === 0 ? '' : toStatusText(status),
    httpVersion: status === 0 ? '' : httpVersion,
    cookies: [],
    headers: response?.headers ?? toHeaders('Retry-After', retryAfter),
    content: { size: size ?? 0, mimeType: findType(response), ...(response && { text: response.body }) },
    redirectURL: '',
    headersSize: -1,
    bodySize: size ?? -1,
    ...(error !== undefined && { _error: error }),
  };
}

function toHeaders(name: string, value: string | undefined): Header[] {
  return value === undefined ? [] : [{ name, value }];
}

/** Chromium writes `x-unknown` if there is no type. */
function findType(message: Message | undefined): string {
  return message?.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'x-unknown';
}

/** Makes a valid URI (RFC 3986). A client may send an invalid one, and the `…` of a masked key is not allowed. */
function toUri(url: string): string {
  return url
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/%(?![\da-f]{2})/gi, '%25')
    .replaceAll(/[^\w\-.~:/?@!$&'()*+,;=%]+/g, encodeURIComponent);
}
