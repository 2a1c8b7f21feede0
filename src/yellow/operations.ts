import type { Handlers } from '../engine/api.ts';
import { toMilliseconds } from '../runtime/clock.ts';
import { toNextMillisecond } from '../runtime/date-time.ts';
import type { operations as Operations } from '../generated/yellow.ts';
import { findAskedUser, selectNames, selectProperties, toAnswer, userIdValues } from './answers.ts';
import { addEvent, type Bot } from './bot.ts';
import { bulkCreateUsers, getBulkCreation } from './bulk-operations.ts';
import { refuse, type YellowRefusal } from './refusals.ts';
import { findUserId } from './store.ts';

export const operations: Handlers<Operations, Bot> = {
  bulkCreateUsers,
  getBulkCreation,

  addUser({ body }, { store, now, options }) {
    store.merge(body.userId, body, now());
    const data = toAnswer(store.whole(body.userId), options);
    return { status: 200, body: { message: 'User created successfully', data } };
  },

  listUsers({ query: { offset = 0, limit = Infinity, properties } }, { store, options }) {
    const data = store.page(offset, limit, selectNames(properties)).map((user) => toAnswer(user, options));
    return { status: 200, body: { message: 'Fetched users successfully', data: { data } } };
  },

  getUser({ params, query }, { store, options }) {
    const allowed = userIdValues[options.userIdParameter];
    if (query.userId !== undefined && !allowed.includes(query.userId)) {
      return refuse('invalid', `userId must be one of ${allowed.join(', ')}`);
    }
    const userId = findAskedUser(store, params.userId, query.userId, options);
    const user = userId === undefined ? undefined : store.user(userId, selectProperties(query, options));
    if (user === undefined) return refuseUnknownUser(params.userId);
    return { status: 200, body: { message: 'Fetched user successfully', data: toAnswer(user, options) } };
  },

  updateUser({ params, body }, { store, now, options }) {
    const userId = findUserId(store, params.userId, options);
    if (body.userId !== undefined && body.userId !== (userId ?? params.userId)) {
      return refuse('invalid', `Invalid userId: the path says ${params.userId}, the body ${body.userId}`);
    }
    if (userId === undefined) return refuseUnknownUser(params.userId);
    store.merge(userId, body, now());
    const data = toAnswer(store.whole(userId), options);
    return { status: 200, body: { message: 'User updated successfully', data } };
  },

  deleteUser({ params }, { store, events, options }) {
    const userId = findUserId(store, params.userId, options);
    if (userId === undefined) return refuseUnknownUser(params.userId);
    store.delete(userId);
    events.delete(userId);
    return { status: 200, body: { message: 'User deleted successfully', data: { userId } } };
  },

  createEvent({ body, digest }, bot) {
    const data = addEvent(bot, body, digest);
    return { status: 200, body: { message: 'Event created successfully', data } };
  },

  listEvents({ query: { userId, eventName = '', offsetTimestamp = 0, limit = Infinity } }, { events }) {
    const from = toNextMillisecond(offsetTimestamp);
    if (Number.isNaN(from)) return refuse('invalid', 'Invalid offsetTimestamp');
    const data = events
      .of(userId)
      .filter(({ event, createdAt }) => (eventName === '' || event === eventName) && toMilliseconds(createdAt) >= from)
      .slice(0, limit);
    return { status: 200, body: { message: 'Fetched events successfully', data } };
  },
};

function refuseUnknownUser(userId: string): YellowRefusal<404> {
  return refuse('unknown-user', `User not found: ${userId}`);
}
