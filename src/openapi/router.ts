import { admin, apiDocuments, type ApiOperations, type OpenApiDocument } from '../generated/documents.ts';
import type { components } from '../generated/admin.ts';
import type { Refusal } from '../http/refusal.ts';
import type { RequestTarget } from '../http/url.ts';
import { readFacts, type FactualOperation, type OperationFacts } from './operation-facts.ts';

/** The OpenAPI documents of the APIs and of the admin API, as plain data. In the package they lack descriptions. */
export const documents: Readonly<Record<ApiName | 'admin', OpenApiDocument>> = { ...apiDocuments, admin };

/** The name of one of the two APIs. */
export type ApiName = components['schemas']['ApiName'];
/**
 * An `operationId` of the two documents.
 *
 * @useDeclaredType
 */
export type OperationId = { [Name in ApiName]: keyof ApiOperations[Name] }[ApiName];

/** The facts about an operation that its requests and the verdicts on its clients depend on. */
export interface Operation extends OperationFacts {
  readonly api: ApiName;
  readonly id: OperationId;
  readonly hasBody: boolean;
  /** The documented statuses. */
  readonly statuses: readonly number[];
  readonly records?: RecordsOfBody;
  /** The documented rate limit. */
  readonly rateLimit?: RateLimit;
}

/** A maximum number of requests in a number of seconds. */
export type RateLimit = components['schemas']['RateLimit'];

/** How a body carries records. */
export interface RecordsOfBody {
  /** Whether a record updates or replaces the stored record with the same key. */
  readonly upsert?: boolean;
  /** Maximum number of records in one request. */
  readonly max?: number;
  /** The property of the body that lists the records. Without it, the body is one record. */
  readonly property?: string;
  /** The property of a record that identifies it. */
  readonly key: string;
  /** Whether an invalid record is rejected alone (`separately`), or the whole request is refused (`together`). */
  readonly judged?: 'separately' | 'together';
}

/** The operation that a request leads to, or the refusal if there is none. */
export type Route = FoundOperation | { readonly api: ApiName; readonly refusal: Refusal };

export interface FoundOperation {
  readonly api: ApiName;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

interface Resource {
  readonly api: ApiName;
  readonly segments: readonly string[];
  readonly byMethod: ReadonlyMap<string, Operation>;
}

/** The names of the two APIs. */
export const apiNames: readonly ApiName[] = Object.keys(apiDocuments) as ApiName[];
/** The API of a request that names none. */
export const defaultApi: ApiName = findDefaultApi();
const resources: readonly Resource[] = apiNames.flatMap(toResources);
const fixed: ReadonlyMap<string, Resource> = new Map(
  resources.flatMap((resource) =>
    resource.segments.some(isTemplate) ? [] : [[resource.segments.join('/'), resource]],
  ),
);
const operations = new Map(resources.flatMap(({ byMethod }) => [...byMethod.values()].map((one) => [one.id, one])));
const templated = resources.filter(({ segments }) => segments.some(isTemplate));

/** The API whose document has `x-default`. `npm run generate` refuses more or less than one. */
function findDefaultApi(): ApiName {
  const api = apiNames.find((name) => documents[name]['x-default'] === true);
  if (api === undefined) throw new Error('No document has x-default');
  return api;
}

/** A value for each API. */
export function forEachApi<Value>(toValue: (api: ApiName) => Value): Readonly<Record<ApiName, Value>> {
  return Object.fromEntries(apiNames.map((api) => [api, toValue(api)])) as Record<ApiName, Value>;
}

/** The operation with this `operationId`. */
export function operationOf(id: OperationId): Operation {
  const operation = operations.get(id);
  if (operation === undefined) throw new Error(`No document has an operation ${id}`);
  return operation;
}

/** All operations, in the order of the documents. */
export function listOperations(): readonly Operation[] {
  return [...operations.values()];
}

/** The method of the operation that a request leads to. A HEAD request leads to that of GET (RFC 9110, section 9.1). */
export function toOperationMethod(method: string): string {
  return method === 'HEAD' ? 'GET' : method;
}

/** The header `Allow` for the documented methods of a path. */
export function toAllowedMethods(methods: readonly string[]): string {
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
}

/** Finds the operation of a request. Without `isStrict`, one slash at the end of the path does not matter. */
export function findRoute(
  method: string,
  { path, host, segments, malformed }: RequestTarget,
  isStrict: boolean,
): Route {
  if (malformed) {
    return {
      api: toApi(path, host),
      refusal: { reason: 'malformed', message: 'The URL has malformed percent-encoding' },
    };
  }
  const resource = findResource(path) ?? (isStrict ? undefined : findResource(path.replace(/\/$/, '')));
  if (resource === undefined) return { api: toApi(path, host), refusal: refuseUnknownPath(method, path) };
  const operation = resource.byMethod.get(toOperationMethod(method));
  if (operation === undefined) return { api: resource.api, refusal: refuseMethod(method, path, resource) };
  return { api: resource.api, operation, params: toParams(resource.segments, segments) };
}

/** A fixed path wins over a templated one, as OpenAPI says. */
function findResource(path: string): Resource | undefined {
  return fixed.get(path) ?? templated.find(({ segments }) => matches(segments, path.split('/')));
}

/** The route of a request beside the path that the APIs are beneath. */
export function refuseOutside(method: string, { path, host }: RequestTarget, basePath: string): Route {
  const message = `No operation at ${method} ${path}; the APIs are beneath ${basePath}`;
  return { api: toApi(path, host), refusal: { reason: 'unknown-path', message } };
}

function refuseUnknownPath(method: string, path: string): Refusal {
  const known = apiNames.map((name) => Object.keys(documents[name].paths)[0]).join(' and ');
  return { reason: 'unknown-path', message: `No operation at ${method} ${path}; there are ${known} and others` };
}

function refuseMethod(method: string, path: string, { byMethod }: Resource): Refusal {
  const allow = toAllowedMethods([...byMethod.keys()]);
  return { reason: 'wrong-method', message: `${path} takes ${allow}, not ${method}`, headers: { Allow: allow } };
}

interface OperationObject extends FactualOperation {
  readonly operationId: OperationId;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: BodySchema } } };
  readonly 'x-records'?: RecordsOfBody;
  readonly 'x-rate-limit'?: RateLimit;
}

interface BodySchema {
  readonly properties?: Readonly<Record<string, { readonly maxItems?: number } | undefined>>;
}

function toResources(api: ApiName): Resource[] {
  return Object.entries(documents[api].paths).map(([path, item]) => ({
    api,
    segments: path.split('/'),
    byMethod: new Map(
      Object.entries(item).flatMap(([method, value]) =>
        isOperationObject(value) ? [[method.toUpperCase(), toOperation(api, path, value)]] : [],
      ),
    ),
  }));
}

function isOperationObject(value: unknown): value is OperationObject {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}

function toOperation(api: ApiName, path: string, value: OperationObject): Operation {
  const { 'x-records': records, 'x-rate-limit': rateLimit, requestBody } = value;
  const { properties } = requestBody?.content['application/json'].schema ?? {};
  const max = properties?.[records?.property ?? '']?.maxItems;
  return {
    api,
    id: value.operationId,
    hasBody: requestBody !== undefined,
    statuses: Object.keys(value.responses).map(Number),
    ...(records && { records: { ...records, ...(max !== undefined && { max }) } }),
    ...(rateLimit && { rateLimit }),
    ...readFacts(documents[api], path, value),
  };
}

function isTemplate(segment: string): boolean {
  return segment.startsWith('{');
}

function matches(segments: readonly string[], given: readonly string[]): boolean {
  return (
    segments.length === given.length &&
    segments.every((segment, at) => (isTemplate(segment) ? given[at] !== '' : given[at] === segment))
  );
}

/** `given` are the decoded segments of the request. */
function toParams(segments: readonly string[], given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    segments.flatMap((segment, at) => (isTemplate(segment) ? [[segment.slice(1, -1), given[at] ?? '']] : [])),
  );
}

/** The API that answers an unknown path with its own error. The first segment decides, then the host, then the default. */
function toApi(path: string, host: string): ApiName {
  const first = path.split('/')[1];
  const isAlike = (api: ApiName): boolean =>
    Object.keys(documents[api].paths).some((one) => one.split('/')[1] === first);
  const [alike, ...others] = apiNames.filter(isAlike);
  if (alike !== undefined && others.length === 0) return alike;
  const byHost = apiNames.find((name) => documents[name].servers.some(({ url }) => new URL(url).host === host));
  return byHost ?? defaultApi;
}
