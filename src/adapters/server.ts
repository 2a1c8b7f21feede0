import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http';
import express, { type Express, type Request, type Response } from 'express';
import { keepAliveTimeout } from './connection-limit.ts';
import { isTooLong } from './read-body.ts';
import { findAccessProblem } from '../mock/doors.ts';
import { toDateHeader } from '../runtime/clock.ts';
import { toRequestHead, type ServerPlace } from './request-head.ts';
import { createRouter, type Router, type Served } from './router.ts';

/**
 * Serves a mock. Node's time limits for a slow request stay: 60 s for the headers and 300 s in total, then 408. There
 * is no time limit for an answer, since a fault may delay it.
 */
export function createMockServer(mock: Served, place: ServerPlace): Server {
  const answer = createRouter(mock, place);
  const app = express().disable('x-powered-by').use(answer);
  const listener = toListener(app, answer, mock.clock);
  const server = createServer({ keepAliveTimeout, ...toClasses(app) }, listener);
  return server.on('checkContinue', (request, response) => {
    const isRefused = findAccessProblem(toRequestHead(request, place), mock.options) !== undefined;
    // Without `100 Continue` the client does not send a body that is refused anyway.
    if (isRefused || isTooLong(request, mock.options)) request.complete = true;
    else response.writeContinue();
    listener(request, response);
  });
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Express without its own HTML pages, for errors (with a stack) and for URLs that Express cannot parse. */
function toListener(app: Express, answer: Router, clock: Served['clock']): Listener {
  return (request, response) => {
    const fail = (): unknown => {
      const headers = { Date: toDateHeader(clock.now()), 'X-Content-Type-Options': 'nosniff' };
      return response.writeHead(500, headers).end();
    };
    const next = (error?: unknown): unknown => (error === undefined ? answer(request, response, fail) : fail());
    app(request as Request, response as Response, next);
  };
}

/** Express changes the prototypes of each request, which is slow. These classes have the right ones from the start. */
function toClasses(app: Express): { IncomingMessage: typeof IncomingMessage; ServerResponse: typeof ServerResponse } {
  class BornRequest extends IncomingMessage {}
  class BornResponse<For extends IncomingMessage> extends ServerResponse<For> {
    // Node's own answers, such as 417, would have the time of this machine.
    override sendDate = false;
  }
  app.request = Object.setPrototypeOf(BornRequest.prototype, app.request) as Request;
  app.response = Object.setPrototypeOf(BornResponse.prototype, app.response) as Response;
  return { IncomingMessage: BornRequest, ServerResponse: BornResponse };
}
