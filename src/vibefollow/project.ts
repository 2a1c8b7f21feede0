import { cloneJson } from '../runtime/clone-json.ts';
import type { Clock } from '../runtime/clock.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/vibefollow.ts';
import type { VibeFollowOptions } from '../config/options.ts';
import type { QueuePositions } from '../engine/job-queue.ts';
import { createRateLimiter, type RateLimiter } from '../engine/rate-limit.ts';
import type { Saveable } from '../engine/tenants.ts';
import { cloneValidRecords } from '../engine/validate.ts';
import { createIdempotencyKeys, type IdempotencyKeys, type KeyedBodies } from './idempotency.ts';
import { createQueue, type IngestQueue } from './queue.ts';
import { createReading } from './reading.ts';
import { createStore, type Store, type VibeFollowEvent, type VibeFollowUser } from './store.ts';

/**
 * A user as the API accepts it, for `seed`.
 *
 * @interface
 */
export type VibeFollowUserRecord = components['schemas']['UserRecord'];
type SavedProject = AdminComponents['schemas']['SavedProject'];

/** The state of one project. */
export interface Project extends Saveable<SavedProject> {
  readonly options: VibeFollowOptions;
  readonly store: Store;
  readonly queue: IngestQueue;
  readonly keys: IdempotencyKeys;
  readonly limiter: RateLimiter;
  /** Whether it holds nothing. */
  isEmpty(): boolean;
  /** Milliseconds since 1970 on the mock's clock. */
  now(): number;
  /** Stores the records that are due. */
  settle(): void;
}

/**
 * An event as the API accepts it, for `seed`.
 *
 * @interface
 */
export type VibeFollowEventRecord = components['schemas']['EventRecord'];

/** The stored data of a project, at the current time of the mock's clock. All methods return copies. */
export interface ProjectState {
  /** Users in the order in which they were created. */
  users(): VibeFollowUser[];
  /** The user with this id, or `undefined`. */
  user(externalUserId: string): VibeFollowUser | undefined;
  /** The number of users. */
  userCount(): number;
  /** The events of one known user, or of all known users. The events of one user are in order of arrival. */
  events(externalUserId?: string): VibeFollowEvent[];
  /** Events whose user is not stored yet. */
  bufferedEvents(): VibeFollowEvent[];
  /** Number of jobs that wait in the ingest queue. Always 0 without the option `drainRate`. */
  queueDepth(): number;
  /**
   * Stores copies of users and events at once, as the initial data of a test. The queue, rate limits and the maximum
   * number of records do not apply. The journal shows nothing. Existing users are updated. An event that the API would
   * drop as repeated is not stored again.
   *
   * @throws For a record that the API would reject. If so, nothing is stored.
   * @example mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1', traits: { plan: 'pro' } }])
   */
  seed(users: readonly VibeFollowUserRecord[], events?: readonly VibeFollowEventRecord[]): void;
}

/** The parts of a mock that all projects share. */
interface SharedParts {
  readonly clock: Clock;
  readonly positions: QueuePositions;
  readonly bodies: KeyedBodies;
}

export function createProject(
  id: string,
  options: VibeFollowOptions,
  { clock, positions, bodies }: SharedParts,
): Project {
  const store = createStore(options);
  const queue = createQueue(clock, positions, options, ({ at, job: { users = [], events = [] } }) => {
    for (const user of users) store.upsert(user, at);
    for (const event of events) store.track(event, at);
  });
  const [keys, limiter] = [createIdempotencyKeys(id, { clock, options, bodies }), createRateLimiter(clock)];
  return {
    options,
    store,
    queue,
    keys,
    limiter,
    now: () => clock.now(),
    settle: queue.settle,
    isEmpty: () => store.isEmpty() && queue.depth() === 0 && keys.isEmpty() && limiter.isEmpty(),
    save(): SavedProject {
      queue.settle();
      return { ...store.save(), queue: queue.save(), idempotencyKeys: keys.save(), windows: limiter.save() };
    },
    load(saved): void {
      store.load(saved);
      queue.load(saved.queue);
      keys.load(saved.idempotencyKeys);
      limiter.load(saved.windows);
    },
  };
}

/** `now` returns the project after it has stored the records that are due. `create` also keeps it. */
export function toProjectState(now: () => Project, create: () => Project): ProjectState {
  return {
    users: () => cloneJson(now().store.users()),
    user: (externalUserId) => cloneJson(now().store.user(externalUserId)),
    userCount: () => now().store.userCount(),
    events: (externalUserId) => cloneJson(now().store.events(externalUserId)),
    bufferedEvents: () => cloneJson(now().store.bufferedEvents()),
    queueDepth: () => now().queue.depth(),
    seed: (users, events = []) => seed(create(), users, events),
  };
}

function seed(
  { options, store, now }: Project,
  users: readonly VibeFollowUserRecord[],
  events: readonly VibeFollowEventRecord[],
): void {
  const reading = createReading(options);
  const taken = cloneValidRecords('users', users, 'bulkUpsertUsers', reading);
  const takenEvents = cloneValidRecords('events', events, 'bulkTrackEvents', reading);
  const at = now();
  for (const user of taken) store.upsert(user, at);
  for (const event of takenEvents) store.track(event, at);
}
