/** What each tenant holds, made when the tenant is first met. */
export interface Tenants<State> {
  of(tenant: string): State;
  clear(): void;
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
    clear: () => {
      states.clear();
    },
  };
}
