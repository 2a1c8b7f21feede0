import type { Call, RejectedRecord } from '../engine/api.ts';
import type { Arrival } from '../engine/call.ts';
import type { Exchange } from './exchange.ts';
import { findCredential, maskHeaders, maskKeys, maskText, maskQuery } from '../openapi/credentials.ts';
import { digest } from '../runtime/digest.ts';
import type { Fault } from '../engine/faults.ts';
import type { Outcome } from '../http/response.ts';
import { idsOf } from '../engine/records.ts';
import { toMessage } from '../openapi/validation-message.ts';
import { toExercised, type Told } from '../openapi/inspect-request.ts';
import { sizeOf } from '../runtime/utf8.ts';
import { judgeForm } from './violations.ts';
import type { MockRequest } from '../http/request.ts';

/** Texts that a client or a fault chooses are kept up to this length, and URLs up to the other. */
const longest = 200;
const longestUrl = 2000;

/** What the journal keeps of a request. */
export function toExchange(arrival: Arrival, outcome: Outcome, now: number, bug: string | undefined): Exchange {
  const { number, at, request, target, found, call, fault } = arrival;
  const broken = findBreak(outcome, request, fault?.rule.fault);
  // Before the form is judged, which fills in defaults.
  const surveyed = call?.survey();
  const { violations, rejected } = judgeForm(arrival);
  return {
    number,
    at,
    method: request.method,
    path: maskText(target.path).slice(0, longestUrl),
    query: maskQuery(target.search).slice(0, longestUrl),
    api: found.api,
    size: toSize(request),
    records: 0,
    ...(call && describe(call)),
    ...(rejected.length > 0 && { rejected: rejected.map(toRejected) }),
    ...(violations.length > 0 && { violations: violations.map(toText) }),
    ...(surveyed && surveyed.unknown.length > 0 && { unknown: surveyed.unknown.map(toText) }),
    ...(call && surveyed && { exercised: toExercised(surveyed, toTold(call, outcome)) }),
    ...(arrival.attempt && toPosition(arrival.attempt)),
    ...(request.connection !== undefined && { connection: request.connection }),
    credential: findCredential(found.api, request.headers, target),
    ...(fault && { fault: fault.id }),
    ...('status' in outcome && toAnswered(outcome)),
    ...(broken && { broken }),
    duration: now - at,
    ...(bug !== undefined && { bug }),
  };
}

/** Headers and bodies, for who wants them kept. */
export function toMessages({ request }: Arrival, outcome: Outcome): Pick<Exchange, 'request' | 'response'> {
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
  return Math.max(sizeOf(body), Number.isSafeInteger(told) ? told : 0);
}

function toPosition({ call, number, concurrent }: NonNullable<Arrival['attempt']>): Partial<Exchange> {
  return { call, attempt: number, concurrent };
}

function describe(call: Call): Partial<Exchange> {
  const { operation, tenant, shownTenant, headers, applied, effect, retained } = call;
  const recordIds = idsOf(call);
  const key = headers['idempotency-key'];
  return {
    operation: operation.id,
    ...(tenant !== '' && { tenant: maskKeys(shownTenant), tenantId: tenant }),
    records: recordIds.length,
    ...(recordIds.length > 0 && { recordIds: recordIds.map(maskKeys) }),
    ...(operation.hasBody && { digest: digest(call.digest()) }),
    ...(key !== undefined && { idempotencyKey: toText(String(key)) }),
    applied,
    ...(effect !== undefined && { effect }),
    ...(retained === true && { retained }),
  };
}

/** The answer, where it is the one that was made: what a gateway says in its place is in no document. */
function toTold({ reply }: Call, outcome: Outcome): Told | undefined {
  if (!('status' in outcome) || outcome.status !== reply?.status) return undefined;
  return { status: outcome.status, headers: outcome.headers, body: reply.body };
}

function toRejected({ index, error }: RejectedRecord): { index: number; message: string } {
  return { index, message: toText(toMessage(error, 'The record')) };
}

function toAnswered({ status, headers, body }: Extract<Outcome, { status: number }>): Partial<Exchange> {
  const { 'Retry-After': retryAfter } = headers;
  const error = status < 400 ? undefined : findError(body);
  return { status, ...(error !== undefined && { error }), ...(retryAfter !== undefined && { retryAfter }) };
}

/** The code of a VibeFollow error, the text of a Yellow one. */
function findError(body: string): string | undefined {
  try {
    const { errors, error } = JSON.parse(body) as { errors?: [{ code?: string }]; error?: string };
    const text = errors?.[0].code ?? error;
    return text === undefined ? undefined : toText(text);
  } catch {
    return undefined; // no body, or a gateway's page
  }
}

/** A text that may cite what the client sent. */
function toText(text: string): string {
  return maskText(text).slice(0, longest);
}

function findBreak(outcome: Outcome, { signal }: MockRequest, fault: Fault | undefined): Exchange['broken'] {
  if (fault?.kind === 'hang') return 'hang';
  if (signal?.aborted === true) return 'abort';
  if ('broken' in outcome) return 'reset';
  return fault?.kind === 'truncate' || fault?.kind === 'garbage' ? fault.kind : undefined;
}
