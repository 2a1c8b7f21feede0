import type { Refusal } from './refusal.ts';
import { isTextDeeperThan } from './json-text.ts';
import { findRoundedNumbers, type RoundedNumber } from './rounded-numbers.ts';
import { toJsonPieces } from '../runtime/json-pieces.ts';
import { createJsonReader } from '../runtime/json-reader.ts';
import { byteLengthOf, encodeUtf8 } from '../runtime/utf8.ts';
import type { Headers } from './request.ts';

/** The JSON value of a body, or the reason why the body has none. */
export type JsonBody =
  { readonly value: unknown; readonly rounded: readonly RoundedNumber[] } | { readonly refusal: Refusal };

const decoder = new TextDecoder('utf-8', { fatal: true });
/** Maximum depth of a body. `JSON.stringify` runs out of stack at some depth over 4,000 levels. */
const deepestBody = 1000;
/** Maximum number of characters of a text whose depth may be looked at after it is parsed, which is quicker. */
const quickText = 2 ** 18;

/**
 * The text of a body, without a byte order mark.
 *
 * @throws TypeError if the bytes are not UTF-8.
 */
export function toText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body.replace(/^\uFEFF/, '') : decoder.decode(body);
}

/** Refuses a body over `limit` bytes. Checks its `Content-Length` and the bytes that arrived. */
export function checkBodySize(headers: Headers, body: string | Uint8Array, limit: number): Refusal | undefined {
  // Most texts are so short that their bytes need not be counted.
  const isShort = typeof body === 'string' && body.length * 3 <= limit;
  const isTooLarge = Number(headers['content-length'] ?? 0) > limit || (!isShort && byteLengthOf(body) > limit);
  return isTooLarge ? { reason: 'too-large', message: `The body is over ${limit} bytes` } : undefined;
}

/** Reads a body as JSON, at most `maxDepth` levels deep. `maxSteps` bounds the search for rounded numbers. */
export function parseJsonBody(
  headers: Headers,
  body: string | Uint8Array,
  maxDepth: number = deepestBody,
  maxSteps?: number,
): JsonBody {
  if (!isJson(headers['content-type'])) return malformed('Send the body as Content-Type: application/json');
  try {
    const text = toText(body);
    const tooDeep = malformed(`The body is nested deeper than ${maxDepth} levels`);
    const isQuick = text.length <= quickText;
    // To parse 10 MB of opening brackets takes seconds.
    if (!isQuick && isTextDeeperThan(text, maxDepth)) return tooDeep;
    const value: unknown = JSON.parse(text);
    if (isQuick && isDeeperThan(value, maxDepth)) return tooDeep;
    return { value, rounded: findRoundedNumbers(text, maxSteps) };
  } catch (error) {
    return malformed(error instanceof SyntaxError ? 'The body is not valid JSON' : 'The body is not valid UTF-8');
  }
}

/**
 * A copy of a value as JSON carries it. Functions and `undefined` are left out, and a `Date` becomes a text.
 *
 * @throws For a value that JSON cannot carry, or that is nested too deep. The message begins with `purpose`.
 */
export function copyAsJson(value: unknown, purpose: string, maxDepth: number = deepestBody): unknown {
  if (!isCarried(value)) return undefined;
  const reader = createJsonReader({ maxDepth });
  try {
    for (const piece of toJsonPieces(value)) reader.write(encodeUtf8(piece));
  } catch (cause) {
    throw new Error(`Failed to ${purpose}: it cannot be written as JSON. Give plain data.`, { cause });
  }
  const read = reader.end();
  if ('problem' in read) throw new Error(`Failed to ${purpose}: it ${read.problem}.`);
  return read.value;
}

/** Whether JSON carries a value, and does not leave it out. */
function isCarried(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

function malformed(message: string): JsonBody {
  return { refusal: { reason: 'malformed', message } };
}

/** Whether a header `Content-Type` names JSON. */
export function isJson(contentType: Headers[string]): boolean {
  return typeof contentType === 'string' && /^application\/json[ \t]*(;|$)/i.test(contentType.trim());
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((part) => isDeeperThan(part, levels - 1));
  // Faster than a list of the values. The object comes from JSON, so it inherits no properties.
  for (const name in value) {
    const part = (value as Record<string, unknown>)[name];
    if (typeof part === 'object' && isDeeperThan(part, levels - 1)) return true;
  }
  return false;
}
