import type { Options } from '../config/options.ts';
import { isLoopbackAddress, isLoopbackName, toHostName, toListeningName } from '../http/host.ts';
import type { IncomingRequest } from '../http/request.ts';
import { parseUrl, type RequestTarget } from '../http/url.ts';

type Head = Omit<IncomingRequest, 'body'>;
/** The options that open the admin API. */
type Doors = Pick<Options, 'adminToken' | 'allowedHosts'>;

const ways = 'Use 127.0.0.1 or localhost, name another host with --allow-host, or start vf-mock with --admin-token.';
const ofPages = 'Open the page at 127.0.0.1 or localhost, or name its host with --allow-host.';

/** Whether a URL leads to the admin API. */
export function isAdminUrl(url: string): boolean {
  return url.includes('/__admin') && /^\/__admin(\/|$)/.test(parseUrl(url).path);
}

/**
 * Why a request may not use the admin API. `undefined` if it may, or if it is no request to the admin API.
 *
 * A request from the same process has no `remoteAddress`, and is trusted. Anybody may ask for the page, which holds no
 * data, and whether the server is up.
 * All others need the admin token. Without a token they must come from this machine, and no web page may send them
 * that is not of this machine.
 */
export function findAccessProblem(request: Head, { adminToken, allowedHosts }: Doors): string | undefined {
  const { method, url, headers, remoteAddress, serverHost = '' } = request;
  if (remoteAddress === undefined || !isAdminUrl(url)) return undefined;
  const target = parseUrl(url);
  if (isOpen(method, target)) return undefined;
  if (adminToken !== undefined) {
    const given = /^bearer +(.*)$/i.exec(textOf(headers['authorization']))?.[1] ?? '';
    return isSameText(given, adminToken) ? undefined : 'Send the admin token as Authorization: Bearer <token>.';
  }
  if (!isLoopbackAddress(remoteAddress))
    return 'The admin API serves only this machine. To open it to others, start vf-mock with --admin-token.';
  const names = [toListeningName(serverHost), ...allowedHosts.map(toListeningName)];
  const isAllowed = (name: string): boolean => isLoopbackName(name) || names.includes(name);
  return findHostProblem(request, target, isAllowed) ?? findPageProblem(request, isAllowed);
}

function isOpen(method: string, { path }: RequestTarget): boolean {
  return ['/__admin/health', '/__admin/'].includes(path) && ['GET', 'HEAD'].includes(method);
}

/** A web page can give its own name the address of this machine (DNS rebinding), but such a request has that name. */
function findHostProblem(
  { headers }: Head,
  { host }: RequestTarget,
  isAllowed: (name: string) => boolean,
): string | undefined {
  // HTTP/2 has `:authority`. A whole URL in the request line counts in addition.
  const given = [headers['host'], headers[':authority'], host === '' ? undefined : host].flatMap((one) => one ?? []);
  if (given.length === 0) return `The request has no Host header. ${ways}`;
  if (Array.isArray(headers['host']) && headers['host'].length !== 1)
    return `The request has several Host headers. ${ways}`;
  for (const text of given) {
    const name = toHostName(text);
    if (name === undefined) return `The host ${toShown(text)} is malformed. ${ways}`;
    if (!isAllowed(name)) return `The admin API is closed to requests for the host ${toShown(text)}. ${ways}`;
  }
  return undefined;
}

/** Only browsers send these headers. They say which page makes the request. */
function findPageProblem({ headers }: Head, isAllowed: (name: string) => boolean): string | undefined {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined) {
    const [, host = ''] = /^https?:\/\/(.*)$/i.exec(textOf(origin)) ?? [];
    if (!isAllowed(toHostName(host) ?? ''))
      return `The admin API is closed to pages of the origin ${toShown(textOf(origin))}. ${ofPages}`;
  }
  return /\bcross-site\b/i.test(textOf(site))
    ? `The admin API is closed to pages of other sites (Sec-Fetch-Site: cross-site). ${ofPages} Use the same name for both.`
    : undefined;
}

function textOf(header: Head['headers'][string]): string {
  return String(header ?? '');
}

function toShown(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 16)}…` : text);
}

/** Compares in a time that depends only on the length of `given`, so that nobody can guess a token piece by piece. */
function isSameText(given: string, text: string): boolean {
  let difference = given.length ^ text.length;
  for (let at = 0; at < given.length; at += 1) difference |= given.charCodeAt(at) ^ text.charCodeAt(at % text.length);
  return difference === 0;
}
