import type { Api, Call } from '../engine/api.ts';
import type { Clock } from '../runtime/clock.ts';
import type { components } from '../generated/admin.ts';
import type { Options } from '../config/options.ts';
import type { Random } from '../runtime/random.ts';
import { toLimitHeaders, toRetryAfter } from '../engine/rate-limit.ts';
import { createTenants, toSaveableTenants, toTenantId, type SaveableTenants } from '../engine/tenants.ts';
import { authenticate, identify, negotiate } from './authenticate.ts';
import { createBot, toBotState, type Bot, type BotState } from './bot.ts';
import { operations } from './operations.ts';
import { toFaultResponse, refuse } from './refusals.ts';
import { toRecord } from './store.ts';
import type { ApiResponse } from '../http/response.ts';

type SavedBot = components['schemas']['SavedBot'];

/** The state of the Yellow.ai API. */
export interface Yellow {
  /** The bot of this id. */
  bot(id: string): BotState;
  /** Ids of the bots that there are. */
  bots(): string[];
}

export function createYellow(
  { yellow: options, rateLimitHeaders }: Options,
  clock: Clock,
  random: Random,
): Api & SaveableTenants<SavedBot> & Omit<Yellow, 'bots'> {
  const bots = createTenants((id) => createBot(id, options, clock, random));

  /** A bot, with all stored that is due. */
  function botOf(id: string): Bot {
    const bot = bots.of(id);
    bot.bulkCreations.settle();
    return bot;
  }

  return {
    identify,
    authenticate: (call) => authenticate(call, options),
    negotiate,

    limitRate({ operation, tenant, told }): ApiResponse | undefined {
      const limit = options.rateLimits[operation.id as keyof typeof operations] ?? operation.rateLimit ?? 'off';
      if (limit === 'off') return undefined;
      const standing = bots.of(tenant).limiter.take(operation.id, limit, options.rateWindow);
      Object.assign(told, toLimitHeaders(rateLimitHeaders, limit, standing));
      if (standing.wait === 0) return undefined;
      const refusal = refuse('rate-limited', 'Too many requests');
      return options.retryAfter === 'sent' ? { ...refusal, headers: toRetryAfter(standing.wait) } : refusal;
    },

    replay: () => undefined,
    admit: () => undefined,

    perform: (call) => operationOf(call)(call, botOf(call.tenant)),
    performPart: (call) => operationOf(call)(call, botOf(call.tenant)),
    rehearse: (call) => operationOf(call)(call, createBot(call.tenant, options, clock, random)),
    fail: toFaultResponse,

    refuse: ({ reason, message, headers = {} }) => ({ ...refuse(reason, message), headers }),

    tenants: bots.ids,
    isWaiting: (tenant) =>
      botOf(tenant)
        .bulkCreations.list()
        .some(({ finished }) => !finished),
    stored(tenant, id): Readonly<Record<string, unknown>> | undefined {
      const user = botOf(tenant).store.user(id);
      return user && toRecord(user);
    },

    reset: bots.clear,
    ...toSaveableTenants(bots),

    bot: (id) => toBotState(() => botOf(toTenantId(id))),
  };
}

/** The pipeline has validated the call for the operation that it is given to. */
function operationOf({ operation }: Call): (call: Call, bot: Bot) => ApiResponse {
  return operations[operation.id as keyof typeof operations] as (call: Call, bot: Bot) => ApiResponse;
}
