import { apiNames, type ApiName } from '../openapi/router.ts';
import { toVibeFollowDatabase, type VibeFollowDatabase, type VibeFollowSource } from './vibefollow.ts';
import { toYellowDatabase, type YellowDatabase, type YellowSource } from './yellow.ts';

export type { Json, JsonObject } from './models.ts';
export type { Database } from './queries.ts';
export type { VibeFollowDatabase, VibeFollowSource, YellowDatabase, YellowSource };

/**
 * Creates an `@mswjs/data` database of the current state of a project, for queries. The database is a copy: later
 * changes in the mock do not reach the database, and changes in the database do not reach the mock.
 *
 * - `user` by `external_user_id`, with the known traits and the bag `traits`, and the relation `events`
 * - `event` by a running `id`, with the relation `user`. Events that wait for their user come last, and their `user` is
 *   `null`.
 *
 * A missing property is `undefined`. It matches no comparator, not even `notEquals`, and has no order. If some users lack
 * a column, filter by the column before you order by it.
 *
 * @throws Queries throw if a column does not exist, if a searched value is a list of plain values, and if the value of a
 *   record does not have the comparator, such as `contains` for a number.
 * @example
 * const db = createDatabase(mock.vibefollow.project(key));
 * db.user.findMany({ where: { plan: { equals: 'pro' } }, orderBy: { createdAt: 'desc' } });
 */
export function createDatabase(state: VibeFollowSource): VibeFollowDatabase;
/**
 * Creates an `@mswjs/data` database of the current state of a bot, for queries. The database is a copy: later changes in
 * the mock do not reach the database, and changes in the database do not reach the mock.
 *
 * - `user` by `userId`, with the relation `events`. Properties have their plain values. `Custom` properties are in
 *   `customProperties`.
 * - `event` by `id`, with the relation `user`
 * - `bulkCreation` by `id`, with `finished` and the relations `newUsers` and `conflictedUsers`. The relations contain only
 *   users that still exist.
 *
 * A missing property is `undefined`. It matches no comparator, not even `notEquals`, and has no order. If some users lack
 * a column, filter by the column before you order by it.
 *
 * @throws Queries throw if a column does not exist, if a searched value is a list of plain values, and if the value of a
 *   record does not have the comparator, such as `contains` for a number.
 * @example
 * const db = createDatabase(mock.yellow.bot('x1640004486565'));
 * db.user.count({ where: { city: { equals: 'Pune' }, customProperties: { loyaltyTier: { equals: 'gold' } } } });
 */
export function createDatabase(state: YellowSource): YellowDatabase;
export function createDatabase(state: VibeFollowSource | YellowSource): VibeFollowDatabase | YellowDatabase {
  const makers: readonly Maker<never>[] = apiNames.map((api) => databases[api]);
  const maker = makers.find(({ sign }) => sign in state);
  if (maker === undefined)
    throw new TypeError(
      'Failed to create a database: it takes the state of a project or a bot, such as mock.vibefollow.project(key).',
    );
  return maker.create(state as never) as VibeFollowDatabase | YellowDatabase;
}

interface Maker<State> {
  /** A property that only the state of this API has. */
  readonly sign: keyof State & string;
  create(state: State): unknown;
}

interface Sources {
  readonly vibefollow: VibeFollowSource;
  readonly yellow: YellowSource;
}

const databases: { readonly [Name in ApiName]: Maker<Sources[Name]> } = {
  vibefollow: { sign: 'bufferedEvents', create: toVibeFollowDatabase },
  yellow: { sign: 'bulkCreations', create: toYellowDatabase },
};
