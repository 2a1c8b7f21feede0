import type { Refusal } from '../http/refusal.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Operation, RateLimit } from '../openapi/router.ts';
import type { Api, RateLimitCheck } from './api.ts';
import { toLimitHeaders, toRetryAfter, type RateLimiter } from './rate-limit.ts';
import type { ParsedRequest, ValidatedRequest } from './request.ts';
import { createTenants, toSaveableTenants, type Saveable, type SaveableTenants } from './tenants.ts';

/** What every tenant of an API has. */
interface TenantState<Saved> extends Saveable<Saved> {
  readonly limiter: RateLimiter;
  /** Does the work that is due by now. */
  settle(): void;
}

/** The limit in force for an operation, and how it is counted and told. */
export interface RateLimitPolicy {
  readonly limit: RateLimit;
  readonly window: 'fixed' | 'sliding';
  /** Whether a refusal says in `Retry-After` how long to wait. */
  readonly isRetryAfterSent: boolean;
}

/** What is an API's own. The rest of an `Api` is the same for all. */
export interface ApiDefinition<Saved, State extends TenantState<Saved>> extends Pick<
  Api,
  'identify' | 'authenticate' | 'toFaultResponse' | 'toRefusalResponse' | 'errorCodeOf'
> {
  createState(tenant: string): State;
  /** The work of each operation. The pipeline has validated a request for the operation that it is given to. */
  readonly handlers: Readonly<Record<string, (request: never, state: State) => ApiResponse>>;
  /** How limits are told on every answer. */
  readonly rateLimitHeaders: 'none' | 'ietf' | 'x-ratelimit';
  rateLimitOf(operation: Operation): RateLimitPolicy | undefined;
  negotiate?(request: ParsedRequest): ApiResponse | undefined;
  replay?(request: ParsedRequest, state: State): ApiResponse | undefined;
  /** Keeps the response to a request whose work was done. */
  remember?(request: ValidatedRequest, response: ApiResponse, state: State): void;
  admit?(request: ValidatedRequest, state: State): ApiResponse | undefined;
  retainsExisting?(request: ValidatedRequest): boolean;
  isWaiting(state: State): boolean;
  userIds(state: State): string[];
  stored(state: State, id: string): Readonly<Record<string, unknown>> | undefined;
}

/** An API as the pipeline sees it, its state as snapshots see it, and that of one tenant as users see it. */
export interface CreatedApi<Saved, State> {
  readonly api: Api;
  readonly saveable: SaveableTenants<Saved>;
  /** The state of a tenant, with all done that is due. */
  stateOf(tenant: string): State;
}

export function createApi<Saved extends object, State extends TenantState<Saved>>(
  definition: ApiDefinition<Saved, State>,
): CreatedApi<Saved, State> {
  const { handlers, createState, replay, remember, admit } = definition;
  const tenants = createTenants(createState);

  function stateOf(tenant: string): State {
    const state = tenants.of(tenant);
    state.settle();
    return state;
  }

  function handle(request: ValidatedRequest, state: State): ApiResponse {
    const handler = handlers[request.operation.id];
    if (handler === undefined) throw new Error(`There is no handler for ${request.operation.id}`);
    return (handler as (request: ValidatedRequest, state: State) => ApiResponse)(request, state);
  }

  function perform(request: ValidatedRequest): ApiResponse {
    const state = stateOf(request.tenant.id);
    const response = handle(request, state);
    remember?.(request, response, state);
    return response;
  }

  const api: Api = {
    identify: definition.identify,
    authenticate: definition.authenticate,
    negotiate: (request) => definition.negotiate?.(request),
    limitRate: (request) => checkRateLimit(request, () => tenants.of(request.tenant.id).limiter, definition),
    replay: (request) => replay?.(request, stateOf(request.tenant.id)),
    admit: (request) => admit?.(request, stateOf(request.tenant.id)),
    perform,
    performPart: (request) => handle(request, stateOf(request.tenant.id)),
    rehearse: (request) => handle(request, createState(request.tenant.id)),
    retainsExisting: (request) => definition.retainsExisting?.(request) ?? false,
    toFaultResponse: definition.toFaultResponse,
    toRefusalResponse: definition.toRefusalResponse,
    errorCodeOf: definition.errorCodeOf,
    tenants: tenants.ids,
    isWaiting: (tenant) => definition.isWaiting(stateOf(tenant)),
    userIds: (tenant) => definition.userIds(stateOf(tenant)),
    stored: (tenant, id) => definition.stored(stateOf(tenant), id),
    reset: tenants.clear,
  };
  return { api, saveable: toSaveableTenants(tenants), stateOf };
}

interface Limiting {
  readonly rateLimitHeaders: 'none' | 'ietf' | 'x-ratelimit';
  rateLimitOf(operation: Operation): RateLimitPolicy | undefined;
  toRefusalResponse(refusal: Refusal): ApiResponse;
}

function checkRateLimit(
  { operation }: ParsedRequest,
  limiterOf: () => RateLimiter,
  { rateLimitHeaders, rateLimitOf, toRefusalResponse }: Limiting,
): RateLimitCheck {
  const policy = rateLimitOf(operation);
  if (policy === undefined) return { headers: {} };
  const status = limiterOf().take(operation.id, policy.limit, policy.window);
  const headers = toLimitHeaders(rateLimitHeaders, policy.limit, status);
  if (status.wait === 0) return { headers };
  const retryAfter = policy.isRetryAfterSent ? toRetryAfter(status.wait) : {};
  const refusal = toRefusalResponse({ reason: 'rate-limited', message: 'Too many requests', headers: retryAfter });
  return { headers, refusal };
}
