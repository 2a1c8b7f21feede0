import { explainErrors } from '../config/explain-error.ts';
import type { components } from '../generated/admin.ts';
import { validateStoredUserFilter } from '../generated/validators.ts';
import { cloneJson } from '../runtime/clone-json.ts';
import { toGivenTenantId } from '../engine/tenants.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import type { StoredUser as StoredUserValues } from '../reconciliation/expected.ts';
import type { JudgedState } from '../rules/evidence.ts';
import type { Apis } from './apis.ts';

/** A stored user, with the property names of records. */
export interface StoredUser {
  /** The API that stores the user. */
  readonly api: ApiName;
  /** Id of the VibeFollow project or the Yellow bot. */
  readonly tenantId: string;
  /** The id that the client gave: `external_user_id` or `userId`. */
  readonly id: string;
  /**
   * All that a record can set. A Yellow user also has what the server adds: `id`, `botId`, `createdAt`, `updatedAt` and
   * `profileComplete`.
   */
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * Selects stored users. A user must match all given fields.
 *
 * @interface
 */
export type StoredUserFilter = Readonly<components['schemas']['StoredUserFilter']>;

/** The stored data for rules. */
export function toJudgedState(apis: Apis): JudgedState {
  return {
    tenants: () => apiNames.flatMap((api) => apis[api].api.tenants().map((tenantId) => ({ api, tenantId }))),
    stored({ api, tenantId }, id): StoredUserValues | undefined {
      const { stored, reading } = apis[api].api;
      const values = stored(tenantId, id);
      return values && { values, toStored: reading.toStored };
    },
  };
}

/** Copies of the users that match a filter. The users of a tenant are in the order of their creation. */
export function findStoredUsers(apis: Apis, filter: StoredUserFilter = {}): StoredUser[] {
  if (!validateStoredUserFilter(filter)) {
    const problem = explainErrors(validateStoredUserFilter.errors ?? [], 'the filter');
    throw new Error(`Failed to look up stored users: ${problem}.`);
  }
  const { api: wanted, tenant, record: wantedId } = filter;
  const state = toJudgedState(apis);
  const tenantId = tenant === undefined ? undefined : toGivenTenantId(tenant, 'look up stored users');
  const tenants = state
    .tenants()
    .filter((one) => (wanted ?? one.api) === one.api && (tenantId ?? one.tenantId) === one.tenantId);
  return tenants.flatMap((one) => {
    const ids = wantedId === undefined ? apis[one.api].api.userIds(one.tenantId) : [wantedId];
    return ids.flatMap((id) => {
      const user = state.stored(one, id);
      return user === undefined ? [] : [{ ...one, id, record: cloneJson(user.values) }];
    });
  });
}
