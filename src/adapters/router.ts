import type { IncomingMessage, ServerResponse } from 'node:http';
import { withAdmin, type Served } from '../admin.ts';

/** A request as Express hands it on, with a body where something before has parsed it. */
type Request = IncomingMessage & { readonly body?: unknown };

/** What `app.use` takes; any framework with Connect's middleware takes it too. */
export type Router = (request: Request, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * A router to mount in an Express application, that answers every request from a mock, with the admin API in front of
 * it. A body that `express.json()` or its like has parsed before is taken as it is.
 *
 * @example app.use('/mock', router(mock))
 */
export function router(mock: Served): Router {
  const served = withAdmin(mock);
  return (request, response, next) => {
    answer(served, request, response).catch(next);
  };
}

async function answer(mock: Served, request: Request, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await readBody(request, mock.options.bodyLimit);
  // The client went away in the middle of its request: there is nothing to answer, and nobody.
  if (body === undefined) return;
  const { status, headers: fields, body: text } = await mock.handle({ method, url, headers, body });
  response.writeHead(status, { ...fields, 'Content-Length': Buffer.byteLength(text) }).write(text);
  // A client that is still sending has its answer now, but a connection closed on it would take the answer away.
  if (!request.complete) await new Promise((resolve) => request.resume().once('close', resolve));
  response.end();
}

/** The bytes of a body, up to one over the limit: enough for the mock to refuse it. */
async function readBody(request: Request, limit: number): Promise<Uint8Array | string | undefined> {
  const { body, headers, readableEnded } = request;
  if (body instanceof Uint8Array || typeof body === 'string') return body;
  if (body !== undefined) return toText(body);
  if (readableEnded || Number(headers['content-length'] ?? 0) > limit) return '';
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

function toText(parsed: unknown): string {
  try {
    return JSON.stringify(parsed);
  } catch {
    return ''; // too deep to be written
  }
}
