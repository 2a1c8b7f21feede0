import { bodies, queries, records, type Validate, type ValidationError } from '../generated/validators.ts';
import { copyAsJson } from '../http/json-body.ts';
import type { Refusal } from '../http/refusal.ts';
import { hasDefaults, withDefaults } from '../openapi/record-defaults.ts';
import { operationOf, type Operation, type OperationId } from '../openapi/router.ts';
import { toFieldPath, toValidationMessage } from '../openapi/validation-message.ts';
import { findReadingError, plainReading, readRecord, type RecordReading } from './record-reading.ts';
import { listRecords } from './records.ts';
import type { ParsedRequest, RejectedRecord, ValidatedRequest } from './request.ts';

/** The result of validation: a valid request or a refusal. */
export type Validation =
  | { readonly request: ValidatedRequest }
  /** `isStrict` is present if only the option `strict` refuses the request. */
  | { readonly refusal: Refusal; readonly isStrict?: true };

/**
 * Validates the query and the body. An invalid record refuses the whole request, unless records are judged separately.
 * `isStrict` also refuses undocumented names.
 */
export function validateRequest(parsed: ParsedRequest, isStrict = false): Validation {
  const { operation, params, headers, tenant, digest, rawBody, inspection, bodyRefusal, reading } = parsed;
  if (operation.hasBody && bodyRefusal) return { refusal: bodyRefusal };
  // A copy, since the validator converts texts and fills in defaults in place.
  const query = { ...parsed.query };
  const error =
    findSchemaError(queries[operation.id], query) ??
    findSchemaError(bodies[operation.id], parsed.body) ??
    findErrorTogether(operation, parsed.body, reading);
  if (error) {
    const message = toValidationMessage(error, 'The body');
    return { refusal: { reason: 'invalid', message, field: toFieldPath(error) } };
  }
  const [unknown] = isStrict ? inspection.unknown : [];
  if (unknown !== undefined) return { refusal: refuseUnknownName(unknown), isStrict: true };
  const { body, rejected } = separateRecords(operation, parsed.body, reading);
  return { request: Object.freeze({ operation, params, headers, tenant, digest, rawBody, query, body, rejected }) };
}

/** Maximum number of characters shown of an undocumented name. */
const longestName = 200;

function refuseUnknownName(name: string): Refusal {
  const field = name.slice(0, longestName);
  return { reason: 'invalid', message: `${field} is not documented`, field };
}

/** The body with defaults. If records are judged separately, the invalid ones are taken out into `rejected`. */
function separateRecords(
  operation: Operation,
  body: unknown,
  reading: RecordReading,
): Pick<ValidatedRequest, 'body' | 'rejected'> {
  const { id, records: place } = operation;
  if (place === undefined) return { body, rejected: [] };
  if (place.property === undefined) return { body: withDefaults(id, body), rejected: [] };
  const given = (body as Readonly<Record<string, unknown[]>>)[place.property] ?? [];
  const rejected = place.judged === 'separately' ? findRejected(given, operation, reading) : [];
  if (rejected.length === 0 && !hasDefaults(id)) return { body, rejected };
  const invalid = new Set(rejected.map(({ index }) => index));
  const valid = given.filter((_, index) => !invalid.has(index)).map((record) => withDefaults(id, record));
  return { body: { ...(body as object), [place.property]: valid }, rejected };
}

/** The error of the first record that its schema allows, unless records are judged separately. */
function findErrorTogether(operation: Operation, body: unknown, reading: RecordReading): ValidationError | undefined {
  const { records: place } = operation;
  if (place === undefined || place.judged === 'separately') return undefined;
  for (const [index, record] of listRecords(operation, body).entries()) {
    const error = findReadingError(operation, record, reading);
    const path = place.property === undefined ? '' : `/${place.property}/${index}`;
    if (error) return { ...error, instancePath: path + error.instancePath };
  }
  return undefined;
}

function findRejected(given: readonly unknown[], operation: Operation, reading: RecordReading): RejectedRecord[] {
  const rejected: RejectedRecord[] = [];
  given.forEach((record, index) => {
    const error = findSchemaError(records[operation.id], record) ?? findReadingError(operation, record, reading);
    if (error) rejected.push({ index, error });
  });
  return rejected;
}

/**
 * Checks records as the API does. Returns one text for each invalid record, such as `users[3]: Invalid email`. `toRecord`
 * makes a record of each given value.
 */
export function checkRecords<Item>(
  name: string,
  given: readonly Item[],
  operation: OperationId,
  toRecord: (item: Item) => unknown = (item) => item,
  reading: RecordReading = plainReading,
): string[] {
  const conforms = records[operation] ?? bodies[operation];
  if (!Array.isArray(given)) return [`${name} must be an array`];
  return given.flatMap((item: Item, index) => {
    const record = toRecord(item);
    const error = findSchemaError(conforms, record) ?? findReadingError(operationOf(operation), record, reading);
    return error ? [`${name}[${index}]: ${toValidationMessage(error, 'The record')}`] : [];
  });
}

/**
 * A copy of records for `seed`, with defaults.
 *
 * @throws For a record that the API would reject. The message names the record.
 */
export function cloneValidRecords<Item>(
  name: string,
  given: readonly Item[],
  id: OperationId,
  reading: RecordReading = plainReading,
): Item[] {
  const copy = copyAsJson(given, `seed ${name}`);
  const read = Array.isArray(copy) ? copy.map((record) => readRecord(operationOf(id), record, reading) as Item) : copy;
  const [problem] = checkRecords(name, read as Item[], id, undefined, reading);
  if (problem !== undefined) throw new Error(`Failed to seed ${name}: ${problem}.`);
  return (read as Item[]).map((record) => withDefaults(id, record));
}

/** The error of a value, or `undefined` if it is valid. The last error sums up the errors of failed alternatives. */
export function findSchemaError(conforms: Validate | undefined, value: unknown): ValidationError | undefined {
  return conforms === undefined || conforms(value) ? undefined : conforms.errors?.at(-1);
}
