import { containsKey, maskKeys, maskSecret } from './key-forms.ts';
import { apiNames, documents, forEachApi, type ApiName } from './router.ts';
import type { RequestTarget } from '../http/url.ts';
import type { Headers } from '../http/request.ts';

/** The documented headers for keys, in lower case. */
const headerNames = forEachApi(findHeaders);
const keyNames = /^(x?[-_]?(api|auth|access)?[-_]?(key|token)|(proxy-)?authorization|cookie)$/i;

/** The place of the key in a request. `url` also covers a request with the key in both places. */
export function findCredential(
  api: ApiName,
  headers: Headers,
  { path, query }: RequestTarget,
): 'header' | 'url' | 'none' {
  const inUrl = Object.entries(query).some(([name, value]) => isKeyParameter(name, value));
  if (inUrl || containsKey(decodeAscii(path))) return 'url';
  return headerNames[api].some((name) => String(headers[name] ?? '') !== '') ? 'header' : 'none';
}

/**
 * Whether a request carries a key of any API. `Authorization` counts with the scheme of the documents, since a probe may
 * have a password of its own. The query may have malformed percent-encoding.
 */
export function hasCredential(headers: Headers, target: RequestTarget): boolean {
  if (containsKey(decodeAscii(target.search))) return true;
  return apiNames.some((api) => {
    const place = findCredential(api, headers, target);
    return place === 'url' || (place === 'header' && !isOtherScheme(api, headers));
  });
}

/** Whether the name or the value of a query parameter shows that it is a key. */
export function isKeyParameter(name: string, value: unknown): boolean {
  return keyNames.test(name) || containsKey(String(value));
}

/** Masks the keys in a path or any other text. Also finds keys that are percent-encoded. */
export function maskText(text: string): string {
  if (!/[%=]/.test(text)) return maskKeys(text);
  return text.split('/').map(maskPart).join('/');
}

/** Masks the keys in a query without its question mark. Also finds keys that are percent-encoded. */
export function maskQuery(query: string): string {
  if (query === '') return query;
  return query.split('&').map(maskPart).join('&');
}

/** Headers with their keys masked, fit to be shown. */
export function maskHeaders(headers: Headers): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((text) => ({ name, value: keyNames.test(name) ? maskSecret(text) : maskKeys(text) })),
  );
}

function maskPart(part: string): string {
  const decoded = decodeAscii(part);
  const [name = '', value] = decoded.split('=', 2);
  if (value !== undefined && keyNames.test(name)) return `${name}=…`;
  const masked = maskKeys(decoded);
  return masked === decoded ? part : masked;
}

/** Decodes percent-encoded ASCII only, since keys are ASCII. Other and malformed percent-encoding stays. */
function decodeAscii(text: string): string {
  if (!text.includes('%')) return text;
  return text.replaceAll(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Whether the only key header of a request is an `Authorization` with an undocumented scheme, such as `Basic`. */
function isOtherScheme(api: ApiName, headers: Headers): boolean {
  const given = headerNames[api].filter((name) => String(headers[name] ?? '') !== '');
  const scheme = new RegExp(
    `^(${toSchemes(api)
      .flatMap((one) => one.scheme ?? [])
      .join('|')})\\b`,
    'i',
  );
  return given.every((name) => {
    const value = String(headers[name]);
    return name === 'authorization' && !scheme.test(value) && !containsKey(value);
  });
}

function findHeaders(api: ApiName): string[] {
  return toSchemes(api).map(({ name = 'Authorization' }) => name.toLowerCase());
}

interface SecurityScheme {
  /** The header. Absent for `Authorization`. */
  readonly name?: string;
  /** The scheme of `Authorization`, such as `bearer`. */
  readonly scheme?: string;
}

function toSchemes(api: ApiName): SecurityScheme[] {
  return Object.values(documents[api].components['securitySchemes'] as Readonly<Record<string, SecurityScheme>>);
}
