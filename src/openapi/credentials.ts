import { documents, forEachApi, type ApiName } from './router.ts';
import type { RequestTarget } from '../http/url.ts';
import type { Headers } from '../http/request.ts';

/** The headers that the documents name for keys, in lower case. */
const headerNames = forEachApi(findHeaders);
const keyNames = /^(x?[-_]?(api|auth|access)?[-_]?(key|token)|(proxy-)?authorization|cookie)$/i;
const vibeFollowKeys = /sk_(live|test)_[\w-]{32,}/g;

/** Where a request has its key: in a documented header, in the URL too or instead, or nowhere. */
export function findCredential(
  api: ApiName,
  headers: Headers,
  { path, query }: RequestTarget,
): 'header' | 'url' | 'none' {
  const inUrl = Object.entries(query).some(([name, value]) => isKeyParameter(name, value));
  if (inUrl || holdsKey(decodeAscii(path))) return 'url';
  return headerNames[api].some((name) => String(headers[name] ?? '') !== '') ? 'header' : 'none';
}

/** Whether a parameter of a query is a key, by its name or by its value. */
export function isKeyParameter(name: string, value: unknown): boolean {
  return keyNames.test(name) || holdsKey(String(value));
}

/** A path, or any text, with the keys in it masked, however they are percent-encoded. */
export function maskText(text: string): string {
  if (!/[%=]|sk_/.test(text)) return text;
  return text.split('/').map(maskPart).join('/');
}

/** A query, without its question mark, with the keys in it masked, however they are percent-encoded. */
export function maskQuery(query: string): string {
  if (query === '') return query;
  return query.split('&').map(maskPart).join('&');
}

/** Headers as they may be shown: the keys in them are masked. */
export function maskHeaders(headers: Headers): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((text) => ({ name, value: keyNames.test(name) ? maskSecret(text) : maskKeys(text) })),
  );
}

/** A text with the VibeFollow keys in it cut to their first 8 and last 4 characters, as the vendor's dashboard does. */
export function maskKeys(text: string): string {
  // Nearly no text holds one, and this is asked of every id of a record.
  if (!text.includes('sk_')) return text;
  return text.replaceAll(vibeFollowKeys, (key) => `${key.slice(0, 8)}…${key.slice(-4)}`);
}

function maskPart(part: string): string {
  const decoded = decodeAscii(part);
  const [name = '', value] = decoded.split('=', 2);
  if (value !== undefined && keyNames.test(name)) return `${name}=…`;
  const masked = maskKeys(decoded);
  return masked === decoded ? part : masked;
}

/** All of it is the key, or the scheme and the key. */
function maskSecret(text: string): string {
  return /^(\w+ +)?sk_(live|test)_[\w-]{32,}$/.test(text) ? maskKeys(text) : '…';
}

function holdsKey(text: string): boolean {
  return maskKeys(text) !== text;
}

/** Percent-encoding undone as far as it is of ASCII, the alphabet of keys; what is malformed stays. */
function decodeAscii(text: string): string {
  if (!text.includes('%')) return text;
  return text.replaceAll(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function findHeaders(api: ApiName): string[] {
  const schemes = documents[api].components['securitySchemes'] as Readonly<Record<string, { readonly name?: string }>>;
  return Object.values(schemes).map(({ name = 'Authorization' }) => name.toLowerCase());
}
