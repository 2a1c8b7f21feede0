import type { Options } from '../config/options.ts';
import { createQueuePositions } from '../engine/job-queue.ts';
import { createApi, type CreatedApi } from '../engine/create-api.ts';
import { toTenantId } from '../engine/tenants.ts';
import type { components } from '../generated/admin.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Random } from '../runtime/random.ts';
import { authenticate, identify, negotiate } from './authenticate.ts';
import { createBot, toBotState, type Bot, type BotState } from './bot.ts';
import { leavesOut, retainsExisting } from './bulk-operations.ts';
import { operations } from './operations.ts';
import { createReading } from './reading.ts';
import { errorCodeOf, refuse, toFaultResponse } from './refusals.ts';
import { findUserId, toRecord } from './store.ts';

/** The state of the Yellow.ai API. */
export interface Yellow {
  /**
   * The bot with this id. A bot that is not known yet is empty, since an id may be any text.
   *
   * @throws For an empty id.
   */
  bot(id: string): BotState;
  /** Ids of the known bots. */
  bots(): string[];
}

type Created = CreatedApi<components['schemas']['SavedBot'], Bot>;

export function createYellow({ yellow: options, rateLimitHeaders }: Options, clock: Clock, random: Random): Created {
  const shared = { clock, random, positions: createQueuePositions() };
  return createApi({
    createState: (id) => createBot(id, options, shared),
    handlers: operations,
    identify,
    reading: createReading(options),
    authenticate: (request) => authenticate(request, options),
    negotiate,
    rateLimitHeaders,
    rateLimitOf({ id, rateLimit }) {
      const limit = options.rateLimits[id as keyof typeof operations] ?? rateLimit ?? 'off';
      if (limit === 'off') return undefined;
      return { limit, window: options.rateWindow, isRetryAfterSent: options.retryAfter === 'sent' };
    },
    retainsExisting: (request) => retainsExisting(request, options),
    leavesOut: (request) => leavesOut(request, options),
    toFaultResponse: (status, code) => toFaultResponse(status, code, options),
    toRefusalResponse: ({ reason, message, headers = {} }) => ({ ...refuse(reason, message), headers }),
    errorCodeOf,
    queueProgress: ({ bulkCreations }) => bulkCreations.progress(),
    userIds: ({ store }) => store.userIds(),
    findRecordId: ({ store }, id) => findUserId(store, id, options),
    stored({ store }, id) {
      const user = store.user(id);
      return user && toRecord(user);
    },
    emailOf: ({ store }, id) => store.emailOf(id),
  });
}

/** The public view of the API's state. */
export function toYellow({ api, stateOf, peek }: Created): Yellow {
  return {
    bot(id): BotState {
      if (typeof id !== 'string') throw new Error('Failed to find a bot: its id is no text.');
      if (id === '') throw new Error('Failed to find a bot: its id is empty.');
      const tenant = toTenantId(id);
      return toBotState(
        () => peek(tenant),
        () => stateOf(tenant),
      );
    },
    bots: api.tenants,
  };
}
