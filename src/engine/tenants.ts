import { digestOf } from '../runtime/digest.ts';
import { containsKey, findTenantPrefix, isBrokenKey, maskRoughKeys } from '../openapi/key-forms.ts';

/** Maximum number of ids remembered. When the map is full, it is emptied. */
const capacity = 1000;
const ids = new Map<string, string>();

/** The id of a tenant, fit to be shown. A key becomes the id of its tenant. The name or the id of a tenant stays. */
export function toTenantId(keyOrId: string): string {
  const known = ids.get(keyOrId);
  if (known !== undefined) return known;
  if (ids.size === capacity) ids.clear();
  const id = makeId(keyOrId);
  ids.set(keyOrId, id);
  return id;
}

/** What is wrong with the name that a user gives for a tenant, or `undefined`. A bot may have almost any name. */
export function findTenantProblem(keyOrId: string): string | undefined {
  const advice = 'Give a whole VibeFollow key, the id of a project or a Yellow bot';
  if (typeof keyOrId !== 'string') return `the tenant is no text. ${advice}`;
  if (keyOrId === '') return `the tenant is empty. ${advice}`;
  return isBrokenKey(keyOrId) ? `"${maskRoughKeys(keyOrId)}" is no whole VibeFollow key. ${advice}` : undefined;
}

/**
 * The id of the tenant that a user names for a task, such as `reset a tenant`.
 *
 * @throws For a name that no tenant can have.
 */
export function toGivenTenantId(keyOrId: string, task: string): string {
  const problem = findTenantProblem(keyOrId);
  if (problem !== undefined) throw new Error(`Failed to ${task}: ${problem}.`);
  return toTenantId(keyOrId);
}

function makeId(keyOrId: string): string {
  // A name that contains a key is a secret too.
  const prefix = findTenantPrefix(keyOrId) ?? (containsKey(keyOrId) ? 'name_' : undefined);
  return prefix === undefined ? keyOrId : `${prefix}${digestOf(keyOrId)}`;
}

/** The state of each tenant. */
export interface Tenants<State> {
  /** The state of a tenant. The first call creates it. */
  of(tenant: string): State;
  /** Whether a tenant has state. */
  has(tenant: string): boolean;
  /** Ids of the tenants with state. */
  ids(): string[];
  /** Forgets all tenants, or one. */
  clear(tenant?: string): void;
}

export function createTenants<State>(create: (tenant: string) => State): Tenants<State> {
  const states = new Map<string, State>();
  return {
    of(tenant): State {
      const known = states.get(tenant);
      if (known !== undefined) return known;
      const state = create(tenant);
      states.set(tenant, state);
      return state;
    },
    has: (tenant) => states.has(tenant),
    ids: () => [...states.keys()],
    clear(tenant): void {
      if (tenant === undefined) states.clear();
      else states.delete(tenant);
    },
  };
}

/** State that can be saved as JSON and loaded again. */
export interface Saveable<Saved> {
  save(): Saved;
  /** Loads saved state into a new, empty object. */
  load(saved: Saved): void;
}

/** The state of all tenants by their ids, or of one tenant. */
export interface SaveableTenants<Saved> {
  save(tenant?: string): Record<string, Saved>;
  /** Replaces the state of all tenants, or of one tenant. */
  load(saved: Readonly<Record<string, Saved>>, tenant?: string): void;
}

/** Saves and loads tenants. Empty tenants are not saved. */
export function toSaveableTenants<Saved extends object>(tenants: Tenants<Saveable<Saved>>): SaveableTenants<Saved> {
  return {
    save(tenant): Record<string, Saved> {
      const ids = tenants.ids().filter((id) => tenant === undefined || id === tenant);
      const all = ids.map((id) => [id, tenants.of(id).save()] as const);
      return Object.fromEntries(all.filter(([, saved]) => !Object.values(saved).every(isEmpty)));
    },
    load(saved, tenant): void {
      tenants.clear(tenant);
      for (const [id, part] of Object.entries(saved)) tenants.of(id).load(part);
    },
  };
}

function isEmpty(part: object): boolean {
  return (Array.isArray(part) ? part : Object.keys(part)).length === 0;
}
