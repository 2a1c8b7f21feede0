import type { components } from '../generated/admin.ts';
import { toTenantId } from '../engine/tenants.ts';
import type { Exchange } from '../journal/exchange.ts';
import type { Journal } from '../journal/journal.ts';
import { maskRoughKeys } from '../openapi/key-forms.ts';
import { findNearest } from '../runtime/nearest.ts';
import { toPrintable } from '../runtime/printable.ts';

/**
 * A tenant with exchanges in the journal.
 *
 * @interface
 */
export type SeenTenant = Readonly<components['schemas']['SeenTenant']>;

/** Maximum number of tenants that a text names. */
const maxNamed = 10;

/** The tenants of exchanges, each with its number of exchanges, in order of first arrival. */
export function listSeenTenants(exchanges: readonly Exchange[]): SeenTenant[] {
  const seen = new Map<string, SeenTenant>();
  for (const { api, tenant, tenantId } of exchanges) {
    if (api === undefined || tenantId === undefined) continue;
    const identity = JSON.stringify([api, tenantId]);
    const { requests = 0 } = seen.get(identity) ?? {};
    seen.set(identity, { api, tenant: tenant ?? tenantId, tenantId, requests: requests + 1 });
  }
  return [...seen.values()];
}

/** Why a journal has no exchange to judge, of all tenants or of one. `tenants` are those that it has. */
export function explainNoRequests(journal: Journal, tenants: readonly SeenTenant[], keyOrId?: string): string {
  const dropped = journal.dropped(keyOrId);
  if (dropped > 0)
    return `The journal was full and dropped ${countOf(dropped, 'exchange')}. Use a larger journalLimit.`;
  if (keyOrId !== undefined) return explainUnseenTenant(keyOrId, tenants);
  const others = journal.countOthers();
  const rest = others === 0 ? '' : ` The journal has ${countOf(others, 'other request')}, which mean no API.`;
  return `The client sent no request.${rest}`;
}

/** Says that a tenant has sent nothing, and which tenants have. */
export function explainUnseenTenant(keyOrId: string, tenants: readonly SeenTenant[]): string {
  const nearest = findNearest(
    keyOrId,
    tenants.map(({ tenantId }) => tenantId).filter((tenantId) => tenantId !== toTenantId(keyOrId)),
  );
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  const names = tenants
    .slice(0, maxNamed)
    .map(({ api, tenant, requests }) => `${tenant} (${api}, ${countOf(requests, 'request')})`);
  const more = tenants.length > maxNamed ? [`and ${tenants.length - maxNamed} others`] : [];
  const seen = names.length === 0 ? 'No tenant was seen.' : `Tenants seen: ${[...names, ...more].join(', ')}.`;
  return toPrintable(`No request of tenant "${maskRoughKeys(keyOrId).slice(0, 100)}" was made.${hint} ${seen}`);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
