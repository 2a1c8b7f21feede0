import type { MatchingFaults } from '../engine/faults.ts';
import type { Events } from '../journal/events.ts';
import type { States } from './states.ts';

type Publisher = Pick<Events, 'publish'>;

/** Fault rules whose changes are events. */
export function withFaultEvents(faults: MatchingFaults, { publish }: Publisher): MatchingFaults {
  const announce = (): void => publish({ type: 'faultsChanged', faults: faults.list().length });
  return {
    ...faults,
    add(...rules): string[] {
      const ids = faults.add(...rules);
      if (ids.length > 0) announce();
      return ids;
    },
    remove(id): boolean {
      const isRemoved = faults.remove(id);
      if (isRemoved) announce();
      return isRemoved;
    },
    clear(keyOrId): void {
      const before = faults.list().length;
      faults.clear(keyOrId);
      if (faults.list().length < before) announce();
    },
  };
}

/** Stored data whose replacement is an event. */
export function withStateEvents(states: States, { publish }: Publisher): States {
  return {
    ...states,
    load(state, tenantId): void {
      states.load(state, tenantId);
      publish({ type: 'stateChanged', ...(tenantId !== undefined && { tenantId }) });
    },
  };
}
