import type { JsonBody } from '../http/json-body.ts';
import type { ValidationError } from '../generated/validators.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Operation } from '../openapi/router.ts';
import type { Inspection } from '../openapi/inspect-request.ts';
import type { Query } from '../http/url.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Headers } from '../http/request.ts';

/** A request on its way through the pipeline, with what each step has found out. */
export interface Call {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Headers;
  /** Texts as they were sent; once validated, values of the types that the document gives them. */
  query: Query;
  /** Id of the VibeFollow project or the Yellow bot; empty until identified. */
  tenant: string;
  /** The key or the bot, as it may be shown. */
  shownTenant: string;
  /** The JSON of the body; `undefined` until read, and where the operation takes none. */
  body: unknown;
  /** Records that break their schema, where records are judged separately; `body` then holds only the others. */
  rejected: readonly RejectedRecord[];
  /** What validation said, once the call has come so far. */
  validated?: { readonly refusal: Refusal | undefined };
  /** Whether the work was done, or for how many of the records. */
  applied: boolean | number;
  /** Position of the work among all that was done, from 1. */
  effect?: number;
  /** Whether users that existed were left as they were. */
  retained?: boolean;
  /** The answer that was made for it last, before it was written out. */
  reply?: ApiResponse;
  /** Headers for whatever answer comes. */
  readonly told: Record<string, string | number>;
  /** The same for the same operation, parameters and body, byte for byte. */
  digest(): string;
  /** The body as JSON. */
  read(): JsonBody;
  /** What it says in the terms of its document. To be asked for before validation, which fills in defaults. */
  survey(): Inspection;
}

export interface RejectedRecord {
  /** Position among all records of the request, from 0. */
  readonly index: number;
  readonly error: ValidationError;
}

/** What an API gives to the pipeline. A step answers `undefined` to let the call go on, or refuses it. */
export interface Api {
  /** Finds the tenant and sets it, before it is known whether the client may speak for it. */
  identify(call: Call): void;
  authenticate(call: Call): ApiResponse | undefined;
  /** Whether the client takes what the API answers. */
  negotiate(call: Call): ApiResponse | undefined;
  /** Counts the call against the limit in force for its operation. */
  limitRate(call: Call): ApiResponse | undefined;
  /** Answers a call that was answered before, or refuses a key that was used for another one. */
  replay(call: Call): ApiResponse | undefined;
  /** Refuses work that there is no room for. */
  admit(call: Call): ApiResponse | undefined;
  /** Does the work. */
  perform(call: Call): ApiResponse;
  /** Does the work for a part of the records, of which nobody will ever hear. */
  performPart(call: Call): ApiResponse;
  /** What `perform` would answer if nothing were stored; does no work. */
  rehearse(call: Call): ApiResponse;
  /** An error of this status in the API's own shape. */
  fail(status: number, code?: string): ApiResponse;
  /** Puts a refusal into the API's own error shape. */
  refuse(refusal: Refusal, call?: Call): ApiResponse;
  /** The tenants that were met. */
  tenants(): string[];
  /** Whether a tenant has taken work that is not done as yet. */
  isWaiting(tenant: string): boolean;
  /** What is stored of a user, its properties by the names that records have; or nothing. */
  stored(tenant: string, id: string): Readonly<Record<string, unknown>> | undefined;
  /** Forgets everything, or one tenant. */
  reset(tenant?: string): void;
}

/** The handlers of a document's operations; the compiler refuses an answer that the document does not allow. */
export type Handlers<Operations, State> = {
  readonly [Id in keyof Operations]: (call: CallOf<Operations[Id]>, state: State) => AnswerOf<Operations[Id]>;
};

/** A validated call, with the types that the document gives to its parts. */
export type CallOf<Op> = Omit<Call, 'params' | 'query' | 'body'> & {
  readonly params: Op extends { parameters: { path: infer Params } } ? Params : Readonly<Record<string, never>>;
  readonly query: Op extends { parameters: { query?: infer Parameters } }
    ? NonNullable<Parameters>
    : Readonly<Record<string, never>>;
  readonly body: Op extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : undefined;
};

/** Any answer that the document allows for an operation. */
export type AnswerOf<Op> = Op extends { responses: infer Responses }
  ? { [Status in keyof Responses & number]: ReplyOf<Status, Responses[Status]> }[keyof Responses & number]
  : never;

type ReplyOf<Status, Response> = {
  readonly status: Status;
  readonly headers?: Response extends { headers: infer Named } ? HeadersOf<OnlyKnown<Named>> : NoHeaders;
} & (Response extends { content: { 'application/json': infer Body } }
  ? { readonly body: Body }
  : { readonly body?: never });

type HeadersOf<Named> = keyof Named extends never ? NoHeaders : Partial<Named>;
type NoHeaders = Readonly<Record<string, never>>;

/** Without the index signature that openapi-typescript adds to headers. */
type OnlyKnown<Named> = { [Name in keyof Named as string extends Name ? never : Name]: Named[Name] };
