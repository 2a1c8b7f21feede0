import express, { type Request, type Response, type Router } from 'express';
import { withAdmin, type Served } from '../admin.ts';

/**
 * An Express router that answers every request from a mock, with the admin API in front of it. A body that `express.json()` or its like has parsed before
 * is taken as it is.
 *
 * @example app.use('/mock', router(mock))
 */
export function router(mock: Served): Router {
  const served = withAdmin(mock);
  return express.Router().use((request, response, next) => {
    answer(served, request, response).catch(next);
  });
}

async function answer(mock: Served, request: Request, response: Response): Promise<void> {
  const { method, url, headers } = request;
  const body = await readBody(request, mock.options.bodyLimit);
  // The client went away in the middle of its request: there is nothing to answer, and nobody.
  if (body === undefined) return;
  const { status, headers: fields, body: text } = await mock.handle({ method, url, headers, body });
  response.writeHead(status, { ...fields, 'Content-Length': Buffer.byteLength(text) }).end(text);
}

/** The bytes of a body, up to one over the limit: enough for the mock to refuse it. */
async function readBody(request: Request, limit: number): Promise<Uint8Array | string | undefined> {
  const parsed: unknown = request.body;
  if (parsed !== undefined)
    return parsed instanceof Uint8Array || typeof parsed === 'string' ? parsed : JSON.stringify(parsed);
  if (Number(request.headers['content-length'] ?? 0) > limit) return '';
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      if (size <= limit) chunks.push(chunk);
      size += chunk.length;
      if (size > limit) resolve(Buffer.concat(chunks));
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('close', () => {
      resolve(undefined);
    });
  });
}
