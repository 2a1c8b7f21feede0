import { http, type HttpHandler } from 'msw';
import { readRequestBody, toPlainHeaders, toResponse } from '../http/fetch.ts';
import type { Mock } from '../mock/mock.ts';
import { basePaths } from '../openapi/facts.ts';
import { apiNames, documents } from '../openapi/router.ts';

/**
 * MSW handlers that answer from a mock. They cover `/api/v1`, `/cdp/api/v1` and the admin API on the hosts of both
 * vendors and beneath the given base URLs. Requests to other paths go to your other handlers. A broken connection becomes
 * MSW's network error.
 *
 * @throws TypeError for an invalid base URL.
 * @example setupServer(...handlers(mock, 'https://staging.example/proxy'))
 */
export function handlers(mock: Pick<Mock, 'handle'>, ...baseUrls: readonly string[]): HttpHandler[] {
  const vendors = apiNames.flatMap((api) => documents[api].servers.map(({ url }) => url));
  return [...listPaths([...vendors, ...baseUrls])].map(([base, paths]) => {
    const { origin } = new URL(base);
    // The pattern has no capturing groups: MSW decodes their matches, and fails on malformed percent-encoding.
    const pattern = new RegExp(`^${escapePattern(base)}(?:${paths.map(escapePattern).join('|')})(?:/|$)`);
    return http.all(pattern, async ({ request }) => {
      const url = origin + request.url.slice(base.length);
      const { method, signal } = request;
      const headers = toPlainHeaders(request.headers);
      const body = await readRequestBody(request).catch(() => signal.throwIfAborted());
      // MSW would answer 500 if the stream of the client breaks.
      if (body === undefined) return Response.error();
      const sent = { method, url, headers, body, signal };
      return toResponse(await mock.handle(sent), sent);
    });
  });
}

/** The paths beneath each base URL that the mock answers. A base URL beneath another one comes first. */
function listPaths(baseUrls: readonly string[]): Map<string, readonly string[]> {
  const longestFirst = basePaths.toSorted((one, other) => other.length - one.length);
  const bases = baseUrls.map(toBase);
  // Some clients have the path of an API in their base URL.
  const others = bases.flatMap((base) => {
    const path = longestFirst.find((one) => base.endsWith(one));
    return path === undefined ? [] : [[base.slice(0, -path.length), [path]] as const];
  });
  const whole = bases.map((base) => [base, [...basePaths, '/__admin']] as const);
  const all: (readonly [base: string, paths: readonly string[]])[] = [...others, ...whole];
  return new Map(all.sort(([one], [other]) => other.length - one.length));
}

function toBase(baseUrl: string): string {
  if (URL.canParse(baseUrl) && /^https?:/.test(baseUrl)) {
    const { origin, pathname } = new URL(baseUrl);
    return origin + pathname.replace(/\/$/, '');
  }
  const example = 'Give a whole URL, such as https://staging.example/proxy';
  throw new TypeError(`Failed to make handlers: ${JSON.stringify(baseUrl)} is no base URL. ${example}.`);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
