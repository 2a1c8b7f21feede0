import { cloneJson } from '../runtime/clone-json.ts';
import { toIso, type Clock } from '../runtime/clock.ts';
import { digestOfValue } from '../runtime/digest.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/yellow.ts';
import type { YellowOptions } from '../config/options.ts';
import type { Random } from '../runtime/random.ts';
import type { QueuePositions } from '../engine/job-queue.ts';
import { createRateLimiter, type RateLimiter } from '../engine/rate-limit.ts';
import type { Saveable } from '../engine/tenants.ts';
import { cloneValidRecords } from '../engine/validate.ts';
import { createBulkCreations, type BulkCreation, type BulkCreations, type IdentifiedUser } from './bulk-creations.ts';
import { createEvents, type Events, type YellowEvent } from './events.ts';
import { createReading } from './reading.ts';
import { createStore, type Store, type YellowUser } from './store.ts';

type SavedBot = AdminComponents['schemas']['SavedBot'];

/** The state of one bot. */
export interface Bot extends Saveable<SavedBot> {
  readonly id: string;
  readonly options: YellowOptions;
  readonly store: Store;
  readonly events: Events;
  readonly bulkCreations: BulkCreations;
  readonly limiter: RateLimiter;
  /** Whether it holds nothing. */
  isEmpty(): boolean;
  /** Milliseconds since 1970 on the mock's clock. */
  now(): number;
  /** Stores the users that are due. */
  settle(): void;
  /** An id that depends on the digest of a request, and on the number of earlier requests with the same digest. */
  newId(digest: string): string;
  /** An id for a user that came without one (YE-5). `row` is the position in its bulk creation. */
  newUserId(creation: string, row: number): string;
}

/**
 * An event as the API accepts it, for `seed`.
 *
 * @interface
 */
export type YellowEventRecord = components['schemas']['EventRecord'];

/** The stored data of a bot, at the current time of the mock's clock. All methods return copies. */
export interface BotState {
  /** Users in the order in which they were created, with all their properties. */
  users(): YellowUser[];
  /** The same users, but with plain values: `{ userId: '1001', firstName: 'Asha' }`. */
  plainUsers(): Readonly<Record<string, unknown>>[];
  /** The user with this `userId`, or `undefined`. */
  user(userId: string): YellowUser | undefined;
  /** The number of users. */
  userCount(): number;
  /** The events of one user, or of all users. The events of one user are in order of arrival. */
  events(userId?: string): YellowEvent[];
  /** The bulk creation with this id, or `undefined`. The answer of `create-bulk` has the id. */
  bulkCreation(id: string): BulkCreation | undefined;
  /** All bulk creations, in order of their start. */
  bulkCreations(): BulkCreation[];
  /**
   * Stores copies of users and events at once, as the initial data of a test. The rate limits and the maximum number of
   * records do not apply. The journal shows nothing. Existing users are updated, and an event creates a missing user.
   *
   * @throws For a record that the API would refuse, or that has no `userId`. If so, nothing is stored.
   * @example mock.yellow.bot('x1640004486565').seed([{ userId: '1001', firstName: 'Asha' }])
   */
  seed(users: readonly IdentifiedUser[], events?: readonly YellowEventRecord[]): void;
}

/** The parts of a mock that all bots share. */
interface SharedParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly positions: QueuePositions;
}

export function createBot(id: string, options: YellowOptions, { clock, random, positions }: SharedParts): Bot {
  const store = createStore(id, random, options);
  const events = createEvents(id);
  const bulkCreations = createBulkCreations(store, clock, positions, options);
  const limiter = createRateLimiter(clock);
  const repetitions = new Map<string, number>();
  return {
    id,
    options,
    store,
    events,
    bulkCreations,
    limiter,
    now: () => clock.now(),
    settle: bulkCreations.settle,
    isEmpty: () =>
      store.isEmpty() && [events, bulkCreations, limiter].every((one) => one.isEmpty()) && repetitions.size === 0,
    newId(digest): string {
      const times = (repetitions.get(digest) ?? 0) + 1;
      repetitions.set(digest, times);
      return random.id(id, digest, times);
    },
    newUserId: (creation, row) => `${id}_${random.id(id, creation, row)}`,
    save(): SavedBot {
      bulkCreations.settle();
      const counts = { repetitions: Object.fromEntries(repetitions), windows: limiter.save() };
      return { ...store.save(), events: events.save(), ...bulkCreations.save(), ...counts };
    },
    load(saved): void {
      store.load(saved);
      events.load(saved.events);
      bulkCreations.load(saved);
      for (const [key, times] of Object.entries(saved.repetitions)) repetitions.set(key, times);
      limiter.load(saved.windows);
    },
  };
}

/** Stores an event, and creates its user or sets properties of it. `digest` determines the id of the event. */
export function addEvent(
  { id: botId, store, events, now, newId }: Bot,
  record: YellowEventRecord,
  digest: string,
): YellowEvent {
  const { userId, eventName, source, payload = {}, userProperties } = record;
  const at = now();
  if (userProperties !== undefined || !store.has(userId)) store.merge(userId, { ...userProperties, userId }, at);
  const given = { event: eventName, ...(source !== undefined && { source }), payload };
  const event = { id: newId(digest), botId, userId, ...given, createdAt: toIso(at) };
  events.add(event);
  return event;
}

/** `now` returns the bot after it has stored the users that are due. `create` also keeps it. */
export function toBotState(now: () => Bot, create: () => Bot): BotState {
  return {
    users: () => cloneJson(now().store.page(0, Infinity)),
    plainUsers: () => cloneJson(now().store.plainUsers()),
    user: (userId) => cloneJson(now().store.user(userId)),
    userCount: () => now().store.userCount(),
    events: (userId) => cloneJson([...now().events.of(userId)]),
    bulkCreation: (id) => cloneJson(now().bulkCreations.find(id)),
    bulkCreations: () => cloneJson(now().bulkCreations.list()),
    seed: (users, events = []) => seed(create(), users, events),
  };
}

function seed(bot: Bot, users: readonly IdentifiedUser[], events: readonly YellowEventRecord[]): void {
  const reading = createReading(bot.options);
  const taken = cloneValidRecords('users', users, 'addUser', reading);
  const takenEvents = cloneValidRecords('events', events, 'createEvent', reading);
  for (const user of taken) bot.store.merge(user.userId, user, bot.now());
  for (const event of takenEvents) addEvent(bot, event, digestOfValue(['seed', event]));
}
