import { toOptions, type MockOptions, type Options } from '../config/options.ts';
import { createSecretList } from '../config/secrets.ts';
import { createAttemptTracker } from '../engine/attempts.ts';
import { createFaults } from '../engine/faults.ts';
import { createFetch, type Fetch } from '../http/fetch.ts';
import { collectBody, isWholeRequest } from '../http/body.ts';
import type { IncomingRequest } from '../http/request.ts';
import type { Outcome } from '../http/response.ts';
import { createEvents } from '../journal/events.ts';
import { createJournal } from '../journal/journal.ts';
import type { RetentionLimits } from '../journal/retention.ts';
import { forEachApi } from '../openapi/router.ts';
import { createLedger } from '../reconciliation/ledger.ts';
import { createManualClock, createSystemClock, keepProcessAlive, type Clock } from '../runtime/clock.ts';
import { createLag } from '../runtime/lag.ts';
import { createRandom } from '../runtime/random.ts';
import type { VibeFollow } from '../vibefollow/api.ts';
import type { Yellow } from '../yellow/api.ts';
import { handleAdminRequest } from './admin.ts';
import { createApis, toApiStates } from './apis.ts';
import { createCancellations } from './cancellations.ts';
import { createControl, withAttempts, type MockControl } from './control.ts';
import { withFaultEvents, withStateEvents } from './change-events.ts';
import { createPipeline } from './pipeline.ts';
import { createStates, type States } from './states.ts';

/** Both APIs in memory. Mocks share nothing with each other. */
export interface Mock extends MockControl {
  /** The stored data of the VibeFollow API. */
  readonly vibefollow: VibeFollow;
  /** The stored data of the Yellow.ai API. */
  readonly yellow: Yellow;
  /**
   * Answers a request that is plain data, or breaks its connection.
   *
   * @example await mock.handle({ method: 'GET', url: '/cdp/api/v1/user?bot=x1', headers: { 'x-auth-token': 'key' } })
   */
  handle(request: IncomingRequest): Promise<Outcome>;
  /**
   * Answers a request as `fetch` of the Fetch API does. Give it to a client in place of `fetch`.
   *
   * @example new VibeFollow({ apiKey, fetchImpl: mock.fetch })
   */
  readonly fetch: Fetch;
}

/**
 * Creates a mock of both APIs.
 *
 * @throws For an unknown option or an impossible value. The message says what is allowed.
 * @example const mock = createMock({ clock: 'manual', vibefollow: { drainRate: 500 } })
 */
export function createMock(options: MockOptions = {}): Mock {
  return createMockWithStates(options).mock;
}

function toBounds(journalBodies: Options['journalBodies']): RetentionLimits {
  return typeof journalBodies === 'number' ? { messages: journalBodies } : {};
}

/** A mock, and its stored data for a file. */
export function createMockWithStates(options: MockOptions): { readonly mock: Mock; readonly states: States } {
  const inForce = toOptions(options);
  const { bodyLimit, journalBodies, strict, cors } = inForce;
  const clock: Clock =
    inForce.clock === 'manual' ? createManualClock(inForce.startTime, () => events.moveClock()) : createSystemClock();
  const events = createEvents({
    clock,
    isManual: inForce.clock === 'manual',
    isUnderWay: (call) => cancellations.has(call),
  });
  const lag = createLag(clock);
  const random = createRandom(inForce.seed);
  const apis = createApis(inForce, clock, random);
  const faults = withFaultEvents(createFaults(random), events);
  const attempts = createAttemptTracker();
  const ledger = createLedger(inForce.ledgerLimit);
  const journal = withAttempts(createJournal(inForce.journalLimit, events, toBounds(journalBodies)), attempts, ledger);
  const cancellations = createCancellations();
  faults.add(...inForce.faults);

  const states = withStateEvents(createStates(apis), events);
  const shared = { clock, faults, journal, ledger, events, cancellations };
  const control = createControl({ ...shared, options: inForce, lag, apis, states });
  const controlled = { ...control, journal, ledger, apis, states, events, cancellations };
  const answer = createPipeline({
    ...shared,
    apis: forEachApi((name) => apis[name].api),
    attempts,
    bodyLimit,
    journalBodies: journalBodies !== false,
    listKeys: createSecretList(inForce),
    strict,
    cors,
  });
  const handle = async (request: IncomingRequest): Promise<Outcome> => {
    const release = keepProcessAlive(request.signal);
    try {
      const outcome = await handleAdminRequest(request, controlled);
      if (outcome) return outcome;
      if (isWholeRequest(request)) return await answer(request);
      return await answer({ ...request, body: await collectBody(request.body ?? '', bodyLimit) });
    } finally {
      release();
    }
  };
  return { mock: { ...control, ...toApiStates(apis), handle, fetch: createFetch(handle) }, states };
}
