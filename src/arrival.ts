import type { Api, Call } from './api.ts';
import { readJson, type Body, type Headers } from './body.ts';
import type { Attempt } from './calls.ts';
import { digest } from './digest.ts';
import type { ActiveFault } from './faults.ts';
import type { Exchange } from './journal.ts';
import type { Outcome } from './outcome.ts';
import { recordsOf } from './records.ts';
import type { FoundOperation, Route } from './router.ts';
import type { Target } from './url.ts';

/** A request as plain data. */
export interface MockRequest {
  readonly method: string;
  /** A whole URL, or only its path and query. */
  readonly url: string;
  readonly headers: Headers;
  /** One byte over the limit is enough to have a larger body refused. */
  readonly body?: string | Uint8Array;
  /** Where it comes from; without it, from this machine. */
  readonly remoteAddress?: string;
  /** Aborted when the client gives up. */
  readonly signal?: AbortSignal;
}

/** A request that came in, and what it turned out to be. */
export interface Arrival {
  readonly number: number;
  readonly at: number;
  readonly request: MockRequest;
  readonly target: Target;
  readonly found: Route;
  readonly api: Api;
  call?: Call;
  attempt?: Attempt;
  fault?: ActiveFault;
}

/** The call that a request is, if it leads to an operation. */
export function toCall({ request, target }: Arrival, { operation, params }: FoundOperation): Call {
  const { headers, body = '' } = request;
  const { path, search, query } = target;
  let identity: string | undefined;
  let json: Body | undefined;
  return {
    operation,
    params,
    headers,
    query,
    tenant: '',
    shownTenant: '',
    body: undefined,
    rejected: [],
    told: {},
    digest: () => (identity ??= `${operation.id} ${path}?${search} ${digest(body)}`),
    read: () => (json ??= readJson(headers, body)),
  };
}

/** What the journal keeps of a request. */
export function toExchange(arrival: Arrival, outcome: Outcome, now: number, bug: string | undefined): Exchange {
  const { number, at, request, target, found, call, attempt, fault } = arrival;
  const applied = fault?.rule.fault.applied;
  return {
    number,
    at,
    method: request.method,
    path: target.path,
    api: found.api,
    ...(call && { operation: call.operation.id, records: countRecords(call, fault !== undefined) }),
    ...(call && call.tenant !== '' && { tenant: call.shownTenant, tenantId: call.tenant }),
    ...(attempt && { call: attempt.call, attempt: attempt.number }),
    ...(fault && { fault: fault.id, applied: applied ?? false }),
    ...('status' in outcome ? { status: outcome.status } : { broken: outcome.broken }),
    duration: now - at,
    ...(bug !== undefined && { bug }),
  };
}

/** A fault may strike before the body was taken; nothing else is worth reading it for. */
function countRecords({ operation, body, rejected, read }: Call, isStruck: boolean): number {
  const sent = body === undefined && isStruck && operation.records ? read() : { value: body };
  if ('refusal' in sent) return 0;
  return recordsOf(operation, sent.value).length + (operation.records?.judged === 'separately' ? rejected.length : 0);
}
