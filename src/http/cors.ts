import type { Headers, IncomingRequest } from './request.ts';
import type { MockResponse } from './response.ts';

/** The characters of a list of header names. */
const fieldNames = /^[\w!#$%&'*+.^`|~, \t-]+$/;

/**
 * Headers that let a page of an allowed origin read an answer (https://fetch.spec.whatwg.org/#http-cors-protocol). `*`
 * among the origins allows all.
 */
export function toCorsHeaders({ origin }: Headers, allowed: readonly string[]): Readonly<Record<string, string>> {
  if (allowed.length === 0) return {};
  if (allowed.includes('*')) return { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' };
  const vary = { Vary: 'Origin' };
  if (typeof origin !== 'string' || !allowed.includes(origin)) return vary;
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': '*', ...vary };
}

/**
 * The answer to the question of a browser whether a page of an allowed origin may send a request, without the headers that
 * every answer has. `undefined` for any other request.
 */
export function answerPreflight(
  { method, headers }: Omit<IncomingRequest, 'body'>,
  allowed: readonly string[],
): MockResponse | undefined {
  const { 'access-control-request-method': wanted, 'access-control-request-headers': names } = headers;
  if (method !== 'OPTIONS' || !isNames(wanted)) return undefined;
  if (!('Access-Control-Allow-Origin' in toCorsHeaders(headers, allowed))) return undefined;
  return {
    status: 204,
    // `*` would not cover `Authorization`.
    headers: {
      'Access-Control-Allow-Methods': wanted,
      ...(isNames(names) && { 'Access-Control-Allow-Headers': names }),
    },
    body: '',
  };
}

function isNames(value: Headers[string]): value is string {
  return typeof value === 'string' && fieldNames.test(value);
}
