import { cloneJson } from '../runtime/clone-json.ts';
import { toIso, type Clock } from '../runtime/clock.ts';
import { digestOf } from '../runtime/digest.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/yellow.ts';
import type { YellowOptions } from '../config/options.ts';
import type { Random } from '../runtime/random.ts';
import { createRateLimiter, type RateLimiter } from '../engine/rate-limit.ts';
import type { Saveable } from '../engine/tenants.ts';
import { cloneValidRecords } from '../engine/validate.ts';
import { createBulkCreations, type BulkCreation, type BulkCreations, type IdentifiedUser } from './bulk-creations.ts';
import { createEvents, type Events, type YellowEvent } from './events.ts';
import { createStore, type Store, type YellowUser } from './store.ts';

type EventRecord = components['schemas']['EventRecord'];
type SavedBot = AdminComponents['schemas']['SavedBot'];

/** All that a bot holds. */
export interface Bot extends Saveable<SavedBot> {
  readonly id: string;
  readonly options: YellowOptions;
  readonly store: Store;
  readonly events: Events;
  readonly bulkCreations: BulkCreations;
  readonly limiter: RateLimiter;
  /** Milliseconds since 1970 on the mock's clock. */
  now(): number;
  /** Stores what is due by now. */
  settle(): void;
  /** An id that depends on what a request says, and on how often it was said before. */
  newId(said: string): string;
  /** An id for the user of a row that came without one (YE-5). */
  newUserId(creation: string, row: number): string;
}

/**
 * An event to put in: as the API takes it, `payload` may be left out.
 *
 * @interface
 */
export type YellowEventRecord = Omit<EventRecord, 'payload'> & Partial<Pick<EventRecord, 'payload'>>;

/** What a bot holds, as of now on the mock's clock. What it answers are copies. */
export interface BotState {
  /** Users in the order in which they were created, with all their properties. */
  users(): YellowUser[];
  /** As `users()`, but each property is its value alone: `{ userId: '1001', firstName: 'Asha' }`. */
  plainUsers(): Readonly<Record<string, unknown>>[];
  /** The user of this id, if there is one. */
  user(userId: string): YellowUser | undefined;
  /** How many users there are. */
  userCount(): number;
  /** Events of one user, or of all of them, each user's in order of arrival. */
  events(userId?: string): YellowEvent[];
  /** The bulk creation with an id that `create-bulk` has answered. */
  bulkCreation(id: string): BulkCreation | undefined;
  /** All bulk creations in the order in which they were started. */
  bulkCreations(): BulkCreation[];
  /**
   * Stores users, then events, as they are before a test begins: at once, past the limits, and with no trace in the
   * journal. Users that exist are updated, and an event creates its user. Any number is taken, and what is given is
   * copied.
   *
   * @throws For a record that the API would refuse, or without `userId`; then nothing is stored.
   * @example mock.yellow.bot('x1640004486565').seed([{ userId: '1001', firstName: 'Asha' }])
   */
  seed(users: readonly IdentifiedUser[], events?: readonly YellowEventRecord[]): void;
}

export function createBot(id: string, options: YellowOptions, clock: Clock, random: Random): Bot {
  const store = createStore(id, random);
  const events = createEvents(id);
  const bulkCreations = createBulkCreations(store, clock, options);
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
    newId(said): string {
      // What was said has the query in it, which a snapshot is not to show.
      const key = digestOf(said);
      const times = (repetitions.get(key) ?? 0) + 1;
      repetitions.set(key, times);
      return random.id(id, said, times);
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
      for (const [said, times] of Object.entries(saved.repetitions)) repetitions.set(said, times);
      limiter.load(saved.windows);
    },
  };
}

/** Stores an event, and creates its user where that is not known; `said` is what its id is made of. */
export function addEvent(
  { id: botId, store, events, now, newId }: Bot,
  record: EventRecord,
  said: string,
): YellowEvent {
  const { userId, eventName, source, payload } = record;
  const at = now();
  if (!store.has(userId)) store.merge(userId, {}, at);
  const given = { event: eventName, ...(source !== undefined && { source }), payload };
  const event = { id: newId(said), botId, userId, ...given, createdAt: toIso(at) };
  events.add(event);
  return event;
}

/** `now` answers the bot with all that is due stored. */
export function toBotState(now: () => Bot): BotState {
  return {
    users: () => cloneJson(now().store.page(0, Infinity)),
    plainUsers: () => cloneJson(now().store.plainUsers()),
    user: (userId) => cloneJson(now().store.user(userId)),
    userCount: () => now().store.userCount(),
    events: (userId) => cloneJson([...now().events.of(userId)]),
    bulkCreation: (id) => cloneJson(now().bulkCreations.find(id)),
    bulkCreations: () => cloneJson(now().bulkCreations.list()),
    seed: (users, events = []) => seed(now(), users, events),
  };
}

function seed(bot: Bot, users: readonly IdentifiedUser[], events: readonly YellowEventRecord[]): void {
  if (bot.id === '') throw new Error('Failed to seed a bot: its id is empty. Use the one that your requests carry.');
  const taken = cloneValidRecords('users', users, 'addUser');
  // Their `payload` is filled in by now.
  const takenEvents = cloneValidRecords('events', events, 'createEvent') as EventRecord[];
  for (const user of taken) bot.store.merge(user.userId, user, bot.now());
  for (const event of takenEvents) addEvent(bot, event, `seed ${JSON.stringify(event)}`);
}
