import { toIso } from '../runtime/clock.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/yellow.ts';
import type { Random } from '../runtime/random.ts';
import { documents } from '../openapi/router.ts';
import type { Saveable } from '../engine/tenants.ts';

/** A user of a bot as the API answers it: each property with its value and kind. */
export type YellowUser = components['schemas']['User'];
type WholeUser = components['schemas']['WholeUser'];
type UserRecord = components['schemas']['UserRecord'];
type Saved = Pick<AdminComponents['schemas']['SavedBot'], 'users' | 'deletions'>;

/** The users of one bot. */
export interface Store extends Saveable<Saved> {
  has(userId: string): boolean;
  /** Creates a user, or sets the given properties of one and leaves the others. */
  merge(userId: string, record: UserRecord, at: number): void;
  /** Creates a user, or replaces all properties of one. */
  replace(userId: string, record: UserRecord, at: number): void;
  delete(userId: string): boolean;
  /** The `userId` that goes with a generated `id`. */
  userIdOf(id: string): string | undefined;
  user(userId: string, wanted?: Wanted): YellowUser | undefined;
  /** A user that there is, with all properties. */
  whole(userId: string): WholeUser;
  /** Users in the order in which they were created. */
  page(offset: number, limit: number, wanted?: Wanted): YellowUser[];
  /** The values of all properties of each user. */
  plainUsers(): Readonly<Record<string, unknown>>[];
  userCount(): number;
  /** In the order in which the users were created. */
  userIds(): string[];
}

/** Whether a property is to be answered. */
export type Wanted = (name: string) => boolean;

interface Row {
  properties: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  updatedAt: number;
}

/** What the server says of a user by itself, whatever a record says. */
export const serverOwned = ['id', 'botId', 'createdAt', 'updatedAt', 'profileComplete'] as const;
const system = new Set<string>([
  ...serverOwned,
  ...Object.keys(documents.yellow.components.schemas['UserRecord']?.properties ?? {}),
]);
const profile = ['firstName', 'lastName', 'email', 'phone'];

/** Whether a property is one of the documented ones. */
export function isSystem(name: string): boolean {
  return system.has(name);
}

export function createStore(bot: string, random: Random): Store {
  const rows = new Map<string, Row>();
  const deletions = new Map<string, number>();
  // Paging by offset would walk the map for each page; the order is kept from page to page instead.
  let order: readonly [string, Row][] | undefined;

  function put(userId: string, properties: Row['properties'], at: number): void {
    const row = rows.get(userId);
    if (row === undefined) {
      rows.set(userId, { properties, createdAt: at, updatedAt: at });
      order = undefined;
      return;
    }
    row.properties = properties;
    row.updatedAt = at;
  }

  /** `<bot>_<21 characters>`; a user that is deleted and created again gets another one. */
  const toId = (userId: string): string => `${bot}_${random.id('user', bot, userId, deletions.get(userId) ?? 0)}`;

  const values = (userId: string, row: Row): Readonly<Record<string, unknown>> => {
    // What the server owns comes last: a record cannot set it.
    const own = { id: toId(userId), botId: bot };
    return { userId, ...row.properties, ...own, ...toOwn(row) };
  };
  const view = (userId: string, row: Row, wanted: Wanted = () => true): YellowUser =>
    toUser(values(userId, row), wanted);

  return {
    has: (userId) => rows.has(userId),
    merge(userId, record, at): void {
      const before = rows.get(userId);
      put(userId, before ? { ...before.properties, ...toProperties(record) } : toProperties(record), at);
    },
    replace(userId, record, at): void {
      put(userId, toProperties(record), at);
    },
    delete(userId): boolean {
      if (!rows.delete(userId)) return false;
      order = undefined;
      deletions.set(userId, (deletions.get(userId) ?? 0) + 1);
      return true;
    },
    userIdOf: (id) => [...rows.keys()].find((userId) => toId(userId) === id),
    user(userId, wanted): YellowUser | undefined {
      const row = rows.get(userId);
      return row && view(userId, row, wanted);
    },
    whole(userId): WholeUser {
      const row = rows.get(userId);
      if (row === undefined) throw new Error(`There is no user ${userId}`);
      return view(userId, row) as WholeUser;
    },
    page(offset, limit, wanted): YellowUser[] {
      order ??= [...rows];
      return order.slice(offset, offset + limit).map(([userId, row]) => view(userId, row, wanted));
    },
    plainUsers: () => [...rows].map(([userId, row]) => values(userId, row)),
    userCount: () => rows.size,
    userIds: () => [...rows.keys()],
    save: () => ({ users: [...rows].map(toSaved), deletions: Object.fromEntries(deletions) }),
    load(saved): void {
      for (const { userId, ...row } of saved.users) rows.set(userId, withoutUserId(row));
      for (const [userId, times] of Object.entries(saved.deletions)) deletions.set(userId, times);
    },
  };
}

function toSaved([userId, row]: readonly [string, Row]): Saved['users'][number] {
  return { userId, ...withoutUserId(row) };
}

/** A copy whose properties do not name the user once more. */
function withoutUserId({ properties: { userId: _, ...properties }, createdAt, updatedAt }: Row): Row {
  return { properties, createdAt, updatedAt };
}

/** What the server says of a user by itself, besides its ids. */
function toOwn({ properties, createdAt, updatedAt }: Row): Readonly<Record<string, unknown>> {
  const profileComplete = profile.every((name) => Object.hasOwn(properties, name));
  return { createdAt: toIso(createdAt), updatedAt: toIso(updatedAt), profileComplete };
}

function toUser(properties: Readonly<Record<string, unknown>>, wanted: Wanted): YellowUser {
  const answered = Object.entries(properties).filter(([name]) => wanted(name));
  return Object.fromEntries(answered.map(([name, value]) => [name, toProperty(name, value)]));
}

function toProperty(name: string, value: unknown): YellowUser[string] {
  return { value, propertyType: isSystem(name) ? 'System' : 'Custom' };
}

/** What is stored of a record: `emailOptIn` under the bulk page's spelling (YE-11), all else as it came. */
function toProperties(record: UserRecord): Row['properties'] {
  if (record.emailOptIn === undefined) return record;
  const { emailOptIn, ...given } = record;
  return { emailOptin: emailOptIn, ...given };
}

/** A stored user as a record has it: values alone, under either spelling of the e-mail consent (YE-11). */
export function toRecord(user: YellowUser): Readonly<Record<string, unknown>> {
  const record = Object.fromEntries(Object.entries(user).map(([name, { value }]) => [name, value]));
  return { ...record, ...('emailOptin' in record && { emailOptIn: record['emailOptin'] }) };
}
