import type { Clock } from '../clock.ts';
import type { VibeFollowOptions } from '../options.ts';
import { createIdempotencyKeys, type IdempotencyKeys } from './idempotency.ts';
import { createQueue, type IngestQueue } from './queue.ts';
import { createStore, type Store, type VibeFollowEvent, type VibeFollowUser } from './store.ts';

/** All that a project holds. */
export interface Project {
  readonly options: VibeFollowOptions;
  readonly store: Store;
  readonly queue: IngestQueue;
  readonly keys: IdempotencyKeys;
}

/** What a project holds, as of now on the mock's clock. */
export interface ProjectState {
  /** Users in the order in which they were created. */
  users(): VibeFollowUser[];
  user(externalUserId: string): VibeFollowUser | undefined;
  userCount(): number;
  /** Events of one known user, or of all of them, each user's in order of arrival. */
  events(externalUserId?: string): VibeFollowEvent[];
  /** Events that wait for their user to be identified. */
  bufferedEvents(): VibeFollowEvent[];
  /** Jobs that wait in the ingest queue; always 0 unless there is a `drainRate`. */
  queueDepth(): number;
}

export function createProject(options: VibeFollowOptions, clock: Clock): Project {
  return { options, store: createStore(), queue: createQueue(clock, options), keys: createIdempotencyKeys(clock) };
}

/** `now` answers the project with all that is due stored. */
export function toState(now: () => Project): ProjectState {
  return {
    users: () => now().store.users(),
    user: (externalUserId) => now().store.user(externalUserId),
    userCount: () => now().store.userCount(),
    events: (externalUserId) => now().store.events(externalUserId),
    bufferedEvents: () => now().store.bufferedEvents(),
    queueDepth: () => now().queue.depth(),
  };
}
