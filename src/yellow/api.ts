import type { Api, Call, Reply } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { YellowOptions } from '../options.ts';
import type { Random } from '../random.ts';
import { createFixedWindows, createSlidingWindows, toRetryAfter } from '../rate-limit.ts';
import { createTenants } from '../tenants.ts';
import { authenticate, negotiate } from './authenticate.ts';
import { createBot, toState, type Bot, type BotState } from './bot.ts';
import { operations } from './operations.ts';
import { refuse } from './refusals.ts';

/** The state of the Yellow.ai API. */
export interface Yellow {
  bot(id: string): BotState;
}

export function createYellow(options: YellowOptions, clock: Clock, random: Random): Api & Yellow {
  const limiter = options.rateWindow === 'sliding' ? createSlidingWindows(clock) : createFixedWindows(clock);
  const bots = createTenants((id) => createBot(id, options, clock, random));

  /** A bot, with all stored that is due. */
  function botOf(id: string): Bot {
    const bot = bots.of(id);
    bot.bulkCreations.settle();
    return bot;
  }

  return {
    authenticate: (call) => authenticate(call, options),
    negotiate,

    limitRate({ operation, tenant }): Reply | undefined {
      const limit = options.rateLimits[operation.id as keyof typeof operations] ?? operation.rateLimit ?? 'off';
      const wait = limit === 'off' ? 0 : limiter.take(`${operation.id} ${tenant}`, limit);
      if (wait === 0) return undefined;
      const refusal = refuse('rate-limited', 'Too many requests');
      return options.retryAfter === 'sent' ? { ...refusal, headers: toRetryAfter(wait) } : refusal;
    },

    replay: () => undefined,
    admit: () => undefined,

    perform(call): Reply {
      const operation = operations[call.operation.id as keyof typeof operations] as Operation;
      return operation(call, botOf(call.tenant));
    },

    refuse: ({ reason, message, headers = {} }) => ({ ...refuse(reason, message), headers }),
    mask: (bot) => bot,

    reset(): void {
      bots.clear();
      limiter.clear();
    },

    bot: (id) => toState(() => botOf(id)),
  };
}

/** Any operation: the pipeline has validated the call for the one that it is given to. */
type Operation = (call: Call, bot: Bot) => Reply;
