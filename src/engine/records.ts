import type { Call } from './api.ts';
import type { Operation } from '../openapi/router.ts';

/** The records that a body holds, valid or not: those of its list, or itself where the operation takes one. */
export function recordsOf({ records: place }: Operation, body: unknown): readonly unknown[] {
  if (place === undefined || body === undefined) return [];
  if (place.property === undefined) return [body];
  const records: unknown = (body as Record<string, unknown> | null)?.[place.property];
  return Array.isArray(records) ? records : [];
}

/** The ids of the records that a call came with, in order; empty for one that has none. */
export function recordIdsOf({ operation, params, read }: Call): string[] {
  if (!operation.records) return [];
  const sent = read();
  if ('refusal' in sent) return [];
  const { key } = operation.records;
  // The path names the one record that the body is.
  if (params[key] !== undefined) return [toId(params[key])];
  return recordsOf(operation, sent.value).map((record) => toId((record as Record<string, unknown> | null)?.[key]));
}

function toId(id: unknown): string {
  return typeof id === 'string' ? id.slice(0, 256) : '';
}

/** Whether a call is about the record of this id: by its path, or by what its body holds. */
export function carriesRecord({ operation, params, read }: Call, id: string): boolean {
  const body = read();
  const key = operation.records?.key ?? '';
  return (
    Object.values(params).includes(id) ||
    ('value' in body &&
      recordsOf(operation, body.value).some((record) => (record as Record<string, unknown> | null)?.[key] === id))
  );
}

/** A call with only the first `count` of its records, as if the others had not been sent. */
export function withFirstRecords(call: Call, count: number): Call {
  const property = call.operation.records?.property;
  if (property === undefined) return call;
  const rejected = call.rejected.filter(({ index }) => index < count);
  const body = call.body as Record<string, unknown[]>;
  return { ...call, rejected, body: { ...body, [property]: body[property]?.slice(0, count - rejected.length) } };
}
