import type { ManyOf, OneOf } from '@mswjs/data/lib/relations/Relation.js';
import type { components } from '../generated/yellow.ts';
import { documents } from '../openapi/router.ts';
import type { BotState } from '../yellow/bot.ts';
import type { BulkCreation } from '../yellow/bulk-creations.ts';
import type { YellowEvent } from '../yellow/events.ts';
import { isSystem, type serverOwned } from '../yellow/store.ts';
import {
  addTo,
  column,
  columns,
  copyOf,
  openModel,
  type Columns,
  type JsonObject,
  type Model,
  type KnownKey,
  type Row,
} from './models.ts';
import { peer } from './peer.ts';
import { guardModels, type Database } from './queries.ts';

/** Users by `userId`, their events by `id`, and bulk creations by `id`. */
export type YellowDatabase = Database<YellowModels>;

type YellowModels = Record<'user', User> & Record<'event', Event> & Record<'bulkCreation', Creation>;
type User = Columns<Row<PlainUser>, 'userId'> & { events: ManyOf<'event'> };
type Event = Columns<Row<YellowEvent>, 'id'> & { user: OneOf<'user', true> };
type Creation = Columns<Pick<BulkCreation, 'id' | 'finished'>, 'id'> & {
  newUsers: ManyOf<'user'>;
  conflictedUsers: ManyOf<'user'>;
};

type UserRecord = components['schemas']['UserRecord'];

/** The properties that a record can set. `emailOptIn` is stored as `emailOptin` (YE-11). */
type OwnName = Exclude<KnownKey<UserRecord>, 'userId' | 'emailOptIn'>;

type PlainUser = { userId: string; customProperties: JsonObject } & Pick<UserRecord, OwnName> & {
    [Name in (typeof serverOwned)[number]]: Name extends 'profileComplete' ? string | boolean : string;
  };

/** The part of the state that a database needs. */
export type YellowSource = Pick<BotState, 'plainUsers' | 'events' | 'bulkCreations'>;

const ownNames = Object.keys(documents.yellow.components.schemas['UserRecord']?.properties ?? {}).filter(
  (name) => name !== 'userId' && name !== 'emailOptIn',
) as OwnName[];

export function toYellowDatabase(state: YellowSource): YellowDatabase {
  const models = defineModels();
  const database = peer.factory(models);
  const idsByUser = new Map<string, string[]>();
  const creations = new Map<string, BulkCreation>();
  const user: Model = openModel(database, models, 'user', {
    events: ({ userId }: YellowEvent) => event.find(idsByUser.get(userId)),
  });
  const event: Model = openModel(database, models, 'event', {
    user: ({ userId }: YellowEvent) => user.find([userId])[0] ?? null,
  });
  const bulkCreation = openModel(database, models, 'bulkCreation', {
    newUsers: ({ id }: BulkCreation) => user.find(creations.get(id)?.newUsers),
    conflictedUsers: ({ id }: BulkCreation) => user.find(creations.get(id)?.conflictedUsers),
  });

  for (const values of state.plainUsers()) user.put(String(values['userId']), toRow(values));
  for (const stored of state.events()) {
    event.put(stored.id, copyOf(stored));
    addTo(idsByUser, stored.userId, stored.id);
  }
  for (const creation of state.bulkCreations()) {
    const { id, finished } = creation;
    bulkCreation.put(id, { id, finished });
    creations.set(id, creation);
  }
  return guardModels(database, models);
}

/** A user with its `Custom` properties in `customProperties`. */
function toRow(values: Readonly<Record<string, unknown>>): object {
  const row: Record<string, unknown> = {};
  const custom: [string, unknown][] = [];
  for (const name of Object.keys(values)) {
    if (isSystem(name)) row[name] = values[name];
    else custom.push([name, values[name]]);
  }
  row['customProperties'] = Object.fromEntries(custom);
  return row;
}

function defineModels(): YellowModels {
  const { manyOf, nullable, oneOf, primaryKey } = peer;
  return {
    user: {
      userId: primaryKey(String),
      ...columns(ownNames),
      customProperties: column<JsonObject>({}),
      id: column(''),
      botId: column(''),
      createdAt: column(''),
      updatedAt: column(''),
      profileComplete: column<string | boolean>(''),
      events: manyOf('event'),
    },
    event: {
      id: primaryKey(String),
      botId: column(''),
      userId: column(''),
      event: column(''),
      source: column(undefined),
      payload: column<JsonObject>({}),
      createdAt: column(''),
      user: nullable(oneOf('user')),
    },
    bulkCreation: {
      id: primaryKey(String),
      finished: column(false),
      newUsers: manyOf('user'),
      conflictedUsers: manyOf('user'),
    },
  };
}
