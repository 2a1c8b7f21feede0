import type { VibeFollowOptions } from '../config/options.ts';
import { toIso } from '../runtime/clock.ts';
import { toInstant } from '../runtime/date-time.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/vibefollow.ts';
import { documents } from '../openapi/router.ts';
import type { Saveable } from '../engine/tenants.ts';

type UserRecord = components['schemas']['UserRecord'];
type EventRecord = components['schemas']['EventRecord'];
type SavedProject = AdminComponents['schemas']['SavedProject'];
type Traits = components['schemas']['Traits'];

/** The name of a documented trait. Other traits go to the traits bag. */
export type KnownTrait = keyof { [Name in keyof Traits as string extends Name ? never : Name]: true };

/**
 * A stored user of a project. Known traits, such as `plan`, are properties of the user itself.
 *
 * @interface
 */
export type VibeFollowUser = { readonly [Name in KnownTrait]?: unknown } & {
  readonly external_user_id: string;
  readonly email?: string;
  /**
   * The traits bag: all traits that are not known traits.
   */
  readonly traits: Readonly<Record<string, unknown>>;
  /**
   * When the user was created, ISO 8601 in UTC.
   */
  readonly createdAt: string;
  /**
   * When the user was last updated, ISO 8601 in UTC.
   */
  readonly updatedAt: string;
};

/** A stored event. */
export interface VibeFollowEvent {
  /** Id of the user of the event. */
  readonly external_user_id: string;
  /** Name of the event, such as `feature_used`. */
  readonly name: string;
  /** Free facts about the event. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** When the event happened, ISO 8601. The time that the client sent, or else the time of arrival. */
  readonly timestamp: string;
}

/** The users and events of one project. */
export interface Store extends Saveable<Pick<SavedProject, 'users' | 'events'>> {
  upsert(record: UserRecord, at: number): void;
  /** Stores an event, unless it repeats a stored one (VF-12). */
  track(record: EventRecord, at: number): void;
  users(): VibeFollowUser[];
  user(id: string): VibeFollowUser | undefined;
  emailOf(id: string): string | undefined;
  userCount(): number;
  /** Whether there are no users and no events. */
  isEmpty(): boolean;
  /** The ids of the users, in the order of their creation. */
  userIds(): string[];
  /** The events of one known user, or of all known users. The events of one user are in order of arrival. */
  events(id?: string): VibeFollowEvent[];
  /** Events whose user is not stored yet. */
  bufferedEvents(): VibeFollowEvent[];
}

/** A user as it is saved. It is never changed, so that a state can be written while requests go on. */
type Row = Readonly<SavedProject['users'][number]>;

export const knownTraits: readonly string[] = Object.keys(
  documents.vibefollow.components.schemas['Traits']?.properties ?? {},
);

export function createStore({ repeatedEvents }: Pick<VibeFollowOptions, 'repeatedEvents'>): Store {
  const rows = new Map<string, Row>();
  const eventsByUser = new Map<string, VibeFollowEvent[]>();
  const known = new Set<string>();

  /** Adds an event. With `isOnce`, only an event that no stored event equals in user, name and instant (VF-12). */
  function add(event: VibeFollowEvent, isOnce: boolean): void {
    const { external_user_id: id, name, timestamp } = event;
    if (repeatedEvents === 'drop') {
      // The length keeps apart where the id ends and the name begins.
      const identity = `${toInstant(timestamp)} ${id.length} ${id}${name}`;
      if (isOnce && known.has(identity)) return;
      known.add(identity);
    }
    const before = eventsByUser.get(id);
    if (before === undefined) eventsByUser.set(id, [event]);
    else before.push(event);
  }

  return {
    upsert({ external_user_id: id, email, traits }, at): void {
      const row = rows.get(id);
      const known = email ?? row?.email;
      const [bag, createdAt] = [merge(row?.traits, traits), row?.createdAt ?? at];
      rows.set(
        id,
        known === undefined
          ? { external_user_id: id, traits: bag, createdAt, updatedAt: at }
          : { external_user_id: id, email: known, traits: bag, createdAt, updatedAt: at },
      );
    },
    track({ external_user_id, name, properties = {}, timestamp }, at): void {
      add({ external_user_id, name, properties, timestamp: timestamp ?? toIso(at) }, timestamp !== undefined);
    },
    users: () => [...rows.values()].map(toUser),
    user(id): VibeFollowUser | undefined {
      const row = rows.get(id);
      return row && toUser(row);
    },
    emailOf: (id) => rows.get(id)?.email,
    userCount: () => rows.size,
    isEmpty: () => rows.size === 0 && eventsByUser.size === 0,
    userIds: () => [...rows.keys()],
    events(id): VibeFollowEvent[] {
      return (id === undefined ? [...rows.keys()] : rows.has(id) ? [id] : []).flatMap(
        (user) => eventsByUser.get(user) ?? [],
      );
    },
    bufferedEvents: () => [...eventsByUser].flatMap(([user, events]) => (rows.has(user) ? [] : events)),
    save: () => ({ users: [...rows.values()], events: [...eventsByUser.values()].flat() }),
    load({ users, events }): void {
      for (const user of users) rows.set(user.external_user_id, user);
      for (const event of events) add(event, false);
    },
  };
}

/** Merges traits. Returns `traits` itself if no earlier trait is left. */
function merge(before: Row['traits'] = {}, traits: Row['traits'] = before): Row['traits'] {
  for (const name in before) if (!Object.hasOwn(traits, name)) return { ...before, ...traits };
  return traits;
}

function toUser({ external_user_id, email, traits, createdAt, updatedAt }: Row): VibeFollowUser {
  const entries = Object.entries(traits);
  return {
    external_user_id,
    ...(email !== undefined && { email }),
    ...(Object.fromEntries(entries.filter(([name]) => knownTraits.includes(name))) as {
      [Name in KnownTrait]?: unknown;
    }),
    traits: Object.fromEntries(entries.filter(([name]) => !knownTraits.includes(name))),
    createdAt: toIso(createdAt),
    updatedAt: toIso(updatedAt),
  };
}

/** A stored user as the record that would store it. */
export function toRecord(user: VibeFollowUser): Required<Pick<UserRecord, 'external_user_id' | 'traits'>> & UserRecord {
  const { external_user_id, email, traits, createdAt: _createdAt, updatedAt: _updatedAt, ...known } = user;
  return { external_user_id, ...(email !== undefined && { email }), traits: { ...known, ...traits } };
}
