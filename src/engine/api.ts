import type { Refusal } from '../http/refusal.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Operation } from '../openapi/router.ts';
import type { ParsedRequest, Tenant, ValidatedRequest } from './request.ts';

/** What an API gives to the pipeline. A step answers `undefined` to let a request go on, or a response that refuses it. */
export interface Api {
  /** Finds the tenant, before it is known whether the client may speak for it. */
  identify(request: Pick<ParsedRequest, 'headers' | 'query'>): Tenant;
  authenticate(request: ParsedRequest): ApiResponse | undefined;
  /** Refuses a client that does not take what the API answers. */
  negotiate(request: ParsedRequest): ApiResponse | undefined;
  /** Counts a request against the limit in force for its operation. */
  limitRate(request: ParsedRequest): RateLimitCheck;
  /** Answers a request that was answered before, or refuses a key that was used for another one. */
  replay(request: ParsedRequest): ApiResponse | undefined;
  /** Refuses work that there is no room for. */
  admit(request: ValidatedRequest): ApiResponse | undefined;
  /** Does the work. */
  perform(request: ValidatedRequest): ApiResponse;
  /** Does the work for a part of the records. Nobody hears of it, and nothing is remembered for a replay. */
  performPart(request: ValidatedRequest): ApiResponse;
  /** What `perform` would answer if nothing were stored. Does no work. */
  rehearse(request: ValidatedRequest): ApiResponse;
  /** Whether the work leaves users that exist as they are. */
  retainsExisting(request: ValidatedRequest): boolean;
  /** The error of a fault of this status, in the API's own shape. */
  toFaultResponse(status: number, code?: string): ApiResponse;
  /** Puts a refusal into the API's own error shape. */
  toRefusalResponse(refusal: Refusal, operation?: Operation): ApiResponse;
  /** The code of an error, or its text where the API has no codes. `body` is that of an error in the API's shape. */
  errorCodeOf(body: unknown): string | undefined;
  /** The tenants that were met. */
  tenants(): string[];
  /** Whether a tenant has taken work that is not done yet. */
  isWaiting(tenant: string): boolean;
  /** The ids of the users that a tenant has stored, in the order in which they were created. */
  userIds(tenant: string): string[];
  /** What is stored of a user, its properties by the names that records have; or nothing. */
  stored(tenant: string, id: string): Readonly<Record<string, unknown>> | undefined;
  /** Forgets everything, or one tenant. */
  reset(tenant?: string): void;
}

/** Where a request stands with a rate limit. */
export interface RateLimitCheck {
  /** Headers for whatever answer the request gets. */
  readonly headers: Readonly<Record<string, string | number>>;
  /** The refusal of a request over the limit. */
  readonly refusal?: ApiResponse;
}

/** The handlers of a document's operations. The compiler refuses an answer that the document does not allow. */
export type Handlers<Operations, State> = {
  readonly [Id in keyof Operations]: (request: RequestOf<Operations[Id]>, state: State) => ResponseOf<Operations[Id]>;
};

/** A validated request, with the types that the document gives to its parts. */
export type RequestOf<Op> = Omit<ValidatedRequest, 'params' | 'query' | 'body'> & {
  readonly params: Op extends { parameters: { path: infer Params } } ? Params : Readonly<Record<string, never>>;
  readonly query: Op extends { parameters: { query?: infer Parameters } }
    ? NonNullable<Parameters>
    : Readonly<Record<string, never>>;
  readonly body: Op extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : undefined;
};

/** Any answer that the document allows for an operation. */
export type ResponseOf<Op> = Op extends { responses: infer Responses }
  ? { [Status in keyof Responses & number]: ResponseWith<Status, Responses[Status]> }[keyof Responses & number]
  : never;

type ResponseWith<Status, Response> = {
  readonly status: Status;
  readonly headers?: Response extends { headers: infer Named } ? HeadersOf<OnlyKnown<Named>> : NoHeaders;
} & (Response extends { content: { 'application/json': infer Body } }
  ? { readonly body: Body }
  : { readonly body?: never });

type HeadersOf<Named> = keyof Named extends never ? NoHeaders : Partial<Named>;
type NoHeaders = Readonly<Record<string, never>>;

/** Without the index signature that openapi-typescript adds to headers. */
type OnlyKnown<Named> = { [Name in keyof Named as string extends Name ? never : Name]: Named[Name] };
