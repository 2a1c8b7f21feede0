/** Parameters of a query. A parameter that is sent several times is a list. */
export type Query = Readonly<Record<string, unknown>>;

/** The parts of a URL that a mock reads. */
export interface RequestTarget {
  /** Host and port. Empty if the URL is only a path. */
  readonly host: string;
  /** Still percent-encoded. */
  readonly path: string;
  /** Still percent-encoded, without the question mark. */
  readonly search: string;
  readonly query: Query;
  /** The segments of the path, without percent-encoding. Empty if `malformed`. */
  readonly segments: readonly string[];
  /** Whether the percent-encoding is broken or is not UTF-8. If so, `query` and `segments` are empty. */
  readonly malformed: boolean;
}

/** Splits a URL into its parts. The URL may be only a path and a query. */
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

/** The part of a URL beneath a path such as `/proxy`. `undefined` if the URL is not beneath it. */
export function toTargetBeneath(basePath: string, target: RequestTarget): RequestTarget | undefined {
  if (!target.path.startsWith(`${basePath}/`)) return undefined;
  const depth = basePath.split('/').length - 1;
  const [first = '', ...segments] = target.segments;
  return { ...target, path: target.path.slice(basePath.length), segments: [first, ...segments.slice(depth)] };
}

/** The text without its percent-encoding, or the text itself if its percent-encoding is broken or is not UTF-8. */
export function decodeIfPossible(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
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
