import type { Options } from '../config/options.ts';
import type { CreatedApi } from '../engine/create-api.ts';
import type { RecordReading } from '../engine/record-reading.ts';
import type { ApiName } from '../openapi/router.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Random } from '../runtime/random.ts';
import { createVibeFollow, toVibeFollow, type VibeFollow } from '../vibefollow/api.ts';
import type { Project } from '../vibefollow/project.ts';
import { createReading as createVibeFollowReading } from '../vibefollow/reading.ts';
import { createYellow, toYellow, type Yellow } from '../yellow/api.ts';
import type { Bot } from '../yellow/bot.ts';
import { createReading as createYellowReading } from '../yellow/reading.ts';
import type { State } from './snapshot.ts';

/** The state of a tenant, for each API. */
interface TenantStates {
  readonly vibefollow: Project;
  readonly yellow: Bot;
}

/** The public view of each API's state. */
interface ApiStates {
  readonly vibefollow: VibeFollow;
  readonly yellow: Yellow;
}

/** The APIs of a mock. */
export type Apis = { readonly [Name in ApiName]: CreatedApi<State[Name][string], TenantStates[Name]> };

/** Creates the APIs. A new API is added here. */
export function createApis(options: Options, clock: Clock, random: Random): Apis {
  return { vibefollow: createVibeFollow(options, clock), yellow: createYellow(options, clock, random) };
}

/** How each API reads records. */
export function createReadings({ vibefollow, yellow }: Options): Readonly<Record<ApiName, RecordReading>> {
  return { vibefollow: createVibeFollowReading(vibefollow), yellow: createYellowReading(yellow) };
}

/** The public view of the APIs' state. */
export function toApiStates({ vibefollow, yellow }: Apis): Pick<ApiStates, ApiName> {
  return { vibefollow: toVibeFollow(vibefollow), yellow: toYellow(yellow) };
}
