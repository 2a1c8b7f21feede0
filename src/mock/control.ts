import type { Options } from '../config/options.ts';
import type { Scenario, ScenarioName } from '../config/scenarios.ts';
import type { AttemptTracker } from '../engine/attempts.ts';
import type { Faults } from '../engine/faults.ts';
import { toGivenTenantId } from '../engine/tenants.ts';
import { coverJournal, type Coverage, type CoverageOptions } from '../journal/coverage.ts';
import type { Events } from '../journal/events.ts';
import type { Journal, WritableJournal } from '../journal/journal.ts';
import type { Ledger } from '../reconciliation/ledger.ts';
import { apiNames } from '../openapi/router.ts';
import { judgeClient, type VerdictOptions, type Verdicts } from '../rules/verdicts.ts';
import { cloneJson } from '../runtime/clone-json.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Lag } from '../runtime/lag.ts';
import { accountOf, createAccounting, type Accounting } from './accounting.ts';
import type { Apis } from './apis.ts';
import type { Cancellations } from './cancellations.ts';
import { readScenario, type UseOptions } from './read-scenario.ts';
import { parseSnapshot, type State } from './snapshot.ts';
import type { States } from './states.ts';
import { findStoredUsers, toJudgedState, type StoredUser, type StoredUserFilter } from './stored-users.ts';

/** Controls a mock, for tests and for the admin API. A tenant is the project of a VibeFollow key, or a Yellow bot. */
export interface MockControl extends Accounting {
  /** The options in force, with defaults filled in. */
  readonly options: Options;
  /** The clock of the mock. With the option `clock: 'manual'` a test moves it. */
  readonly clock: Clock;
  /** How late the timers of this machine fire. `serve` measures it, and verdicts take it into account. */
  readonly lag: Lag;
  /** The requests of the clients and their answers. */
  readonly journal: Journal;
  /** The fault rules. */
  readonly faults: Faults;
  /**
   * Judges the client by every rule. Reads the journal and the stored data.
   *
   * @throws For an unknown option, or an expected record without an id.
   * @example expect(mock.verdicts({ expected: users }).passed).toBe(true)
   */
  verdicts(options?: VerdictOptions): Verdicts;
  /**
   * The stored users of both APIs, or those that match a filter. They are copies in the form of records, so that a test
   * can compare them with the records that were sent. A user that waits in a queue is not stored yet.
   *
   * @throws For a filter with an unknown field or an impossible value.
   * @example expect(mock.stored({ record: 'usr_1' })).toMatchObject([{ record: { email: 'ada@example.com' } }])
   */
  stored(filter?: StoredUserFilter): StoredUser[];
  /**
   * Counts the operations, statuses, parameters and branches of schemas that clients have exercised. `missing` lists
   * the others. Only exchanges in the journal count, and `dropped` is the number of exchanges that it has dropped.
   *
   * `missing` is rarely empty: all errors share one schema, and not every error has a `field`.
   *
   * @throws For an unknown option or API.
   * @example expect(mock.coverage().missing).not.toContain('bulkUpsertUsers: status 429')
   */
  coverage(options?: CoverageOptions): Coverage;
  /**
   * Puts a scenario in force. Its fault rules are added behind the existing ones. Its API options replace those in
   * force.
   *
   * @param options With `tenant`, a VibeFollow key, project id or Yellow bot, the fault rules affect only this tenant. A
   * scenario with API options is then refused, since they apply to all tenants.
   * @throws For an unknown name, a scenario without options, an unknown option or an impossible value. If so, nothing is
   * changed.
   * @example mock.use('flaky')
   * @example mock.use(scenarios.flaky, { tenant: 'x1640004486565' })
   */
  use(scenario: Scenario | ScenarioName, options?: UseOptions): void;
  /**
   * Returns the mock to its state at creation. Stored data, the journal and later fault rules and scenarios are
   * forgotten. The connections of waiting requests are reset. Only the clock keeps its time.
   *
   * @param keyOrId A VibeFollow key, project id or Yellow bot. Then only this tenant is reset: its data, its exchanges,
   * its waiting requests and the fault rules that name it.
   */
  reset(keyOrId?: string): void;
  /**
   * The stored data of both APIs as JSON, for `restore`: users, events, waiting jobs, bulk creations, idempotency keys
   * and the use of rate limits. Options, fault rules, the clock, the journal and the keys of requests are not
   * included. A key that a client sends as data is data, such as one that is the id of a user.
   *
   * @param keyOrId A VibeFollow key, project id or Yellow bot. Then only the data of this tenant is included.
   * @example const state = mock.snapshot(); afterEach(() => mock.restore(state));
   */
  snapshot(keyOrId?: string): State;
  /**
   * Replaces the stored data of both APIs by a copy of a snapshot. Data that is not in the snapshot is forgotten. A
   * waiting request goes on waiting, and then works on the restored data.
   *
   * @param keyOrId A VibeFollow key, project id or Yellow bot. Then only the data of this tenant is replaced.
   * @throws For an invalid state, or a state with another tenant than `keyOrId`. If so, nothing is changed.
   */
  restore(state: State, keyOrId?: string): void;
}

/** The parts of a mock. */
export interface MockParts {
  readonly options: Options;
  readonly clock: Clock;
  readonly lag: Lag;
  readonly apis: Apis;
  readonly states: States;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly events: Pick<Events, 'publish'>;
  readonly cancellations: Cancellations;
}

export function createControl(parts: MockParts): MockControl {
  const { options, clock, lag, apis, states, faults, journal, events, cancellations } = parts;
  const initialOptions = structuredClone(options);
  const judged = {
    journal,
    state: toJudgedState(apis),
    accountOf: (tenantId?: string) => accountOf(parts, tenantId),
    lag: lag.between,
  };
  return {
    options,
    clock,
    lag,
    journal,
    faults,
    ...createAccounting(parts),
    verdicts: (verdictOptions) => judgeClient(judged, verdictOptions),
    stored: (filter) => findStoredUsers(apis, filter),
    coverage: (coverageOptions) => coverJournal(journal, coverageOptions),
    use(scenario, useOptions): void {
      const { faults: rules = [], ...given } = readScenario(scenario, useOptions);
      faults.add(...rules);
      for (const name of apiNames) Object.assign(options[name], structuredClone(given[name]));
    },
    reset(keyOrId): void {
      const tenant = toTenant(keyOrId, 'reset a tenant');
      for (const name of apiNames) apis[name].api.reset(tenant);
      faults.clear(tenant);
      journal.clear(tenant);
      cancellations.cancel(tenant);
      events.publish({ type: 'stateChanged', ...(tenant !== undefined && { tenantId: tenant }) });
      if (tenant !== undefined) return;
      faults.add(...options.faults);
      for (const name of apiNames) replaceProperties(options[name], initialOptions[name]);
    },
    snapshot(keyOrId): State {
      const tenant = toTenant(keyOrId, 'take a snapshot');
      return cloneJson(states.save(tenant));
    },
    restore(given, keyOrId): void {
      const tenant = toTenant(keyOrId, 'restore a state');
      states.load(parseSnapshot(given, keyOrId), tenant);
    },
  };
}

/** A journal whose `clear` also forgets the attempts of calls, so the next request is a first attempt, and the records. */
export function withAttempts(journal: WritableJournal, attempts: AttemptTracker, ledger: Ledger): WritableJournal {
  return {
    ...journal,
    clear(keyOrId): void {
      journal.clear(keyOrId);
      const tenant = toTenant(keyOrId, 'clear the journal');
      attempts.clear(tenant);
      ledger.clear(tenant);
    },
  };
}

function toTenant(keyOrId: string | undefined, task: string): string | undefined {
  return keyOrId === undefined ? undefined : toGivenTenantId(keyOrId, task);
}

/** Changes `part` in place, since the APIs hold a reference to it. */
function replaceProperties<Part extends object>(part: Part, other: Part): void {
  for (const name of Object.keys(part)) if (!Object.hasOwn(other, name)) Reflect.deleteProperty(part, name);
  Object.assign(part, other);
}
