import { digest } from './digest.ts';
import { validateVibeFollowKey } from './generated/validators.ts';

/** The id of a tenant: a Yellow bot is its own; a VibeFollow key has that of its project, which may be shown. */
export function toTenantId(keyOrId: string): string {
  return validateVibeFollowKey(keyOrId) ? `prj_${digest(keyOrId)}` : keyOrId;
}

/** What each tenant holds, made when the tenant is first met. */
export interface Tenants<State> {
  of(tenant: string): State;
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
    clear(tenant): void {
      if (tenant === undefined) states.clear();
      else states.delete(tenant);
    },
  };
}
