import { isDelivered, type Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import { findRow } from './resends.ts';

/** A record that an answer reports as rejected. */
export interface ReportedRejection {
  /** Empty where it has none. */
  readonly id: string;
  readonly message: string;
}

/** The records that the answer to a request reports as rejected: one by one, or the one that it is about. */
export function listRejections(exchange: Exchange): ReportedRejection[] {
  const { recordIds = [], rejected = [], status = 0, error = '', operation, api, broken } = exchange;
  const idAt = (index: number): string => recordIds[index] ?? '';
  const row = findRow(exchange);
  if (row !== undefined) return [{ id: idAt(row), message: error }];
  // Where Yellow.ai skips bad rows (YE-6), it does not say which.
  if (isDelivered(exchange)) {
    return api === 'yellow' ? [] : rejected.map(({ index, message }) => ({ id: idAt(index), message }));
  }
  const isAlone = operation !== undefined && operationOf(operation).records?.property === undefined;
  const isRefused = isAlone && [400, 422].includes(status) && broken === undefined;
  return isRefused ? recordIds.map((id) => ({ id, message: error })) : [];
}
