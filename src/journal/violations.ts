import type { ParsedRequest, RejectedRecord } from '../engine/request.ts';
import { findSchemaError, validateRequest, type Validation } from '../engine/validate.ts';
import { headers as headerParameters, queries } from '../generated/validators.ts';
import { idempotencyKeyOf } from '../engine/idempotency-key.ts';
import type { Headers } from '../http/request.ts';
import type { Refusal } from '../http/refusal.ts';
import { toValidationMessage } from '../openapi/validation-message.ts';

/** An invalid record of a request. */
interface InvalidRecord {
  /** Position in the request, from 0. */
  readonly index: number;
  readonly message: string;
}

/** A request judged by its OpenAPI document alone. */
export interface DocumentCheck {
  /**
   * Violations of the document. Three things are left out, since each has a rule of its own: invalid records, too many
   * records, and a missing key.
   */
  readonly violations: readonly string[];
  /** The invalid records. If records are judged together, it is the one that the refusal names. */
  readonly rejected: readonly InvalidRecord[];
}

/** Checks a request against its document. `given` is absent if the request was answered before its validation. */
export function checkDocument(parsed: ParsedRequest, given: Validation | undefined): DocumentCheck {
  const validation = given ?? validateRequest(parsed);
  const { operation } = parsed;
  const header = findSchemaError(headerParameters[operation.id], withBareKey(parsed));
  const ofHeaders = header ? [toValidationMessage(header, 'The headers')] : [];
  if ('request' in validation) {
    const { rejected } = validation.request;
    const toInvalid = ({ index, error }: RejectedRecord): InvalidRecord => ({
      index,
      message: toValidationMessage(error, 'The record'),
    });
    return { violations: ofHeaders, rejected: rejected.map(toInvalid) };
  }
  const { refusal, isStrict } = validation;
  // The journal lists undocumented names in `unknown`, so a refusal by the option `strict` is left out.
  const isListed = isStrict !== true && !isOfRecords(refusal, parsed);
  const rejected = (given ? findNamedRecord(refusal, parsed) : []).map((index) => ({
    index,
    message: refusal.message,
  }));
  return { violations: [...(isListed ? [refusal.message] : []), ...ofHeaders], rejected };
}

/** The headers without quotation marks around the `Idempotency-Key`. Whether they are allowed is an open question (VF-17). */
function withBareKey({ headers, operation }: ParsedRequest): Headers {
  const key = idempotencyKeyOf({ headers, operation });
  return key === undefined ? headers : { ...headers, 'idempotency-key': key };
}

/** The position of the record that a refusal of the whole request names. */
function findNamedRecord({ field = '' }: Refusal, { operation: { records } }: ParsedRequest): number[] {
  const place = `${records?.property ?? ''}[`;
  return records?.judged === 'together' && field.startsWith(place) ? [parseInt(field.slice(place.length), 10)] : [];
}

function isOfRecords({ field = '' }: Refusal, parsed: ParsedRequest): boolean {
  const { operation, query } = parsed;
  const { records } = operation;
  if (records === undefined || field === '') return false;
  // The body is the record. An error in the query comes first, and is no error of the record.
  if (records.property === undefined) return findSchemaError(queries[operation.id], { ...query }) === undefined;
  return (
    field.startsWith(`${records.property}[`) ||
    (field === records.property && parsed.records > (records.max ?? Infinity))
  );
}
