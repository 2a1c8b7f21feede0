import type { ParsedRequest, RejectedRecord } from '../engine/request.ts';
import { findSchemaError, validateRequest, type Validation } from '../engine/validate.ts';
import { headers as headerParameters, queries } from '../generated/validators.ts';
import type { Refusal } from '../http/refusal.ts';
import { toValidationMessage } from '../openapi/validation-message.ts';

/** What a request is by the OpenAPI document, whatever came of it. */
export interface DocumentCheck {
  /**
   * Where it breaks the document. Three things do not count, since each has a rule of its own: records that break their
   * schema, too many records, and a missing key.
   */
  readonly violations: readonly string[];
  /** Records that break their schema, where they are judged one by one. */
  readonly rejected: readonly RejectedRecord[];
}

/** Holds a request against its document. `validation` is what was made of it; without, it was answered before that. */
export function checkDocument(parsed: ParsedRequest, validation: Validation = validateRequest(parsed)): DocumentCheck {
  const { operation, headers } = parsed;
  const header = findSchemaError(headerParameters[operation.id], headers);
  const ofHeaders = header ? [toValidationMessage(header, 'The headers')] : [];
  if ('request' in validation) return { violations: ofHeaders, rejected: validation.request.rejected };
  const { refusal, isStrict } = validation;
  // The names that the option `strict` refuses are journalled by themselves.
  const isListed = isStrict !== true && !isOfRecords(refusal, parsed);
  return { violations: [...(isListed ? [refusal.message] : []), ...ofHeaders], rejected: [] };
}

function isOfRecords({ field = '' }: Refusal, parsed: ParsedRequest): boolean {
  const { operation, query, recordIds } = parsed;
  const { records } = operation;
  if (records === undefined || field === '') return false;
  // Without a list the body is the record; but the query is held against the document first.
  if (records.property === undefined) return findSchemaError(queries[operation.id], { ...query }) === undefined;
  return (
    field.startsWith(`${records.property}[`) ||
    (field === records.property && recordIds.length > (records.max ?? Infinity))
  );
}
