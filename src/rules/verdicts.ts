import type { components } from '../generated/admin.ts';
import type { Journal } from '../journal/journal.ts';
import { toTenantId } from '../engine/tenants.ts';
import type { Exchange } from '../journal/exchange.ts';
import { backoffGrows, backoffJitters } from './backoff.ts';
import { complete } from './delivery.ts';
import { exactlyOnceEffect } from './effect.ts';
import { dropsInvalidRow, freshKeyPerCall, samePayloadOnRetry } from './payload.ts';
import { authInHeader, chunkSize, validRequests } from './requests.ts';
import { boundedAttempts, noRetryOnPermanent, retriesTransient } from './retrying.ts';
import { createEvidence, type Evidence, type JudgedState, type Tenant } from './evidence.ts';
import { checkExpected, type ExpectedRecord } from './expected.ts';
import { toLimits, type VerdictLimits } from './limits.ts';
import type { Rule, Verdict } from './rule.ts';
import { queueFullBacksOff, retryAfterHonored } from './waiting.ts';

/**
 * How the client kept each rule.
 *
 * @interface
 */
export type Verdicts = Readonly<components['schemas']['Verdicts']>;

/** The rules that a client is judged by. */
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

/** What to judge, and how strictly. */
export interface VerdictOptions extends Partial<VerdictLimits> {
  /**
   * The users that were to be delivered: ids, or records whose values must be stored too.
   *
   * @default The records that were sent.
   */
  readonly expected?: readonly ExpectedRecord[];
  /** Judges only what was done with this key, or for this project or bot. */
  readonly tenant?: string;
}

/** Judges by all rules. */
export function judgeClient(journal: Journal, state: JudgedState, options: VerdictOptions = {}): Verdicts {
  const { expected, tenant, maxAttempts, maxAmplification, ...unknown } = options;
  if (expected !== undefined) checkExpected(expected);
  const limits = toLimits({ maxAttempts, maxAmplification });
  for (const name of Object.keys(unknown)) {
    const known = ['expected', 'tenant', ...Object.keys(limits)].join(', ');
    throw new Error(`Failed to judge: unknown option "${name}". Use ${known}.`);
  }
  const filter = tenant === undefined ? {} : { tenant };
  const kept = journal.exchanges(filter);
  // What has lost the ids that it carried would mislead.
  const exchanges = kept.filter(isWhole);
  const calls = journal.calls(filter).filter(({ attempts }) => attempts.every(isWhole));
  const dropped = journal.dropped(tenant) + kept.length - exchanges.length;
  const of = tenant === undefined ? undefined : toTenantId(tenant);
  const tenants = (): Tenant[] => state.tenants().filter(({ tenantId }) => (of ?? tenantId) === tenantId);
  const evidence = createEvidence({
    exchanges,
    calls,
    limits,
    dropped,
    state: { ...state, tenants },
    ...(expected && { expected }),
  });
  const verdicts = rules.map((rule) => toVerdict(rule, evidence));
  return {
    passed: verdicts.every(({ level, outcome }) => outcome !== 'failed' || level === 'MAY'),
    requests: exchanges.length,
    dropped,
    verdicts,
    figures: evidence.figures,
  };
}

function isWhole({ records, recordIds }: Exchange): boolean {
  return records === 0 || recordIds !== undefined;
}

function toVerdict({ id, title, requirement, source, level, check }: Rule, evidence: Evidence): Verdict {
  const findings = check(evidence);
  const outcome = findings === undefined ? 'not applicable' : findings.length > 0 ? 'failed' : 'passed';
  return { rule: id, title, requirement, source, level, outcome, findings: [...(findings ?? [])] };
}
