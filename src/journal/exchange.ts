import { isFinal } from '../engine/finality.ts';
import type { components } from '../generated/admin.ts';
import { isInRange } from '../config/number-range.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { toTenantId } from '../engine/tenants.ts';

/**
 * One request and its answer, or the break of its connection.
 *
 * @interface
 */
export type Exchange = Readonly<components['schemas']['Exchange']> & {
  /**
   * The documented parts in the request and the answer, as a coverage report names them. The admin API does not show
   * them.
   */
  readonly exercised?: readonly string[];
};
/**
 * A call: one thing that a client wants done, such as one chunk to deliver. It takes one or more attempts.
 *
 * @interface
 */
export type ClientCall = Readonly<components['schemas']['ClientCall']>;
/**
 * Selects exchanges or calls. An exchange must match all given fields.
 *
 * @interface
 */
export type JournalFilter = Readonly<components['schemas']['JournalFilter']>;

/** The time when the last byte of the answer went out, or when the connection broke. */
export function endOf({ at, duration }: Pick<Exchange, 'at' | 'duration'>): number {
  return at + duration;
}

/** Whether a successful answer reached the client. */
export function isDelivered({ status, broken }: Pick<Exchange, 'status' | 'broken'>): boolean {
  return status !== undefined && status < 400 && broken === undefined;
}

/** Number of records that a successful answer rejected. */
export function countRejected(exchange: Exchange): number {
  return isDelivered(exchange) ? (exchange.rejected?.length ?? 0) : 0;
}

/** Whether the request means no API, such as a browser's `GET /favicon.ico`. It is nobody's, and is never judged. */
export function isOther({ api }: Exchange): boolean {
  return api === undefined;
}

/** Whether the exchange failed in a temporary way, so the client may try again. */
export function isTransient(exchange: Exchange): boolean {
  const { status, broken } = exchange;
  return broken !== undefined || (status !== undefined && !isFinal({ ...exchange, status }));
}

/** Allowed inaccuracy of clocks and timers, in milliseconds. Node's timers fire up to 1 ms early. */
export const tolerance = 10;

/** Whether an attempt came earlier than the previous answer allowed. */
export function isEarly({ waited, requiredWait }: Pick<Exchange, 'waited' | 'requiredWait'>): boolean {
  return waited !== undefined && requiredWait !== undefined && waited + tolerance < requiredWait;
}

/**
 * Counts how often the clock was set back. Pass the exchanges in order of arrival. Only if the clock was set back, an
 * exchange can end before an earlier one arrived.
 */
export function createSetbackCounter(): (exchange: Exchange) => number {
  let [count, newest] = [0, -Infinity];
  return (exchange) => {
    if (endOf(exchange) < newest) [count, newest] = [count + 1, -Infinity];
    newest = Math.max(newest, exchange.at);
    return count;
  };
}

/** Names a call among all calls. */
export function toCallName({
  tenantId = '',
  operation,
  call = 0,
}: {
  readonly [Name in 'tenantId' | 'operation' | 'call']?: Exchange[Name] | undefined;
}): string {
  return `${operation ?? ''} ${call} ${tenantId}`;
}

type Wait = Pick<Exchange, 'waited' | 'requiredWait'>;

/**
 * Finds the wait of each attempt after the previous one, unless the clock was set back between them. Pass the exchanges
 * in order of arrival.
 */
export function createWaits(): (exchange: Exchange) => Wait {
  const calls = new Map<string, { last: Exchange; setbacks: number }>();
  const countSetbacks = createSetbackCounter();
  return (exchange) => {
    const setbacks = countSetbacks(exchange);
    if (exchange.call === undefined) return {};
    const name = toCallName(exchange);
    const call = calls.get(name);
    if (call === undefined) {
      calls.set(name, { last: exchange, setbacks });
      return {};
    }
    const wait = call.setbacks === setbacks ? toWait(call.last, exchange) : {};
    [call.last, call.setbacks] = [exchange, setbacks];
    return wait;
  };
}

/** The exchange with a number, with its wait. This is faster than the waits of all. */
export function findWithWait(exchanges: readonly Exchange[], number: number): Exchange | undefined {
  const found = exchanges.find((one) => one.number === number);
  if (found?.call === undefined) return found;
  const [name, countSetbacks] = [toCallName(found), createSetbackCounter()];
  let before: { readonly exchange: Exchange; readonly setbacks: number } | undefined;
  for (const exchange of exchanges) {
    const setbacks = countSetbacks(exchange);
    if (exchange === found)
      return before?.setbacks === setbacks ? Object.freeze({ ...found, ...toWait(before.exchange, found) }) : found;
    if (exchange.call === found.call && toCallName(exchange) === name) before = { exchange, setbacks };
  }
  return found;
}

/** Groups exchanges into calls, in order of first arrival. Each attempt gets its wait after the previous one. */
export function toClientCalls(exchanges: readonly Exchange[]): ClientCall[] {
  const calls = new Map<string, Exchange[]>();
  const waitOf = createWaits();
  for (const exchange of exchanges) {
    const wait = waitOf(exchange);
    if (exchange.call === undefined) continue;
    const name = toCallName(exchange);
    const attempts = calls.get(name);
    if (attempts) attempts.push(Object.freeze({ ...exchange, ...wait }));
    else calls.set(name, [exchange]);
  }
  return [...calls.values()].map((attempts) => toClientCall(attempts));
}

/** Whether an exchange matches a filter. */
export function matchesFilter(exchange: Exchange, filter: JournalFilter): boolean {
  const { api, operation, tenant, record } = filter;
  return (
    (api ?? exchange.api) === exchange.api &&
    (operation ?? exchange.operation) === exchange.operation &&
    (tenant === undefined || toTenantId(tenant) === exchange.tenantId) &&
    (record === undefined || exchange.recordIds?.includes(record) === true) &&
    isInRange(filter.attempt, exchange.attempt ?? 0) &&
    isInRange(filter.call, exchange.call ?? 0) &&
    isInRange(filter.status, exchange.status ?? 0)
  );
}

/** An exchange for the admin API and HAR: with only its first 20 records, and without `exercised`. */
export function summarizeExchange({ exercised: _exercised, ...exchange }: Exchange): Exchange {
  const { doubles, recordIds, rejected } = exchange;
  return {
    ...exchange,
    ...(doubles && { doubles: doubles.slice(0, shownRecords) }),
    ...(recordIds && { recordIds: recordIds.slice(0, shownRecords) }),
    ...(rejected && { rejected: rejected.slice(0, shownRecords) }),
  };
}

const shownRecords = 20;

/** The wait of an attempt after the one before. */
export function toWait(before: Parameters<typeof toRetryTime>[0], { at }: Exchange): Wait {
  // A client that gives up may send the next attempt before the mock notices the end of this one.
  if (endOf(before) > at) return {};
  const until = toRetryTime(before);
  return {
    waited: at - endOf(before),
    ...(until !== undefined && { requiredWait: Math.max(until - endOf(before), 0) }),
  };
}

function toClientCall(attempts: readonly Exchange[]): ClientCall {
  const [{ api, operation, tenant = '', tenantId = '', call } = {} as Exchange] = attempts;
  const last = attempts.at(-1);
  const delivered = attempts.find(isDelivered);
  const rejected = delivered === undefined ? 0 : countRejected(delivered);
  const outcome = delivered ? 'delivered' : last && !isTransient(last) ? 'refused' : 'given up';
  const attemptList = Object.freeze([...attempts]);
  return Object.freeze({
    api,
    operation,
    tenant,
    tenantId,
    call,
    outcome,
    ...(rejected > 0 && { rejected }),
    attempts: attemptList,
  }) as unknown as ClientCall;
}
