import { joinPieces, toJsonPieces } from '../runtime/json-pieces.ts';
import { byteLengthOf, encodeUtf8 } from '../runtime/utf8.ts';

/** An answer before its body is written as JSON. */
export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  /** Written as JSON. An answer without it has an empty body. */
  readonly body?: object;
  /** The parts of a body that is no JSON, if the admin API answers. Its type is among the headers. */
  readonly text?: Iterable<string>;
  /** A body without an end, if the admin API answers. */
  readonly pieces?: AsyncIterable<Uint8Array>;
}

/** An answer as plain data. */
export interface MockResponse {
  /** The HTTP status, such as 200. */
  readonly status: number;
  /** Headers by name, such as `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body. Empty if the answer has none, or has a long one that exists only in pieces. */
  readonly body: string;
  /**
   * The body in pieces, if it arrives slowly or incomplete, or if it is a long answer of the admin API. The connection
   * breaks when the iterator throws.
   */
  readonly pieces?: AsyncIterable<Uint8Array>;
}

/** A connection that ends without an answer. */
export interface BrokenConnection {
  /** How the connection ends. `reset` is a TCP reset. */
  readonly broken: 'reset';
}

/** The result for a client: an answer or a broken connection. */
export type Outcome = MockResponse | BrokenConnection;

export const reset: BrokenConnection = { broken: 'reset' };

/**
 * The answer to a HEAD request: the headers of the GET request without its body (RFC 9110, section 9.3.2). The length of a
 * body that exists only in pieces is not known.
 */
export function withoutBody({ status, headers, body, pieces }: MockResponse): MockResponse {
  const length = pieces && body === '' ? {} : { 'Content-Length': String(byteLengthOf(body)) };
  return { status, headers: { ...headers, ...length }, body: '' };
}

/** @throws For a value that no header can carry. It is a bug, and no platform could send the answer. */
export function serializeResponse(response: ApiResponse): MockResponse {
  const { status, body } = response;
  return { status, headers: toFields(response), body: body === undefined ? '' : JSON.stringify(body) };
}

/**
 * An answer whose body may be too long for one text. A long body comes in pieces, which are made while the client reads
 * them. So nobody may change `body` later.
 */
export function streamResponse(response: ApiResponse): MockResponse {
  const { status, body, text = [], pieces: endless } = response;
  if (endless) return { status, headers: toFields(response), body: '', pieces: endless };
  const pieces = body === undefined ? joinPieces(text) : toJsonPieces(body);
  const answer = { status, headers: toFields(response) };
  const [first, second] = [pieces.next(), pieces.next()];
  if (second.done === true) return { ...answer, body: first.value ?? '' };
  return { ...answer, body: '', pieces: encodePieces(first.value ?? '', second.value, pieces) };
}

function toFields({ headers = {}, body }: ApiResponse): Record<string, string> {
  const fields = Object.entries(headers).map(([name, value]) => [name, toFieldValue(name, String(value))] as const);
  const type = ['Content-Type', 'application/json; charset=utf-8'] as const;
  return Object.fromEntries(body === undefined ? fields : [type, ...fields]);
}

// eslint-disable-next-line @typescript-eslint/require-await -- the pieces of an answer are asynchronous
async function* encodePieces(first: string, second: string, others: Iterable<string>): AsyncGenerator<Uint8Array> {
  yield encodeUtf8(first);
  yield encodeUtf8(second);
  for (const piece of others) yield encodeUtf8(piece);
}

function toFieldValue(name: string, text: string): string {
  if (/^[\t -~]*$/.test(text)) return text;
  throw new Error(`The header ${name} cannot carry ${JSON.stringify(text)}`);
}

/**
 * Whether an answer has a `Content-Length`. A long body exists only in pieces, so its length is not known. The answer to
 * HEAD has the length of another, and 204 has none (RFC 9110, section 8.6).
 */
export function hasLength({ status, body, pieces }: MockResponse, method: string | undefined): boolean {
  return method !== 'HEAD' && status !== 204 && (pieces === undefined || body !== '');
}
