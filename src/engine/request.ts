import type { ValidationError } from '../generated/validators.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Headers, MockRequest } from '../http/request.ts';
import type { Query, RequestTarget } from '../http/url.ts';
import type { RoundedNumber } from '../http/rounded-numbers.ts';
import type { Inspection } from '../openapi/inspect-request.ts';
import type { Operation, Route } from '../openapi/router.ts';
import type { RecordReading } from './record-reading.ts';

/** A request as it arrived, and the operation that it leads to. */
export interface Arrival {
  /** Position among all requests of the mock, from 1. */
  readonly number: number;
  /** Arrival of its first byte, in milliseconds since 1970 on the mock's clock. */
  readonly at: number;
  readonly request: MockRequest;
  readonly target: RequestTarget;
  readonly route: Route;
}

/** A tenant owns stored data: the project of a VibeFollow key, or a Yellow bot. */
export interface Tenant {
  /** Empty if the request names no tenant. */
  readonly id: string;
  /** The masked key or the bot, fit to be shown. */
  readonly shownName: string;
}

/** A request read for its operation, but not validated yet. It never changes. */
export interface ParsedRequest {
  readonly operation: Operation;
  /** Parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** The parameters of the path. An id is the one that the record has in bodies. */
  readonly recordParams: Readonly<Record<string, string>>;
  /** Parameters of the query, as texts. */
  readonly query: Query;
  readonly headers: Headers;
  readonly tenant: Tenant;
  /**
   * The JSON value of the body, with its records as the API reads them. `undefined` if the operation takes no body, or the
   * body is refused.
   */
  readonly body: unknown;
  readonly reading: RecordReading;
  /** The body as it arrived. */
  readonly rawBody: string | Uint8Array;
  /** The reason why the body is refused: its coding, size, type or syntax. */
  readonly bodyRefusal?: Refusal;
  /** Numbers of the body that JavaScript can only hold rounded. */
  readonly rounded: readonly RoundedNumber[];
  /**
   * A digest of what the request says: its operation, its parameters and the value of its body. Spaces and the order of
   * properties do not matter.
   */
  readonly digest: string;
  /**
   * A digest of the work that the request is for. For a list of upserts these are its operation, its documented parameters
   * and the ids of its records in order. Any other request has the value of its body instead of ids.
   */
  readonly content: string;
  /** The digest of the value of each record. Two words belong to each record. */
  readonly recordDigests: Int32Array;
  /** Number of its records. */
  readonly records: number;
  /** The ids of its first 100,000 records, in order. A record without an id has an empty one. */
  readonly recordIds: readonly string[];
  /** The request compared with its document. */
  readonly inspection: Inspection;
}

/** A request that conforms to its document. */
export interface ValidatedRequest extends Pick<
  ParsedRequest,
  'operation' | 'params' | 'headers' | 'tenant' | 'digest' | 'rawBody'
> {
  /** Parameters of the query, converted to the documented types and with defaults. */
  readonly query: Query;
  /** The body with defaults. If records are judged separately, it has only the valid ones. */
  readonly body: unknown;
  /** The invalid records, if records are judged separately. Else empty. */
  readonly rejected: readonly RejectedRecord[];
}

export interface RejectedRecord {
  /** Position among all records of the request, from 0. */
  readonly index: number;
  readonly error: ValidationError;
}
