import type { Api } from '../engine/api.ts';
import { applyFault, type Result, type Work } from '../engine/apply-fault.ts';
import type { Attempt, AttemptTracker } from '../engine/attempts.ts';
import type { MatchingFaults } from '../engine/faults.ts';
import { isFinal } from '../engine/finality.ts';
import { findPreferredFault } from '../engine/prefer-header.ts';
import { parseRequest, receiveRequest } from '../engine/parse-request.ts';
import type { Arrival, ParsedRequest } from '../engine/request.ts';
import { validateRequest } from '../engine/validate.ts';
import { answerPreflight, toCorsHeaders } from '../http/cors.ts';
import type { MockRequest } from '../http/request.ts';
import { reset, serializeResponse, withoutBody, type ApiResponse, type Outcome } from '../http/response.ts';
import type { Subject } from '../journal/event.ts';
import type { Events } from '../journal/events.ts';
import type { Exchange } from '../journal/exchange.ts';
import { recordRequest, type RecordingContext } from '../journal/record.ts';
import type { HandledRequest } from '../journal/to-exchange.ts';
import { isOtherRequest } from '../openapi/other-request.ts';
import type { ApiName } from '../openapi/router.ts';
import type { Cancellation } from '../runtime/cancellation.ts';
import { toDateHeader } from '../runtime/clock.ts';
import type { DeletedRecord, Ledger } from '../reconciliation/ledger.ts';
import type { CarriedRecords } from '../reconciliation/carried-records.ts';
import type { Cancellations } from './cancellations.ts';
import { createWork, type Checked } from './work.ts';

export interface PipelineParts extends RecordingContext {
  readonly attempts: AttemptTracker;
  readonly ledger: Ledger;
  readonly apis: Readonly<Record<ApiName, Api>>;
  readonly faults: MatchingFaults;
  readonly events: Pick<Events, 'publish'>;
  readonly bodyLimit: number;
  /** Whether a request with an undocumented name is refused. */
  readonly strict: boolean;
  readonly cancellations: Cancellations;
  /** The origins whose pages may read the answers. */
  readonly cors: readonly string[];
}

/** The path of a request from arrival to answer. No step changes the result of an earlier step. */
export function createPipeline(parts: PipelineParts): (request: MockRequest) => Promise<Outcome> {
  const { cancellations } = parts;
  let received = 0;
  let effects = 0;
  const nextEffect = (): number => (effects += 1);

  return async (request) => {
    // A browser asks, not the client. So this is nobody's request, and is not recorded.
    const preflight = answerPreflight(request, parts.cors);
    if (preflight) return withCommonHeaders(preflight, request, parts);
    const arrival = receiveRequest(request, (received += 1), parts.clock.now(), parts.strict);
    const api = parts.apis[arrival.route.api];
    const cancellation = cancellations.begin();
    const made = await handle(arrival, { parts, api, cancellation, nextEffect }).catch((error: unknown): Handled => ({
      handled: { api, arrival, result: toBug(error, api) },
    }));
    const { carried } = made;
    const { result } = made.handled;
    const outcome = withCommonHeaders(result.outcome, request, parts);
    const handled = { ...made.handled, result: { ...result, outcome } };
    const end = (exchange: Exchange): void => {
      cancellations.end(cancellation);
      if (cancellation.cancelled) return;
      if (handled.attempt) parts.attempts.end(handled.attempt);
      if (carried) parts.ledger.end(carried, exchange, handled.result.effect);
      const deleted = findDeleted(handled);
      if (deleted !== undefined) parts.ledger.forgetValue(deleted);
    };
    // A cancelled request is not recorded, since its journal was cleared while it waited.
    const sent = cancellation.cancelled ? outcome : recordRequest(handled, parts, end);
    return request.method === 'HEAD' && 'status' in sent ? withoutBody(sent) : sent;
  };
}

/** The context in which one request is handled. */
interface Handling {
  readonly parts: PipelineParts;
  readonly api: Api;
  readonly cancellation: Cancellation;
  /** Counts an effect, and returns its position. */
  nextEffect(): number;
}

interface Handled {
  readonly handled: HandledRequest;
  readonly carried?: CarriedRecords | undefined;
}

async function handle(arrival: Arrival, { parts, api, cancellation, nextEffect }: Handling): Promise<Handled> {
  const { clock, attempts, cancellations, events, ledger, faults, bodyLimit, strict } = parts;
  const { route, request } = arrival;
  if ('refusal' in route) {
    const isOther = isOtherRequest(request.method, request.headers, arrival.target);
    const subject = isOther ? {} : { api: route.api };
    events.publish({ type: 'exchangeBegan', number: arrival.number, records: 0 }, subject);
    return { handled: { api, arrival, result: toResult(api.toRefusalResponse(route.refusal)) } };
  }

  const parsed = parseRequest(arrival, route, api, bodyLimit);
  const attempt = attempts.begin(parsed);
  cancellations.assign(cancellation, { parsed, attempt });
  const { number } = arrival;
  const subject = toSubject(parsed, attempt);
  events.publish({ type: 'exchangeBegan', number, records: parsed.records }, subject);
  const carrier = { api: route.api, parsed, attempt, number };
  const carried = parsed.recordIds.length === 0 ? undefined : ledger.begin(carrier);
  const preferred = findPreferredFault(parsed);
  if (preferred && 'refusal' in preferred) {
    attempts.close(attempt);
    const result = toResult(api.toRefusalResponse(preferred.refusal, parsed.operation));
    return { handled: { api, arrival, parsed, attempt, result }, carried };
  }
  const fault = preferred ?? faults.match(parsed, attempt);
  if (fault) events.publish({ type: 'faultFired', fault: fault.id, number }, subject);
  const work = createWork(parsed, {
    api,
    clock,
    nextEffect,
    signal: request.signal,
    cancellation,
    check: () => check(parsed, attempt, api, strict),
    answered: (response) => endsCall(response, parsed, api) && attempts.close(attempt),
  });
  const made = await (fault ? applyFault(fault.rule.fault, work) : answer(work)).catch((error: unknown) =>
    toBug(error, api),
  );
  const result = request.method === 'HEAD' ? await withoutPieces(made) : made;
  const handled = { api, arrival, parsed, attempt, fault, validation: work.validation(), result };
  return { handled, carried };
}

// eslint-disable-next-line @typescript-eslint/require-await -- as `applyFault`, so that a throw of either is one
async function answer(work: Work): Promise<Result> {
  const { response, effect } = work.perform();
  work.answered(response);
  return { response, effect, outcome: serializeResponse(response) };
}

/** What the events of an attempt are of. */
function toSubject({ operation, tenant: { id, shownName } }: ParsedRequest, { call, number }: Attempt): Subject {
  const [tenant, tenantId] = id === '' ? [] : [shownName, id];
  return { api: operation.api, operation: operation.id, tenant, tenantId, call, attempt: number };
}

/** The result of a HEAD request. Its answer has no body that could come slowly. If the body would break, all does. */
async function withoutPieces(result: Result): Promise<Result> {
  const { outcome } = result;
  if ('broken' in outcome || outcome.pieces === undefined) return result;
  const { pieces, ...whole } = outcome;
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    while ((await iterator.next()).done !== true);
    return { ...result, outcome: whole };
  } catch {
    return { ...result, outcome: reset };
  }
}

function endsCall({ status, headers = {}, body }: ApiResponse, { operation }: ParsedRequest, api: Api): boolean {
  const error = status < 400 || body === undefined ? undefined : api.errorCodeOf(body);
  return isFinal({ operation: operation.id, status, error, retryAfter: headers['Retry-After'] });
}

/** Adds the headers that every answer has. */
function withCommonHeaders(outcome: Outcome, { headers }: MockRequest, { clock, cors }: PipelineParts): Outcome {
  if ('broken' in outcome) return outcome;
  const common = { Date: toDateHeader(clock.now()), ...toCorsHeaders(headers, cors) };
  return { ...outcome, headers: { ...outcome.headers, ...common } };
}

/** The record that a request has deleted. */
function findDeleted({ arrival, parsed, result }: HandledRequest): DeletedRecord | undefined {
  const { deletes } = parsed?.operation ?? {};
  if (parsed === undefined || deletes === undefined || result.effect === undefined) return undefined;
  const id = parsed.recordParams[deletes] ?? '';
  return { api: arrival.route.api, tenantId: parsed.tenant.id, id, effect: result.effect.position };
}

function toResult(response: ApiResponse): Result {
  return { response, outcome: serializeResponse(response) };
}

/** An exception is a bug in the mock. The client gets a plain 500, and the journal gets the stack. */
function toBug(error: unknown, api: Api): Result {
  const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const response = api.toRefusalResponse({ reason: 'bug', message: 'Internal server error' });
  return { outcome: serializeResponse(response), bug };
}

/** The checks before the work of a request, in order. */
function check(parsed: ParsedRequest, { isOverlapping }: Attempt, api: Api, isStrict: boolean): Checked {
  const { operation, bodyRefusal } = parsed;
  const denied =
    api.authenticate(parsed) ?? api.negotiate(parsed) ?? (bodyRefusal && api.toRefusalResponse(bodyRefusal, operation));
  if (denied) return { headers: {}, refusal: denied };
  const { headers, refusal: limited } = api.limitRate(parsed);
  const answered = limited ?? api.replay(parsed, isOverlapping);
  if (answered) return { headers, refusal: answered };
  const validation = validateRequest(parsed, isStrict);
  if ('refusal' in validation) {
    return { headers, refusal: api.toRefusalResponse(validation.refusal, operation), validation };
  }
  const refusal = api.admit(validation.request);
  return refusal ? { headers, refusal, validation } : { headers, request: validation.request, validation };
}
