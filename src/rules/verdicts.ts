import type { components } from '../generated/admin.ts';
import type { Journal } from '../journal/journal.ts';
import type { Lag } from '../runtime/lag.ts';
import { suggest } from '../runtime/nearest.ts';
import { toGivenTenantId } from '../engine/tenants.ts';
import type { Exchange } from '../journal/exchange.ts';
import { backoffGrows, backoffJitters } from './backoff.ts';
import { complete } from './delivery.ts';
import { exactlyOnceEffect } from './effect.ts';
import { dropsInvalidRow, freshKeyPerCall, samePayloadOnRetry } from './payload.ts';
import { authInHeader, chunkSize, validRequests } from './requests.ts';
import { boundedAttempts, noRetryOnPermanent, retriesTransient } from './retrying.ts';
import { createEvidence, type Evidence, type JudgedState, type Tenant } from './evidence.ts';
import type { Account } from '../reconciliation/account.ts';
import { checkExpected, type ExpectedRecord } from '../reconciliation/expected.ts';
import { toLimits, type VerdictLimits } from './limits.ts';
import type { Rule, Verdict } from './rule.ts';
import { explainNoRequests, listSeenTenants } from './seen-tenants.ts';
import { queueFullBacksOff, retryAfterHonored } from './waiting.ts';

/**
 * The results of all rules for a client.
 *
 * @interface
 */
export type Verdicts = Readonly<components['schemas']['Verdicts']>;

/** All rules. */
export const rules: readonly Rule[] = [
  chunkSize,
  authInHeader,
  validRequests,
  retryAfterHonored,
  retriesTransient,
  noRetryOnPermanent,
  samePayloadOnRetry,
  freshKeyPerCall,
  backoffGrows,
  backoffJitters,
  boundedAttempts,
  queueFullBacksOff,
  complete,
  exactlyOnceEffect,
  dropsInvalidRow,
];

/** Options of a judgement: its scope and its limits. */
export interface VerdictOptions extends Partial<VerdictLimits> {
  /**
   * The users that the client must deliver: ids, or records whose values must be stored too.
   *
   * @default The records that were sent.
   */
  readonly expected?: readonly ExpectedRecord[];
  /** Judges only the requests with this key, or of this project or bot. */
  readonly tenant?: string;
}

/** The parts of a mock that the rules look at. */
export interface Judged {
  readonly journal: Journal;
  readonly state: JudgedState;
  accountOf(tenantId?: string): Account;
  readonly lag?: Lag['between'];
}

/** Judges a client by all rules. */
export function judgeClient({ journal, state, accountOf, lag }: Judged, options: VerdictOptions = {}): Verdicts {
  const { expected, tenant, maxAttempts, maxAmplification, ...unknown } = options;
  if (expected !== undefined) checkExpected(expected);
  const limits = toLimits({ maxAttempts, maxAmplification });
  for (const name of Object.keys(unknown)) {
    const known = ['expected', 'tenant', ...Object.keys(limits)];
    throw new Error(`Failed to judge: unknown option "${name}"${suggest(name, known)}.`);
  }
  const tenantId = tenant === undefined ? undefined : toGivenTenantId(tenant, 'judge');
  const filter = tenant === undefined ? {} : { tenant };
  const recorded = journal.exchanges(filter);
  // Without its record ids an exchange would give wrong findings.
  const exchanges = recorded.filter(isWhole);
  const calls = journal.calls(filter).filter(({ attempts }) => attempts.every(isWhole));
  const dropped = journal.dropped(tenant) + recorded.length - exchanges.length;
  const tenants = (): Tenant[] => state.tenants().filter((other) => (tenantId ?? other.tenantId) === other.tenantId);
  const evidence = createEvidence({
    exchanges,
    calls,
    limits,
    dropped,
    state: { ...state, tenants },
    account: accountOf(tenantId),
    ...(expected && { expected }),
    ...(lag && { lag }),
  });
  const verdicts = rules.map((rule) => toVerdict(rule, evidence));
  const isBroken = verdicts.some(({ level, outcome }) => outcome === 'failed' && level !== 'MAY');
  const isIdle = exchanges.length === 0;
  const seen = isIdle ? listSeenTenants(journal.exchanges()) : [];
  return {
    passed: isBroken ? false : isIdle ? null : true,
    ...(isIdle && { reason: explainNoRequests(journal, seen, tenant), tenants: seen }),
    requests: exchanges.length,
    otherRequests: journal.countOthers(),
    dropped,
    verdicts,
    figures: evidence.figures,
  };
}

function isWhole({ records, recordIds }: Exchange): boolean {
  return records === 0 || recordIds !== undefined;
}

function toVerdict({ id, title, requirement, source, level, check }: Rule, evidence: Evidence): Verdict {
  const result = check(evidence);
  const verdict = { rule: id, title, requirement, source, level };
  if (result === undefined) return { ...verdict, outcome: 'not applicable', findings: [] };
  if ('missing' in result) return { ...verdict, outcome: 'inconclusive', missing: result.missing, findings: [] };
  return { ...verdict, outcome: result.length > 0 ? 'failed' : 'passed', findings: [...result] };
}
