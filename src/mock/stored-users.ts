import { cloneJson } from '../runtime/clone-json.ts';
import { toTenantId } from '../engine/tenants.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import type { JudgedState } from '../rules/evidence.ts';
import type { Apis } from './apis.ts';

/** A stored user. */
export interface StoredUser {
  /** The API that stores the user. */
  readonly api: ApiName;
  /** Id of the VibeFollow project or the Yellow bot. */
  readonly tenantId: string;
  /** Id of the user: `external_user_id` or `userId`. */
  readonly id: string;
  /** The user as a record. A Yellow user also has the server's properties. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** Selects stored users. All given fields must match. */
export interface StoredUserFilter {
  /** The API that stores the users. */
  readonly api?: ApiName;
  /** A VibeFollow key, a project id or the id of a Yellow bot. */
  readonly tenant?: string;
  /** The id of the user. */
  readonly record?: string;
}

/** The stored data for rules. */
export function toJudgedState(apis: Apis): JudgedState {
  return {
    tenants: () => apiNames.flatMap((api) => apis[api].api.tenants().map((tenantId) => ({ api, tenantId }))),
    isWaiting: ({ api, tenantId }) => apis[api].api.isWaiting(tenantId),
    stored: ({ api, tenantId }, id) => apis[api].api.stored(tenantId, id),
  };
}

/** Copies of the users that match a filter. The users of a tenant are in the order of their creation. */
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
