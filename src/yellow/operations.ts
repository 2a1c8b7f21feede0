import type { Handlers } from '../engine/api.ts';
import { toMilliseconds } from '../runtime/clock.ts';
import type { operations as Operations } from '../generated/yellow.ts';
import { addEvent, type Bot } from './bot.ts';
import { bulkCreateUsers, getBulkCreation } from './bulk-operations.ts';
import { refuse, type YellowRefusal } from './refusals.ts';
import { isSystem, type Wanted } from './store.ts';

export const operations: Handlers<Operations, Bot> = {
  bulkCreateUsers,
  getBulkCreation,

  addUser({ body }, { store, now }) {
    store.merge(body.userId, body, now());
    return { status: 200, body: { message: 'User created successfully', data: store.whole(body.userId) } };
  },

  listUsers({ query: { offset = 0, limit = Infinity, properties } }, { store }) {
    const data = store.page(offset, limit, toWanted(properties));
    return { status: 200, body: { message: 'Fetched users successfully', data: { data } } };
  },

  getUser({ params, query: { allProperties, properties, userId: isUserId } }, { store }) {
    const userId = isUserId === false ? store.userIdOf(params.userId) : params.userId;
    const wanted = toWanted(properties) ?? (allProperties === true ? undefined : isSystem);
    const data = userId === undefined ? undefined : store.user(userId, wanted);
    if (data === undefined) return refuseUnknownUser(params.userId);
    return { status: 200, body: { message: 'Fetched user successfully', data } };
  },

  updateUser({ params: { userId }, body }, { store, now }) {
    if (body.userId !== undefined && body.userId !== userId) {
      return refuse('invalid', `Invalid userId: the path says ${userId}, the body ${body.userId}`);
    }
    if (!store.has(userId)) return refuseUnknownUser(userId);
    store.merge(userId, body, now());
    return { status: 200, body: { message: 'User updated successfully', data: store.whole(userId) } };
  },

  deleteUser({ params: { userId } }, { store, events }) {
    if (!store.delete(userId)) return refuseUnknownUser(userId);
    events.delete(userId);
    return { status: 200, body: { message: 'User deleted successfully', data: { userId } } };
  },

  createEvent({ body, digest }, bot) {
    const data = addEvent(bot, body, digest);
    return { status: 200, body: { message: 'Event created successfully', data } };
  },

  listEvents({ query: { userId, eventName = '', offsetTimestamp = 0, limit = Infinity } }, { events }) {
    const from = toMilliseconds(offsetTimestamp);
    if (Number.isNaN(from)) return refuse('invalid', 'Invalid offsetTimestamp');
    const data = events
      .of(userId)
      .filter(({ event, createdAt }) => (eventName === '' || event === eventName) && toMilliseconds(createdAt) >= from)
      .slice(0, limit);
    return { status: 200, body: { message: 'Fetched events successfully', data } };
  },
};

/** `properties=a,b` and `properties=a&properties=b` mean the same. An empty list counts as no list. */
function toWanted(properties: readonly string[] = []): Wanted | undefined {
  const names = properties.flatMap((list) => list.split(',')).filter((name) => name !== '');
  return names.length === 0 ? undefined : (name) => names.includes(name);
}

function refuseUnknownUser(userId: string): YellowRefusal<404> {
  return refuse('unknown-user', `User not found: ${userId}`);
}
