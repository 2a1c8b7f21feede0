import type { Options } from '../config/options.ts';
import type { Scenario } from '../config/scenarios.ts';
import type { AttemptTracker } from '../engine/attempts.ts';
import type { Faults } from '../engine/faults.ts';
import { createTenants, toTenantId } from '../engine/tenants.ts';
import { coverJournal, type Coverage, type CoverageOptions } from '../journal/coverage.ts';
import type { Journal, WritableJournal } from '../journal/journal.ts';
import { apiNames } from '../openapi/router.ts';
import { judgeClient, type VerdictOptions, type Verdicts } from '../rules/verdicts.ts';
import { createCancellation, type Cancellation } from '../runtime/cancellation.ts';
import type { Clock } from '../runtime/clock.ts';
import { mapApis, type Apis } from './apis.ts';
import { parseSnapshot, toSnapshot, type State } from './snapshot.ts';
import { findStoredUsers, toJudgedState, type StoredUser, type StoredUserFilter } from './stored-users.ts';

/** What a test, or the admin API, does with a mock. */
export interface MockControl {
  /** The options in force, defaults filled in. */
  readonly options: Options;
  /** The time of the mock. A test moves it with the option `clock: 'manual'`. */
  readonly clock: Clock;
  /** The requests of the clients, and what became of them. */
  readonly journal: Journal;
  /** What goes wrong, and when. */
  readonly faults: Faults;
  /**
   * Judges what the client did by every rule, from the journal and from what is stored.
   *
   * @throws For an expected record without an id.
   * @example expect(mock.verdicts({ expected: users }).passed).toBe(true)
   */
  verdicts(options?: VerdictOptions): Verdicts;
  /**
   * The users that both APIs have stored as of now, or those that a filter selects. They are copies, by the names that
   * records have, so that they can be compared with what was sent. A user that waits in a queue is not stored yet.
   *
   * @throws For an unknown option.
   * @example expect(mock.stored({ record: 'usr_1' })).toMatchObject([{ record: { email: 'ada@example.com' } }])
   */
  stored(filter?: StoredUserFilter): StoredUser[];
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

/** What a mock is made of. */
export interface MockParts {
  readonly options: Options;
  readonly clock: Clock;
  readonly apis: Apis;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly cancellations: Cancellations;
}

export function createControl({ options, clock, apis, faults, journal, cancellations }: MockParts): MockControl {
  const created = structuredClone(options);
  return {
    options,
    clock,
    journal,
    faults,
    verdicts: (judged) => judgeClient(journal, toJudgedState(apis), judged),
    stored: (filter) => findStoredUsers(apis, filter),
    coverage: (looked) => coverJournal(journal, looked),
    use({ options: { faults: rules = [], ...used } }): void {
      faults.add(...rules);
      for (const name of apiNames) Object.assign(options[name], used[name]);
    },
    reset(keyOrId): void {
      const tenant = toTenant(keyOrId);
      for (const name of apiNames) apis[name].api.reset(tenant);
      faults.clear(tenant);
      journal.clear(tenant);
      cancellations.cancel(tenant);
      if (tenant !== undefined) return;
      faults.add(...options.faults);
      for (const name of apiNames) replaceProperties(options[name], created[name]);
    },
    snapshot(keyOrId): State {
      const tenant = toTenant(keyOrId);
      return toSnapshot(mapApis((name) => apis[name].saveable.save(tenant)) as Omit<State, 'version'>);
    },
    restore(given, keyOrId): void {
      const state = parseSnapshot(given, keyOrId);
      const tenant = toTenant(keyOrId);
      for (const name of apiNames) {
        const { load } = apis[name].saveable as { load(saved: State[typeof name], tenant?: string): void };
        load(state[name], tenant);
      }
    },
  };
}

/** A journal that forgets the attempts of calls with the calls. */
export function withAttempts(journal: WritableJournal, attempts: AttemptTracker): WritableJournal {
  return {
    ...journal,
    clear(keyOrId): void {
      journal.clear(keyOrId);
      attempts.clear(toTenant(keyOrId));
    },
  };
}

/** Wakes requests that wait, so that they are reset: all of them, or those of one tenant. */
export interface Cancellations {
  of(tenant?: string): Cancellation;
  cancel(tenant?: string): void;
}

export function createCancellations(): Cancellations {
  const ofTenants = createTenants(createCancellation);
  let ofAll = createCancellation();
  return {
    of: (tenant) => (tenant === undefined ? ofAll : ofTenants.of(tenant)),
    cancel(tenant): void {
      if (tenant !== undefined) ofTenants.of(tenant).cancel();
      ofTenants.clear(tenant);
      if (tenant !== undefined) return;
      ofAll.cancel();
      ofAll = createCancellation();
    },
  };
}

function toTenant(keyOrId: string | undefined): string | undefined {
  return keyOrId === undefined ? undefined : toTenantId(keyOrId);
}

/** In place, since the APIs look at these very options. */
function replaceProperties<Part extends object>(part: Part, other: Part): void {
  for (const name of Object.keys(part)) if (!Object.hasOwn(other, name)) Reflect.deleteProperty(part, name);
  Object.assign(part, other);
}
