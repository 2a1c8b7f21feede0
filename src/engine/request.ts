import type { ValidationError } from '../generated/validators.ts';
import { checkBodySize, parseJsonBody, type JsonBody } from '../http/json-body.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Headers, MockRequest } from '../http/request.ts';
import { parseUrl, type Query, type RequestTarget } from '../http/url.ts';
import { inspectRequest, type Inspection } from '../openapi/inspect-request.ts';
import { findRoute, type FoundOperation, type Operation, type Route } from '../openapi/router.ts';
import { digestOf } from '../runtime/digest.ts';
import { recordIdsIn } from './records.ts';

/** A request as it arrived, and the operation that it leads to. */
export interface Arrival {
  /** Position among all requests of the mock, from 1. */
  readonly number: number;
  /** Arrival of its first byte, in milliseconds since 1970 on the mock's clock. */
  readonly at: number;
  readonly request: MockRequest;
  readonly target: RequestTarget;
  readonly route: Route;
}

/** A tenant owns stored data: the project of a VibeFollow key, or a Yellow bot. */
export interface Tenant {
  /** Empty if the request names no tenant. */
  readonly id: string;
  /** The masked key or the bot, fit to be shown. */
  readonly shownName: string;
}

/** A request read for its operation, but not validated yet. It never changes. */
export interface ParsedRequest {
  readonly operation: Operation;
  /** Parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** Parameters of the query, as texts. */
  readonly query: Query;
  readonly headers: Headers;
  readonly tenant: Tenant;
  /** The JSON value of the body, or its refusal. `undefined` if the operation takes no body. */
  readonly body: JsonBody | undefined;
  /** A text that is equal for equal operation, path, query and body, compared byte for byte. */
  readonly content: string;
  /** The ids of its records, in order. A record without an id has an empty one. */
  readonly recordIds: readonly string[];
  /** The request compared with its document. */
  readonly inspection: Inspection;
}

/** A request that conforms to its document. */
export interface ValidatedRequest extends Pick<
  ParsedRequest,
  'operation' | 'params' | 'headers' | 'tenant' | 'content'
> {
  /** Parameters of the query, converted to the documented types and with defaults. */
  readonly query: Query;
  /** The body with defaults. If records are judged separately, it has only the valid ones. */
  readonly body: unknown;
  /** The invalid records, if records are judged separately. Else empty. */
  readonly rejected: readonly RejectedRecord[];
}

export interface RejectedRecord {
  /** Position among all records of the request, from 0. */
  readonly index: number;
  readonly error: ValidationError;
}

/** Numbers a request, and finds its operation. */
export function receiveRequest(request: MockRequest, number: number, now: number): Arrival {
  const target = parseUrl(request.url);
  const route = findRoute(request.method, target);
  return Object.freeze({ number, at: request.receivedAt ?? now, request, target, route });
}

/** Reads a request for its operation. A body over `bodyLimit` bytes is refused, not parsed. */
export function parseRequest(
  { request, target }: Arrival,
  { operation, params }: FoundOperation,
  identify: (request: Pick<ParsedRequest, 'headers' | 'query'>) => Tenant,
  bodyLimit: number,
): ParsedRequest {
  const { headers, body: bytes = '' } = request;
  const { path, search, query } = target;
  const tooLarge = checkBodySize(headers, bytes, bodyLimit);
  const body = tooLarge ? { refusal: tooLarge } : operation.hasBody ? parseJsonBody(headers, bytes) : undefined;
  const json = operation.hasBody ? body : undefined;
  return Object.freeze({
    operation,
    params,
    query,
    headers,
    tenant: identify({ headers, query }),
    body,
    content: `${operation.id} ${path}?${search} ${digestOf(bytes)}`,
    recordIds: recordIdsIn(operation, params, json),
    inspection: inspectRequest(operation.id, { params, query, headers, ...(json && { body: json }) }),
  });
}

/** The refusal of the body, or `undefined` if the body is fine. */
export function findBodyRefusal({ body }: ParsedRequest): Refusal | undefined {
  return body && 'refusal' in body ? body.refusal : undefined;
}
