import type { YellowOptions } from '../config/options.ts';
import type { operations } from '../generated/yellow.ts';
import { toStoredName } from './spelling.ts';
import { findUserId, isSystem, type Store, type Wanted, type YellowUser } from './store.ts';

type GetUserQuery = NonNullable<operations['getUser']['parameters']['query']>;

/** The values of `userId` by the option `userIdParameter` (YE-14). */
export const userIdValues: Readonly<Record<YellowOptions['userIdParameter'], readonly string[]>> = {
  both: ['yes', 'no', 'true', 'false'],
  'yes-no': ['yes', 'no'],
  'true-false': ['true', 'false'],
};

/** The `userId` of the user that `getUser` asks for. `true` and `false` say which id the path has (YE-14, YE-15). */
export function findAskedUser(
  store: Store,
  id: string,
  userId: GetUserQuery['userId'],
  options: YellowOptions,
): string | undefined {
  if (userId === 'false') return store.userIdOf(id);
  return findUserId(store, id, userId === 'true' ? { pathId: 'user-id' } : options);
}

/** The properties that `getUser` answers (YE-14, YE-16, YE-27). `undefined` if it answers all. */
export function selectProperties(
  { properties, allProperties, userId }: GetUserQuery,
  { defaultProperties }: YellowOptions,
): Wanted | undefined {
  // A boolean stays a text, since a text is allowed too.
  const asked = String(allProperties ?? '');
  const hasAll = asked === '' ? defaultProperties === 'all' : asked === 'true';
  const named = selectNames([asked]);
  const beside: Wanted = (name) => isSystem(name) || named?.(name) === true;
  const wanted = selectNames(properties) ?? (hasAll ? undefined : beside);
  return userId === 'no' ? (name) => name !== 'userId' && wanted?.(name) !== false : wanted;
}

/** `properties=a,b` and `properties=a&properties=b` mean the same. An empty list counts as no list. */
export function selectNames(lists: readonly string[] = []): Wanted | undefined {
  const names = lists.flatMap((list) => list.split(',')).filter((name) => name !== '');
  const stored = new Set(names.map(toStoredName));
  return names.length === 0 ? undefined : (name) => stored.has(name);
}

/** A user with the spelling of answers (YE-18). */
export function toAnswer<User extends YellowUser>(user: User, { emailOptinSpelling }: YellowOptions): User {
  if (user['emailOptin'] === undefined || emailOptinSpelling === 'emailOptin') return user;
  const entries = Object.entries(user).map(([name, property]) => [
    name === 'emailOptin' ? emailOptinSpelling : name,
    property,
  ]);
  return Object.fromEntries(entries) as User;
}
