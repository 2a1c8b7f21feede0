import { version } from '../generated/version.ts';
import { prefers } from '../http/accept.ts';
import type { MockRequest } from '../http/request.ts';
import { withoutBody, type MockResponse } from '../http/response.ts';
import { parseUrl, type RequestTarget } from '../http/url.ts';
import { toDateHeader } from '../runtime/clock.ts';

/**
 * Answers a request for the page, and for what leads to it. `undefined` for any other request. The page holds no data, so
 * everybody gets it. `ownsRoot` tells whether `/` belongs to the server, and not to an application.
 */
export async function answerPage(
  request: MockRequest,
  now: number,
  ownsRoot: boolean,
): Promise<MockResponse | undefined> {
  const { method, url } = request;
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const target = parseUrl(url);
  const answer = target.path === '/' && !ownsRoot ? undefined : await find(request, target);
  if (answer === undefined) return undefined;
  const common = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', Date: toDateHeader(now) };
  const whole = { ...answer, headers: { ...answer.headers, ...common } };
  return method === 'HEAD' ? withoutBody(whole) : whole;
}

async function find(
  { method, headers }: MockRequest,
  { path, search }: RequestTarget,
): Promise<MockResponse | undefined> {
  if (path === '/__admin/') return toPage(await loadPage());
  if (path !== '/__admin' && path !== '/') return undefined;
  const isReader = prefers(String(headers['accept'] ?? ''), 'text/html', 'text/plain');
  // The redirect is relative, since a proxy may have put a prefix before the path.
  const redirect = { Location: `./__admin/${search === '' ? '' : `?${search}`}`, Vary: 'Accept' };
  if (path === '/__admin') return isReader ? { status: 308, headers: redirect, body: '' } : undefined;
  if (isReader && method === 'GET') return { status: 302, headers: redirect, body: '' };
  const body = `vf-mock ${version} is ready. Its page is at /__admin/\n`;
  return { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8', Vary: 'Accept' }, body };
}

/** The header has the policy of the page itself. Only a header can refuse to stand in a frame of another page. */
function toPage(html: string): MockResponse {
  const [, policy = "default-src 'none'"] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const guard = { 'Content-Security-Policy': `${policy}; frame-ancestors 'none'`, 'X-Frame-Options': 'DENY' };
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8', ...guard }, body: html };
}

let page: Promise<string> | undefined;

/** The HTML of the page. It is read when it is first asked for, so that a server without readers starts fast. */
export async function loadPage(): Promise<string> {
  page ??= import('../generated/page.json', { with: { type: 'json' } }).then(async ({ default: { html } }) => {
    const { brotliDecompressSync } = await import('node:zlib');
    return String(brotliDecompressSync(Buffer.from(html, 'base64')));
  });
  return page;
}
