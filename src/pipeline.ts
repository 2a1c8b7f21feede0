import type { Api, Call, Headers, Reply } from './api.ts';
import { readBody } from './body.ts';
import type { Clock } from './clock.ts';
import { digest } from './digest.ts';
import type { Exchange, WritableJournal } from './journal.ts';
import type { Refusal } from './refusal.ts';
import { route, type ApiName, type FoundOperation, type Route } from './router.ts';
import { parseUrl, type Target } from './url.ts';
import { validate } from './validate.ts';

/** A request as plain data. */
export interface MockRequest {
  readonly method: string;
  /** A whole URL, or only its path and query. */
  readonly url: string;
  readonly headers: Headers;
  /** One byte over the limit is enough to have a larger body refused. */
  readonly body?: string | Uint8Array;
}

/** An answer as plain data. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Parts {
  readonly apis: Readonly<Record<ApiName, Api>>;
  readonly clock: Clock;
  readonly journal: WritableJournal;
  readonly bodyLimit: number;
}

/** A request that came in, and the call that it turned out to be. */
interface Arrival {
  readonly number: number;
  readonly at: number;
  readonly request: MockRequest;
  readonly target: Target;
  readonly found: Route;
  readonly api: Api;
  call?: Call;
}

/** The way of a request. Each takes it once, top to bottom, and nothing else changes state. */
export function createPipeline(parts: Parts): (request: MockRequest) => Answer {
  let received = 0;
  return (request) => {
    const target = parseUrl(request.url);
    const found = route(request.method, target);
    const api = parts.apis[found.api];
    const arrival: Arrival = { number: (received += 1), at: parts.clock.now(), request, target, found, api };
    const { answer, bug } = guard(api, () => respond(arrival, parts.bodyLimit));
    parts.journal.record(toExchange(arrival, answer, parts.clock.now(), bug));
    return request.method === 'HEAD' ? { ...answer, body: '' } : answer;
  };
}

function respond(arrival: Arrival, bodyLimit: number): Reply {
  const { api, found, request } = arrival;
  if ('refusal' in found) return api.refuse(found.refusal);
  const call = toCall(arrival, found);
  const refuse = (refusal: Refusal | undefined): Reply | undefined => refusal && api.refuse(refusal, call);
  arrival.call = call;
  return (
    api.authenticate(call) ??
    api.negotiate(call) ??
    refuse(readBody(call, request.body ?? '', bodyLimit)) ??
    api.limitRate(call) ??
    api.replay(call) ??
    refuse(validate(call)) ??
    api.admit(call) ??
    api.perform(call)
  );
}

/** A throw is a bug of ours: the client gets a plain 500, the journal the stack. */
function guard(api: Api, work: () => Reply): { readonly answer: Answer; readonly bug?: string } {
  try {
    return { answer: toAnswer(work()) };
  } catch (error) {
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { answer: toAnswer(api.refuse({ reason: 'bug', message: 'Internal server error' })), bug };
  }
}

function toCall({ request, target }: Arrival, { operation, params }: FoundOperation): Call {
  const { headers, body = '' } = request;
  const { path, search, query } = target;
  let identity: string | undefined;
  return {
    operation,
    params,
    headers,
    query,
    tenant: '',
    body: undefined,
    rejected: [],
    digest: () => (identity ??= `${operation.id} ${path}?${search} ${digest(body)}`),
  };
}

function toAnswer({ status, headers = {}, body }: Reply): Answer {
  const fields = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  if (body === undefined) return { status, headers: fields, body: '' };
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...fields }, body: JSON.stringify(body) };
}

function toExchange(arrival: Arrival, { status }: Answer, now: number, bug: string | undefined): Exchange {
  const { number, at, request, target, found, api, call } = arrival;
  return {
    number,
    at,
    method: request.method,
    path: target.path,
    api: found.api,
    ...(call && { operation: call.operation.id, records: countRecords(call) }),
    ...(call && call.tenant !== '' && { tenant: api.mask(call.tenant) }),
    status,
    duration: now - at,
    ...(bug !== undefined && { bug }),
  };
}

function countRecords({ operation, body, rejected }: Call): number {
  const property = operation.records?.property;
  if (property === undefined) return operation.records ? 1 : 0;
  const records: unknown = (body as Record<string, unknown> | null)?.[property];
  return Array.isArray(records) ? records.length + rejected.length : 0;
}
