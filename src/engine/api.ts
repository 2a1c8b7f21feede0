import type { Refusal } from '../http/refusal.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Operation } from '../openapi/router.ts';
import type { QueueProgress } from './job-queue.ts';
import type { RecordReading } from './record-reading.ts';
import type { ParsedRequest, Tenant, ValidatedRequest } from './request.ts';

/** An API as the pipeline uses it. A step returns `undefined` to let a request go on, or a response that answers it. */
export interface Api {
  /** Finds the tenant that a request names. `authenticate` checks later whether the key is valid for it. */
  identify(request: Pick<ParsedRequest, 'headers' | 'query'>): Tenant;
  /** How it reads the records of requests. */
  readonly reading: RecordReading;
  /** The id of the record that a path means, which may have another id of the same record. */
  recordIdOf(tenant: string, id: string): string;
  /** Refuses a request without a valid key. */
  authenticate(request: ParsedRequest): ApiResponse | undefined;
  /** Refuses a client that does not accept JSON answers. */
  negotiate(request: ParsedRequest): ApiResponse | undefined;
  /** Counts a request against the rate limit of its operation. */
  limitRate(request: ParsedRequest): RateLimitCheck;
  /**
   * Repeats the first answer to an `Idempotency-Key`. Refuses a key that was used for another request. `isOverlapping`
   * says that another attempt of the call was still under way when this one arrived.
   */
  replay(request: ParsedRequest, isOverlapping: boolean): ApiResponse | undefined;
  /** Refuses a request if the queue has no room for it. */
  admit(request: ValidatedRequest): ApiResponse | undefined;
  /** Does the work of a request, and remembers the answer for `replay`. */
  perform(request: ValidatedRequest): ApiResponse;
  /** Does the work for some of the records. The answer is not remembered, since the client never gets it. */
  performPart(request: ValidatedRequest): ApiResponse;
  /** Returns the answer that `perform` would give to an empty tenant. Does no work. */
  rehearse(request: ValidatedRequest): ApiResponse;
  /** Whether the work leaves existing users unchanged. */
  retainsExisting(request: ValidatedRequest): boolean;
  /** The positions of valid records that the work leaves out, and the reason. The answer does not report them. */
  leavesOut(request: ValidatedRequest): LeftOut | undefined;
  /** The positions of the records that are stored twice if they are sent twice. `undefined` if there are no others. */
  doubles(request: ValidatedRequest): readonly number[] | undefined;
  /** An error of a fault with this status, in the API's own shape. */
  toFaultResponse(status: number, code?: string): ApiResponse;
  /** Puts a refusal into the API's own error shape. */
  toRefusalResponse(refusal: Refusal, operation?: Operation): ApiResponse;
  /** The code of an error, or its text if the API has no codes. `body` is an error in the API's own shape. */
  errorCodeOf(body: unknown): string | undefined;
  /** Ids of the tenants with state. */
  tenants(): string[];
  /** How far the queue of a tenant is. */
  queueProgress(tenant: string): QueueProgress;
  /** Position of the record that the queue of a tenant stored last. `Infinity` for a tenant without state. */
  countStored(tenant: string): number;
  /** The ids of the stored users of a tenant, in the order of their creation. */
  userIds(tenant: string): string[];
  /** A stored user in the form of a record, or `undefined` if the user is not stored. */
  stored(tenant: string, id: string): Readonly<Record<string, unknown>> | undefined;
  /** Finds the e-mail addresses of the stored users of a tenant by their ids. */
  emails(tenant: string): (id: string) => string | undefined;
  /** Forgets everything, or one tenant. */
  reset(tenant?: string): void;
}

/** Valid records that an API leaves out. */
export interface LeftOut {
  readonly positions: readonly number[];
  readonly reason: string;
}

/** The result of counting a request against a rate limit. */
export interface RateLimitCheck {
  /** Headers for the answer, refused or not. */
  readonly headers: Readonly<Record<string, string | number>>;
  /** Present if the request is over the limit. */
  readonly refusal?: ApiResponse;
}

/** A handler for each operation of a document. The compiler rejects an answer that the document does not allow. */
export type Handlers<Operations, State> = {
  readonly [Id in keyof Operations]: (request: RequestOf<Operations[Id]>, state: State) => ResponseOf<Operations[Id]>;
};

/** A validated request, with the documented types of its parts. */
export type RequestOf<Op> = Omit<ValidatedRequest, 'params' | 'query' | 'body'> & {
  readonly params: Op extends { parameters: { path: infer Params } } ? Params : Readonly<Record<string, never>>;
  readonly query: Op extends { parameters: { query?: infer Parameters } }
    ? NonNullable<Parameters>
    : Readonly<Record<string, never>>;
  readonly body: Op extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : undefined;
};

/** Any documented answer of an operation. */
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
