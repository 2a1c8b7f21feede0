import type { Exchange } from '../journal/exchange.ts';
import type { components } from '../generated/admin.ts';
import { toPrintable } from '../runtime/printable.ts';
import type { Evidence } from './evidence.ts';

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
