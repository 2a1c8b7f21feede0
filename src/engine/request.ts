import type { ValidationError } from '../generated/validators.ts';
import { checkBodySize, parseJsonBody, type JsonBody } from '../http/json-body.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Headers, MockRequest } from '../http/request.ts';
import { parseUrl, type Query, type RequestTarget } from '../http/url.ts';
import { inspectRequest, type Inspection } from '../openapi/inspect-request.ts';
import { findRoute, type FoundOperation, type Operation, type Route } from '../openapi/router.ts';
import { digestOf } from '../runtime/digest.ts';
import { recordIdsIn } from './records.ts';

/** A request as it came in, and where its path leads. */
export interface Arrival {
  /** Position among all requests of the mock, from 1. */
  readonly number: number;
  /** When it began to come in, in milliseconds since 1970 on the mock's clock. */
  readonly at: number;
  readonly request: MockRequest;
  readonly target: RequestTarget;
  readonly route: Route;
}

/** Who sends a request: the project of a VibeFollow key, or a Yellow bot. */
export interface Tenant {
  /** Empty where the request names none. */
  readonly id: string;
  /** The key or the bot, as it may be shown. */
  readonly shownName: string;
}

/** A request in the terms of its operation, before it is validated. It is read once, and never changes. */
export interface ParsedRequest {
  readonly operation: Operation;
  /** Parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** Parameters of the query, as texts. */
  readonly query: Query;
  readonly headers: Headers;
  readonly tenant: Tenant;
  /** The JSON of the body, or why it is refused. `undefined` where the operation takes none. */
  readonly body: JsonBody | undefined;
  /** The same for the same operation, path, query and body, byte for byte. */
  readonly content: string;
  /** The ids of the records in it, in order. The id of a record without one is empty. */
  readonly recordIds: readonly string[];
  /** Which parts of its document it exercises, and which names the document does not know. */
  readonly inspection: Inspection;
}

/** A request that keeps its document. */
export interface ValidatedRequest extends Pick<
  ParsedRequest,
  'operation' | 'params' | 'headers' | 'tenant' | 'content'
> {
  /** Parameters of the query, with the types and defaults of the document. */
  readonly query: Query;
  /** The body with its defaults. Of records that are judged separately it holds only the valid ones. */
  readonly body: unknown;
  /** The records that break their schema, where records are judged separately. */
  readonly rejected: readonly RejectedRecord[];
}

export interface RejectedRecord {
  /** Position among all records of the request, from 0. */
  readonly index: number;
  readonly error: ValidationError;
}

/** Numbers a request, and finds where it leads. */
export function receiveRequest(request: MockRequest, number: number, now: number): Arrival {
  const target = parseUrl(request.url);
  const route = findRoute(request.method, target);
  return Object.freeze({ number, at: request.receivedAt ?? now, request, target, route });
}

/** Reads a request that leads to an operation. A body is parsed only up to `bodyLimit` bytes. */
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

/** Why the body of a request is refused, if it is. */
export function findBodyRefusal({ body }: ParsedRequest): Refusal | undefined {
  return body && 'refusal' in body ? body.refusal : undefined;
}
