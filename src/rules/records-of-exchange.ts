import type { Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';

/** Whether an id identifies a record: the same id is the same record. */
export function isIdentified({ operation }: Exchange): boolean {
  return operation !== undefined && operationOf(operation).records?.upsert === true;
}

/** The positions of the records that took effect. */
export function appliedPositions({ applied = false, records, rejected = [] }: Exchange): readonly number[] {
  const bad = new Set(rejected.map(({ index }) => index));
  const positions = Array.from({ length: applied === true ? records : Number(applied) }, (_, position) => position);
  return bad.size === 0 ? positions : positions.filter((position) => !bad.has(position));
}

/** The ids of the records that took effect. */
export function appliedIds(exchange: Exchange): readonly string[] {
  const { recordIds = [] } = exchange;
  return appliedPositions(exchange).flatMap((position) => recordIds[position] ?? []);
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
