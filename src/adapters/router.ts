import type { ServerResponse } from 'node:http';
import type { Mock } from '../mock.ts';
import type { Answer } from '../outcome.ts';
import { readBody, type Request } from './read-body.ts';

/** What the adapter serves. */
export type Served = Pick<Mock, 'handle' | 'options' | 'clock'>;
/** What `app.use` takes; any framework with Connect's middleware takes it too. */
export type Router = (request: Request, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * A router to mount in an Express application, that answers every request from a mock, those of the admin API included.
 * A body that `express.json()` or its like has parsed before is taken as it is.
 *
 * @example app.use('/mock', router(mock))
 */
export function router(mock: Served): Router {
  return (request, response, next) => {
    answer(mock, request, response).catch(next);
  };
}

async function answer(mock: Served, request: Request, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers, socket } = request;
  const receivedAt = mock.clock.now();
  const body = await readBody(request, mock.options.bodyLimit);
  // The client went away in the middle of its request: there is nothing to answer, and nobody.
  if (body === undefined) return;
  const gone = new AbortController();
  response.once('close', () => response.writableEnded || gone.abort());
  const { remoteAddress = '', remotePort } = socket;
  const from = { remoteAddress, connection: String(remotePort), receivedAt, signal: gone.signal };
  const outcome = await mock.handle({ method, url, headers, body, ...from });
  if ('broken' in outcome) socket.resetAndDestroy();
  else await write(outcome, request, response);
}

async function write(answer: Answer, request: Request, response: ServerResponse): Promise<void> {
  const { status, headers, body, pieces } = answer;
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  if (pieces === undefined && request.complete) return void response.end(body);
  if (pieces === undefined) response.write(body);
  else if (!(await drip(pieces, response))) return;
  // A client that is still sending has its answer now, but a connection closed on it would take the answer away.
  if (!request.complete) await new Promise((resolve) => request.resume().once('close', resolve));
  response.end();
}

/** Writes a body in pieces, and answers whether it came to its end; else the connection is broken. */
async function drip(pieces: AsyncIterable<Uint8Array>, response: ServerResponse): Promise<boolean> {
  response.flushHeaders();
  try {
    for await (const piece of pieces) await new Promise((resolve) => response.write(piece, resolve));
    return true;
  } catch {
    response.destroy();
    return false;
  }
}
