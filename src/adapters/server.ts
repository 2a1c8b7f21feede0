import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http';
import express, { type Express, type Request, type Response } from 'express';
import { isTooLong } from './read-body.ts';
import { router, type Router, type Served } from './router.ts';

/**
 * Serves a mock. Node's limits on how long a request may take to come in are left as they are: 60 s for its headers and
 * 300 s in all, then 408. None is on the answer, which a fault may hold for as long as it likes.
 */
export function createMockServer(mock: Served): Server {
  const answer = router(mock);
  const app = express().disable('x-powered-by').use(answer);
  const listener = toListener(app, answer);
  // An idle connection is its client's to close: closed as the client uses it again, it would be a reset by mere luck.
  const server = createServer({ keepAliveTimeout: 0, ...toClasses(app) }, listener);
  return server.on('checkContinue', (request, response) => {
    // A body that is refused is not sent in the first place.
    if (isTooLong(request, mock.options.bodyLimit)) request.complete = true;
    else response.writeContinue();
    listener(request, response);
  });
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Express, but for its pages of HTML: for what fails, which show a stack, and for URLs that it cannot parse. */
function toListener(app: Express, answer: Router): Listener {
  return (request, response) => {
    const fail = (): unknown => response.writeHead(500).end();
    const next = (error?: unknown): unknown => (error === undefined ? answer(request, response, fail) : fail());
    app(request as Request, response as Response, next);
  };
}

/** Express gives each request its own prototypes, which takes longer than all else, but for one that is born with them. */
function toClasses(app: Express): { IncomingMessage: typeof IncomingMessage; ServerResponse: typeof ServerResponse } {
  class BornRequest extends IncomingMessage {}
  class BornResponse<For extends IncomingMessage> extends ServerResponse<For> {}
  app.request = Object.setPrototypeOf(BornRequest.prototype, app.request) as Request;
  app.response = Object.setPrototypeOf(BornResponse.prototype, app.response) as Response;
  return { IncomingMessage: BornRequest, ServerResponse: BornResponse };
}
