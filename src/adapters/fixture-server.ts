import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { explainUnknownUrls, explainWrongRouting, toFixtureError, useOwnServer } from './fixture-errors.ts';
import { handlers } from './msw.ts';
import type { Mock } from '../mock/mock.ts';

/** Where the requests of a test go. */
export interface FixtureRouting {
  readonly mockBaseUrls: readonly string[];
  readonly mockUnhandledRequests: 'error' | 'bypass';
}

/** A request that only the server of the fixture answers. Without it, the port refuses the connection at once. */
const probe = 'http://127.0.0.1:2/vf-mock';
/** MSW and nock mark the process with it while they intercept requests. */
const interception = Symbol.for('client-request-interceptor');
let isListening = false;

/** Intercepts the requests of a test. `close` throws if a request went elsewhere. */
export function listen(mock: Mock, routing: FixtureRouting): { close(): Promise<void> } {
  if (isListening)
    throw toFixtureError(
      'two tests with the fixture run at once. A process has only one MSW server, so do not use the fixture with test.concurrent. There, create a mock and use mock.fetch',
    );
  if (Object.hasOwn(globalThis, interception))
    throw toFixtureError(`another MSW server or nock already intercepts requests. Close it first. ${useOwnServer}`);
  const problem = explainWrongRouting(routing.mockBaseUrls, routing.mockUnhandledRequests);
  if (problem !== undefined) throw toFixtureError(problem);
  const unknown = new Set<string>();
  const rest = http.all('*', ({ request: { url } }) => {
    if (/^((.*\.)?localhost|127\..*|0\.0\.0\.0|\[::1?\])$/.test(new URL(url).hostname)) return passthrough();
    unknown.add(url.replace(/[?#].*/s, '')); // without the query, which may have a key
    return HttpResponse.error();
  });
  const isError = routing.mockUnhandledRequests === 'error';
  const server = setupServer(
    http.get(probe, () => HttpResponse.text('vf-mock')),
    ...handlers(mock, ...routing.mockBaseUrls),
    ...(isError ? [rest] : []),
  );
  server.listen({ onUnhandledRequest: 'bypass' });
  isListening = true;
  // A test may put another function in place of `fetch`.
  const { fetch } = globalThis;
  return {
    async close(): Promise<void> {
      const isOurs = await fetch(probe).then(
        async (answer) => (await answer.text()) === 'vf-mock',
        () => false,
      );
      server.close();
      isListening = false;
      if (!isOurs)
        throw toFixtureError(
          `another MSW server was started after the fixture, so requests missed the mock. ${useOwnServer}`,
        );
      if (unknown.size > 0) throw toFixtureError(explainUnknownUrls([...unknown], routing.mockBaseUrls));
    },
  };
}
