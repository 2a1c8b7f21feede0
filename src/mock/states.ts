import { apiNames, forEachApi } from '../openapi/router.ts';
import type { Apis } from './apis.ts';
import { stateVersion, type State } from './snapshot.ts';

/** The stored data without copies, since nothing stored is ever changed. It must not be changed outside either. */
export interface States {
  /** The data of all tenants, or of one, as it is now. */
  save(tenant?: string): State;
  /** Replaces the data of all tenants, or of one. `state` must be valid. */
  load(state: State, tenant?: string): void;
}

export function createStates(apis: Apis): States {
  return {
    save: (tenant) => ({
      version: stateVersion,
      ...(forEachApi((name) => apis[name].saveable.save(tenant)) as Omit<State, 'version'>),
    }),
    load(state, tenant): void {
      for (const name of apiNames) {
        const { load } = apis[name].saveable as { load(saved: State[typeof name], tenant?: string): void };
        load(state[name], tenant);
      }
    },
  };
}
