import { toIso } from '../runtime/clock.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/yellow.ts';
import type { Random } from '../runtime/random.ts';
import { documents } from '../openapi/router.ts';
import type { YellowOptions } from '../config/options.ts';
import type { Saveable } from '../engine/tenants.ts';
import { createIdIndex } from './id-index.ts';
import { toProperties, toStoredName } from './spelling.ts';

/** A stored user of a bot, in the API's shape: each property with its value and kind. */
export type YellowUser = components['schemas']['User'];
type WholeUser = components['schemas']['WholeUser'];
type UserRecord = components['schemas']['UserRecord'];
type Saved = Pick<AdminComponents['schemas']['SavedBot'], 'users' | 'deletions'>;

/** The users of one bot. */
export interface Store extends Saveable<Saved> {
  has(userId: string): boolean;
  /** Creates a user, or updates the given properties of an existing one. */
  merge(userId: string, record: UserRecord, at: number): void;
  /** Creates a user, or replaces all properties of an existing one. */
  replace(userId: string, record: UserRecord, at: number): void;
  delete(userId: string): boolean;
  /** The `userId` of the user with this generated `id`. */
  userIdOf(id: string): string | undefined;
  user(userId: string, wanted?: Wanted): YellowUser | undefined;
  /** An existing user with all properties. */
  whole(userId: string): WholeUser;
  /** Users in the order in which they were created. */
  page(offset: number, limit: number, wanted?: Wanted): YellowUser[];
  /** The values of all properties of each user. */
  plainUsers(): PlainUser[];
  emailOf(userId: string): string | undefined;
  userCount(): number;
  /** Whether there are no users, and none was deleted. */
  isEmpty(): boolean;
  /** In the order in which the users were created. */
  userIds(): string[];
}

/** The values of a user by the names of its properties. */
type PlainUser = Readonly<Record<string, unknown>>;

/** Whether the answer includes a property. */
export type Wanted = (name: string) => boolean;

/**
 * A user as it is saved. It is never changed, so that a state can be written while requests go on. The properties of a
 * record have its `userId` until it is saved.
 */
type Row = Readonly<Saved['users'][number]>;

/** Properties that only the server sets. Records cannot change them. */
export const serverOwned = ['id', 'botId', 'createdAt', 'updatedAt', 'profileComplete'] as const;
const recordProperties = Object.keys(documents.yellow.components.schemas['UserRecord']?.properties ?? {});
const system = new Set<string>([...serverOwned, ...recordProperties]);
/** The documented properties, each in the spelling in which it is stored. */
const documented = recordProperties.filter((name) => toStoredName(name) === name);
/** The properties of a complete profile, if its completeness is a boolean (YE-17). */
const profile = ['firstName', 'lastName', 'email', 'phone'];

/** Whether a property is one of the documented ones. */
export function isSystem(name: string): boolean {
  return system.has(name);
}

/** The `userId` of the user that a path means: its `userId`, or else its generated `id` (YE-15). */
export function findUserId(
  { has, userIdOf }: Pick<Store, 'has' | 'userIdOf'>,
  id: string,
  { pathId }: Pick<YellowOptions, 'pathId'>,
): string | undefined {
  if (has(id)) return id;
  return pathId === 'either' ? userIdOf(id) : undefined;
}

export function createStore(bot: string, random: Random, options: YellowOptions): Store {
  const rows = new Map<string, Row>();
  const deletions = new Map<string, number>();
  // The list of ids is kept from page to page, since making it for each page would be slow.
  let order: readonly string[] | undefined;

  function put(userId: string, properties: Row['properties'], at: number): void {
    const row = rows.get(userId);
    if (row === undefined) {
      order = undefined;
      index.add(userId);
    }
    rows.set(userId, { userId, properties, createdAt: row?.createdAt ?? at, updatedAt: at });
  }

  /** `<bot>_<21 characters>`. A user that is deleted and created again gets a new id. */
  const toId = (userId: string): string => `${bot}_${random.id('user', bot, userId, deletions.get(userId) ?? 0)}`;
  const index = createIdIndex(bot, toId, () => rows.keys());

  const values = (row: Row): PlainUser => toPlainUser(row, { id: toId(row.userId), botId: bot }, options);
  const view = (row: Row, wanted: Wanted = () => true): YellowUser => toUser(values(row), wanted);
  const viewAll = (ids: readonly string[], wanted?: Wanted): YellowUser[] =>
    ids.flatMap((userId) => rows.get(userId) ?? []).map((row) => view(row, wanted));

  return {
    has: (userId) => rows.has(userId),
    merge(userId, record, at): void {
      const before = rows.get(userId);
      put(userId, before ? { ...before.properties, ...toProperties(record) } : toProperties(record), at);
    },
    replace: (userId, record, at) => put(userId, toProperties(record), at),
    delete(userId): boolean {
      if (!rows.delete(userId)) return false;
      order = undefined;
      index.delete(userId);
      deletions.set(userId, (deletions.get(userId) ?? 0) + 1);
      return true;
    },
    userIdOf: index.find,
    user: (userId, wanted) => viewAll([userId], wanted)[0],
    whole(userId): WholeUser {
      const [user] = viewAll([userId]);
      if (user === undefined) throw new Error(`There is no user ${userId}`);
      return user as WholeUser;
    },
    page(offset, limit, wanted): YellowUser[] {
      order ??= [...rows.keys()];
      return viewAll(order.slice(offset, offset + limit), wanted);
    },
    plainUsers: () => [...rows.values()].map(values),
    emailOf: (userId) => rows.get(userId)?.properties['email'] as string | undefined,
    userCount: () => rows.size,
    isEmpty: () => rows.size === 0 && deletions.size === 0,
    userIds: () => [...rows.keys()],
    save(): Saved {
      for (const [userId, row] of rows) rows.set(userId, withoutUserId(row));
      return { users: [...rows.values()], deletions: Object.fromEntries(deletions) };
    },
    load(saved): void {
      for (const user of saved.users) rows.set(user.userId, withoutUserId(toStoredRow(user)));
      for (const [userId, times] of Object.entries(saved.deletions)) deletions.set(userId, times);
    },
  };
}

/** The row itself, or a copy whose properties have the form in which they are stored. A state may be written by hand. */
function toStoredRow(row: Row): Row {
  const properties = toProperties(row.properties);
  return properties === row.properties ? row : { ...row, properties };
}

/** The row itself, or a copy without `userId` among its properties. */
function withoutUserId(row: Row): Row {
  if (!Object.hasOwn(row.properties, 'userId')) return row;
  const { userId: _, ...properties } = row.properties;
  return { ...row, properties };
}

function toPlainUser(
  { userId, properties, createdAt, updatedAt }: Row,
  ids: { readonly id: string; readonly botId: string },
  options: YellowOptions,
): PlainUser {
  const isComplete = (): boolean => profile.every((name) => Object.hasOwn(properties, name));
  const profileComplete = options.profileComplete === 'boolean' ? isComplete() : toPercentage(properties);
  const own = { createdAt: toIso(createdAt), updatedAt: toIso(updatedAt), profileComplete };
  // Server-owned properties come last, so a record cannot change them.
  return { userId, ...properties, ...ids, ...own };
}

/** The share of the documented properties that have a value, such as `13.04` (YE-17). Every user has a `userId`. */
function toPercentage(properties: Row['properties']): string {
  const given = documented.filter((name) => name === 'userId' || isValue(properties[name]));
  return ((100 * given.length) / documented.length).toFixed(2);
}

function isValue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : ![undefined, null, ''].includes(value as string);
}

function toUser(properties: Readonly<Record<string, unknown>>, wanted: Wanted): YellowUser {
  const answered = Object.entries(properties).filter(([name]) => wanted(name));
  return Object.fromEntries(answered.map(([name, value]) => [name, toProperty(name, value)]));
}

function toProperty(name: string, value: unknown): YellowUser[string] {
  return { value, propertyType: isSystem(name) ? 'System' : 'Custom' };
}

/** A stored user in the form of a record: plain values, and both spellings of `emailOptin` (YE-11). */
export function toRecord(user: YellowUser): Readonly<Record<string, unknown>> {
  const record = Object.fromEntries(Object.entries(user).map(([name, { value }]) => [name, value]));
  return { ...record, ...('emailOptin' in record && { emailOptIn: record['emailOptin'] }) };
}
