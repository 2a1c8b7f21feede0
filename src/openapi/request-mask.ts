import { containsSecretWord, isKeyName } from './secret-names.ts';
import { decodeText } from './decoded-text.ts';
import { maskKeys, maskSecret } from './key-forms.ts';
import { maskTexts } from './mask-texts.ts';
import type { Headers } from '../http/request.ts';
import type { RequestTarget } from '../http/url.ts';

/** Masks the keys in the parts of one request and its answer. They are then fit to be kept and shown. */
export interface RequestMask {
  text(text: string): string;
  /** Masks the path of a URL. */
  path(path: string): string;
  /** Masks a query without its question mark. */
  query(query: string): string;
  headers(headers: Headers): { name: string; value: string }[];
}

/** A shorter key, such as `any`, may be a word of its own in a text. */
const shortestKey = 8;

/**
 * The mask for a request. It masks keys of a documented form, the keys that the request itself carries, and `configured`,
 * the keys and tokens in the options.
 */
export function createRequestMask(
  headers: Headers,
  { query }: Pick<RequestTarget, 'query'>,
  configured: readonly string[],
): RequestMask {
  const all = [...listKeys(headers), ...listKeys(query), ...configured];
  const keys = [...new Set(all)].filter(({ length }) => length >= shortestKey);
  const maskText = (text: string): string => maskTexts(maskKeys(text), keys);

  /** Masks `name=value` as a whole if its name shows that the value is a secret. */
  function maskPart(part: string): string {
    const [name] = part.split('=', 1);
    if (name === undefined || name === part) return maskText(part);
    const shownName = decodeText(name);
    return containsSecretWord(shownName) ? `${maskText(shownName)}=…` : maskText(part);
  }

  return {
    text: maskText,
    path: (path) => path.split('/').map(maskPart).join('/'),
    query: (query) => (query === '' ? query : query.split('&').map(maskPart).join('&')),
    headers: (headers) =>
      Object.entries(headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((text) => ({
          name,
          value: containsSecretWord(name) ? maskSecret(text) : maskText(text),
        })),
      ),
  };
}

/** The values that are keys by their names, without the scheme of an `Authorization`. */
function listKeys(named: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(named).flatMap(([name, value]) => {
    const texts = isKeyName(name) ? [value ?? []].flat().map(String) : [];
    return texts.map((text) => text.trim().replace(/^\w+ +/, ''));
  });
}
