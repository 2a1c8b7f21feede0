import { cloneJson } from '../runtime/clone-json.ts';
import { toTenantId } from '../engine/tenants.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import type { JudgedState } from '../rules/evidence.ts';
import type { Apis } from './apis.ts';

/** A user that is stored, by the names that records have. */
export interface StoredUser {
  readonly api: ApiName;
  /** Id of the VibeFollow project or the Yellow bot. */
  readonly tenantId: string;
  readonly id: string;
  /** What a record can set. Of a Yellow user also what the server owns: `id`, `botId`, `createdAt` and so on. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** Which stored users. All that is given must match. */
export interface StoredUserFilter {
  readonly api?: ApiName;
  /** A VibeFollow key, a project id or a Yellow bot. */
  readonly tenant?: string;
  /** The id of the user. */
  readonly record?: string;
}

/** What rules look up. */
export function toJudgedState(apis: Apis): JudgedState {
  return {
    tenants: () => apiNames.flatMap((api) => apis[api].api.tenants().map((tenantId) => ({ api, tenantId }))),
    isWaiting: ({ api, tenantId }) => apis[api].api.isWaiting(tenantId),
    stored: ({ api, tenantId }, id) => apis[api].api.stored(tenantId, id),
  };
}

/** Copies of the users that match a filter, those of a tenant in the order in which they were created. */
export function findStoredUsers(apis: Apis, filter: StoredUserFilter = {}): StoredUser[] {
  const { api: wanted, tenant, record: wantedId, ...unknown } = filter;
  for (const name of Object.keys(unknown)) {
    throw new Error(`Failed to look up stored users: unknown option "${name}". Use api, tenant, record.`);
  }
  const state = toJudgedState(apis);
  const tenantId = tenant === undefined ? undefined : toTenantId(tenant);
  const tenants = state
    .tenants()
    .filter((one) => (wanted ?? one.api) === one.api && (tenantId ?? one.tenantId) === one.tenantId);
  return tenants.flatMap((one) => {
    const ids = wantedId === undefined ? apis[one.api].api.userIds(one.tenantId) : [wantedId];
    return ids.flatMap((id) => {
      const record = state.stored(one, id);
      return record === undefined ? [] : [{ ...one, id, record: cloneJson(record) }];
    });
  });
}
