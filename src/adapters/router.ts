import type { ServerResponse } from 'node:http';
import type { Mock } from '../mock/mock.ts';
import { readBody, type Request } from './read-body.ts';
import { writeAnswer } from './write-answer.ts';

/** The parts of a mock that the adapter needs. */
export type Served = Pick<Mock, 'handle' | 'options' | 'clock'>;
/** A middleware for `app.use` of Express, or of any other framework with Connect's middleware. */
export type Router = (request: Request, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * Makes a middleware for an Express application. The mock answers every request, also those to the admin API. An
 * earlier middleware, such as `express.json()`, may have parsed the body.
 *
 * @example app.use('/mock', router(mock))
 */
export function router(mock: Served): Router {
  return (request, response, next) => {
    answer(mock, request, response).catch((error: unknown) => {
      // The client went away in the middle of its request, so nobody waits for an answer.
      if (!request.readableAborted) next(error);
    });
  };
}

async function answer(mock: Served, request: Request, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers, socket } = request;
  const receivedAt = mock.clock.now();
  const body = await readBody(request, mock.options);
  if (body === undefined) return;
  const gone = new AbortController();
  response.once('close', () => response.writableEnded || gone.abort());
  const { remoteAddress = '', remotePort } = socket;
  const from = { remoteAddress, connection: String(remotePort), receivedAt, signal: gone.signal };
  const outcome = await mock.handle({ method, url, headers, body, ...from });
  if (!('broken' in outcome)) await writeAnswer(outcome, request, response);
  // A socket that is ending cannot be reset, since Node would never close it.
  else if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
