import type { Call, RejectedRecord } from './api.ts';
import { copyAsJson } from '../http/json-body.ts';
import { bodies, queries, records, type Validate, type ValidationError } from '../generated/validators.ts';
import { toFieldPath, toValidationMessage } from '../openapi/validation-message.ts';
import type { Refusal } from '../http/refusal.ts';

/** Holds query and body against the document. Records that are judged separately refuse nothing: they are set apart. */
export function validate(call: Call): Refusal | undefined {
  const { id, records: place } = call.operation;
  const error = findSchemaError(queries[id], call.query) ?? findSchemaError(bodies[id], call.body);
  if (error) return { reason: 'invalid', message: toValidationMessage(error, 'The body'), field: toFieldPath(error) };
  if (place?.property !== undefined && place.judged === 'separately') separateRejected(call, place.property);
  return undefined;
}

/** Refuses a request for the first name in it that the document does not know. */
export function refuseUnknownNames([first]: readonly string[]): Refusal | undefined {
  if (first === undefined) return undefined;
  const field = first.slice(0, longestName);
  return { reason: 'invalid', message: `${field} is not documented`, field };
}

/** Of a name that a client made up, so many characters are told. */
const longestName = 200;

/**
 * What is wrong with a list of records, each judged as the API does, such as `users[3]: Invalid email`; `name` is that of
 * the list. Fills in defaults.
 */
export function checkRecords(name: string, given: unknown, conforms: Validate | undefined): string[] {
  if (!Array.isArray(given)) return [`${name} must be an array`];
  return given.flatMap((record: unknown, index) => {
    const error = findSchemaError(conforms, record);
    return error ? [`${name}[${index}]: ${toValidationMessage(error, 'The record')}`] : [];
  });
}

/**
 * A copy of records that somebody puts in for a test.
 *
 * @throws For one that the API would reject; the message names it.
 */
export function cloneValidRecords<Item>(name: string, given: readonly Item[], conforms: Validate | undefined): Item[] {
  const copy = copyAsJson(given, `seed ${name}`);
  const [problem] = checkRecords(name, copy, conforms);
  if (problem !== undefined) throw new Error(`Failed to seed ${name}: ${problem}.`);
  return copy as Item[];
}

/** What breaks a schema, if anything does. The last error is the one that sums up, where alternatives failed one by one. */
export function findSchemaError(conforms: Validate | undefined, value: unknown): ValidationError | undefined {
  return conforms === undefined || conforms(value) ? undefined : conforms.errors?.at(-1);
}

function separateRejected(call: Call, property: string): void {
  const conforms = records[call.operation.id];
  const body = call.body as Record<string, unknown[]>;
  const given = body[property] ?? [];
  const rejected: RejectedRecord[] = [];
  given.forEach((record, index) => {
    const error = findSchemaError(conforms, record);
    if (error) rejected.push({ index, error });
  });
  if (rejected.length === 0) return;
  const out = new Set(rejected.map(({ index }) => index));
  call.rejected = rejected;
  call.body = { ...body, [property]: given.filter((_, index) => !out.has(index)) };
}
