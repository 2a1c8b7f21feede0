import type { Clock } from '../clock.ts';
import type { YellowOptions } from '../options.ts';
import type { Random } from '../random.ts';
import { createBulkCreations, type BulkCreation, type BulkCreations } from './bulk-creations.ts';
import { createStore, type Store, type YellowEvent, type YellowUser } from './store.ts';

/** All that a bot holds. */
export interface Bot {
  readonly id: string;
  readonly options: YellowOptions;
  readonly store: Store;
  readonly bulkCreations: BulkCreations;
  /** Milliseconds since 1970 on the mock's clock. */
  now(): number;
  /** An id that depends on what a request says, and on how often it was said before. */
  newId(digest: string): string;
  /** An id for the user of a row that came without one (YE-5). */
  newUserId(creation: string, row: number): string;
}

/** What a bot holds, as of now on the mock's clock. */
export interface BotState {
  /** Users in the order in which they were created, with all their properties. */
  users(): YellowUser[];
  /** As `users()`, but each property is its value alone: `{ userId: '1001', firstName: 'Asha' }`. */
  plainUsers(): Readonly<Record<string, unknown>>[];
  user(userId: string): YellowUser | undefined;
  userCount(): number;
  /** Events of one user, or of all of them, each user's in order of arrival. */
  events(userId?: string): YellowEvent[];
  /** The bulk creation with an id that `create-bulk` has answered. */
  bulkCreation(id: string): BulkCreation | undefined;
  /** All bulk creations in the order in which they were started. */
  bulkCreations(): BulkCreation[];
}

export function createBot(id: string, options: YellowOptions, clock: Clock, random: Random): Bot {
  const store = createStore(id, random);
  const timesSaid = new Map<string, number>();
  return {
    id,
    options,
    store,
    bulkCreations: createBulkCreations(store, clock, options),
    now: () => clock.now(),
    newId(digest): string {
      const times = (timesSaid.get(digest) ?? 0) + 1;
      timesSaid.set(digest, times);
      return random.id(id, digest, times);
    },
    newUserId: (creation, row) => `${id}_${random.id(id, creation, row)}`,
  };
}

/** `now` answers the bot with all that is due stored. */
export function toState(now: () => Bot): BotState {
  return {
    users: () => now().store.page(0, Infinity),
    plainUsers: () => now().store.plainUsers(),
    user: (userId) => now().store.user(userId),
    userCount: () => now().store.userCount(),
    events: (userId) => [...now().store.events(userId)],
    bulkCreation: (id) => now().bulkCreations.find(id),
    bulkCreations: () => now().bulkCreations.list(),
  };
}
