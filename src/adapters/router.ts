import type { ServerResponse } from 'node:http';
import type { Mock } from '../mock/mock.ts';
import { readBody, type Request } from './read-body.ts';
import { writeAnswer } from './write-answer.ts';

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
  if (!('broken' in outcome)) await writeAnswer(outcome, request, response);
  // One that is ending cannot be reset as well: Node would never close it.
  else if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
