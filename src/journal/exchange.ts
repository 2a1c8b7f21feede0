import { isFinal } from '../engine/attempts.ts';
import type { components } from '../generated/admin.ts';
import { isInRange } from '../config/number-range.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { toTenantId } from '../engine/tenants.ts';

/**
 * One request and what came of it.
 *
 * @interface
 */
export type Exchange = Readonly<components['schemas']['Exchange']> & {
  /** The parts of the OpenAPI document that it and its answer have, as a coverage report names them. Only in process. */
  readonly exercised?: readonly string[];
};
/**
 * What a client meant by one or several requests, such as one chunk to deliver.
 *
 * @interface
 */
export type ClientCall = Readonly<components['schemas']['ClientCall']>;
/**
 * Which exchanges or calls; all that is given must match.
 *
 * @interface
 */
export type JournalFilter = Readonly<components['schemas']['JournalFilter']>;

/** When the last byte of its answer went out, or its connection broke. */
export function endOf({ at, duration }: Exchange): number {
  return at + duration;
}

/** Whether a success reached the client. */
export function isDelivered({ status, broken }: Exchange): boolean {
  return status !== undefined && status < 400 && broken === undefined;
}

/** Whether it failed in a way that may pass: one to try again after. */
export function isTransient({ status, broken }: Exchange): boolean {
  return broken !== undefined || (status !== undefined && !isFinal(status));
}

/** Milliseconds that clocks and timers may be off without anybody being blamed: Node's timers fire up to 1 ms early. */
export const tolerance = 10;

/** Whether an attempt came before it was told to. */
export function isEarly({ waited, requiredWait }: Exchange): boolean {
  return waited !== undefined && requiredWait !== undefined && waited + tolerance < requiredWait;
}

/** The calls that exchanges were attempts of, in order of first arrival; each attempt knows how long it came after the last. */
export function toClientCalls(exchanges: readonly Exchange[]): ClientCall[] {
  const calls = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { call, operation = '', tenantId = '' } = exchange;
    if (call === undefined) continue;
    const identity = JSON.stringify([tenantId, operation, call]);
    const attempts = calls.get(identity);
    if (attempts === undefined) calls.set(identity, [exchange]);
    else attempts.push({ ...exchange, ...toWait(attempts.at(-1), exchange) });
  }
  return [...calls.values()].map(toClientCall);
}

/** Whether an exchange is one of those that are meant. */
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

/** An exchange as it is shown: with the first 20 of its records, and without what only coverage asks for. */
export function summarizeExchange({ exercised: _exercised, ...exchange }: Exchange): Exchange {
  const { recordIds, rejected } = exchange;
  return {
    ...exchange,
    ...(recordIds && { recordIds: recordIds.slice(0, shownRecords) }),
    ...(rejected && { rejected: rejected.slice(0, shownRecords) }),
  };
}

const shownRecords = 20;

function toWait(before: Exchange | undefined, { at }: Exchange): Pick<Exchange, 'waited' | 'requiredWait'> {
  // A client that gave up on an answer may come again before the mock has heard of it.
  if (before === undefined || endOf(before) > at) return {};
  const until = toRetryTime(before);
  return {
    waited: at - endOf(before),
    ...(until !== undefined && { requiredWait: Math.max(until - endOf(before), 0) }),
  };
}

function toClientCall(attempts: readonly Exchange[]): ClientCall {
  const [{ api, operation, tenant = '', tenantId = '', call } = {} as Exchange] = attempts;
  const last = attempts.at(-1);
  const outcome = attempts.some(isDelivered) ? 'delivered' : last && !isTransient(last) ? 'refused' : 'given up';
  return { api, operation, tenant, tenantId, call, outcome, attempts: [...attempts] } as ClientCall;
}
