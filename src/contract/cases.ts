import { statusesOf, type DocumentedOperation, type DocumentName, type Parameter } from '../openapi/document.ts';
import { mutationsOf, type RequestDraft } from './mutations.ts';
import { toParameterSample, toSample } from './samples.ts';
import type { ContractRequest } from './send.ts';
import { toStep, type Account, type Expectation, type Step } from './story.ts';

/** Expectations that the document of an API states only in words. */
export interface VendorPractice {
  /** The expectation for a request with required properties only. */
  readonly barely?: Expectation;
  /** The expectation for a request that breaks the document in one place. */
  refusal(operation: DocumentedOperation, what: string): Expectation;
  /** The expectation for a failure with a status. */
  failure(status: number): Expectation;
  /** Steps after which a request of the operation can succeed. `undefined` if there are no such steps. */
  prepare(operation: DocumentedOperation): readonly Step[] | undefined;
}

/** The cases of an operation from its schemas and examples: valid requests, and requests that it must refuse. */
export function casesOf(operation: DocumentedOperation, account: Account, practice: VendorPractice): Step[] {
  const whole = toWhole(operation, account);
  const before = practice.prepare(operation);
  return [
    ...(before ?? []),
    ...(before === undefined ? [] : toSuccesses(operation, whole, account, practice)),
    ...toRefusals(operation, whole, account, practice),
    ...toFailures(operation, whole, account, practice),
  ];
}

/** Turns a draft into a request. With a purpose it gets an Idempotency-Key, if the operation has this header. */
export function toRequest(
  { method, path, body, parameters }: DocumentedOperation,
  draft: RequestDraft,
  account: Account,
  purpose?: string,
): ContractRequest {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(draft.path[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(draft.query)) query.set(name, String(value));
  const isKeyed = purpose !== undefined && parameters.some(({ name }) => name === 'Idempotency-Key');
  return {
    method,
    path: `${filled}${query.size === 0 ? '' : `?${query.toString()}`}`,
    headers: {
      ...account.credentials,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(isKeyed && { 'Idempotency-Key': account.key(`${method} ${path} ${purpose}`) }),
      ...draft.headers,
    },
    ...(body && { body: JSON.stringify(draft.body) }),
  };
}

/** A request with all parameters and properties, and with ids of test users. */
export function toWhole(operation: DocumentedOperation, account: Account): RequestDraft {
  const { api, body } = operation;
  return {
    query: toParameters(operation, account, 'query', true),
    path: toParameters(operation, account, 'path', true),
    headers: {},
    body: body && withOwnId(operation, toSample(api, body, true), account),
  };
}

function toSuccesses(
  operation: DocumentedOperation,
  whole: RequestDraft,
  account: Account,
  { barely }: VendorPractice,
): Step[] {
  const { api, body, method, operation: object } = operation;
  const examples = Object.entries(object.requestBody?.content['application/json'].examples ?? {});
  const required: RequestDraft = {
    ...whole,
    query: toParameters(operation, account, 'query', false),
    body: body && withOwnId(operation, toSample(api, body, false), account),
  };
  const first = toStep(operation.id, 'required properties only', toRequest(operation, required, account), barely);
  // A second deletion would find no user.
  if (method === 'DELETE') return [first];
  const others: [string, RequestDraft][] = [
    ['all documented properties', whole],
    ...examples.map(([name, { value }]): [string, RequestDraft] => [
      `example ${name}`,
      { ...required, body: withOwnId(operation, value, account) },
    ]),
  ];
  return [
    first,
    ...others.map(([name, draft]) => toStep(operation.id, name, toRequest(operation, draft, account, name))),
  ];
}

function toRefusals(
  operation: DocumentedOperation,
  whole: RequestDraft,
  account: Account,
  practice: VendorPractice,
): Step[] {
  const byName = new Map(mutationsOf(operation, whole).map(({ what, request }) => [what, request]));
  return [...byName].map(([what, draft]) =>
    toStep(operation.id, what, toRequest(operation, draft, account, what), practice.refusal(operation, what)),
  );
}

/** Documented failures that a request can cause without harm. */
function toFailures(
  operation: DocumentedOperation,
  whole: RequestDraft,
  account: Account,
  practice: VendorPractice,
): Step[] {
  const nobody = { ...account, id: () => account.id('nobody') };
  const change = (more: Record<string, string>, name: string): ContractRequest => {
    const request = toRequest(operation, whole, account, name);
    return { ...request, headers: { ...request.headers, ...more } };
  };
  const failures: [string, number, ContractRequest][] = [
    ['no credentials', 401, toRequest(operation, whole, { ...account, credentials: {} }, 'no credentials')],
    ['Accept: text/html', 406, change({ Accept: 'text/html' }, 'Accept')],
  ];
  if (operation.body) {
    failures.push(['Content-Type: text/plain', 400, change({ 'Content-Type': 'text/plain' }, 'Content-Type')]);
    failures.push(['Content-Encoding: gzip', 415, change({ 'Content-Encoding': 'gzip' }, 'Content-Encoding')]);
  }
  if (operation.parameters.some((parameter) => parameter.in === 'path' && parameter['x-means'] === 'user')) {
    failures.push(['a user that does not exist', 404, toRequest(operation, toWhole(operation, nobody), account)]);
  }
  return failures
    .filter(([, status]) => statusesOf(operation.id).includes(status))
    .map(([name, status, request]) =>
      toStep(operation.id, name, request, { expected: [status], ...practice.failure(status) }),
    );
}

function toParameters(
  { api, parameters }: DocumentedOperation,
  account: Account,
  place: 'query' | 'path',
  isWhole: boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    parameters
      // A server with another reading would refuse each whole request.
      .filter((parameter) => parameter.in === place && parameter['x-question'] === undefined)
      .filter((parameter) => isWhole || parameter.required === true)
      .map((parameter) => [parameter.name, toValue(api, parameter, account)]),
  );
}

function toValue(api: DocumentName, parameter: Parameter, account: Account): unknown {
  const means = parameter['x-means'];
  if (means === 'tenant') return account.tenant;
  return means === 'user' ? account.id('1') : toParameterSample(api, parameter);
}

/** Replaces the ids of a body by ids of test users, so that the requests change no real data. */
function withOwnId({ operation }: DocumentedOperation, body: unknown, account: Account): unknown {
  const { property, key = '' } = operation['x-records'] ?? {};
  const record = body as Record<string, unknown>;
  if (property === undefined) return withId(record, key, account.id('1'));
  const records = record[property] as readonly object[];
  return { ...record, [property]: records.map((item, index) => withId(item, key, account.id(String(index + 1)))) };
}

/** A part of a record may have the id, too. */
function withId(record: object, key: string, id: string): object {
  const parts = Object.entries(record).filter(([, part]) => Object.hasOwn(Object(part) as object, key));
  const changed = parts.map(([name, part]) => [name, { ...(part as object), [key]: id }]);
  return { ...record, ...(Object.fromEntries(changed) as object), [key]: id };
}
