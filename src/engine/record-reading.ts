import type { ValidationError } from '../generated/validators.ts';
import type { Operation } from '../openapi/router.ts';

type RecordValues = Readonly<Record<string, unknown>>;

/** How an API reads records where its options leave a choice. No method changes the record that it gets. */
export interface RecordReading {
  /** A record as the API reads it, such as without the parts that count as left out. Returns the same record if it can. */
  read(record: RecordValues, operation: Operation): RecordValues;
  /** The error of a record that its schema allows. */
  findError(record: RecordValues, operation: Operation): ValidationError | undefined;
  /** The values that are stored for the record of a user. */
  toStored(record: RecordValues): RecordValues;
}

/** The reading of an API whose options leave no choice. */
export const plainReading: RecordReading = {
  read: (record) => record,
  findError: () => undefined,
  toStored: (record) => record,
};

/** A record as the API reads it. Returns the record itself if nothing changes. */
export function readRecord(operation: Operation, record: unknown, { read }: RecordReading): unknown {
  return isObject(record) ? read(record, operation) : record;
}

/** A body with its records as the API reads them. Returns the body itself if nothing changes. */
export function readBody(operation: Operation, body: unknown, reading: RecordReading): unknown {
  const { records: place } = operation;
  if (place?.property === undefined) return place ? readRecord(operation, body, reading) : body;
  const given = isObject(body) ? body[place.property] : undefined;
  if (!Array.isArray(given)) return body;
  const records = given.map((record) => readRecord(operation, record, reading));
  return records.every((record, index) => record === given[index])
    ? body
    : { ...(body as RecordValues), [place.property]: records };
}

/** The error of a record that its schema allows. */
export function findReadingError(
  operation: Operation,
  record: unknown,
  { findError }: RecordReading,
): ValidationError | undefined {
  return isObject(record) ? findError(record, operation) : undefined;
}

function isObject(value: unknown): value is RecordValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
