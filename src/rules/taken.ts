import type { Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import { appliedIds, isIdentified, truncateId } from './records-of-exchange.ts';

/** Which records an API has taken, to store them now or later. */
export interface TakenRecords {
  /**
   * The number of the last request that had a record taken which no later request deleted; 0 if none did. Of records
   * that are added, as events, the id is that of their user: it is only known that some of them were taken.
   */
  lastNumberOf(tenantId: string, id: string, kind?: 'upserted' | 'added'): number;
}

export function createTakenRecords(exchanges: readonly Exchange[]): TakenRecords {
  let taken: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
  return {
    lastNumberOf(tenantId, id, kind = 'upserted'): number {
      taken ??= findTaken(exchanges);
      return taken.get(tenantId)?.get(toName(kind, id)) ?? 0;
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
    if (deleted !== undefined) ofTenant.delete(toName('upserted', deleted));
    const kind = isIdentified(exchange) ? 'upserted' : 'added';
    for (const id of appliedIds(exchange)) ofTenant.set(toName(kind, id), number);
  }
  return taken;
}

function toName(kind: 'upserted' | 'added', id: string): string {
  return `${kind} ${truncateId(id)}`;
}

/** A path whose keys are masked is no longer percent-encoded. */
function findDeletedId({ operation, path }: Exchange): string | undefined {
  const { deletedSegment } = operation === undefined ? {} : operationOf(operation);
  if (deletedSegment === undefined) return undefined;
  const id = path.split('/')[deletedSegment] ?? '';
  return /%(?![\da-f]{2})/i.test(id) ? id : decodeURIComponent(id);
}
