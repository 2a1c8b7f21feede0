import { digestOf } from '../runtime/digest.ts';
import { validateVibeFollowKey } from '../generated/validators.ts';

/** So many ids are remembered; then all are made anew. */
const capacity = 1000;
const ids = new Map<string, string>();

/** The id of a tenant: a Yellow bot is its own; a VibeFollow key has that of its project, which may be shown. */
export function toTenantId(keyOrId: string): string {
  const known = ids.get(keyOrId);
  if (known !== undefined) return known;
  if (ids.size === capacity) ids.clear();
  const id = makeId(keyOrId);
  ids.set(keyOrId, id);
  return id;
}

function makeId(keyOrId: string): string {
  if (validateVibeFollowKey(keyOrId)) return `prj_${digestOf(keyOrId)}`;
  // A bot that holds a key may not be shown either.
  return /sk_(live|test)_[\w-]{32}/.test(keyOrId) ? `bot_${digestOf(keyOrId)}` : keyOrId;
}

/** Whether an id is one that a project can have. */
export function isProjectId(id: string): boolean {
  return /^prj_[0-9a-f]{16}$/.test(id);
}

/** What each tenant holds, made when the tenant is first met. */
export interface Tenants<State> {
  of(tenant: string): State;
  /** The tenants that were met. */
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
    ids: () => [...states.keys()],
    clear(tenant): void {
      if (tenant === undefined) states.clear();
      else states.delete(tenant);
    },
  };
}

/** What holds something that can be told as JSON and put back. */
export interface Saveable<Saved> {
  save(): Saved;
  /** Puts what was saved into this, which is new. */
  load(saved: Saved): void;
}

/** The same of all tenants by their ids, or of one. */
export interface SaveableTenants<Saved> {
  save(tenant?: string): Record<string, Saved>;
  /** Puts what was saved in place of what all tenants hold, or only this one. */
  load(saved: Readonly<Record<string, Saved>>, tenant?: string): void;
}

/** A tenant that holds nothing is left out. */
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
  return Object.keys(part).length === 0;
}
