import { apiNames, type ApiName } from '../openapi/router.ts';
import { toVibeFollowDatabase, type VibeFollowDatabase, type VibeFollowSource } from './vibefollow.ts';
import { toYellowDatabase, type YellowDatabase, type YellowSource } from './yellow.ts';

export type { Json, JsonObject } from './models.ts';
export type { VibeFollowDatabase, VibeFollowSource, YellowDatabase, YellowSource };

/**
 * Creates an `@mswjs/data` database of what a project holds now, to be asked in its query language. It is a copy: what
 * the mock stores later is not in it, and what is changed in it does not reach the mock.
 *
 * - `user` by `external_user_id`, with the known traits and the bag `traits`, and the relation `events`
 * - `event` by a running `id`, those that wait for their user last, with the relation `user`, which is `null` for those
 *
 * What a user does not have is `undefined`, which matches no comparator, `notEquals` included, and has no place in an
 * order: filter by a column before ordering by it, unless all have it. Lists of plain values cannot be asked for.
 *
 * @throws Of a query: for a comparator that the value of a record does not have, such as `contains` for a number.
 * @example
 * const db = createDatabase(mock.vibefollow.project(key));
 * db.user.findMany({ where: { plan: { equals: 'pro' } }, orderBy: { createdAt: 'desc' } });
 */
export function createDatabase(state: VibeFollowSource): VibeFollowDatabase;
/**
 * Creates an `@mswjs/data` database of what a bot holds now, to be asked in its query language. It is a copy: what the
 * mock stores later is not in it, and what is changed in it does not reach the mock.
 *
 * - `user` by `userId`, each property as its plain value, `Custom` ones in the bag `customProperties`, and the relation
 *   `events`
 * - `event` by `id`, with the relation `user`
 * - `bulkCreation` by `id`, with `finished` and the relations `newUsers` and `conflictedUsers`: those that still exist
 *
 * What a user does not have is `undefined`, which matches no comparator, `notEquals` included, and has no place in an
 * order: filter by a column before ordering by it, unless all have it. Lists of plain values cannot be asked for.
 *
 * @throws Of a query: for a comparator that the value of a record does not have, such as `contains` for a number.
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
  /** What only the state of this API has. */
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
