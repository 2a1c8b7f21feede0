import { isDelivered, type Exchange } from '../client-calls.ts';
import { operationOf } from '../router.ts';
import { findRow } from '../rules/resends.ts';

/** A record that an answer reports as rejected. */
export interface Reported {
  readonly id: string;
  readonly message: string;
}

/** The records that an answer reports as rejected, one by one or as the one that it is about; what has no id cannot be named. */
export function toReported(exchange: Exchange): Reported[] {
  const { recordIds = [], rejected = [], status = 0, error = '', operation, broken } = exchange;
  const idAt = (index: number): string => recordIds[index] ?? '';
  const row = findRow(exchange);
  if (row !== undefined) return toNamed([{ id: idAt(row), message: error }]);
  if (isDelivered(exchange)) return toNamed(rejected.map(({ index, message }) => ({ id: idAt(index), message })));
  const isAlone = operation !== undefined && operationOf(operation).records?.property === undefined;
  const isRefused = isAlone && [400, 422].includes(status) && broken === undefined;
  return isRefused ? toNamed(recordIds.map((id) => ({ id, message: error }))) : [];
}

function toNamed(reported: readonly Reported[]): Reported[] {
  return reported.filter(({ id }) => id !== '');
}
