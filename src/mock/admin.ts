import type { MockControl } from './control.ts';
import { showRecords, showStories } from './admin-account.ts';
import { showCalls, showExchanges, showHar } from './admin-journal.ts';
import type { ResponseOf } from '../engine/api.ts';
import { parseJsonBody, checkBodySize } from '../http/json-body.ts';
import { toIso } from '../runtime/clock.ts';
import { maskText } from '../openapi/credentials.ts';
import { maskKeys, maskRoughKeys } from '../openapi/key-forms.ts';
import { explainErrors } from '../config/explain-error.ts';
import { maskSecretOptions } from '../config/secrets.ts';
import { checkFaultRules, type ActiveFault, type FaultRule, type Faults } from '../engine/faults.ts';
import type { operations } from '../generated/admin.ts';
import { validateClockChange, type ValidationError } from '../generated/validators.ts';
import { version } from '../generated/version.ts';
import type { Options } from '../config/options.ts';
import { serializeResponse, type MockResponse, type ApiResponse } from '../http/response.ts';
import { findScenario, scenarios } from '../config/scenarios.ts';
import { documents } from '../openapi/router.ts';
import { checkSnapshot, deepestSnapshot, type State } from './snapshot.ts';
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
}

interface Refused<Status extends number> {
  readonly status: Status;
  readonly body: { errors: string[] };
}

type Operations = {
  [Id in keyof operations]: (
    request: AdminRequest,
    mock: MockControl,
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
  useScenario({ name }, mock) {
    const scenario = findScenario(name);
    if (scenario === undefined) {
      return toAdminError(404, `There is no scenario "${name}". Use one of ${Object.keys(scenarios).join(', ')}.`);
    }
    mock.use(scenario);
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
  getVerdicts: ({ tenant }, mock) => ({ status: 200, body: mock.verdicts(tenant === undefined ? {} : { tenant }) }),
  getReconciliation: ({ tenant }, mock) => ({
    status: 200,
    body: mock.reconcile(tenant === undefined ? {} : { tenant }),
  }),
  reconcile({ tenant, body }, mock) {
    const given = body();
    if ('refusal' in given) return given.refusal;
    const { expected } = given.value as { expected: string[] };
    return { status: 200, body: mock.reconcile({ expected, ...(tenant !== undefined && { tenant }) }) };
  },
  listRecords: (request, mock) => showRecords(request, mock) as ResponseOf<operations['listRecords']>,
  explainRecord: ({ name, tenant }, mock) => showStories(name, tenant, mock),
  getCoverage: ({ tenant }, mock) => ({ status: 200, body: mock.coverage(tenant === undefined ? {} : { tenant }) }),
};

interface Operation {
  readonly operationId: keyof operations;
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
}
type Methods = Readonly<Record<string, Operation>>;

/** The operations of the document by resource and method. `faults` is a list, `faults/` is one fault rule. */
const resources: ReadonlyMap<string, Methods> = new Map(
  Object.entries(documents.admin.paths).map(([path, item]) => [
    path.slice('/__admin/'.length).replace(/\{.*/, ''),
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [method.toUpperCase(), operation as Operation]),
    ),
  ]),
);

/** Answers a request to the admin API (openapi/admin.yaml). Returns `undefined` for any other request. */
export async function handleAdminRequest(request: MockRequest, mock: MockControl): Promise<MockResponse | undefined> {
  if (!request.url.includes('/__admin')) return undefined;
  const target = parseUrl(request.url);
  const [, resource = '', name = ''] = /^\/__admin(?:\/([^/]*\/?)(.*))?$/.exec(target.path) ?? [];
  if (!/^\/__admin(\/|$)/.test(target.path)) return undefined;
  const found = checkAccess(request, mock.options.adminToken) ?? findOperation(resource, request.method, target);
  if (typeof found === 'object') return serializeResponse(found);
  const { tenant } = target.query as { tenant?: string };
  const adminRequest = {
    // A name with malformed percent-encoding stays as it is. Nothing has such a name, so the answer is 404.
    name: target.malformed ? name : target.segments.slice(3).join('/'),
    tenant,
    target,
    accept: String(request.headers['accept'] ?? ''),
    body: () => readBody(request, mock.options),
  };
  const handler = handlers[found] as (request: AdminRequest, mock: MockControl) => Promise<ApiResponse>;
  return serializeResponse(await handler(adminRequest, mock));
}

/** The operation of a request, or the refusal of its path, method or query. */
function findOperation(resource: string, method: string, target: RequestTarget): keyof operations | ApiResponse {
  const { path } = target;
  const methods = resources.get(resource);
  if (methods === undefined)
    return toAdminError(404, `No admin resource ${maskText(path)}. There are ${listResources()}.`);
  const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (operation !== undefined) return refuseQuery(operation, target) ?? operation.operationId;
  const allow = Object.keys(methods).join(', ');
  return { ...toAdminError(405, `${path} takes ${allow}, not ${method}.`), headers: { Allow: allow } };
}

/** Refuses a misspelt `tenant`. It must not count as none, since a reset without a tenant forgets everything. */
function refuseQuery(
  { parameters = [] }: Operation,
  { search, query, malformed }: RequestTarget,
): ApiResponse | undefined {
  if (search === '' || !parameters.some(({ $ref }) => $ref === '#/components/parameters/Tenant')) return undefined;
  if (malformed) return toAdminError(400, 'The percent-encoding of the query is broken. Encode the tenant as UTF-8.');
  const names = [
    'tenant',
    ...parameters.flatMap((one) => (one.in === 'query' && one.name !== undefined ? [one.name] : [])),
  ];
  const unknown = Object.keys(query).find((parameter) => !names.includes(parameter));
  if (unknown !== undefined)
    return toAdminError(400, `Unknown parameter "${unknown}". Use ${names.join(', ')}, or none.`);
  if (!('tenant' in query)) return undefined;
  return typeof query['tenant'] === 'string' && query['tenant'] !== ''
    ? undefined
    : toAdminError(400, 'Give one tenant, a VibeFollow key, a project id or a Yellow bot, or leave the parameter out.');
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

function readBody({ headers, body = '' }: MockRequest, { bodyLimit }: Options): ReturnType<AdminRequest['body']> {
  const tooLarge = checkBodySize(headers, body, bodyLimit);
  if (tooLarge) {
    const advice = 'Raise the option bodyLimit; a large state can also be given in parts, or as --state at the start';
    return { refusal: toAdminError(413, `${tooLarge.message}. ${advice}.`) };
  }
  const json = parseJsonBody(headers, body, deepestSnapshot);
  return 'value' in json ? json : { refusal: toAdminError(400, `${json.refusal.message}.`) };
}

function toAdminError<Status extends number>(status: Status, ...errors: string[]): Refused<Status> {
  return { status, body: { errors } };
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

function listResources(): string {
  return [...resources.keys()].map((name) => `/__admin/${name}${name.endsWith('/') ? '…' : ''}`).join(', ');
}

/** Masks all keys. A VibeFollow key keeps its form, its kind and its last 4 characters. Other keys become `…`. */
function maskOptions(options: Options): Options {
  const text = JSON.stringify(maskSecretOptions(options));
  return JSON.parse(maskRoughKeys(text, 'x'.repeat(28))) as Options;
}
