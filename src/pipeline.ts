import type { Api, Call, Reply } from './api.ts';
import { toCall, toExchange, type Arrival, type MockRequest } from './arrival.ts';
import { refuseSize } from './body.ts';
import { isFinal, type Calls } from './calls.ts';
import type { Clock } from './clock.ts';
import type { MatchingFaults } from './faults.ts';
import type { WritableJournal } from './journal.ts';
import { toAnswer, type Outcome } from './outcome.ts';
import { findWish } from './prefer.ts';
import { toPart } from './records.ts';
import type { Refusal } from './refusal.ts';
import { route, type ApiName } from './router.ts';
import { strike, type Struck } from './strike.ts';
import { parseUrl } from './url.ts';
import { validate } from './validate.ts';

export interface Parts {
  readonly apis: Readonly<Record<ApiName, Api>>;
  readonly clock: Clock;
  readonly journal: WritableJournal;
  readonly calls: Calls;
  readonly faults: MatchingFaults;
  readonly bodyLimit: number;
  /** Aborted when all that waits is to be let go, or all that waits of one tenant. */
  released(tenant?: string): AbortSignal;
}

/** The way of a request. Each takes it once, top to bottom, and nothing else changes state. */
export function createPipeline(parts: Parts): (request: MockRequest) => Promise<Outcome> {
  let received = 0;
  return async (request) => {
    const target = parseUrl(request.url);
    const found = route(request.method, target);
    const api = parts.apis[found.api];
    const released = parts.released();
    const arrival: Arrival = { number: (received += 1), at: parts.clock.now(), request, target, found, api };
    const { outcome, bug } = await guard(api, async () => respond(arrival, parts));
    // The journal that it would belong to was cleared while it waited.
    if (!released.aborted) parts.journal.record(toExchange(arrival, outcome, parts.clock.now(), bug));
    return request.method === 'HEAD' && 'status' in outcome ? { ...outcome, body: '' } : outcome;
  };
}

async function respond(arrival: Arrival, parts: Parts): Promise<Outcome> {
  const { api, found, request } = arrival;
  if ('refusal' in found) return toAnswer(api.refuse(found.refusal));
  const call = (arrival.call = toCall(arrival, found));
  api.identify(call);
  const attempt = (arrival.attempt = parts.calls.begin(call));
  const wish = findWish(call);
  if (wish && 'refusal' in wish) {
    parts.calls.close(call);
    return toAnswer(api.refuse(wish.refusal, call));
  }
  const fault = wish ?? parts.faults.match(call, attempt);
  if (fault) arrival.fault = fault;
  if (fault) return strike(fault.rule.fault, toStruck(arrival, call, parts));
  const reply = tell(call, check(call, request, api, parts) ?? api.perform(call));
  if (isFinal(reply.status)) parts.calls.close(call);
  return toAnswer(reply);
}

/** All that a call must pass before its work is done. */
function check(call: Call, { body = '' }: MockRequest, api: Api, { bodyLimit }: Parts): Reply | undefined {
  const refuse = (refusal: Refusal | undefined): Reply | undefined => refusal && api.refuse(refusal, call);
  return (
    api.authenticate(call) ??
    api.negotiate(call) ??
    refuse(refuseSize(call.headers, body, bodyLimit)) ??
    refuse(takeBody(call)) ??
    api.limitRate(call) ??
    api.replay(call) ??
    refuse(validate(call)) ??
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

/** A throw is a bug of ours: the client gets a plain 500, the journal the stack. */
async function guard(
  api: Api,
  work: () => Promise<Outcome>,
): Promise<{ readonly outcome: Outcome; readonly bug?: string }> {
  try {
    return { outcome: await work() };
  } catch (error) {
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: toAnswer(api.refuse({ reason: 'bug', message: 'Internal server error' })), bug };
  }
}

function toStruck({ api, request }: Arrival, call: Call, parts: Parts): Struck {
  const { clock, calls, released } = parts;
  const signals = [released(), released(call.tenant), ...(request.signal ? [request.signal] : [])];
  // Once for each call, for it counts against limits, and only when its turn has come.
  let checked: { readonly refusal: Reply | undefined } | undefined;
  const refusal = (): Reply | undefined => (checked ??= { refusal: check(call, request, api, parts) }).refusal;
  return {
    clock,
    signal: AbortSignal.any(signals),
    work: () => tell(call, refusal() ?? api.perform(call)),
    workOn(count): void {
      if (refusal() === undefined) api.performPart(toPart(call, count));
    },
    rehearse: () => tell(call, refusal() ?? api.rehearse(call)),
    fail: (status, code) => api.fail(status, code),
    end(status): void {
      if (isFinal(status)) calls.close(call);
    },
  };
}

/** Adds what the client is told with whatever answer it gets. */
function tell({ told }: Call, reply: Reply): Reply {
  return { ...reply, headers: { ...told, ...reply.headers } };
}
