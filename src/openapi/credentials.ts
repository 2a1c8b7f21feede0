import { containsKey, maskKeys, maskSecret } from './key-forms.ts';
import { documents, forEachApi, type ApiName } from './router.ts';
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

function findHeaders(api: ApiName): string[] {
  const schemes = documents[api].components['securitySchemes'] as Readonly<Record<string, { readonly name?: string }>>;
  return Object.values(schemes).map(({ name = 'Authorization' }) => name.toLowerCase());
}
