import type { MockControl } from './control.ts';
import { judge, showRecords, showStories, showUsers } from './admin-account.ts';
import { createAdminBody, type AdminBody } from './admin-body.ts';
import { findOperation, refuseBody, toAdminError } from './admin-operations.ts';
import { findAccessProblem, isAdminUrl } from './doors.ts';
import { showEvents, showIdleness } from './admin-events.ts';
import type { Cancellations } from './cancellations.ts';
import type { Events } from '../journal/events.ts';
import { showCalls, showExchange, showExchanges, showHar } from './admin-journal.ts';
import type { ResponseOf } from '../engine/api.ts';
import { toTenantId } from '../engine/tenants.ts';
import { toDateHeader, toIso } from '../runtime/clock.ts';
import { maskKeys, maskRoughKeys } from '../openapi/key-forms.ts';
import { createRequestMask } from '../openapi/request-mask.ts';
import { explainErrors } from '../config/explain-error.ts';
import { listSecrets, maskSecretOptions } from '../config/secrets.ts';
import { checkFaultRules, type ActiveFault, type FaultRule, type Faults } from '../engine/faults.ts';
import type { operations } from '../generated/admin.ts';
import { validateClockChange, type ValidationError } from '../generated/validators.ts';
import type { Options } from '../config/options.ts';
import { streamResponse, withoutBody, type MockResponse, type ApiResponse } from '../http/response.ts';
import { explainUnknownScenario, findScenario, scenarios } from '../config/scenarios.ts';
import { checkTenantScenario } from './read-scenario.ts';
import { checkSnapshot, type State } from './snapshot.ts';
import type { States } from './states.ts';
import { showRows, summarize, type Observed } from './summary.ts';
import { parseUrl, type RequestTarget } from '../http/url.ts';
import type { IncomingRequest } from '../http/request.ts';

/** A request to the admin API. */
interface AdminRequest {
  /** The last part of the path, which names a fault rule or a scenario. Else empty. */
  readonly name: string;
  readonly tenant: string | undefined;
  readonly tenantId: string | undefined;
  readonly target: RequestTarget;
  /** The header `Accept`. */
  readonly accept: string;
  /** The header `Last-Event-ID`. */
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly body: AdminBody;
}

/** The mock as the admin API controls it. */
type Controlled = MockControl &
  Observed & {
    readonly states: States;
    readonly events: Events;
    readonly cancellations: Pick<Cancellations, 'count' | 'list'>;
  };

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
  getPage: () => toAdminError(404, 'The page is at /__admin/ of a server, such as that of the command vf-mock.'),
  getHealth: () => ({ status: 200, body: { status: 'ok' } }),
  reset({ tenant }, mock) {
    mock.reset(tenant);
    return done;
  },
  listFaults: (_, { faults }) => ({ status: 200, body: { faults: showFaults(faults) } }),
  async addFaults({ body }, { faults }) {
    const given = await body.value();
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
    const given = await body.value();
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
  getState: ({ tenantId }, { states }) => ({ status: 200, body: states.save(tenantId) }),
  async setState({ body, tenant, tenantId }, { states }) {
    const given = await body.state();
    if ('refusal' in given) return given.refusal;
    const problems = checkSnapshot(given.value, tenant);
    if (problems.length > 0) return toAdminError(400, ...problems);
    states.load(given.value as State, tenantId);
    return done;
  },
  getOptions: (_, { options }) => ({ status: 200, body: maskOptions(options) }),
  getJournal: ({ target }, { journal }) => showExchanges(target, journal),
  getExchange: ({ name }, { journal }) => showExchange(name, journal),
  clearJournal({ tenant }, { journal }) {
    journal.clear(tenant);
    return done;
  },
  getHar: ({ target }, { journal }) => showHar(target, journal),
  listCalls: ({ target }, { journal }) => showCalls(target, journal),
  getVerdicts: (request, mock) => judge(request, mock),
  async judgeExpected({ body, ...request }, mock) {
    const given = await body.expected();
    return 'refusal' in given ? given.refusal : judge(request, mock, given.expected);
  },
  streamEvents: ({ target, lastEventId, signal }, mock) =>
    showEvents(target, { lastEventId, signal }, mock.events) as ResponseOf<operations['streamEvents']>,
  waitUntilIdle: async ({ body, signal }, mock) => showIdleness(body, signal, mock),
  getSummary: ({ tenantId }, mock) => ({ status: 200, body: summarize(mock, tenantId) }),
  listRows: ({ target, tenantId }, mock) => showRows(target, tenantId, mock),
  getReconciliation: ({ tenant }, mock) => ({ status: 200, body: mock.reconcile({ tenant }) }),
  async reconcile({ tenant, body }, mock) {
    const given = await body.expected();
    if ('refusal' in given) return given.refusal;
    return { status: 200, body: mock.reconcile({ tenant, expected: given.expected }) };
  },
  listRecords: (request, mock) => showRecords(request, mock) as ResponseOf<operations['listRecords']>,
  listStoredUsers: ({ target, tenant }, mock) => showUsers(target, tenant, mock),
  explainRecord: ({ name, tenant }, mock) => showStories(name, tenant, mock),
  getCoverage: ({ tenant }, mock) => ({ status: 200, body: mock.coverage(tenant === undefined ? {} : { tenant }) }),
};

/** Answers a request to the admin API (openapi/admin.yaml). Returns `undefined` for any other request. */
export async function handleAdminRequest(
  request: IncomingRequest,
  mock: Controlled,
): Promise<MockResponse | undefined> {
  if (!isAdminUrl(request.url)) return undefined;
  const target = parseUrl(request.url);
  const answer = maskErrors(await answerAdminRequest(request, target, mock), request, mock.options);
  // A browser must not take an answer for a script or a page.
  const headers = { ...answer.headers, Date: toDateHeader(mock.clock.now()), 'X-Content-Type-Options': 'nosniff' };
  const response = streamResponse({ ...answer, headers });
  return request.method === 'HEAD' ? withoutBody(response) : response;
}

async function answerAdminRequest(
  request: IncomingRequest,
  target: RequestTarget,
  mock: Controlled,
): Promise<ApiResponse> {
  const { method, headers, body = '' } = request;
  const problem = findAccessProblem(request, mock.options);
  if (problem !== undefined) return toAdminError(403, problem);
  const [, resource = '', name = ''] = /^\/__admin(?:\/([^/]*\/?)(.*))?$/.exec(target.path) ?? [];
  const found = findOperation(resource, method, target);
  if ('status' in found) return found;
  const refusal = await refuseBody(found, body);
  if (refusal) return refusal;
  const { tenant } = target.query as { tenant?: string };
  const adminRequest = {
    // A name with malformed percent-encoding stays as it is. Nothing has such a name, so the answer is 404.
    name: target.malformed ? name : target.segments.slice(3).join('/'),
    tenant,
    tenantId: tenant === undefined ? undefined : toTenantId(tenant),
    target,
    accept: String(headers['accept'] ?? ''),
    lastEventId: headers['last-event-id']?.toString(),
    signal: request.signal,
    body: createAdminBody(request, mock.options),
  };
  const handler = handlers[found.operationId] as (request: AdminRequest, mock: Controlled) => Promise<ApiResponse>;
  return handler(adminRequest, mock);
}

function explainChange(errors: readonly ValidationError[]): string {
  return ['minProperties', 'maxProperties'].includes(errors.at(-1)?.keyword ?? '')
    ? 'Send either { "advance": <milliseconds> } or { "time": <ISO 8601 with a time zone> }.'
    : `${explainErrors(errors, 'the change')}.`;
}

/** Masks the keys in the errors of an answer, since they quote the request. */
function maskErrors(answer: ApiResponse, { headers, url }: IncomingRequest, options: Options): ApiResponse {
  const { errors } = Object(answer.body) as { readonly errors?: readonly string[] };
  if (errors === undefined) return answer;
  const mask = createRequestMask(headers, parseUrl(url), listSecrets(options));
  return { ...answer, body: { errors: errors.map(mask.text) } };
}

/** The fault rules with their keys masked. */
function showFaults(faults: Faults): ActiveFault[] {
  return JSON.parse(maskKeys(JSON.stringify(faults.list()))) as ActiveFault[];
}

/** Masks all keys. A VibeFollow key keeps its form, its kind and its last 4 characters. Other keys become `…`. */
function maskOptions(options: Options): Options {
  const text = JSON.stringify(maskSecretOptions(options));
  const known = new Set<string>();
  // Keys with the same end stay apart.
  const fill = (key: string): string => {
    known.add(key);
    const before = [...known].filter((one) => one.slice(-4) === key.slice(-4)).indexOf(key);
    return (before === 0 ? '' : String(before + 1)).padStart(28, 'x');
  };
  return JSON.parse(maskRoughKeys(text, fill)) as Options;
}
