import type { Call, Headers } from './api.ts';
import type { Refusal } from './refusal.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
/** Deeper JSON cannot be written out again: `JSON.stringify` runs out of stack somewhere past 4,000 levels. */
const maxDepth = 1000;

/** Reads the JSON of a request into `call.body`, where the operation takes one. */
export function readBody(call: Call, body: string | Uint8Array, limit: number): Refusal | undefined {
  if (Number(call.headers['content-length'] ?? 0) > limit || byteLength(body) > limit) {
    return { reason: 'too-large', message: `The body is over ${limit} bytes` };
  }
  if (!call.operation.hasBody) return undefined;
  if (!isJson(call.headers['content-type'])) {
    return { reason: 'malformed', message: 'Send the body as Content-Type: application/json' };
  }
  try {
    call.body = JSON.parse(typeof body === 'string' ? body.replace(/^\uFEFF/, '') : decoder.decode(body));
  } catch (error) {
    const problem = error instanceof SyntaxError ? 'valid JSON' : 'valid UTF-8';
    return { reason: 'malformed', message: `The body is not ${problem}` };
  }
  return isDeeper(call.body, maxDepth)
    ? { reason: 'malformed', message: `The body is nested deeper than ${maxDepth} levels` }
    : undefined;
}

function byteLength(body: string | Uint8Array): number {
  return typeof body === 'string' ? encoder.encode(body).length : body.length;
}

function isJson(contentType: Headers[string]): boolean {
  return typeof contentType === 'string' && /^application\/json[ \t]*(;|$)/i.test(contentType.trim());
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const part of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (typeof part === 'object' && part !== null && isDeeper(part, levels - 1)) return true;
  }
  return false;
}
