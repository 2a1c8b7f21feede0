import type { Exchange } from '../journal/exchange.ts';
import { decodeIfPossible } from '../http/url.ts';
import { operationOf } from '../openapi/router.ts';
import { appliedIds, isIdentified, truncateId } from './records-of-exchange.ts';

/** The records that an API has accepted, to store them now or later. */
export interface TakenRecords {
  /**
   * The number of the last request whose record was accepted and not deleted later; 0 if there is none. Events have the
   * id of their user, so the result only says that some events of the user were accepted.
   */
  lastNumberOf(tenantId: string, id: string, kind?: 'upserted' | 'added'): number;
}

export function createTakenRecords(exchanges: readonly Exchange[]): TakenRecords {
  let taken: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
  return {
    lastNumberOf(tenantId, id, kind = 'upserted'): number {
      taken ??= findTaken(exchanges);
      return taken.get(tenantId)?.get(toRecordKey(kind, id)) ?? 0;
    },
  };
}

function findTaken(exchanges: readonly Exchange[]): Map<string, Map<string, number>> {
  const taken = new Map<string, Map<string, number>>();
  for (const exchange of exchanges) {
    const { tenantId = '', effect, number } = exchange;
    const ofTenant = taken.get(tenantId) ?? new Map<string, number>();
    taken.set(tenantId, ofTenant);
    const deleted = effect === undefined ? undefined : findDeletedId(exchange);
    if (deleted !== undefined) ofTenant.delete(toRecordKey('upserted', deleted));
    const kind = isIdentified(exchange) ? 'upserted' : 'added';
    for (const id of appliedIds(exchange)) ofTenant.set(toRecordKey(kind, id), number);
  }
  return taken;
}

function toRecordKey(kind: 'upserted' | 'added', id: string): string {
  return `${kind} ${truncateId(id)}`;
}

/** The path may have no valid percent-encoding, because the journal cuts it, and decodes it to mask keys in it. */
function findDeletedId({ operation, path }: Exchange): string | undefined {
  const { deletedSegment } = operation === undefined ? {} : operationOf(operation);
  if (deletedSegment === undefined) return undefined;
  return decodeIfPossible(path.split('/')[deletedSegment] ?? '');
}
