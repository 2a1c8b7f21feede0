import type { Call, RejectedRecord } from '../engine/api.ts';
import type { Arrival } from '../engine/call.ts';
import type { Exchange } from './exchange.ts';
import { findCredential, maskHeaders, maskKeys, maskText, maskQuery } from '../openapi/credentials.ts';
import { digestOf } from '../runtime/digest.ts';
import type { Fault } from '../engine/faults.ts';
import type { Outcome } from '../http/response.ts';
import { recordIdsOf } from '../engine/records.ts';
import { toValidationMessage } from '../openapi/validation-message.ts';
import { listExercisedParts, type ResponseParts } from '../openapi/inspect-request.ts';
import { byteLengthOf } from '../runtime/utf8.ts';
import { findViolations } from './violations.ts';
import type { MockRequest } from '../http/request.ts';

/** Texts that a client or a fault chooses are kept up to this length, and URLs up to the other. */
const longestText = 200;
const longestUrl = 2000;

/** What the journal keeps of a request. */
export function toExchange(arrival: Arrival, outcome: Outcome, now: number, bug: string | undefined): Exchange {
  const { number, at, request, target, found, call, fault } = arrival;
  const broken = findBreak(outcome, request, fault?.rule.fault);
  // Before the form is judged, which fills in defaults.
  const surveyed = call?.survey();
  const { violations, rejected } = findViolations(arrival);
  return {
    number,
    at,
    method: request.method,
    path: maskText(target.path).slice(0, longestUrl),
    query: maskQuery(target.search).slice(0, longestUrl),
    api: found.api,
    size: toSize(request),
    records: 0,
    ...(call && toCallFields(call)),
    ...(rejected.length > 0 && { rejected: rejected.map(toRejected) }),
    ...(violations.length > 0 && { violations: violations.map(toShownText) }),
    ...(surveyed && surveyed.unknown.length > 0 && { unknown: surveyed.unknown.map(toShownText) }),
    ...(call && surveyed && { exercised: listExercisedParts(surveyed, toResponseParts(call, outcome)) }),
    ...(arrival.attempt && toAttemptFields(arrival.attempt)),
    ...(request.connection !== undefined && { connection: request.connection }),
    credential: findCredential(found.api, request.headers, target),
    ...(fault && { fault: fault.id }),
    ...('status' in outcome && toResponseFields(outcome)),
    ...(broken && { broken }),
    duration: now - at,
    ...(bug !== undefined && { bug }),
  };
}

/** Headers and bodies, for who wants them kept. */
export function toHttpMessages({ request }: Arrival, outcome: Outcome): Pick<Exchange, 'request' | 'response'> {
  const { headers, body = '' } = request;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return {
    request: { headers: maskHeaders(headers), body: maskText(text) },
    ...('status' in outcome && { response: { headers: maskHeaders(outcome.headers), body: maskText(outcome.body) } }),
  };
}

/** Of a body that is too large, only so much was read as to know that. */
function toSize({ headers, body = '' }: MockRequest): number {
  const told = Number(headers['content-length']);
  return Math.max(byteLengthOf(body), Number.isSafeInteger(told) ? told : 0);
}

function toAttemptFields({ call, number, concurrent }: NonNullable<Arrival['attempt']>): Partial<Exchange> {
  return { call, attempt: number, concurrent };
}

function toCallFields(call: Call): Partial<Exchange> {
  const { operation, tenant, shownTenant, headers, applied, effect, retained } = call;
  const recordIds = recordIdsOf(call);
  const key = headers['idempotency-key'];
  return {
    operation: operation.id,
    ...(tenant !== '' && { tenant: maskKeys(shownTenant), tenantId: tenant }),
    records: recordIds.length,
    ...(recordIds.length > 0 && { recordIds: recordIds.map(maskKeys) }),
    ...(operation.hasBody && { digest: digestOf(call.digest()) }),
    ...(key !== undefined && { idempotencyKey: toShownText(String(key)) }),
    applied,
    ...(effect !== undefined && { effect }),
    ...(retained === true && { retained }),
  };
}

/** The answer, where it is the one that was made: what a gateway says in its place is in no document. */
function toResponseParts({ reply }: Call, outcome: Outcome): ResponseParts | undefined {
  if (!('status' in outcome) || outcome.status !== reply?.status) return undefined;
  return { status: outcome.status, headers: outcome.headers, body: reply.body };
}

function toRejected({ index, error }: RejectedRecord): { index: number; message: string } {
  return { index, message: toShownText(toValidationMessage(error, 'The record')) };
}

function toResponseFields({ status, headers, body }: Extract<Outcome, { status: number }>): Partial<Exchange> {
  const { 'Retry-After': retryAfter } = headers;
  const error = status < 400 ? undefined : findError(body);
  return { status, ...(error !== undefined && { error }), ...(retryAfter !== undefined && { retryAfter }) };
}

/** The code of a VibeFollow error, the text of a Yellow one. */
function findError(body: string): string | undefined {
  try {
    const { errors, error } = JSON.parse(body) as { errors?: [{ code?: string }]; error?: string };
    const text = errors?.[0].code ?? error;
    return text === undefined ? undefined : toShownText(text);
  } catch {
    return undefined; // no body, or a gateway's page
  }
}

/** A text that may cite what the client sent. */
function toShownText(text: string): string {
  return maskText(text).slice(0, longestText);
}

function findBreak(outcome: Outcome, { signal }: MockRequest, fault: Fault | undefined): Exchange['broken'] {
  if (fault?.kind === 'hang') return 'hang';
  if (signal?.aborted === true) return 'abort';
  if ('broken' in outcome) return 'reset';
  return fault?.kind === 'truncate' || fault?.kind === 'garbage' ? fault.kind : undefined;
}
