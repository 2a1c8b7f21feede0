import type { Api, Call } from '../engine/api.ts';
import { toCall, type Arrival } from '../engine/call.ts';
import { checkBodySize } from '../http/json-body.ts';
import { isFinal, type Attempt } from '../engine/attempts.ts';
import type { MatchingFaults } from '../engine/faults.ts';
import { isCancelled, recordExchange, type RecordingContext } from '../journal/record.ts';
import { serializeResponse, type Outcome, type ApiResponse } from '../http/response.ts';
import { findPreferredFault } from '../engine/prefer-header.ts';
import { recordIdsOf, withFirstRecords } from '../engine/records.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Cancellation } from '../runtime/cancellation.ts';
import { findRoute, type ApiName } from '../openapi/router.ts';
import { applyFault, type FaultTarget } from '../engine/apply-fault.ts';
import { parseUrl } from '../http/url.ts';
import { refuseUnknownNames, validate } from '../engine/validate.ts';
import type { MockRequest } from '../http/request.ts';

export interface Parts extends RecordingContext {
  readonly apis: Readonly<Record<ApiName, Api>>;
  readonly faults: MatchingFaults;
  readonly bodyLimit: number;
  /** Whether a request that carries what its document does not know is refused. */
  readonly strict: boolean;
  /** Lets go of all that waits, or of all that waits of one tenant. */
  released(tenant?: string): Cancellation;
}

/** What a pipeline counts beside its parts. */
interface Counts {
  received: number;
  effects: number;
}

/** The way of a request. Each takes it once, top to bottom, and nothing else changes state. */
export function createPipeline(parts: Parts): (request: MockRequest) => Promise<Outcome> {
  const counts = { received: 0, effects: 0 };
  return async (request) => {
    const target = parseUrl(request.url);
    const found = findRoute(request.method, target);
    const api = parts.apis[found.api];
    const at = request.receivedAt ?? parts.clock.now();
    const arrival: Arrival = {
      number: (counts.received += 1),
      at,
      request,
      target,
      found,
      api,
      released: [parts.released()],
    };
    const { outcome, bug } = await guard(api, async () => respond(arrival, parts, counts));
    // The journal that it would belong to was cleared while it waited.
    const met = isCancelled(arrival) ? outcome : recordExchange(arrival, outcome, bug, parts);
    return request.method === 'HEAD' && 'status' in met ? { ...met, body: '' } : met;
  };
}

async function respond(arrival: Arrival, parts: Parts, counts: Counts): Promise<Outcome> {
  const { api, found, request } = arrival;
  if ('refusal' in found) return serializeResponse(api.refuse(found.refusal));
  const call = (arrival.call = toCall(arrival, found, parts.bodyLimit));
  api.identify(call);
  arrival.released.push(parts.released(call.tenant));
  const attempt = (arrival.attempt = parts.calls.begin(call));
  const wish = findPreferredFault(call);
  if (wish && 'refusal' in wish) {
    parts.calls.close(call, attempt);
    return serializeResponse((call.reply = api.refuse(wish.refusal, call)));
  }
  const fault = wish ?? parts.faults.match(call, attempt);
  if (fault) arrival.fault = fault;
  if (fault) return applyFault(fault.rule.fault, toStruck(arrival, call, attempt, parts, counts));
  const reply = tell(call, check(call, request, api, parts) ?? perform(call, api, counts));
  if (isFinal(reply.status)) parts.calls.close(call, attempt);
  return serializeResponse(reply);
}

/** All that a call must pass before its work is done. */
function check(
  call: Call,
  { body = '' }: MockRequest,
  api: Api,
  { bodyLimit, strict }: Parts,
): ApiResponse | undefined {
  const refuse = (refusal: Refusal | undefined): ApiResponse | undefined => refusal && api.refuse(refusal, call);
  return (
    api.authenticate(call) ??
    api.negotiate(call) ??
    refuse(checkBodySize(call.headers, body, bodyLimit)) ??
    refuse(takeBody(call)) ??
    api.limitRate(call) ??
    api.replay(call) ??
    refuse(takeRecords(call, strict)) ??
    api.admit(call)
  );
}

function takeBody(call: Call): Refusal | undefined {
  if (!call.operation.hasBody) return undefined;
  const body = call.read();
  if ('refusal' in body) return body.refusal;
  call.body = body.value;
  return undefined;
}

function takeRecords(call: Call, strict: boolean): Refusal | undefined {
  // First, for validation fills in defaults.
  const { unknown } = call.survey();
  call.validated = { refusal: validate(call) };
  const refusal = call.validated.refusal ?? (strict ? refuseUnknownNames(unknown) : undefined);
  // Of a request that is refused no record was rejected by itself.
  if (refusal) call.rejected = [];
  return refusal;
}

function perform(call: Call, api: Api, counts: Counts): ApiResponse {
  const reply = api.perform(call);
  if (reply.status < 300) note(call, true, counts);
  return reply;
}

function note(call: Call, applied: boolean | number, counts: Counts): void {
  call.applied = applied;
  call.effect = counts.effects += 1;
}

/** A throw is a bug of ours: the client gets a plain 500, the journal the stack. */
async function guard(
  api: Api,
  work: () => Promise<Outcome>,
): Promise<{ readonly outcome: Outcome; readonly bug?: string }> {
  try {
    return { outcome: await work() };
  } catch (error) {
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: serializeResponse(api.refuse({ reason: 'bug', message: 'Internal server error' })), bug };
  }
}

function toStruck(arrival: Arrival, call: Call, attempt: Attempt, parts: Parts, counts: Counts): FaultTarget {
  const { api, request } = arrival;
  const { clock, calls } = parts;
  // Once for each call, for it counts against limits, and only when its turn has come.
  let checked: { readonly refusal: ApiResponse | undefined } | undefined;
  const refusal = (): ApiResponse | undefined => (checked ??= { refusal: check(call, request, api, parts) }).refusal;
  return {
    clock,
    sleep: async (ms) => sleep(ms, parts, arrival),
    work: () => tell(call, refusal() ?? perform(call, api, counts)),
    workOn(count): void {
      if (refusal() !== undefined) return;
      // Without records there is only one thing to do.
      const ids = recordIdsOf(call);
      const { status } = api.performPart(withFirstRecords(call, count));
      if (status < 300) note(call, ids.length === 0 || Math.min(count, ids.length), counts);
    },
    rehearse: () => tell(call, refusal() ?? api.rehearse(call)),
    fail: (status, code) => (call.reply = api.fail(status, code)),
    end(status): void {
      if (isFinal(status)) calls.close(call, attempt);
    },
  };
}

/** Adds what the client is told with whatever answer it gets. */
function tell(call: Call, reply: ApiResponse): ApiResponse {
  return (call.reply = { ...reply, headers: { ...call.told, ...reply.headers } });
}

/** Sleeps until the client gives up, or until it is let go. */
async function sleep(ms: number, { clock }: Parts, { request: { signal }, released }: Arrival): Promise<void> {
  const letGo = new AbortController();
  const stops = released.map(({ subscribe }) => subscribe(() => letGo.abort()));
  try {
    await clock.sleep(ms, signal ? AbortSignal.any([signal, letGo.signal]) : letGo.signal);
  } finally {
    for (const stop of stops) stop();
  }
}
