import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/yellow.ts';
import type { Saveable } from '../engine/tenants.ts';

/**
 * A stored event.
 *
 * @interface
 */
export type YellowEvent = components['schemas']['Event'];

/** The events of one bot. */
export interface Events extends Saveable<AdminComponents['schemas']['SavedBot']['events']> {
  add(event: YellowEvent): void;
  /** The events of one user in order of arrival, or of all users, one user after the other. */
  of(userId?: string): readonly YellowEvent[];
  isEmpty(): boolean;
  /** Deletes the events of one user. */
  delete(userId: string): void;
}

export function createEvents(botId: string): Events {
  const byUser = new Map<string, YellowEvent[]>();

  function add(event: YellowEvent): void {
    const before = byUser.get(event.userId);
    if (before === undefined) byUser.set(event.userId, [event]);
    else before.push(event);
  }

  return {
    add,
    of: (userId) => (userId === undefined ? [...byUser.values()].flat() : (byUser.get(userId) ?? [])),
    isEmpty: () => byUser.size === 0,
    delete: (userId) => void byUser.delete(userId),
    save: () => [...byUser.values()].flat().map(({ botId: _, ...event }) => event),
    load(saved): void {
      for (const event of saved) add({ botId, ...event });
    },
  };
}
