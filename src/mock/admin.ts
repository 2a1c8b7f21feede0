import type { MockControl } from './control.ts';
import { showRecords, showStories } from './admin-account.ts';
import { findOperation, toAdminError, type Refused } from './admin-operations.ts';
import { readExpectedBody } from './expected-body.ts';
import { showCalls, showExchanges, showHar } from './admin-journal.ts';
import type { ResponseOf } from '../engine/api.ts';
import { parseJsonBody, checkBodySize } from '../http/json-body.ts';
import { toIso } from '../runtime/clock.ts';
import { maskKeys, maskRoughKeys } from '../openapi/key-forms.ts';
import { explainErrors } from '../config/explain-error.ts';
import { maskSecretOptions } from '../config/secrets.ts';
import { checkFaultRules, type ActiveFault, type FaultRule, type Faults } from '../engine/faults.ts';
import type { operations } from '../generated/admin.ts';
import { validateClockChange, type ValidationError } from '../generated/validators.ts';
import { version } from '../generated/version.ts';
import type { Options } from '../config/options.ts';
import { serializeResponse, type MockResponse, type ApiResponse } from '../http/response.ts';
import { explainUnknownScenario, findScenario, scenarios } from '../config/scenarios.ts';
import type { ExpectedRecord } from '../reconciliation/expected.ts';
import type { VerdictLimits } from '../rules/limits.ts';
import type { Verdicts } from '../rules/verdicts.ts';
import { checkTenantScenario } from './read-scenario.ts';
import { checkSnapshot, deepestSnapshot, type State, type States } from './snapshot.ts';
import { parseUrl, type RequestTarget } from '../http/url.ts';
import type { MockRequest } from '../http/request.ts';

/** A request to the admin API. */
interface AdminRequest {
  /** The last part of the path, which names a fault rule or a scenario. Else empty. */
  readonly name: string;
  readonly tenant: string | undefined;
  readonly target: RequestTarget;
  /** The header `Accept`. */
  readonly accept: string;
  /** The JSON value of the body, or its refusal. */
  body(): { readonly value: unknown } | { readonly refusal: Refused<400 | 413> };
  /** The records that the client must deliver, from the body, or the refusal of the body. */
  expected(): { readonly expected: readonly ExpectedRecord[] } | { readonly refusal: Refused<400 | 413> };
}

/** The mock as the admin API controls it. */
type Controlled = MockControl & { readonly states: States };

type Operations = {
  [Id in keyof operations]: (
    request: AdminRequest,
    mock: Controlled,
  ) => ResponseOf<operations[Id]> | Promise<ResponseOf<operations[Id]>>;
};

/** The latest time that a `Date` can hold, in milliseconds since 1970. */
const lastTime = 8.64e15;
const done = { status: 200, body: { done: true } } as const;

const handlers: Operations = {
  getHealth: () => ({ status: 200, body: { status: 'ok', version } }),
  reset({ tenant }, mock) {
    mock.reset(tenant);
    return done;
  },
  listFaults: (_, { faults }) => ({ status: 200, body: { faults: showFaults(faults) } }),
  addFaults({ body }, { faults }) {
    const given = body();
    if ('refusal' in given) return given.refusal;
    const rules: readonly unknown[] = Array.isArray(given.value) ? given.value : [given.value];
    const problems = checkFaultRules(rules, faults.list());
    if (problems.length > 0) return toAdminError(400, ...problems);
    faults.add(...(rules as FaultRule[]));
    return { status: 200, body: { faults: showFaults(faults) } };
  },
  clearFaults({ tenant }, { faults }) {
    faults.clear(tenant);
    return done;
  },
  removeFault: ({ name }, { faults }) =>
    faults.remove(name) ? done : toAdminError(404, `There is no fault rule "${name}".`),
  listScenarios() {
    const all = Object.entries(scenarios).map(([name, { description, options }]) => ({
      name,
      description,
      options: { ...options },
    }));
    return { status: 200, body: { scenarios: all } };
  },
  useScenario({ name, tenant }, mock) {
    const scenario = findScenario(name);
    if (scenario === undefined) return toAdminError(404, `There is ${explainUnknownScenario(name)}.`);
    const problem = tenant === undefined ? undefined : checkTenantScenario(scenario.options, tenant);
    if (problem !== undefined) return toAdminError(400, `The scenario ${name} ${problem}.`);
    mock.use(scenario, { tenant });
    return done;
  },
  getClock: (_, { clock }) => ({ status: 200, body: { time: toIso(clock.now()) } }),
  async setClock({ body }, { clock }) {
    const given = body();
    if ('refusal' in given) return given.refusal;
    if (!validateClockChange(given.value)) return toAdminError(400, explainChange(validateClockChange.errors ?? []));
    const { advance = 0, time } = given.value as { advance?: number; time?: string };
    if (clock.now() + advance > lastTime)
      return toAdminError(400, `The clock ends at ${toIso(lastTime)}. Advance it by less.`);
    try {
      await (time === undefined ? clock.advance(advance) : clock.set(time));
    } catch (error) {
      return toAdminError(400, (error as Error).message);
    }
    return { status: 200, body: { time: toIso(clock.now()) } };
  },
  getState: ({ tenant }, mock) => ({ status: 200, body: mock.snapshot(tenant) }),
  setState({ body, tenant }, mock) {
    const given = body();
    if ('refusal' in given) return given.refusal;
    const problems = checkSnapshot(given.value, tenant);
    if (problems.length > 0) return toAdminError(400, ...problems);
    mock.restore(given.value as State, tenant);
    return done;
  },
  getOptions: (_, { options }) => ({ status: 200, body: maskOptions(options) }),
  getJournal: ({ target }, { journal }) => showExchanges(target, journal),
  clearJournal({ tenant }, { journal }) {
    journal.clear(tenant);
    return done;
  },
  getHar: ({ target }, { journal }) => showHar(target, journal),
  listCalls: ({ target }, { journal }) => showCalls(target, journal),
  getVerdicts: (request, mock) => judge(request, mock),
  judgeExpected({ expected, ...request }, mock) {
    const given = expected();
    return 'refusal' in given ? given.refusal : judge(request, mock, given.expected);
  },
  getReconciliation: ({ tenant }, mock) => ({ status: 200, body: mock.reconcile({ tenant }) }),
  reconcile({ tenant, expected }, mock) {
    const given = expected();
    if ('refusal' in given) return given.refusal;
    return { status: 200, body: mock.reconcile({ tenant, expected: given.expected }) };
  },
  listRecords: (request, mock) => showRecords(request, mock) as ResponseOf<operations['listRecords']>,
  explainRecord: ({ name, tenant }, mock) => showStories(name, tenant, mock),
  getCoverage: ({ tenant }, mock) => ({ status: 200, body: mock.coverage(tenant === undefined ? {} : { tenant }) }),
};

/** Answers a request to the admin API (openapi/admin.yaml). Returns `undefined` for any other request. */
export async function handleAdminRequest(request: MockRequest, mock: Controlled): Promise<MockResponse | undefined> {
  if (!request.url.includes('/__admin')) return undefined;
  const target = parseUrl(request.url);
  const [, resource = '', name = ''] = /^\/__admin(?:\/([^/]*\/?)(.*))?$/.exec(target.path) ?? [];
  if (!/^\/__admin(\/|$)/.test(target.path)) return undefined;
  const found = checkAccess(request, mock.options.adminToken) ?? findOperation(resource, request, target);
  if (typeof found === 'object') return serializeResponse(found);
  const { tenant } = target.query as { tenant?: string };
  const adminRequest = {
    // A name with malformed percent-encoding stays as it is. Nothing has such a name, so the answer is 404.
    name: target.malformed ? name : target.segments.slice(3).join('/'),
    tenant,
    target,
    accept: String(request.headers['accept'] ?? ''),
    body: () => readBody(request, mock.options),
    expected: () => readExpected(request, mock.options),
  };
  const handler = handlers[found] as (request: AdminRequest, mock: Controlled) => Promise<ApiResponse>;
  return serializeResponse(await handler(adminRequest, mock));
}

/** Allows only requests from this machine, or, if there is an admin token, only requests with this token. */
function checkAccess(
  { headers, remoteAddress = '127.0.0.1' }: MockRequest,
  token: string | undefined,
): ApiResponse | undefined {
  if (token !== undefined) {
    return headers['authorization'] === `Bearer ${token}`
      ? undefined
      : toAdminError(403, 'Send the admin token as Authorization: Bearer <token>.');
  }
  return /^(::1|(::ffff:)?127\..*)$/.test(remoteAddress)
    ? undefined
    : toAdminError(
        403,
        'The admin API serves only this machine. To open it to others, start vf-mock with --admin-token.',
      );
}

/** The verdicts of `mock.verdicts()`, or the refusal of a limit in the query. */
function judge(
  { tenant, target: { query } }: Pick<AdminRequest, 'tenant' | 'target'>,
  mock: MockControl,
  expected?: readonly ExpectedRecord[],
): Refused<400> | { readonly status: 200; readonly body: Verdicts } {
  const limits: Partial<Record<keyof VerdictLimits, number>> = {};
  for (const name of ['maxAttempts', 'maxAmplification'] as const) {
    if (query[name] === undefined) continue;
    limits[name] = Number(query[name]);
    if (!(limits[name] >= 1))
      return toAdminError(400, `${name} is ${JSON.stringify(query[name])}. Use a number of 1 or more.`);
  }
  const options = { ...limits, ...(tenant !== undefined && { tenant }), ...(expected && { expected }) };
  return { status: 200, body: mock.verdicts(options) };
}

function readBody({ headers, body = '' }: MockRequest, options: Options): ReturnType<AdminRequest['body']> {
  const tooLarge = refuseSize({ headers, body }, options);
  if (tooLarge) return { refusal: tooLarge };
  const json = parseJsonBody(headers, body, deepestSnapshot);
  return 'value' in json ? json : { refusal: toAdminError(400, `${json.refusal.message}.`) };
}

function readExpected(request: MockRequest, options: Options): ReturnType<AdminRequest['expected']> {
  const tooLarge = refuseSize(request, options);
  if (tooLarge) return { refusal: tooLarge };
  const given = readExpectedBody(request);
  return 'expected' in given ? given : { refusal: toAdminError(400, `${given.problem}.`) };
}

function refuseSize(
  { headers, body = '' }: Pick<MockRequest, 'headers' | 'body'>,
  { bodyLimit }: Options,
): Refused<413> | undefined {
  const tooLarge = checkBodySize(headers, body, bodyLimit);
  if (tooLarge === undefined) return undefined;
  const advice = 'Raise the option bodyLimit; a large state can also be given in parts, or as --state at the start';
  return toAdminError(413, `${tooLarge.message}. ${advice}.`);
}

function explainChange(errors: readonly ValidationError[]): string {
  return ['minProperties', 'maxProperties'].includes(errors.at(-1)?.keyword ?? '')
    ? 'Send either { "advance": <milliseconds> } or { "time": <ISO 8601 with a time zone> }.'
    : `${explainErrors(errors, 'the change')}.`;
}

/** The fault rules with their keys masked. */
function showFaults(faults: Faults): ActiveFault[] {
  return JSON.parse(maskKeys(JSON.stringify(faults.list()))) as ActiveFault[];
}

/** Masks all keys. A VibeFollow key keeps its form, its kind and its last 4 characters. Other keys become `…`. */
function maskOptions(options: Options): Options {
  const text = JSON.stringify(maskSecretOptions(options));
  return JSON.parse(maskRoughKeys(text, 'x'.repeat(28))) as Options;
}
