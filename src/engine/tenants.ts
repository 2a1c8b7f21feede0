import { containsKey, findTenantPrefix, isBrokenKey, maskRoughKeys } from '../openapi/key-forms.ts';
import { digestOf } from '../runtime/digest.ts';
import { ownText } from '../runtime/own-text.ts';
import { shortenId } from './records.ts';

/** Maximum number of ids remembered. When the map is full, it is emptied. */
const capacity = 1000;
/** Maximum number of characters of a name that is remembered. */
const longestRemembered = 1000;
const ids = new Map<string, string>();

/**
 * The id of a tenant, fit to be shown. A key becomes the id of its tenant. The name or the id of a tenant stays, unless it
 * is longer than an id of a record may be.
 */
export function toTenantId(keyOrId: string): string {
  const known = ids.get(keyOrId);
  if (known !== undefined) return known;
  const own = ownText(keyOrId);
  const id = makeId(own);
  if (keyOrId.length > longestRemembered) return id;
  if (ids.size === capacity) ids.clear();
  ids.set(own, id);
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
  return prefix === undefined ? shortenId(keyOrId) : `${prefix}${digestOf(keyOrId)}`;
}

/** Number of tenants without data that stay when they are looked for. */
const maxEmpty = 5000;

/** State that may be forgotten while it is empty. */
interface Emptiable {
  /** Whether new state is the same. */
  isEmpty(): boolean;
}

/**
 * The state of each tenant. When there are 10,000 tenants, and whenever they have doubled since, those without data are
 * forgotten, all but the 5,000 that were used last.
 */
export interface Tenants<State> {
  /** The state of a tenant. The first call creates it. */
  of(tenant: string): State;
  /** The state of a tenant, for a question. It is not kept if it is new. */
  peek(tenant: string): State;
  /** Whether a tenant has state. */
  has(tenant: string): boolean;
  /** Ids of the tenants with state. */
  ids(): string[];
  /** Forgets all tenants, or one. */
  clear(tenant?: string): void;
}

interface KnownTenant<State> {
  readonly state: State;
  /** Position of its last use among all uses. */
  used: number;
}

export function createTenants<State extends Emptiable>(create: (tenant: string) => State): Tenants<State> {
  const known = new Map<string, KnownTenant<State>>();
  let uses = 0;
  /** The number of tenants at which the empty ones are looked for. It doubles, so that the search costs little. */
  let searchAt = 2 * maxEmpty;

  function forgetEmpty(): void {
    const empty = [...known].filter(([, { state }]) => state.isEmpty()).sort(([, a], [, b]) => a.used - b.used);
    for (const [tenant] of empty.slice(0, -maxEmpty)) known.delete(tenant);
    searchAt = 2 * Math.max(known.size, maxEmpty);
  }

  return {
    of(tenant): State {
      uses += 1;
      const before = known.get(tenant);
      if (before !== undefined) {
        before.used = uses;
        return before.state;
      }
      if (known.size >= searchAt) forgetEmpty();
      const state = create(tenant);
      known.set(tenant, { state, used: uses });
      return state;
    },
    peek: (tenant) => known.get(tenant)?.state ?? create(tenant),
    has: (tenant) => known.has(tenant),
    ids: () => [...known.keys()],
    clear(tenant): void {
      if (tenant === undefined) known.clear();
      else known.delete(tenant);
      if (known.size === 0) searchAt = 2 * maxEmpty;
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
export function toSaveableTenants<Saved extends object>(
  tenants: Tenants<Emptiable & Saveable<Saved>>,
): SaveableTenants<Saved> {
  return {
    save(tenant): Record<string, Saved> {
      const ids = tenants.ids().filter((id) => tenant === undefined || id === tenant);
      const all = ids.map((id) => [id, tenants.peek(id).save()] as const);
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
