import { explainErrors } from '../config/explain-error.ts';
import type { components } from '../generated/admin.ts';
import { validateStoredUserFilter } from '../generated/validators.ts';
import { cloneJson } from '../runtime/clone-json.ts';
import { toGivenTenantId } from '../engine/tenants.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import type { Search } from '../reconciliation/account.ts';
import type { StoredUser as StoredUserValues } from '../reconciliation/expected.ts';
import type { JudgedState, Tenant } from '../rules/evidence.ts';
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

/** Finds a part of an id, or of the e-mail address of its stored user. Both are compared as they are shown. */
export function createSearch(apis: Apis, text: string): Search {
  const wanted = maskKeys(text).toLowerCase();
  const isMatch = (found = ''): boolean => maskKeys(found).toLowerCase().includes(wanted);
  return ({ api, tenantId }) => {
    const emailOf = apis[api].api.emails(tenantId);
    return (id) => isMatch(id) || isMatch(emailOf(id));
  };
}

/** Copies of the users that match a filter. The users of a tenant are in the order of their creation. */
export function findStoredUsers(apis: Apis, filter: StoredUserFilter = {}): StoredUser[] {
  const problem = checkStoredUserFilter(filter);
  if (problem !== undefined) throw new Error(`Failed to look up stored users: ${problem}.`);
  const { api, tenant, record: wantedId } = filter;
  const state = toJudgedState(apis);
  const tenantId = tenant === undefined ? undefined : toGivenTenantId(tenant, 'look up stored users');
  return findTenants(apis, { api, tenantId }).flatMap((one) => {
    const ids = wantedId === undefined ? apis[one.api].api.userIds(one.tenantId) : [wantedId];
    return ids.flatMap((id) => {
      const user = state.stored(one, id);
      return user === undefined ? [] : [{ ...one, id, record: cloneJson(user.values) }];
    });
  });
}

/** The problem of a filter, or `undefined` if it is valid. */
export function checkStoredUserFilter(filter: unknown): string | undefined {
  if (validateStoredUserFilter(filter)) return undefined;
  return explainErrors(validateStoredUserFilter.errors ?? [], 'the filter');
}

/** Selects users for a list. */
export interface UserSearch {
  readonly api?: ApiName | undefined;
  readonly tenantId?: string | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
  /** Number of users that the list begins after, counted in the list of all of `api` and `tenantId`. */
  readonly after: number;
}

/** Some of the stored users that match, and how many match. `next` is the `after` of the next part. */
export interface FoundUsers {
  readonly users: readonly StoredUser[];
  readonly total: number;
  readonly next: number | undefined;
}

/** Counts the users that match by their ids. Only those of the list are read. */
export function searchStoredUsers(apis: Apis, { q, limit, after, ...wanted }: UserSearch): FoundUsers {
  const { stored } = toJudgedState(apis);
  const search = q === undefined ? undefined : createSearch(apis, q);
  const found: (Tenant & { readonly id: string; readonly position: number })[] = [];
  let [position, total] = [0, 0];
  for (const tenant of findTenants(apis, wanted)) {
    const accepts = search?.(tenant);
    for (const id of apis[tenant.api].api.userIds(tenant.tenantId)) {
      position += 1;
      if (accepts?.(id) === false) continue;
      total += 1;
      if (position > after && found.length <= limit) found.push({ ...tenant, id, position });
    }
  }
  const shown = found.slice(0, limit);
  return {
    users: shown.map(({ api, tenantId, id }) => ({
      api,
      tenantId,
      id,
      record: stored({ api, tenantId }, id)?.values ?? {},
    })),
    total,
    next: shown.length < found.length ? shown.at(-1)?.position : undefined,
  };
}

function findTenants(apis: Apis, { api, tenantId }: Pick<UserSearch, 'api' | 'tenantId'>): Tenant[] {
  const all = toJudgedState(apis).tenants();
  return all.filter((one) => (api ?? one.api) === one.api && (tenantId ?? one.tenantId) === one.tenantId);
}
