import type { Call, RejectedRecord } from '../engine/api.ts';
import type { Arrival } from '../engine/call.ts';
import { headers as headerParameters, queries } from '../generated/validators.ts';
import { toValidationMessage } from '../openapi/validation-message.ts';
import { recordIdsOf } from '../engine/records.ts';
import type { Refusal } from '../http/refusal.ts';
import { findSchemaError, validate } from '../engine/validate.ts';

/** What a request is by the OpenAPI document, whatever came of it. */
export interface DocumentCheck {
  /**
   * Where it breaks the document. Neither its records count, which are data and judged by what becomes of them, nor how
   * many they are, nor a missing key: each has a rule of its own.
   */
  readonly violations: readonly string[];
  /** Records that break their schema, where they are judged one by one. */
  readonly rejected: readonly RejectedRecord[];
}

export function findViolations({ found, call }: Arrival): DocumentCheck {
  if ('refusal' in found) return { violations: [found.refusal.message], rejected: [] };
  if (call === undefined) return { violations: [], rejected: [] };
  const { refusal, rejected } = call.validated ? { ...call.validated, rejected: call.rejected } : validateCopy(call);
  const header = findSchemaError(headerParameters[call.operation.id], call.headers);
  const violations = [
    ...(refusal && !isOfRecords(refusal, call) ? [refusal.message] : []),
    ...(header ? [toValidationMessage(header, 'The headers')] : []),
  ];
  return { violations, rejected };
}

/** For a call that was answered before its turn to be validated came. */
function validateCopy(call: Call): { refusal: Refusal | undefined; rejected: readonly RejectedRecord[] } {
  const copy = { ...call };
  if (call.operation.hasBody) {
    const body = call.read();
    if ('refusal' in body) return { refusal: body.refusal, rejected: [] };
    copy.body = body.value;
  }
  return { refusal: validate(copy), rejected: copy.rejected };
}

function isOfRecords({ field = '' }: Refusal, call: Call): boolean {
  const { records } = call.operation;
  if (records === undefined || field === '') return false;
  // Without a list the body is the record; but the query is held against the document first.
  if (records.property === undefined)
    return findSchemaError(queries[call.operation.id], { ...call.query }) === undefined;
  return (
    field.startsWith(`${records.property}[`) ||
    (field === records.property && recordIdsOf(call).length > (records.max ?? Infinity))
  );
}
