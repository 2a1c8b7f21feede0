import { bodies, queries, records, type Validate, type ValidationError } from '../generated/validators.ts';
import { copyAsJson } from '../http/json-body.ts';
import type { Refusal } from '../http/refusal.ts';
import { hasDefaults, withDefaults } from '../openapi/record-defaults.ts';
import type { Operation, OperationId } from '../openapi/router.ts';
import { toFieldPath, toValidationMessage } from '../openapi/validation-message.ts';
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
  const { operation, params, headers, tenant, digest, rawBody, inspection, bodyRefusal } = parsed;
  if (operation.hasBody && bodyRefusal) return { refusal: bodyRefusal };
  // A copy, since the validator converts texts and fills in defaults in place.
  const query = { ...parsed.query };
  const error = findSchemaError(queries[operation.id], query) ?? findSchemaError(bodies[operation.id], parsed.body);
  if (error) {
    const message = toValidationMessage(error, 'The body');
    return { refusal: { reason: 'invalid', message, field: toFieldPath(error) } };
  }
  const [unknown] = isStrict ? inspection.unknown : [];
  if (unknown !== undefined) return { refusal: refuseUnknownName(unknown), isStrict: true };
  const { body, rejected } = separateRecords(operation, parsed.body);
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
  { id, records: place }: Operation,
  body: unknown,
): Pick<ValidatedRequest, 'body' | 'rejected'> {
  if (place === undefined) return { body, rejected: [] };
  if (place.property === undefined) return { body: withDefaults(id, body), rejected: [] };
  const given = (body as Readonly<Record<string, unknown[]>>)[place.property] ?? [];
  const rejected = place.judged === 'separately' ? findRejected(given, records[id]) : [];
  if (rejected.length === 0 && !hasDefaults(id)) return { body, rejected };
  const invalid = new Set(rejected.map(({ index }) => index));
  const valid = given.filter((_, index) => !invalid.has(index)).map((record) => withDefaults(id, record));
  return { body: { ...(body as object), [place.property]: valid }, rejected };
}

function findRejected(given: readonly unknown[], conforms: Validate | undefined): RejectedRecord[] {
  const rejected: RejectedRecord[] = [];
  given.forEach((record, index) => {
    const error = findSchemaError(conforms, record);
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
): string[] {
  const conforms = records[operation] ?? bodies[operation];
  if (!Array.isArray(given)) return [`${name} must be an array`];
  return given.flatMap((item: Item, index) => {
    const error = findSchemaError(conforms, toRecord(item));
    return error ? [`${name}[${index}]: ${toValidationMessage(error, 'The record')}`] : [];
  });
}

/**
 * A copy of records for `seed`, with defaults.
 *
 * @throws For a record that the API would reject. The message names the record.
 */
export function cloneValidRecords<Item>(name: string, given: readonly Item[], operation: OperationId): Item[] {
  const copy = copyAsJson(given, `seed ${name}`);
  const [problem] = checkRecords(name, copy as Item[], operation);
  if (problem !== undefined) throw new Error(`Failed to seed ${name}: ${problem}.`);
  return (copy as Item[]).map((record) => withDefaults(operation, record));
}

/** The error of a value, or `undefined` if it is valid. The last error sums up the errors of failed alternatives. */
export function findSchemaError(conforms: Validate | undefined, value: unknown): ValidationError | undefined {
  return conforms === undefined || conforms(value) ? undefined : conforms.errors?.at(-1);
}
