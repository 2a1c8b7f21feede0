import { createManualClock, createSystemClock, type Clock } from './clock.ts';
import { createFetch, type Fetch } from './fetch.ts';
import { createJournal, type Journal } from './journal.ts';
import { toOptions, type MockOptions, type Options } from './options.ts';
import { createPipeline, type Answer, type MockRequest } from './pipeline.ts';
import { createRandom } from './random.ts';
import { createVibeFollow, type VibeFollow } from './vibefollow/api.ts';
import { createYellow, type Yellow } from './yellow/api.ts';

/** Both APIs in memory. Mocks share nothing with each other. */
export interface Mock {
  /** The options in force, defaults filled in. */
  readonly options: Options;
  readonly clock: Clock;
  readonly journal: Journal;
  /** What the VibeFollow API has stored. */
  readonly vibefollow: VibeFollow;
  /** What the Yellow.ai API has stored. */
  readonly yellow: Yellow;
  /** Answers a request given as plain data. */
  handle(request: MockRequest): Promise<Answer>;
  /**
   * Answers a request as the Fetch API's `fetch` does, to be given to a client in its place.
   *
   * @example new VibeFollow({ apiKey, fetchImpl: mock.fetch })
   */
  readonly fetch: Fetch;
  /** Forgets users, events, limits, keys and the journal. The clock stays where it is. */
  reset(): void;
}

/**
 * Creates a mock.
 *
 * @throws For an unknown option or an impossible value, saying what is allowed.
 * @example const mock = createMock({ clock: 'manual', vibefollow: { drainRate: 500 } })
 */
export function createMock(options: MockOptions = {}): Mock {
  const inForce = toOptions(options);
  const clock = inForce.clock === 'manual' ? createManualClock(inForce.startTime) : createSystemClock();
  const journal = createJournal(inForce.journalLimit);
  const apis = {
    vibefollow: createVibeFollow(inForce.vibefollow, clock),
    yellow: createYellow(inForce.yellow, clock, createRandom(inForce.seed)),
  };
  const pipeline = createPipeline({ apis, clock, journal, bodyLimit: inForce.bodyLimit });
  const handle = async (request: MockRequest): Promise<Answer> => Promise.resolve(pipeline(request));
  return {
    options: inForce,
    clock,
    journal,
    vibefollow: { project: apis.vibefollow.project },
    yellow: { bot: apis.yellow.bot },
    handle,
    fetch: createFetch(handle),
    reset(): void {
      apis.vibefollow.reset();
      apis.yellow.reset();
      journal.clear();
    },
  };
}
