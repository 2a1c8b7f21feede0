import type { Api, Call } from './api.ts';
import { parseJsonBody, checkBodySize, type JsonBody } from '../http/json-body.ts';
import type { Attempt } from './attempts.ts';
import { digestOf } from '../runtime/digest.ts';
import type { ActiveFault } from './faults.ts';
import type { Cancellation } from '../runtime/cancellation.ts';
import type { FoundOperation, Route } from '../openapi/router.ts';
import { inspectRequest, type RequestParts, type Inspection } from '../openapi/inspect-request.ts';
import type { RequestTarget } from '../http/url.ts';
import type { MockRequest, Headers } from '../http/request.ts';

/** A request that came in, and what it turned out to be. */
export interface Arrival {
  readonly number: number;
  readonly at: number;
  readonly request: MockRequest;
  readonly target: RequestTarget;
  readonly found: Route;
  readonly api: Api;
  /** What lets it go. */
  readonly released: Cancellation[];
  call?: Call;
  attempt?: Attempt;
  fault?: ActiveFault;
}

/** The call that a request is, if it leads to an operation; its body is read only up to a limit in bytes. */
export function toCall({ request, target }: Arrival, { operation, params }: FoundOperation, bodyLimit: number): Call {
  const { headers, body = '' } = request;
  const { path, search, query } = target;
  let identity: string | undefined;
  let json: JsonBody | undefined;
  let surveyed: Inspection | undefined;
  const read = (): JsonBody => (json ??= readUpTo(bodyLimit, headers, body));
  const said = (): RequestParts => ({ params, query, headers, ...(operation.hasBody && { body: read() }) });
  return {
    operation,
    params,
    headers,
    query,
    tenant: '',
    shownTenant: '',
    body: undefined,
    rejected: [],
    applied: false,
    told: {},
    digest: () => (identity ??= `${operation.id} ${path}?${search} ${digestOf(body)}`),
    read,
    survey: () => (surveyed ??= inspectRequest(operation.id, said())),
  };
}

function readUpTo(limit: number, headers: Headers, body: string | Uint8Array): JsonBody {
  const refusal = checkBodySize(headers, body, limit);
  return refusal ? { refusal } : parseJsonBody(headers, body);
}
