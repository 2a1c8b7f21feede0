import { explainErrors } from '../config/explain-error.ts';
import { findTenantProblem, toTenantId } from '../engine/tenants.ts';
import type { components } from '../generated/admin.ts';
import { validateEventFilter } from '../generated/validators.ts';
import { summarizeExchange, type Exchange } from './exchange.ts';

/** The end of an exchange: its answer is out, or its connection broke. */
export interface ExchangeEnded {
  /** What happened. */
  readonly type: 'exchangeEnded';
  /** Position among all events of the mock, from 1. */
  readonly id: number;
  /** Its time, in milliseconds since 1970 on the clock of the mock. */
  readonly at: number;
  /** The exchange without `waited` and `requiredWait`. */
  readonly exchange: Exchange;
}

/**
 * Something that happened in a mock: an exchange began or ended, a call opened or was delivered, refused, quiet or given
 * up, a fault rule fired, or the fault rules, the stored data, the clock or the journal were changed. `type` tells which.
 */
export type MockEvent =
  Readonly<Exclude<components['schemas']['MockEvent'], { type: 'exchangeEnded' }>> | ExchangeEnded;
/** The type of an event, such as `exchangeEnded`. */
export type EventType = MockEvent['type'];
/** The call and the attempt that an event is of. */
export type EventSubject = Readonly<components['schemas']['EventSubject']>;
/**
 * Selects events. An event must match all given fields.
 *
 * @interface
 */
export type EventFilter = Readonly<components['schemas']['EventFilter']>;

type Facts<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | keyof EventSubject> : never;
/** What an event says beside its place and its subject. */
export type EventFacts = Facts<Exclude<MockEvent, TenantEvent>> | Omit<TenantEvent, 'id' | 'at'>;
/** An event that may be of a tenant, but of no request. */
type TenantEvent = Extract<MockEvent, { type: 'stateChanged' | 'journalCleared' }>;

/** What an event is of: an exchange, or the parts of a request that are known. */
export type Subject = { readonly [Name in keyof EventSubject]?: EventSubject[Name] | undefined };

/** An event as it is kept. Most events are never read, so their objects are made when they are. */
export interface EventEntry {
  readonly id: number;
  readonly at: number;
  readonly facts: EventFacts;
  readonly subject: Subject | undefined;
}

/** The problem of a filter, or `undefined` if it is valid. */
export function checkEventFilter(filter: unknown): string | undefined {
  if (!validateEventFilter(filter)) return explainErrors(validateEventFilter.errors ?? [], 'the filter', 'field');
  const { tenant } = filter as EventFilter;
  return tenant === undefined ? undefined : findTenantProblem(tenant);
}

/** A valid filter that is ready to be used. */
export interface EventMatcher {
  matchesType(type: EventType): boolean;
  /** Whether an event of such a type matches the rest of the filter. */
  matchesRest(event: MockEvent): boolean;
}

export function createMatcher({ type, tenant, ...filter }: EventFilter): EventMatcher {
  const types = type === undefined ? undefined : [type].flat();
  const tenantId = tenant === undefined ? undefined : toTenantId(tenant);
  return {
    matchesType: (given) => types?.includes(given) !== false,
    matchesRest: (event) => matchesSubject(event, filter, tenantId),
  };
}

function matchesSubject(event: MockEvent, { api, operation }: EventFilter, tenantId: string | undefined): boolean {
  if (api === undefined && operation === undefined && tenantId === undefined) return true;
  const subject = (event.type === 'exchangeEnded' ? event.exchange : event) as EventSubject;
  return (
    (api ?? subject.api) === subject.api &&
    (operation ?? subject.operation) === subject.operation &&
    (tenantId ?? subject.tenantId) === subject.tenantId
  );
}

export function toEvent({ id, at, facts, subject }: EventEntry): MockEvent {
  return Object.freeze({ id, at, ...(subject && toSubject(subject)), ...facts });
}

/** Maximum number of records in a request whose exchange is kept as it is. */
const fewRecords = 20;

/** The facts to keep. Only the journal, which has its own limits, may keep a large exchange alive. */
export function toKept(facts: EventFacts): EventFacts {
  return facts.type === 'exchangeEnded' && isLarge(facts.exchange)
    ? { ...facts, exchange: toShown(facts.exchange) }
    : facts;
}

function isLarge({ records, request }: Exchange): boolean {
  return records > fewRecords || request !== undefined;
}

/** The exchange as the stream shows it. */
export function toShown(exchange: Exchange): Exchange {
  const { request: _request, response: _response, ...shown } = summarizeExchange(exchange);
  return shown;
}

function toSubject({ api, operation, tenant, tenantId, call, attempt }: Subject): EventSubject {
  return {
    ...(api && { api }),
    ...(operation && { operation }),
    ...(tenant !== undefined && { tenant }),
    ...(tenantId !== undefined && { tenantId }),
    ...(call !== undefined && { call }),
    ...(attempt !== undefined && { attempt }),
  };
}
