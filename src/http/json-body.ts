import type { Refusal } from './refusal.ts';
import { byteLengthOf } from '../runtime/utf8.ts';
import type { Headers } from './request.ts';

/** The JSON of a body, or why there is none. */
export type JsonBody = { readonly value: unknown } | { readonly refusal: Refusal };

const decoder = new TextDecoder('utf-8', { fatal: true });
/** Deeper JSON cannot be written out again: `JSON.stringify` runs out of stack somewhere past 4,000 levels. */
const deepestBody = 1000;

/** Whether a body is larger than is taken, by what it says of itself or by what came. */
export function checkBodySize(headers: Headers, body: string | Uint8Array, limit: number): Refusal | undefined {
  // Of most texts the length says enough.
  const isShort = typeof body === 'string' && body.length * 3 <= limit;
  const isTooLarge = Number(headers['content-length'] ?? 0) > limit || (!isShort && byteLengthOf(body) > limit);
  return isTooLarge ? { reason: 'too-large', message: `The body is over ${limit} bytes` } : undefined;
}

/** Reads a body as JSON, `maxDepth` levels deep at most. */
export function parseJsonBody(headers: Headers, body: string | Uint8Array, maxDepth: number = deepestBody): JsonBody {
  if (!isJson(headers['content-type'])) return malformed('Send the body as Content-Type: application/json');
  try {
    const value: unknown = JSON.parse(typeof body === 'string' ? body.replace(/^\uFEFF/, '') : decoder.decode(body));
    return isDeeperThan(value, maxDepth) ? malformed(`The body is nested deeper than ${maxDepth} levels`) : { value };
  } catch (error) {
    return malformed(error instanceof SyntaxError ? 'The body is not valid JSON' : 'The body is not valid UTF-8');
  }
}

/**
 * A copy as a body would carry it: what JSON has no word for is left out, and a `Date` is a text.
 *
 * @throws For what cannot be written as JSON or is nested too deep; `purpose` then tells what has failed.
 */
export function copyAsJson(value: unknown, purpose: string, maxDepth: number = deepestBody): unknown {
  const text = stringify(value, purpose);
  const copy: unknown = text === undefined ? undefined : JSON.parse(text);
  if (isDeeperThan(copy, maxDepth))
    throw new Error(`Failed to ${purpose}: it is nested deeper than ${maxDepth} levels.`);
  return copy;
}

/** Nothing for what is nothing in JSON, such as a function. */
function stringify(value: unknown, purpose: string): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new Error(`Failed to ${purpose}: no JSON can be made of it. Give plain data.`, { cause });
  }
}

function malformed(message: string): JsonBody {
  return { refusal: { reason: 'malformed', message } };
}

function isJson(contentType: Headers[string]): boolean {
  return typeof contentType === 'string' && /^application\/json[ \t]*(;|$)/i.test(contentType.trim());
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((part) => isDeeperThan(part, levels - 1));
  // Quicker than a list of the values. All in it comes from JSON: nothing is inherited.
  for (const name in value) {
    const part = (value as Record<string, unknown>)[name];
    if (typeof part === 'object' && isDeeperThan(part, levels - 1)) return true;
  }
  return false;
}
