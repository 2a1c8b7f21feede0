import { http, type HttpHandler } from 'msw';
import { readRequestBody, toResponse } from '../http/fetch.ts';
import type { Mock } from '../mock/mock.ts';
import { apiNames, documents } from '../openapi/router.ts';

/**
 * MSW handlers that answer from a mock. They cover `https://api.vibefollow.com`, the eight hosts of Yellow.ai and the
 * given base URLs. A given base URL serves both APIs. A broken connection becomes MSW's network error.
 *
 * @throws TypeError for an invalid base URL.
 * @example setupServer(...handlers(mock, 'https://staging.example/proxy'))
 */
export function handlers(mock: Pick<Mock, 'handle'>, ...baseUrls: readonly string[]): HttpHandler[] {
  const vendors = apiNames.flatMap((api) => documents[api].servers.map(({ url }) => url));
  return [...vendors, ...baseUrls].map((baseUrl) => {
    const { origin, pathname } = toUrl(baseUrl);
    const prefix = pathname.replace(/\/$/, '');
    // The pattern has no capturing groups: MSW decodes their matches, and fails on malformed percent-encoding.
    return http.all(new RegExp(`^${escapePattern(origin + prefix)}(?:/|$)`), async ({ request }) => {
      const url = origin + request.url.slice(origin.length + prefix.length);
      const { method, signal } = request;
      const headers = Object.fromEntries(request.headers);
      const body = await readRequestBody(request);
      return toResponse(await mock.handle({ method, url, headers, body, signal }), signal);
    });
  });
}

function toUrl(baseUrl: string): URL {
  if (URL.canParse(baseUrl) && /^https?:/.test(baseUrl)) return new URL(baseUrl);
  const example = 'Give a whole URL, such as https://staging.example/proxy';
  throw new TypeError(`Failed to make handlers: ${JSON.stringify(baseUrl)} is no base URL. ${example}.`);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
