import type { Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';

/** Whether an id identifies a record: the same id is the same record. */
export function isIdentified({ operation }: Exchange): boolean {
  return operation !== undefined && operationOf(operation).records?.upsert === true;
}

/** The ids of the records that took effect. */
export function appliedIds({ applied, recordIds = [], rejected = [] }: Exchange): readonly string[] {
  if (applied === undefined || applied === false) return [];
  const done = applied === true ? recordIds : recordIds.slice(0, applied);
  const bad = new Set(rejected.map(({ index }) => index));
  return bad.size === 0 ? done : done.filter((_, index) => !bad.has(index));
}

/** Whether two requests share a record. */
export function overlap({ recordIds = [] }: Exchange, other: Exchange): boolean {
  const ids = new Set(other.recordIds);
  return recordIds.some((id) => ids.has(id));
}

/** Whether two requests carry records of the same ids in the same order. */
export function isSameList(ids: readonly string[] = [], others: readonly string[] = []): boolean {
  return ids.length === others.length && ids.every((id, index) => id === others[index]);
}
