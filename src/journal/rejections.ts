import { operationOf } from '../openapi/router.ts';
import { isDelivered, type Exchange } from './exchange.ts';

/** A record that an answer reports as rejected. */
export interface ReportedRejection {
  /** Position of the record in its request, from 0. */
  readonly index: number;
  /** Empty if the record has no id. */
  readonly id: string;
  readonly message: string;
}

/** The records that an answer reports as rejected. */
export function listRejections(exchange: Exchange): ReportedRejection[] {
  const { recordIds = [], rejected = [], error = '', operation } = exchange;
  const toRejection = (index: number, message: string): ReportedRejection => ({
    index,
    id: recordIds[index] ?? '',
    message,
  });
  const row = findBadRow(exchange);
  if (row !== undefined) return [toRejection(row, withoutRow(error))];
  if (operation === undefined) return [];
  const { listsRejected, records } = operationOf(operation);
  const isNamed = isDelivered(exchange) ? listsRejected : isInvalid(exchange) && records?.judged === 'together';
  if (isNamed) return rejected.map(({ index, message }) => toRejection(index, message));
  const isAlone = records?.property === undefined && isInvalid(exchange);
  return isAlone ? recordIds.map((_, index) => toRejection(index, error)) : [];
}

/** The position of the bad row that a refusal names. A broken answer names none. */
export function findBadRow({ operation, status = 0, error = '', records, broken }: Exchange): number | undefined {
  if (operation === undefined || broken !== undefined) return undefined;
  const { badRows, records: place } = operationOf(operation);
  const found = place?.property === undefined ? undefined : badRows.get(status)?.exec(error)?.[1];
  const row = found === undefined ? undefined : Number(found);
  return row !== undefined && row < records ? row : undefined;
}

/** The reason of a refusal that begins with the position of a row. */
function withoutRow(error: string): string {
  return error.replace(/^\w+ \[\d+\]:? */, '') || error;
}

/** Whether an error is about records, and not about the path, the headers or the key. */
function isInvalid({ operation, status = 0, error = '', broken, violations }: Exchange): boolean {
  if (operation === undefined || broken !== undefined || violations !== undefined) return false;
  return [400, 422].includes(status) && !operationOf(operation).errorMeanings.has(error);
}
