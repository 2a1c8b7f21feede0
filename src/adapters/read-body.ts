import type { IncomingMessage } from 'node:http';

/** A request as Express hands it on, with a body where something before has parsed it. */
export type Request = IncomingMessage & { readonly body?: unknown };

/** The bytes of a body, up to one over the limit, which is enough to have it refused; `undefined` if it broke off. */
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

/** Whether a body is said to be over the limit before it comes. */
export function isTooLong({ headers }: IncomingMessage, limit: number): boolean {
  return Number(headers['content-length'] ?? 0) > limit;
}

function stringifyParsedBody(parsed: unknown): string {
  try {
    return JSON.stringify(parsed);
  } catch {
    return ''; // too deep to be written
  }
}
