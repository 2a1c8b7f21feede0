import type { ServerResponse } from 'node:http';
import { parseUrl } from '../http/url.ts';
import { findAccessProblem, isAdminUrl } from '../mock/doors.ts';
import type { Mock } from '../mock/mock.ts';
import { isApiPath } from '../openapi/facts.ts';
import { answerPage } from './page.ts';
import { readBody, type Request } from './read-body.ts';
import { toRequestHead, type ServerPlace } from './request-head.ts';
import { writeAnswer } from './write-answer.ts';

/** The parts of a mock that the adapter needs. */
export type Served = Pick<Mock, 'handle' | 'options' | 'clock'>;
/** A middleware for `app.use` of Express, or of any other framework with Connect's middleware. */
export type Router = (request: Request, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * Makes a middleware for an Express application. The mock answers the requests to `/api/v1`, `/cdp/api/v1` and the admin
 * API. All others go to the next middleware. An earlier middleware, such as `express.json()`, may have parsed the body.
 *
 * @example app.use('/mock', router(mock))
 */
export function router(mock: Served): Router {
  const answerAll = createRouter(mock);
  return (request, response, next) => {
    const { url = '' } = request;
    if (isAdminUrl(url) || isApiPath(parseUrl(url).path)) answerAll(request, response, next);
    else next();
  };
}

/** A middleware that answers all requests. */
export function createRouter(mock: Served, place?: ServerPlace): Router {
  return (request, response, next) => {
    answer(mock, request, response, place).catch((error: unknown) => {
      // The client went away in the middle of its request, so nobody waits for an answer.
      if (!request.readableAborted) next(error);
    });
  };
}

async function answer(mock: Served, request: Request, response: ServerResponse, place?: ServerPlace): Promise<void> {
  const { socket } = request;
  const receivedAt = mock.clock.now();
  const head = toRequestHead(request, place);
  const page = await answerPage(head, receivedAt, place !== undefined);
  if (page) return writeAnswer(page, request, response);
  // The body of a request that may not use the admin API is not read.
  const isRefused = findAccessProblem(head, mock.options) !== undefined;
  const body = isRefused ? '' : await readBody(request, mock.options);
  if (body === undefined) return;
  const gone = new AbortController();
  response.once('close', () => response.writableEnded || gone.abort());
  const from = { connection: String(socket.remotePort), receivedAt, signal: gone.signal };
  const outcome = await mock.handle({ ...head, body, ...from });
  if (!('broken' in outcome)) await writeAnswer(outcome, request, response);
  // A socket that is ending cannot be reset, since Node would never close it.
  else if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
