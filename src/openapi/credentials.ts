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
  return headerNames[api].some((name) => String(headers[name] ?? '') !== '') ? 'header' : 'none';
}

/**
 * Whether a request carries a key of any API. `Authorization` counts with the scheme of the documents, since a probe may
 * have a password of its own. The query may have malformed percent-encoding.
 */
export function hasCredential(headers: Headers, target: RequestTarget): boolean {
  if (containsKey(target.search)) return true;
  return apiNames.some((api) => {
    const place = findCredential(api, headers, target);
    return place === 'url' || (place === 'header' && !isOtherScheme(api, headers));
  });
}

/** Whether the name or the value of a query parameter shows that it is a key. */
export function isKeyParameter(name: string, value: unknown): boolean {
  return isKeyName(name) || containsKey(String(value));
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
