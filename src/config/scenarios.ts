import { forEachApi } from '../openapi/router.ts';
import { suggest } from '../runtime/nearest.ts';
import type { ApiOptions, MockOptions } from './options.ts';

/** A ready-made situation. Most scenarios consist of fault rules. */
export interface Scenario {
  /** The simulated failure, in one sentence. */
  readonly description: string;
  /** The options that put the scenario in force, for `createMock` or `use`. */
  readonly options: MockOptions;
}

/** The name of a ready-made scenario. */
export type ScenarioName =
  | 'rate-limited'
  | 'flaky'
  | 'outage'
  | 'recovering-outage'
  | 'queue-full'
  | 'lost-answers'
  | 'slow'
  | 'gateway-pages'
  | 'retry-after-date';

/**
 * The ready-made scenarios by name. `vf-mock scenarios` prints them.
 *
 * @example mock.use(scenarios.flaky)
 */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  'rate-limited': {
    description: 'The first attempt of every call is answered 429 with Retry-After: 1.',
    options: { faults: [{ on: { attempt: 1 }, fault: { status: 429, retryAfter: 1 } }] },
  },
  flaky: {
    description: 'About a third of the first and second attempts fail with 500, 503 or a reset.',
    options: {
      faults: [
        { on: { attempt: '<=2', chance: 0.12 }, fault: { status: 500 } },
        { on: { attempt: '<=2', chance: 0.12 }, fault: { status: 503, retryAfter: 1 } },
        { on: { attempt: '<=2', chance: 0.12 }, fault: { kind: 'reset' } },
      ],
    },
  },
  outage: {
    description: 'Every attempt is answered 503, without end.',
    options: { faults: [{ fault: { status: 503 } }] },
  },
  'recovering-outage': {
    description: 'The first three attempts of every call are answered 503, the fourth gets through.',
    options: { faults: [{ on: { attempt: '<=3' }, fault: { status: 503 } }] },
  },
  'queue-full': {
    description: 'The ingest queue of VibeFollow holds 5,000 jobs and processes 1,000 a second.',
    options: { vibefollow: { queueCapacity: 5000, drainRate: 1000 } },
  },
  'lost-answers': {
    description: 'The first attempt of every call does its work, then the connection is reset.',
    options: { faults: [{ on: { attempt: 1 }, fault: { kind: 'reset', applied: true } }] },
  },
  slow: {
    description: 'The body of every answer takes 2 seconds.',
    options: { faults: [{ fault: { kind: 'slow', ms: 2000 } }] },
  },
  'gateway-pages': {
    description: 'Every call gets the HTML page of a gateway under 502, then one under 503.',
    options: {
      faults: [
        { on: { attempt: 1 }, fault: { kind: 'garbage', status: 502 } },
        { on: { attempt: 2 }, fault: { kind: 'garbage', status: 503 } },
      ],
    },
  },
  'retry-after-date': {
    description: 'The first attempt of every call is answered 429 with a date 2 seconds ahead as Retry-After.',
    options: { faults: [{ on: { attempt: 1 }, fault: { status: 429, retryAfter: { date: 2 } } }] },
  },
};

/** The scenario with this name, or `undefined`. */
export function findScenario(name: string): Scenario | undefined {
  return Object.hasOwn(scenarios, name) ? scenarios[name as ScenarioName] : undefined;
}

/** Such as `no scenario "flakey". Did you mean "flaky"? Use one of rate-limited, flaky`. */
export function explainUnknownScenario(name: string): string {
  return `no scenario "${name}"${suggest(name, Object.keys(scenarios))}`;
}

/** Merges options. Fault rules are added behind each other. Of any other option, the last value wins. */
export function mergeOptions(...all: readonly MockOptions[]): MockOptions {
  return all.reduce(
    (merged, options) => ({
      ...merged,
      ...options,
      faults: [...(merged.faults ?? []), ...(options.faults ?? [])],
      ...mergeApiOptions(merged, options),
    }),
    {},
  );
}

function mergeApiOptions(options: MockOptions, others: MockOptions): ApiOptions {
  return forEachApi((api) => ({ ...options[api], ...others[api] }));
}
