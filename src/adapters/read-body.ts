import type { IncomingMessage } from 'node:http';
import { createByteCollector } from '../runtime/byte-collector.ts';

/** A request from Express. It has a `body` if an earlier middleware has parsed it. */
export type Request = IncomingMessage & { readonly body?: unknown };

/**
 * Reads a body. At the first chunk over the limit it stops listening, since the bytes so far are enough for a refusal.
 * `undefined` if the client goes away.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | string | undefined> {
  const { body, readableEnded } = request;
  if (body instanceof Uint8Array || typeof body === 'string') return body;
  if (body !== undefined) return stringifyParsedBody(body);
  if (readableEnded || isTooLong(request, limit)) return '';
  return new Promise((resolve) => {
    const bytes = createByteCollector();
    function end(): void {
      request.off('data', add).off('end', end).off('close', giveUp);
      resolve(bytes.take());
    }
    function giveUp(): void {
      resolve(undefined);
    }
    function add(chunk: Buffer): void {
      bytes.add(chunk);
      // The request flows on, and nobody keeps its bytes. So the end of its connection is noticed.
      if (bytes.size() > limit) end();
    }
    request.on('data', add).on('end', end).on('close', giveUp);
  });
}

/** Whether the `Content-Length` of a body is over the limit. */
export function isTooLong({ headers }: IncomingMessage, limit: number): boolean {
  return Number(headers['content-length'] ?? 0) > limit;
}

function stringifyParsedBody(parsed: unknown): string {
  try {
    return JSON.stringify(parsed);
  } catch {
    return ''; // nested too deep for `JSON.stringify`
  }
}
