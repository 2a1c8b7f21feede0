import { checkBodySize, parseJsonBody } from '../http/json-body.ts';
import type { Refusal } from '../http/refusal.ts';
import type { MockRequest } from '../http/request.ts';
import { parseUrl } from '../http/url.ts';
import { inspectRequest } from '../openapi/inspect-request.ts';
import { findRoute, type FoundOperation } from '../openapi/router.ts';
import { digestOf } from '../runtime/digest.ts';
import { recordIdsIn } from './records.ts';
import type { Arrival, ParsedRequest, Tenant } from './request.ts';

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
