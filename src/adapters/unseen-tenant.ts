import { toTenantId } from '../engine/tenants.ts';
import type { Mock } from '../mock/mock.ts';
import { expectedIdOf, type ExpectedRecord } from '../reconciliation/expected.ts';
import { explainUnseenTenant, listSeenTenants } from '../rules/seen-tenants.ts';
import { toPrintable } from '../runtime/printable.ts';

/**
 * Says that a tenant is unknown although the mock knows others, so its name is probably misspelt. Returns `undefined` if the
 * tenant has sent requests or has stored users, or if the journal may have dropped its exchanges.
 */
export function findUnseenTenant(
  mock: Mock,
  keyOrId: string | undefined,
  records: readonly ExpectedRecord[] = [],
): string | undefined {
  if (keyOrId === undefined) return undefined;
  const { journal } = mock;
  const tenants = listSeenTenants(journal.exchanges());
  const isSeen = tenants.some(({ tenantId }) => tenantId === toTenantId(keyOrId));
  if (isSeen || tenants.length === 0 || journal.dropped(keyOrId) > 0) return undefined;
  if (mock.stored({ tenant: keyOrId }).length > 0) return undefined;
  const elsewhere = records.flatMap((record) => {
    const where = findOtherSender(mock, keyOrId, record);
    return where === undefined ? [] : [` ${expectedIdOf(record)} ${where}.`];
  });
  return `${explainUnseenTenant(keyOrId, tenants)}${toPrintable(elsewhere.slice(0, 3).join(''))}`;
}

/** Such as `was sent under another tenant, sk_test_…0000`, or `undefined` if no other tenant sent the record. */
export function findOtherSender(mock: Mock, keyOrId: string, record: ExpectedRecord): string | undefined {
  const records = mock.records({ id: expectedIdOf(record) });
  const other = records.find(({ tenantId }) => tenantId !== toTenantId(keyOrId));
  return other && `was sent under another tenant, ${other.tenant ?? ''}`;
}
