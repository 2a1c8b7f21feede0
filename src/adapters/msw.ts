import { http, type HttpHandler } from 'msw';
import { toResponse } from '../http/fetch.ts';
import type { Mock } from '../mock/mock.ts';
import { apiNames, documents } from '../openapi/router.ts';

/**
 * MSW handlers that answer from a mock: for `https://api.vibefollow.com` and the six hosts of Yellow.ai, and with both
 * APIs for any other base URLs that are given. A broken connection becomes MSW's network error.
 *
 * @throws TypeError for a base URL that is no URL.
 * @example setupServer(...handlers(mock, 'https://staging.example/proxy'))
 */
export function handlers(mock: Pick<Mock, 'handle'>, ...baseUrls: readonly string[]): HttpHandler[] {
  const vendors = apiNames.flatMap((api) => documents[api].servers.map(({ url }) => url));
  return [...vendors, ...baseUrls].map((baseUrl) => {
    const { origin, pathname } = new URL(baseUrl);
    const prefix = pathname.replace(/\/$/, '');
    // A pattern without groups: MSW would decode their matches, and break on malformed percent-encoding.
    return http.all(new RegExp(`^${escapePattern(origin + prefix)}(?:/|$)`), async ({ request }) => {
      const url = origin + request.url.slice(origin.length + prefix.length);
      const { method, signal } = request;
      const headers = Object.fromEntries(request.headers);
      const body = new Uint8Array(await request.arrayBuffer());
      return toResponse(await mock.handle({ method, url, headers, body, signal }), signal);
    });
  });
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
