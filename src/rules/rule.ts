import { endOf, type ClientCall, type Exchange } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import type { components } from '../generated/admin.ts';
import { toPrintable } from '../runtime/printable.ts';

/** A rule that a client is judged by. */
export type RuleId = components['schemas']['RuleId'];
/**
 * One breach of a rule.
 *
 * @interface
 */
export type Finding = Readonly<components['schemas']['Finding']>;
/**
 * How the client kept one rule.
 *
 * @interface
 */
export type Verdict = Readonly<components['schemas']['Verdict']>;

/** What a client is judged by. */
export interface Evidence {
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  /** In order of first arrival. */
  readonly calls: readonly ClientCall[];
  /** What was to be delivered, where somebody said so. */
  readonly expected?: readonly ExpectedRecord[];
  readonly limits: VerdictLimits;
  /** Exchanges of which the journal has dropped all, or the ids that they carried. */
  readonly dropped: number;
  readonly state: JudgedState;
}

/** What a judge looks up of what the APIs hold. */
export interface JudgedState {
  /** The tenants that hold something. */
  tenants(): readonly Tenant[];
  /** Whether a tenant has taken work that is not done as yet. */
  isWaiting(tenant: Tenant): boolean;
  /** What is stored of a user: its properties by the names that records have, or nothing. */
  stored(tenant: Tenant, id: string): Readonly<Record<string, unknown>> | undefined;
}

export interface Tenant {
  readonly api: ApiName;
  readonly tenantId: string;
}

/** A user that was to be delivered: its id alone, or the record with all that it sets. */
export type ExpectedRecord = string | Readonly<Record<string, unknown>>;

/** Where trying again becomes a storm. */
export interface VerdictLimits {
  /**
   * The most attempts of one call.
   *
   * @default 10
   */
  readonly maxAttempts: number;
  /**
   * The most requests over those that would do if none failed.
   *
   * @default 10
   */
  readonly maxAmplification: number;
}

/** The limits unless others are given. */
export const defaultLimits: VerdictLimits = { maxAttempts: 10, maxAmplification: 10 };

/** A requirement on clients, and how to tell from what one did whether it keeps it. */
export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  /** What is required, in one line. */
  readonly requirement: string;
  /** Who requires it. */
  readonly source: string;
  readonly level: Verdict['level'];
  /**
   * What breaks it; `undefined` where nothing happened that it is about.
   *
   * @hidden
   */
  check(evidence: Evidence): readonly Finding[] | undefined;
}

/** A finding about exchanges, and about records of which the first ones are named. */
export function toFinding(message: string, exchanges: readonly Exchange[], records: readonly string[] = []): Finding {
  const first = records.slice(0, 20);
  // It names what a client chose, and is read in terminals.
  return {
    message: toPrintable(message),
    exchanges: exchanges.map(({ number }) => number),
    ...(first.length > 0 && { records: first }),
  };
}

/** Exchanges of one tenant and operation, which limits and queues are for, in order of arrival. */
export function byEndpoint(exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    if (exchange.call === undefined) continue;
    const name = JSON.stringify([exchange.tenantId, exchange.operation]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()];
}

/**
 * Whether a later request may have been sent before its client knew of an answer. It was, if it arrived first. And a
 * client that sends several requests at once, as its connections or overlaps show, has 100 ms for those on their way.
 */
export function isUnderWay(later: Exchange, answer: Exchange, isConcurrent: boolean): boolean {
  const since = later.at - endOf(answer);
  return since < 0 || (isConcurrent && since <= 100);
}

/** Whether a client has shown that it sends several requests of a tenant and operation at once, or may well do so. */
export function sendsAtOnce(exchanges: readonly Exchange[]): boolean {
  if (exchanges.some(({ concurrent = 1 }) => concurrent > 1)) return true;
  const left = new Set<string | undefined>();
  let last = exchanges[0]?.connection;
  for (const { connection } of exchanges) {
    if (connection === last) continue;
    left.add(last);
    last = connection;
    // It goes back and forth between connections.
    if (left.has(connection)) return true;
  }
  // One for each request tells nothing.
  return exchanges.length > 1 && left.size === exchanges.length - 1;
}
