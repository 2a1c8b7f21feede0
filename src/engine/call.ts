import type { Api, Call } from './api.ts';
import { readJson, refuseSize, type Body } from '../http/json-body.ts';
import type { Attempt } from './attempts.ts';
import { digest } from '../runtime/digest.ts';
import type { ActiveFault } from './faults.ts';
import type { Release } from '../runtime/cancellation.ts';
import type { FoundOperation, Route } from '../openapi/router.ts';
import { survey, type Said, type Survey } from '../openapi/inspect-request.ts';
import type { Target } from '../http/url.ts';
import type { MockRequest, Headers } from '../http/request.ts';

/** A request that came in, and what it turned out to be. */
export interface Arrival {
  readonly number: number;
  readonly at: number;
  readonly request: MockRequest;
  readonly target: Target;
  readonly found: Route;
  readonly api: Api;
  /** What lets it go. */
  readonly released: Release[];
  call?: Call;
  attempt?: Attempt;
  fault?: ActiveFault;
}

/** The call that a request is, if it leads to an operation; its body is read only up to a limit in bytes. */
export function toCall({ request, target }: Arrival, { operation, params }: FoundOperation, bodyLimit: number): Call {
  const { headers, body = '' } = request;
  const { path, search, query } = target;
  let identity: string | undefined;
  let json: Body | undefined;
  let surveyed: Survey | undefined;
  const read = (): Body => (json ??= readUpTo(bodyLimit, headers, body));
  const said = (): Said => ({ params, query, headers, ...(operation.hasBody && { body: read() }) });
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
    digest: () => (identity ??= `${operation.id} ${path}?${search} ${digest(body)}`),
    read,
    survey: () => (surveyed ??= survey(operation.id, said())),
  };
}

function readUpTo(limit: number, headers: Headers, body: string | Uint8Array): Body {
  const refusal = refuseSize(headers, body, limit);
  return refusal ? { refusal } : readJson(headers, body);
}
