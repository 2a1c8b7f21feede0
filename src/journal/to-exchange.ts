import type { Api } from '../engine/api.ts';
import type { Effect, Result } from '../engine/apply-fault.ts';
import type { Attempt } from '../engine/attempts.ts';
import type { ActiveFault, Fault } from '../engine/faults.ts';
import type { Arrival, ParsedRequest } from '../engine/request.ts';
import { idempotencyKeyOf } from '../engine/idempotency-key.ts';
import { shortenId } from '../engine/records.ts';
import type { PayloadChange } from '../engine/sent-bodies.ts';
import type { Validation } from '../engine/validate.ts';
import type { MockRequest } from '../http/request.ts';
import { withoutBody, type MockResponse } from '../http/response.ts';
import { findCredential } from '../openapi/credentials.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import type { RequestMask } from '../openapi/request-mask.ts';
import { isOtherRequest } from '../openapi/other-request.ts';
import { listExercisedParts, type ResponseParts } from '../openapi/inspect-request.ts';
import { ownText } from '../runtime/own-text.ts';
import { byteLengthOf } from '../runtime/utf8.ts';
import type { Exchange } from './exchange.ts';
import { keepMessage, toMaskSource } from './message.ts';
import { checkDocument } from './violations.ts';

/** A handled request with the result of each step that it passed. */
export interface HandledRequest {
  readonly api: Api;
  readonly arrival: Arrival;
  /** Absent if the request leads to no operation. */
  readonly parsed?: ParsedRequest | undefined;
  readonly attempt?: Attempt | undefined;
  readonly fault?: ActiveFault | undefined;
  /** Absent if the request was answered before its validation. */
  readonly validation?: Validation | undefined;
  readonly result: Result;
}

/** What an exchange is made with. */
export interface Recording {
  readonly now: number;
  /** Masks the keys in all texts of the request and its answer. */
  readonly mask: RequestMask;
}

/** Maximum number of characters kept of a text from a client or a fault. */
const longestText = 200;
/** Makes a text fit to be shown. */
type Show = (text: string) => string;

/** Maximum number of characters kept of a path or a query. */
const longestUrl = 2000;

/** The exchange of a handled request, for the journal. */
export function toExchange(
  { api, arrival, parsed, attempt, fault, validation, result }: HandledRequest,
  { now, mask }: Recording,
): Exchange {
  const { number, at, request, target, route } = arrival;
  const { outcome, bug } = result;
  const show: Show = (text) => toShownText(text, longestText, mask.text);
  const broken = findBreak(result, request, fault?.rule.fault);
  const isOther = 'refusal' in route && isOtherRequest(request.method, request.headers, target);
  const violations = 'refusal' in route && !isOther ? [route.refusal.message] : [];
  return {
    number,
    at,
    method: show(request.method),
    path: toShownText(target.path, longestUrl, mask.path),
    query: toShownText(target.search, longestUrl, mask.query),
    ...(!isOther && { api: route.api }),
    size: toSize(request),
    records: 0,
    ...(violations.length > 0 && { violations: violations.map(show) }),
    ...(parsed && toRequestFields(parsed, validation, show)),
    ...(attempt?.change && { change: toShownChange(attempt.change, show) }),
    ...(parsed && { applied: false, ...toEffectFields(result.effect) }),
    ...(parsed && { exercised: listExercisedParts(parsed.inspection, toResponseParts(request, result)) }),
    ...(attempt && { call: attempt.call, attempt: attempt.number, concurrent: attempt.concurrent }),
    ...(request.connection !== undefined && { connection: request.connection }),
    ...(!isOther && { credential: findCredential(route.api, request.headers, target) }),
    ...(fault && { fault: fault.id }),
    ...('status' in outcome && toResponseFields(outcome, api, show)),
    ...(broken && { broken }),
    duration: Math.max(now - at, 0),
    ...(bug !== undefined && { bug: mask.text(bug) }),
  };
}

/** The part of an exchange that is known before its answer. */
export type Beginning = Pick<
  Exchange,
  | 'number'
  | 'at'
  | 'method'
  | 'path'
  | 'api'
  | 'operation'
  | 'tenant'
  | 'tenantId'
  | 'records'
  | 'call'
  | 'attempt'
  | 'fault'
>;

/** A request as far as it is known before its answer. It has no `api` if it means none. */
export function toBeginning(
  { arrival, parsed, attempt, fault }: Pick<HandledRequest, 'arrival' | 'parsed' | 'attempt' | 'fault'>,
  mask: RequestMask,
): Beginning {
  const { number, at, request, target, route } = arrival;
  const isOther = 'refusal' in route && isOtherRequest(request.method, request.headers, target);
  return {
    number,
    at,
    method: toShownText(request.method, longestText, mask.text),
    path: toShownText(target.path, longestUrl, mask.path),
    ...(!isOther && { api: route.api }),
    ...(parsed && { operation: parsed.operation.id }),
    ...(parsed && parsed.tenant.id !== '' && { tenant: parsed.tenant.shownName, tenantId: parsed.tenant.id }),
    records: parsed?.records ?? 0,
    ...(attempt && { call: attempt.call, attempt: attempt.number }),
    ...(fault && { fault: fault.id }),
  };
}

/** Headers and bodies, for the option `journalBodies`. `keys` are those in the options in force. */
export function toHttpMessages(
  { arrival, result }: HandledRequest,
  keys: readonly string[],
): Pick<Exchange, 'request' | 'response'> {
  const { method, headers, body = '' } = arrival.request;
  const source = toMaskSource(headers, arrival.target.query, keys);
  const outcome = method === 'HEAD' && 'status' in result.outcome ? withoutBody(result.outcome) : result.outcome;
  return {
    request: keepMessage(source.headers, body, source),
    ...('status' in outcome && { response: keepMessage(outcome.headers, outcome.body, source) }),
  };
}

/** A body that is too large is not read to its end, so `Content-Length` counts too. */
function toSize({ headers, body = '' }: MockRequest): number {
  const contentLength = Number(headers['content-length']);
  return Math.max(byteLengthOf(body), Number.isSafeInteger(contentLength) ? contentLength : 0);
}

function toRequestFields(parsed: ParsedRequest, validation: Validation | undefined, show: Show): Partial<Exchange> {
  const { operation, tenant, records, recordIds, inspection, digest, content } = parsed;
  const { violations, rejected } = checkDocument(parsed, validation);
  const key = idempotencyKeyOf(parsed);
  const rounded = toRoundedNumbers(parsed, show);
  return {
    operation: operation.id,
    ...(tenant.id !== '' && { tenant: tenant.shownName, tenantId: tenant.id }),
    records,
    ...(recordIds.length > 0 && { recordIds: recordIds.map(maskKeys) }),
    ...(operation.hasBody && { digest, content }),
    ...(key !== undefined && { idempotencyKey: show(key) }),
    ...(rounded.length > 0 && { rounded }),
    ...(rejected.length > 0 && { rejected: rejected.map((one) => ({ ...one, message: show(one.message) })) }),
    ...(violations.length > 0 && { violations: violations.map(show) }),
    ...(inspection.unknown.length > 0 && { unknown: inspection.unknown.map(show) }),
  };
}

function toShownChange({ record, property, ...change }: PayloadChange, show: Show): PayloadChange {
  return { ...change, ...(record !== undefined && { record: maskKeys(record) }), property: show(property) };
}

/** The rounded numbers in records, by the position of the record. */
function toRoundedNumbers({ operation, rounded }: ParsedRequest, show: Show): NonNullable<Exchange['rounded']> {
  const list = operation.records?.property;
  return rounded.flatMap(({ path, source: given }) => {
    const source = ownText(shortenId(given));
    if (path.length === 0) return [];
    if (list === undefined) return [{ index: 0, property: show(path.join('.')), source }];
    const [first, index, ...property] = path;
    return first === list ? [{ index: Number(index), property: show(property.join('.')), source }] : [];
  });
}

function toEffectFields(effect: Effect | undefined): Partial<Exchange> {
  if (effect === undefined) return {};
  const { applied, position, isRetaining, doubles } = effect;
  return {
    applied,
    effect: position,
    ...(isRetaining && { retained: true }),
    ...(doubles && { doubles: [...doubles] }),
  };
}

/** The API's response, if the client gets it. No document describes the page of a gateway. */
function toResponseParts({ method }: MockRequest, { outcome, response }: Result): ResponseParts | undefined {
  if (!('status' in outcome) || response === undefined) return undefined;
  return { status: outcome.status, headers: outcome.headers, body: method === 'HEAD' ? undefined : response.body };
}

function toResponseFields({ status, headers, body }: MockResponse, api: Api, show: Show): Partial<Exchange> {
  const { 'Retry-After': retryAfter } = headers;
  const error = status < 400 ? undefined : findError(body, api);
  return {
    status,
    ...(error !== undefined && { error: show(error) }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function findError(body: string, { errorCodeOf }: Api): string | undefined {
  try {
    return errorCodeOf(JSON.parse(body));
  } catch {
    return undefined; // no body, or a gateway's page
  }
}

/** Masks and cuts a text, since it may quote the client's request. A long text is cut before, so that masking is quick. */
function toShownText(text: string, longest: number, mask: Show): string {
  const beginning = text.slice(0, 10 * longest);
  const masked = mask(beginning);
  const isOpen = beginning.length < text.length && masked.length < longest;
  // The first cut may leave a part of a key.
  return ownText(isOpen ? masked.replace(/[^\s/&=]*$/, '') : masked.slice(0, longest));
}

function findBreak({ outcome }: Result, { signal }: MockRequest, fault: Fault | undefined): Exchange['broken'] {
  if (fault?.kind === 'hang') return 'hang';
  if (signal?.aborted === true) return 'abort';
  if ('broken' in outcome) return 'reset';
  return fault?.kind === 'truncate' || fault?.kind === 'garbage' ? fault.kind : undefined;
}
