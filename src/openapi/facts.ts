import { apiNames, documents, type ApiName } from './router.ts';

/** The facts in the document of an API that are not about its operations. */
export interface ApiFacts {
  /** The name of the vendor. */
  readonly vendor: string;
  /** The names of the environment variables that tell a client where the API is. */
  readonly variables: ClientVariables;
  /** Absent if the keys look like any other text. */
  readonly keys?: KeyForm;
  /** The path that all paths of the API begin with. */
  readonly basePath: string;
}

export interface ClientVariables {
  readonly baseUrl: string;
  readonly key: string;
  /** Absent if the key identifies the tenant. */
  readonly tenant?: string;
}

/** The form of the keys of an API, which identify the tenant. */
export interface KeyForm {
  /** The beginnings of a key. People may see them. */
  readonly prefixes: readonly string[];
  /** The least and the greatest number of characters after the prefix. */
  readonly length: readonly [least: number, greatest: number];
  /** The beginning of the id of the tenant. */
  readonly tenant: string;
}

/** The facts of an API. `npm run generate` makes sure that its document has them. */
export function factsOf(api: ApiName): ApiFacts {
  const document = documents[api] as unknown as {
    readonly 'x-vendor': string;
    readonly 'x-environment': ClientVariables;
    readonly 'x-keys'?: KeyForm;
  };
  return {
    vendor: document['x-vendor'],
    variables: document['x-environment'],
    ...(document['x-keys'] && { keys: document['x-keys'] }),
    basePath: toBasePath(Object.keys(documents[api].paths)),
  };
}

/** The paths that all paths of the APIs begin with. */
export const basePaths: readonly string[] = apiNames.map((api) => factsOf(api).basePath);

/** Whether a path begins as the paths of an API do. */
export function isApiPath(path: string): boolean {
  return basePaths.some((basePath) => path === basePath || path.startsWith(`${basePath}/`));
}

/** The segments that all paths begin with. The last segment of a path does not count. */
function toBasePath(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const end = first.findIndex((segment, at) => others.some((segments) => segments[at] !== segment));
  return first.slice(0, end === -1 ? first.length : end).join('/');
}
