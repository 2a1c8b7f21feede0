/** Parameters of a query; one that is given several times is a list. */
export type Query = Readonly<Record<string, unknown>>;

/** What a URL says, as far as a mock reads it. */
export interface RequestTarget {
  /** Host and port, empty in a URL that is only a path. */
  readonly host: string;
  /** Still percent-encoded. */
  readonly path: string;
  /** Still percent-encoded, without the question mark. */
  readonly search: string;
  readonly query: Query;
  /** The path without percent-encoding, its segments between slashes; empty if `malformed`. */
  readonly segments: readonly string[];
  /** The percent-encoding is broken or no UTF-8; then `query` and `segments` are empty. */
  readonly malformed: boolean;
}

/** Takes a whole URL, or one that is only path and query, apart. */
export function parseUrl(url: string): RequestTarget {
  const [, host = '', path = '', search = ''] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/([^/?#]*))?([^?#]*)\??([^#]*)/i.exec(url) ?? [];
  try {
    const segments = path.split('/').map(decodeURIComponent);
    return { host, path, search, query: parseQuery(search), segments, malformed: false };
  } catch {
    return { host, path, search, query: {}, segments: [], malformed: true };
  }
}

/** @throws URIError */
function parseQuery(search: string): Query {
  if (search === '') return {};
  const query = new Map<string, string | string[]>();
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const [name = '', ...rest] = pair.replaceAll('+', ' ').split('=');
    const key = decodeURIComponent(name);
    const value = decodeURIComponent(rest.join('='));
    const before = query.get(key);
    if (Array.isArray(before)) before.push(value);
    else query.set(key, before === undefined ? value : [before, value]);
  }
  return Object.fromEntries(query);
}
