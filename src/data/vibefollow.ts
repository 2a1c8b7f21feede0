import type { ManyOf, OneOf } from '@mswjs/data/lib/relations/Relation.js';
import type { ProjectState } from '../vibefollow/project.ts';
import { knownTraits, type KnownTrait, type VibeFollowEvent, type VibeFollowUser } from '../vibefollow/store.ts';
import {
  addTo,
  column,
  columns,
  copyOf,
  openModel,
  type Columns,
  type JsonObject,
  type Model,
  type Row,
} from './models.ts';
import { peer } from './peer.ts';
import { guardModels, type Database } from './queries.ts';

/** Users by `external_user_id`, and their events in the order of `events()` and then `bufferedEvents()`. */
export type VibeFollowDatabase = Database<VibeFollowModels>;

type User = Columns<Row<VibeFollowUser>, 'external_user_id'> & { events: ManyOf<'event'> };
type Event = Columns<Row<VibeFollowEvent> & { id: number }, 'id'> & { user: OneOf<'user', true> };
type VibeFollowModels = Record<'user', User> & Record<'event', Event>;

/** The part of the state that a database needs. */
export type VibeFollowSource = Pick<ProjectState, 'users' | 'events' | 'bufferedEvents'>;

export function toVibeFollowDatabase(state: VibeFollowSource): VibeFollowDatabase {
  const models = defineModels();
  const database = peer.factory(models);
  const idsByUser = new Map<string, number[]>();
  const user: Model = openModel(database, models, 'user', {
    events: ({ external_user_id }: VibeFollowUser) => event.find(idsByUser.get(external_user_id)),
  });
  const event: Model = openModel(database, models, 'event', {
    user: ({ external_user_id }: VibeFollowEvent) => user.find([external_user_id])[0] ?? null,
  });

  // An event can stop waiting between the two calls, and is then in both lists. Its user identifies it.
  const waiting = state.bufferedEvents();
  const events = state.events();
  const known = new Set(events.map(({ external_user_id }) => external_user_id));
  [...events, ...waiting.filter(({ external_user_id }) => !known.has(external_user_id))].forEach((stored, index) => {
    const id = index + 1;
    event.put(id, copyOf(stored, { id }));
    addTo(idsByUser, stored.external_user_id, id);
  });
  for (const stored of state.users()) user.put(stored.external_user_id, copyOf(stored));
  return guardModels(database, models);
}

function defineModels(): VibeFollowModels {
  const { manyOf, nullable, oneOf, primaryKey } = peer;
  return {
    user: {
      external_user_id: primaryKey(String),
      ...columns(['email', ...(knownTraits as readonly KnownTrait[])]),
      traits: column<JsonObject>({}),
      createdAt: column(''),
      updatedAt: column(''),
      events: manyOf('event'),
    },
    event: {
      id: primaryKey(Number),
      external_user_id: column(''),
      name: column(''),
      properties: column<JsonObject>({}),
      timestamp: column(''),
      user: nullable(oneOf('user')),
    },
  };
}
