import { containsKey } from './key-forms.ts';
import { isKeyName } from './secret-names.ts';
import { apiNames, documents, forEachApi, type ApiName } from './router.ts';
import type { RequestTarget } from '../http/url.ts';
import type { Headers } from '../http/request.ts';

/** The documented headers for keys, in lower case. */
const headerNames = forEachApi(findHeaders);

/** The place of the key in a request. `url` also covers a request with the key in both places. */
export function findCredential(
  api: ApiName,
  headers: Headers,
  { path, query }: RequestTarget,
): 'header' | 'url' | 'none' {
  const inUrl = Object.entries(query).some(([name, value]) => isKeyParameter(name, value));
  if (inUrl || containsKey(path)) return 'url';
  return headerNames[api].some((name) => isKeyHeader(api, name, String(headers[name] ?? ''))) ? 'header' : 'none';
}

/** Whether a request carries a key of any API. The query may have malformed percent-encoding. */
export function hasCredential(headers: Headers, target: RequestTarget): boolean {
  return containsKey(target.search) || apiNames.some((api) => findCredential(api, headers, target) !== 'none');
}

/** Whether the name or the value of a query parameter shows that it is a key. */
export function isKeyParameter(name: string, value: unknown): boolean {
  return isKeyName(name) || containsKey(String(value));
}

/** `Authorization` counts with the scheme of the document, since a probe may have a password of its own. */
function isKeyHeader(api: ApiName, name: string, value: string): boolean {
  if (value === '' || name !== 'authorization' || containsKey(value)) return value !== '';
  const schemes = toSchemes(api).flatMap(({ scheme }) => scheme ?? []);
  return new RegExp(`^(${schemes.join('|')}) +\\S`, 'i').test(value);
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
