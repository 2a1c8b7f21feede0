import { isDelivered, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import { truncateId } from './records-of-exchange.ts';

/** A record that an answer reports as rejected. */
export interface ReportedRejection {
  /** Empty if the record has no id. */
  readonly id: string;
  readonly message: string;
}

/** The records that an answer reports as rejected. */
export function listRejections(exchange: Exchange): ReportedRejection[] {
  const { recordIds = [], rejected = [], status = 0, error = '', operation, broken } = exchange;
  const idAt = (index: number): string => recordIds[index] ?? '';
  const row = findBadRow(exchange);
  if (row !== undefined) return [{ id: idAt(row), message: error }];
  if (operation === undefined) return [];
  const { listsRejected, records } = operationOf(operation);
  if (isDelivered(exchange)) {
    return listsRejected ? rejected.map(({ index, message }) => ({ id: idAt(index), message })) : [];
  }
  const isAlone = records?.property === undefined;
  const isRefused = isAlone && [400, 422].includes(status) && broken === undefined;
  return isRefused ? recordIds.map((id) => ({ id, message: error })) : [];
}

/** The position of the bad row that a refusal names. A broken answer names none. */
export function findBadRow({ operation, status = 0, error = '', records, broken }: Exchange): number | undefined {
  if (operation === undefined || broken !== undefined) return undefined;
  const { badRows, records: place } = operationOf(operation);
  const found = place?.property === undefined ? undefined : badRows.get(status)?.exec(error)?.[1];
  const row = found === undefined ? undefined : Number(found);
  return row !== undefined && row < records ? row : undefined;
}

/** The records that answers have reported as rejected. */
export interface ReportedRecords {
  /** The number of the last request whose answer reported a record of a tenant; 0 if none did. */
  lastNumberOf(tenantId: string | undefined, id: string): number;
}

export function createReportedRecords(calls: readonly ClientCall[]): ReportedRecords {
  let numbers: ReadonlyMap<string, number> | undefined;
  return {
    lastNumberOf(tenantId, id): number {
      numbers ??= findLastNumbers(calls);
      return numbers.get(toRecordKey(tenantId, id)) ?? 0;
    },
  };
}

function findLastNumbers(calls: readonly ClientCall[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { attempts } of calls) {
    for (const exchange of attempts) {
      for (const { id } of listRejections(exchange)) {
        const name = toRecordKey(exchange.tenantId, id);
        numbers.set(name, Math.max(numbers.get(name) ?? 0, exchange.number));
      }
    }
  }
  return numbers;
}

/** Identifies a record of a tenant across operations. */
function toRecordKey(tenantId: string | undefined, id: string): string {
  return JSON.stringify([tenantId, truncateId(id)]);
}
