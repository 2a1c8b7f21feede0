import type { Api, Call } from './api.ts';
import { readJson, refuseSize, type Body, type Headers } from './body.ts';
import type { Attempt } from './calls.ts';
import { digest } from './digest.ts';
import type { ActiveFault } from './faults.ts';
import type { FoundOperation, Route } from './router.ts';
import { survey, type Said, type Survey } from './survey.ts';
import type { Target } from './url.ts';

/** A request as plain data. */
export interface MockRequest {
  readonly method: string;
  /** A whole URL, or only its path and query. */
  readonly url: string;
  /** By their names in lower case, as Node gives them. */
  readonly headers: Headers;
  /** One byte over the limit is enough to have a larger body refused. */
  readonly body?: string | Uint8Array;
  /** Where it comes from; without it, from this machine. */
  readonly remoteAddress?: string;
  /** When it began to come in, in milliseconds since 1970 on the mock's clock; without it, now. */
  readonly receivedAt?: number;
  /** Names the TCP connection that it came over. */
  readonly connection?: string;
  /** Aborted when the client gives up. */
  readonly signal?: AbortSignal;
}

/** A request that came in, and what it turned out to be. */
export interface Arrival {
  readonly number: number;
  readonly at: number;
  readonly request: MockRequest;
  readonly target: Target;
  readonly found: Route;
  readonly api: Api;
  /** Aborted when it is to be let go. */
  readonly released: AbortSignal[];
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
