import type { Exchange } from '../journal/exchange.ts';
import type { components } from '../generated/admin.ts';
import { toPrintable } from '../runtime/printable.ts';
import type { Evidence } from './evidence.ts';

/** The id of a rule. */
export type RuleId = components['schemas']['RuleId'];
/**
 * One breach of a rule.
 *
 * @interface
 */
export type Finding = Readonly<components['schemas']['Finding']>;
/**
 * The result of one rule for a client.
 *
 * @interface
 */
export type Verdict = Readonly<components['schemas']['Verdict']>;

/** A requirement on clients, with its check. */
export interface Rule {
  /** The name of the rule, such as `retry-after-honored`. */
  readonly id: RuleId;
  /** The rule in a few words, such as `Backoff grows`. */
  readonly title: string;
  /** The requirement in one line. */
  readonly requirement: string;
  /** The documents that require it. */
  readonly source: string;
  /** The importance of the rule. A failed MAY does not fail the client. */
  readonly level: Verdict['level'];
  /**
   * Finds the breaches of the rule. Returns `undefined` if the situation that it tests did not occur.
   *
   * @hidden
   */
  check(evidence: Evidence): readonly Finding[] | Inconclusive | undefined;
}

/** The result of a check that has too little evidence. */
export interface Inconclusive {
  /** The evidence that is missing, such as `3 calls; 16 are needed`. */
  readonly missing: string;
}

/** A finding about exchanges and records. */
export function toFinding(message: string, exchanges: readonly Exchange[], records: readonly string[] = []): Finding {
  // The message may contain values of the client, and terminals print it.
  return {
    message: toPrintable(message),
    exchanges: exchanges.map(({ number }) => number),
    ...(records.length > 0 && { records: [...records] }),
  };
}
