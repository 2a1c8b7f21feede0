import type { IncomingMessage } from 'node:http';

/** A request from Express. It has a `body` if an earlier middleware has parsed it. */
export type Request = IncomingMessage & { readonly body?: unknown };

/** Reads a body. Stops at the first chunk over the limit, enough for a refusal. `undefined` if the client goes away. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | string | undefined> {
  const { body, readableEnded } = request;
  if (body instanceof Uint8Array || typeof body === 'string') return body;
  if (body !== undefined) return stringifyParsedBody(body);
  if (readableEnded || isTooLong(request, limit)) return '';
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      if (size <= limit) chunks.push(chunk);
      size += chunk.length;
      if (size > limit) resolve(Buffer.concat(chunks));
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => resolve(undefined));
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
