import { cloneJson } from '../runtime/clone-json.ts';
import { toIso, type Clock } from '../runtime/clock.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/vibefollow.ts';
import type { VibeFollowOptions } from '../config/options.ts';
import { createRateLimiter, type RateLimiter } from '../engine/rate-limit.ts';
import { isProjectId, type Saveable } from '../engine/tenants.ts';
import { cloneValidRecords } from '../engine/validate.ts';
import { createIdempotencyKeys, type IdempotencyKeys } from './idempotency.ts';
import { createQueue, type IngestQueue } from './queue.ts';
import { createStore, type Store, type VibeFollowEvent, type VibeFollowUser } from './store.ts';

/**
 * A user to put in: as the API takes it.
 *
 * @interface
 */
export type VibeFollowUserRecord = components['schemas']['UserRecord'];
type EventRecord = components['schemas']['TimedEventRecord'];
type SavedProject = AdminComponents['schemas']['SavedProject'];

/** All that a project holds. */
export interface Project extends Saveable<SavedProject> {
  readonly id: string;
  readonly options: VibeFollowOptions;
  readonly store: Store;
  readonly queue: IngestQueue;
  readonly keys: IdempotencyKeys;
  readonly limiter: RateLimiter;
  /** Milliseconds since 1970 on the mock's clock. */
  now(): number;
  /** Stores what is due by now. */
  settle(): void;
}

/**
 * An event to put in: as the API takes it, `properties` may be left out.
 *
 * @interface
 */
export type VibeFollowEventRecord = Omit<EventRecord, 'properties'> & Partial<Pick<EventRecord, 'properties'>>;

/** What a project holds, as of now on the mock's clock. What it answers are copies. */
export interface ProjectState {
  /** Users in the order in which they were created. */
  users(): VibeFollowUser[];
  /** The user of this id, if there is one. */
  user(externalUserId: string): VibeFollowUser | undefined;
  /** How many users there are. */
  userCount(): number;
  /** Events of one known user, or of all of them, each user's in order of arrival. */
  events(externalUserId?: string): VibeFollowEvent[];
  /** Events that wait for their user to be identified. */
  bufferedEvents(): VibeFollowEvent[];
  /** Jobs that wait in the ingest queue; always 0 unless there is a `drainRate`. */
  queueDepth(): number;
  /**
   * Stores users, then events, as they are before a test begins: at once, past the queue and the limits, and with no
   * trace in the journal. Users that exist are updated. Any number is taken, and what is given is copied.
   *
   * @throws For a record that the API would reject; then nothing is stored.
   * @example mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1', traits: { plan: 'pro' } }])
   */
  seed(users: readonly VibeFollowUserRecord[], events?: readonly VibeFollowEventRecord[]): void;
}

export function createProject(id: string, options: VibeFollowOptions, clock: Clock): Project {
  const store = createStore();
  const queue = createQueue(clock, options, ({ at, users = [], events = [] }) => {
    for (const user of users) store.upsert(user, at);
    events.forEach(store.track);
  });
  const [keys, limiter] = [createIdempotencyKeys(clock), createRateLimiter(clock)];
  return {
    id,
    options,
    store,
    queue,
    keys,
    limiter,
    now: () => clock.now(),
    settle: queue.settle,
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

/** `now` answers the project with all that is due stored. */
export function toProjectState(now: () => Project): ProjectState {
  return {
    users: () => cloneJson(now().store.users()),
    user: (externalUserId) => cloneJson(now().store.user(externalUserId)),
    userCount: () => now().store.userCount(),
    events: (externalUserId) => cloneJson(now().store.events(externalUserId)),
    bufferedEvents: () => cloneJson(now().store.bufferedEvents()),
    queueDepth: () => now().queue.depth(),
    seed: (users, events = []) => seed(now(), users, events),
  };
}

/** An event as it is stored; `at` is when it arrived. */
export function toEvent(record: EventRecord, at: number): VibeFollowEvent {
  const { external_user_id, name, properties, timestamp = toIso(at) } = record;
  return { external_user_id, name, properties, timestamp };
}

function seed(
  { id, store, now }: Project,
  users: readonly VibeFollowUserRecord[],
  events: readonly VibeFollowEventRecord[],
): void {
  if (!isProjectId(id)) {
    throw new Error(
      'Failed to seed a project: no key opens it. Use a key, sk_live_ or sk_test_ and 32 or more characters, or a project id.',
    );
  }
  const taken = cloneValidRecords('users', users, 'bulkUpsertUsers');
  // Their `properties` are filled in by now.
  const takenEvents = cloneValidRecords('events', events, 'bulkTrackEvents') as EventRecord[];
  const at = now();
  for (const user of taken) store.upsert(user, at);
  for (const event of takenEvents) store.track(toEvent(event, at));
}
