import { digestOf } from '../runtime/digest.ts';
import { ownText } from '../runtime/own-text.ts';
import type { Operation } from '../openapi/router.ts';
import type { ParsedRequest, ValidatedRequest } from './request.ts';

/** Maximum number of characters kept of an id. */
const longestId = 256;

/** The id as it is kept. The digest tells ids with the same beginning apart. */
export function shortenId(id: string): string {
  return id.length <= longestId ? id : ownText(`${id.slice(0, longestId - 17)}…${digestOf(id)}`);
}

/** Maximum number of records of one request that are told apart. No document allows more than 1,000. */
const maxRecords = 100_000;

/** The number of records in a request. */
export function countRecords({ records: place }: Operation, params: ParsedRequest['params'], body: unknown): number {
  if (place === undefined || body === undefined) return 0;
  if (place.property === undefined || params[place.key] !== undefined) return 1;
  const records = propertyOf(body, place.property);
  return Array.isArray(records) ? records.length : 0;
}

/** The ids of the first 100,000 records in a request, in order. A record without an id has an empty one. */
export function recordIdsIn(operation: Operation, params: ParsedRequest['params'], body: unknown): readonly string[] {
  if (!operation.records || body === undefined) return [];
  const { key } = operation.records;
  // The body is one record, and the path has its id.
  if (params[key] !== undefined) return [toId(params[key])];
  const records = listRecords(operation, body).slice(0, maxRecords);
  return records.map((record) => toId(propertyOf(record, key)));
}

/** The whole ids of a list of records, in order. `undefined` if the body has no list, or a record has no id. */
export function listFullIds(operation: Operation, body: unknown): readonly string[] | undefined {
  const { key, property } = operation.records ?? {};
  if (key === undefined || property === undefined) return undefined;
  const ids = listRecords(operation, body).map((record) => propertyOf(record, key));
  return ids.length > 0 && ids.every((id) => typeof id === 'string' && id !== '') ? (ids as string[]) : undefined;
}

/** Whether the path or the body of a request names the record with this id. */
export function carriesRecord({ operation, params, recordParams, body }: ParsedRequest, id: string): boolean {
  if ([...Object.values(params), ...Object.values(recordParams)].includes(id)) return true;
  return listRecords(operation, body).some((record) => propertyOf(record, operation.records?.key ?? '') === id);
}

/** A request with only the first `count` of its records, as if the client had not sent the others. */
export function withFirstRecords(request: ValidatedRequest, count: number): ValidatedRequest {
  const property = request.operation.records?.property;
  if (property === undefined) return request;
  const rejected = request.rejected.filter(({ index }) => index < count);
  const body = request.body as Readonly<Record<string, unknown[]>>;
  return Object.freeze({
    ...request,
    rejected,
    body: { ...body, [property]: body[property]?.slice(0, count - rejected.length) },
  });
}

/** The records of a body, valid or not: its list, or the body itself if the operation takes a single record. */
export function listRecords({ records: place }: Operation, body: unknown): readonly unknown[] {
  if (place === undefined || body === undefined) return [];
  if (place.property === undefined) return [body];
  const records = propertyOf(body, place.property);
  return Array.isArray(records) ? records : [];
}

/** The positions in a request of the valid records that match. */
export function findPositions(
  { operation, body, rejected }: ValidatedRequest,
  matches: (record: unknown) => boolean,
): readonly number[] {
  const invalid = new Set(rejected.map(({ index }) => index));
  let position = -1;
  return listRecords(operation, body).flatMap((record) => {
    do position += 1;
    while (invalid.has(position));
    return matches(record) ? [position] : [];
  });
}

/** The id of the record at a position. Empty if it has none. */
export function recordIdAt(operation: Operation, body: unknown, index: number): string {
  return toId(propertyOf(listRecords(operation, body)[index], operation.records?.key ?? ''));
}

function propertyOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null)?.[name];
}

function toId(id: unknown): string {
  return typeof id === 'string' ? shortenId(id) : '';
}
