import { handleAdminRequest } from './admin.ts';
import { createAttemptTracker } from '../engine/attempts.ts';
import { createManualClock, createSystemClock, type Clock } from '../runtime/clock.ts';
import { coverJournal, type Coverage, type CoverageOptions } from '../journal/coverage.ts';
import { createFaults, type Faults } from '../engine/faults.ts';
import { createFetch, type Fetch } from '../http/fetch.ts';
import { createJournal, type Journal, type WritableJournal } from '../journal/journal.ts';
import { toOptions, type MockOptions, type Options } from '../config/options.ts';
import type { Outcome } from '../http/response.ts';
import { createPipeline } from './pipeline.ts';
import { createRandom } from '../runtime/random.ts';
import type { Api } from '../engine/api.ts';
import { createCancellation, type Cancellation } from '../runtime/cancellation.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import type { JudgedState } from '../rules/rule.ts';
import { judgeClient, type VerdictOptions, type Verdicts } from '../rules/verdicts.ts';
import type { Scenario } from '../config/scenarios.ts';
import { parseSnapshot, toSnapshot, type State } from './snapshot.ts';
import { createTenants, toTenantId, type SaveableTenants } from '../engine/tenants.ts';
import { createVibeFollow, type VibeFollow } from '../vibefollow/api.ts';
import { createYellow, type Yellow } from '../yellow/api.ts';
import type { MockRequest } from '../http/request.ts';

/** Both APIs in memory. Mocks share nothing with each other. */
export interface Mock {
  /** The options in force, defaults filled in. */
  readonly options: Options;
  /** The time of the mock. A test moves it with the option `clock: 'manual'`. */
  readonly clock: Clock;
  /** The requests of the clients, and what became of them. */
  readonly journal: Journal;
  /** What goes wrong, and when. */
  readonly faults: Faults;
  /** What the VibeFollow API has stored. */
  readonly vibefollow: VibeFollow;
  /** What the Yellow.ai API has stored. */
  readonly yellow: Yellow;
  /** Answers a request given as plain data, or breaks its connection. */
  handle(request: MockRequest): Promise<Outcome>;
  /**
   * Answers a request as the Fetch API's `fetch` does, to be given to a client in its place.
   *
   * @example new VibeFollow({ apiKey, fetchImpl: mock.fetch })
   */
  readonly fetch: Fetch;
  /**
   * Judges what the client did by every rule, from the journal and from what is stored.
   *
   * @throws For an expected record without an id.
   * @example expect(mock.verdicts({ expected: users }).passed).toBe(true)
   */
  verdicts(options?: VerdictOptions): Verdicts;
  /**
   * Tells which operations, statuses, parameters and branches of schemas of the two documents clients have exercised,
   * with how many exchanges each, and which none has: `missing`. Not all can be had: errors have one schema, and not every
   * status names a `field`. Of what the journal keeps; `dropped` says how many it lacks.
   *
   * @throws For an unknown option or API.
   * @example expect(mock.coverage().missing).not.toContain('bulkUpsertUsers: status 429')
   */
  coverage(options?: CoverageOptions): Coverage;
  /** Puts a scenario in force: its fault rules behind those that are there, its options in place of those in force. */
  use(scenario: Scenario): void;
  /**
   * Goes back to how the mock was created, but for the clock, which stays where it is: users, events, limits, keys, the
   * journal and all rules and scenarios that came later are forgotten, and a request that waits is let go: it is reset.
   * With a tenant, only what that holds, the fault rules that name it, and its requests that wait.
   */
  reset(keyOrId?: string): void;
  /**
   * All that the two APIs hold, or what one tenant does, as JSON that `restore` takes back: users, events, waiting jobs,
   * bulk creations, idempotency keys and what was used of limits. The mock goes on from there as it would have done.
   *
   * Options (the seed of ids among them), fault rules, the clock, the journal and the attempts of calls are not in it,
   * and no key of VibeFollow is. Times in it are those of the mock's clock.
   *
   * @example const state = mock.snapshot(); afterEach(() => mock.restore(state));
   */
  snapshot(keyOrId?: string): State;
  /**
   * Puts a snapshot in place of all that the two APIs hold, or of what one tenant does: what it does not name is
   * forgotten. A request that waits goes on waiting, and then meets what was restored. The state is copied.
   *
   * @throws For a state that is wrong, or that holds another tenant than the one that is named, saying where; then
   * nothing is changed.
   */
  restore(state: State, keyOrId?: string): void;
}

interface Stores {
  readonly vibefollow: SaveableTenants<State['vibefollow'][string]>;
  readonly yellow: SaveableTenants<State['yellow'][string]>;
}

/**
 * Creates a mock.
 *
 * @throws For an unknown option or an impossible value, saying what is allowed.
 * @example const mock = createMock({ clock: 'manual', vibefollow: { drainRate: 500 } })
 */
export function createMock(options: MockOptions = {}): Mock {
  const inForce = toOptions(options);
  const created = structuredClone(inForce);
  const clock = inForce.clock === 'manual' ? createManualClock(inForce.startTime) : createSystemClock();
  const calls = createAttemptTracker();
  const kept = createJournal(inForce.journalLimit);
  const journal: WritableJournal = {
    ...kept,
    clear(keyOrId): void {
      kept.clear(keyOrId);
      calls.clear(toTenant(keyOrId));
    },
  };
  const random = createRandom(inForce.seed);
  const faults = createFaults(random);
  const apis = { vibefollow: createVibeFollow(inForce, clock), yellow: createYellow(inForce, clock, random) };
  const waitingOf = createTenants(createCancellation);
  let waiting = createCancellation();
  const released = (tenant?: string): Cancellation => (tenant === undefined ? waiting : waitingOf.of(tenant));
  const { bodyLimit, journalBodies, strict } = inForce;
  const pipeline = createPipeline({ apis, clock, journal, calls, faults, bodyLimit, journalBodies, strict, released });
  const handle = async (request: MockRequest): Promise<Outcome> =>
    (await handleAdminRequest(request, mock)) ?? pipeline(request);
  faults.add(...inForce.faults);

  const mock: Mock = {
    options: inForce,
    clock,
    journal,
    faults,
    vibefollow: { project: apis.vibefollow.project, projects: apis.vibefollow.tenants },
    yellow: { bot: apis.yellow.bot, bots: apis.yellow.tenants },
    handle,
    fetch: createFetch(handle),
    verdicts: (judged) => judgeClient(journal, toJudgedState(apis), judged),
    coverage: (looked) => coverJournal(journal, looked),
    use({ options: { faults: rules = [], vibefollow, yellow } }): void {
      faults.add(...rules);
      Object.assign(inForce.vibefollow, vibefollow);
      Object.assign(inForce.yellow, yellow);
    },
    reset(keyOrId): void {
      const tenant = toTenant(keyOrId);
      apis.vibefollow.reset(tenant);
      apis.yellow.reset(tenant);
      faults.clear(tenant);
      journal.clear(tenant);
      if (tenant !== undefined) waitingOf.of(tenant).cancel();
      waitingOf.clear(tenant);
      if (tenant !== undefined) return;
      faults.add(...inForce.faults);
      replaceBy(inForce.vibefollow, created.vibefollow);
      replaceBy(inForce.yellow, created.yellow);
      waiting.cancel();
      waiting = createCancellation();
    },
    ...toSnapshots(apis),
  };
  return mock;
}

function toSnapshots({ vibefollow, yellow }: Stores): Pick<Mock, 'snapshot' | 'restore'> {
  return {
    snapshot(keyOrId): State {
      const tenant = toTenant(keyOrId);
      return toSnapshot({ vibefollow: vibefollow.save(tenant), yellow: yellow.save(tenant) });
    },
    restore(given, keyOrId): void {
      const state = parseSnapshot(given, keyOrId);
      const tenant = toTenant(keyOrId);
      vibefollow.load(state.vibefollow, tenant);
      yellow.load(state.yellow, tenant);
    },
  };
}

function toTenant(keyOrId: string | undefined): string | undefined {
  return keyOrId === undefined ? undefined : toTenantId(keyOrId);
}

function toJudgedState(apis: Readonly<Record<ApiName, Api>>): JudgedState {
  return {
    tenants: () => apiNames.flatMap((api) => apis[api].tenants().map((tenantId) => ({ api, tenantId }))),
    isWaiting: ({ api, tenantId }) => apis[api].isWaiting(tenantId),
    stored: ({ api, tenantId }, id) => apis[api].stored(tenantId, id),
  };
}

/** In place, for the APIs look at these very options. */
function replaceBy<Part extends object>(part: Part, other: Part): void {
  for (const name of Object.keys(part)) if (!Object.hasOwn(other, name)) Reflect.deleteProperty(part, name);
  Object.assign(part, other);
}
