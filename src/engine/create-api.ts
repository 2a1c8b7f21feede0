import type { Refusal } from '../http/refusal.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Operation, RateLimit } from '../openapi/router.ts';
import type { Api, LeftOut, RateLimitCheck } from './api.ts';
import { toLimitHeaders, toRetryAfter, type RateLimiter } from './rate-limit.ts';
import type { QueueProgress } from './job-queue.ts';
import { plainReading, type RecordReading } from './record-reading.ts';
import type { ParsedRequest, ValidatedRequest } from './request.ts';
import { createTenants, toSaveableTenants, type Saveable, type SaveableTenants } from './tenants.ts';

/** The state that every tenant of an API has. */
interface TenantState<Saved> extends Saveable<Saved> {
  readonly limiter: RateLimiter;
  /** Does the work that is due. */
  settle(): void;
  /** Whether it holds nothing: no data, no waiting work, and no rate limit that counts a request. */
  isEmpty(): boolean;
}

/** The rate limit of an operation, and how it is counted and reported. */
export interface RateLimitPolicy {
  readonly limit: RateLimit;
  readonly window: 'fixed' | 'sliding';
  /** Whether a refusal has a `Retry-After`. */
  readonly isRetryAfterSent: boolean;
}

/** The parts that differ between APIs. `createApi` adds the parts that are the same. */
export interface ApiDefinition<Saved, State extends TenantState<Saved>> extends Pick<
  Api,
  'identify' | 'authenticate' | 'toFaultResponse' | 'toRefusalResponse' | 'errorCodeOf'
> {
  /** Absent if its options leave no choice. */
  readonly reading?: RecordReading;
  createState(tenant: string): State;
  /** The work of each operation. The pipeline validates a request before its handler gets it. */
  readonly handlers: Readonly<Record<string, (request: never, state: State) => ApiResponse>>;
  /** Style of the headers that report the rate limit on every answer. */
  readonly rateLimitHeaders: 'none' | 'ietf' | 'x-ratelimit';
  rateLimitOf(operation: Operation): RateLimitPolicy | undefined;
  negotiate?(request: ParsedRequest): ApiResponse | undefined;
  replay?(request: ParsedRequest, state: State, isOverlapping: boolean): ApiResponse | undefined;
  /** Keeps the response to a finished request, for `replay`. */
  remember?(request: ValidatedRequest, response: ApiResponse, state: State): void;
  admit?(request: ValidatedRequest, state: State): ApiResponse | undefined;
  retainsExisting?(request: ValidatedRequest): boolean;
  leavesOut?(request: ValidatedRequest): LeftOut | undefined;
  doubles?(request: ValidatedRequest): readonly number[] | undefined;
  queueProgress(state: State): QueueProgress;
  userIds(state: State): string[];
  /** Finds the id of a record by another id of it. */
  findRecordId?(state: State, id: string): string | undefined;
  stored(state: State, id: string): Readonly<Record<string, unknown>> | undefined;
  emailOf(state: State, id: string): string | undefined;
}

/** An API with its state. */
export interface CreatedApi<Saved, State> {
  /** For the pipeline. */
  readonly api: Api;
  /** For snapshots. */
  readonly saveable: SaveableTenants<Saved>;
  /** The state of a tenant, after the work that is due. The first call creates it. */
  stateOf(tenant: string): State;
  /** The same for a question. It is not kept if it is new. */
  peek(tenant: string): State;
}

export function createApi<Saved extends object, State extends TenantState<Saved>>(
  definition: ApiDefinition<Saved, State>,
): CreatedApi<Saved, State> {
  const { handlers, createState, replay, remember, admit } = definition;
  const tenants = createTenants(createState);

  function stateOf(tenant: string): State {
    return settle(tenants.of(tenant));
  }

  /** For a question about a tenant, which must not create it. */
  function peek(tenant: string): State {
    return settle(tenants.peek(tenant));
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
    reading: definition.reading ?? plainReading,
    recordIdOf(tenant, id): string {
      const { findRecordId } = definition;
      return (findRecordId && tenants.has(tenant) ? findRecordId(peek(tenant), id) : undefined) ?? id;
    },
    authenticate: definition.authenticate,
    negotiate: (request) => definition.negotiate?.(request),
    limitRate: (request) => checkRateLimit(request, () => tenants.of(request.tenant.id).limiter, definition),
    replay: (request, isOverlapping) => replay?.(request, peek(request.tenant.id), isOverlapping),
    admit: (request) => admit?.(request, peek(request.tenant.id)),
    perform,
    performPart: (request) => handle(request, stateOf(request.tenant.id)),
    rehearse: (request) => handle(request, createState(request.tenant.id)),
    retainsExisting: (request) => definition.retainsExisting?.(request) ?? false,
    leavesOut: (request) => definition.leavesOut?.(request),
    doubles: (request) => definition.doubles?.(request),
    toFaultResponse: definition.toFaultResponse,
    toRefusalResponse: definition.toRefusalResponse,
    errorCodeOf: definition.errorCodeOf,
    tenants: tenants.ids,
    queueProgress: (tenant) => definition.queueProgress(peek(tenant)),
    // Without a queue, nothing waits.
    countStored: (tenant) => (tenants.has(tenant) ? definition.queueProgress(peek(tenant)).stored : Infinity),
    userIds: (tenant) => definition.userIds(peek(tenant)),
    stored: (tenant, id) => (tenants.has(tenant) ? definition.stored(peek(tenant), id) : undefined),
    emails(tenant): (id: string) => string | undefined {
      const state = peek(tenant);
      return (id) => definition.emailOf(state, id);
    },
    reset: tenants.clear,
  };
  return { api, saveable: toSaveableTenants(tenants), stateOf, peek };
}

function settle<State extends { settle(): void }>(state: State): State {
  state.settle();
  return state;
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
