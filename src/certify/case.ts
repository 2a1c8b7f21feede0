import type { Exchange } from '../journal/exchange.ts';
import type { FaultRule } from '../engine/faults.ts';
import type { MockOptions } from '../config/options.ts';
import type { RuleId } from '../rules/rule.ts';
import type { Level } from './report.ts';
import type { Check } from './trial.ts';

/** One situation that a client is brought into, and what it is to make of it. */
export interface Case {
  /** Such as `retry/honours-retry-after-seconds`; what stands before the slash is its group. */
  readonly id: string;
  readonly level: Level;
  /** What is required, in one line. */
  readonly requirement: string;
  /** Who requires it. */
  readonly source: string;
  /** Records to sync. */
  readonly records: number;
  /** The share of them that is invalid. */
  readonly invalid?: number;
  /** What the mock does otherwise than by default. */
  readonly options: MockOptions;
  /** How the client is to end. */
  readonly end: End;
  /** The rules that it is judged by, beside its end. */
  readonly rules: readonly RuleId[];
  /**
   * What else it is judged by.
   *
   * @hidden
   */
  readonly checks?: readonly Check[];
  /**
   * What must have happened for the case to say anything.
   *
   * @hidden
   */
  readonly premise?: Premise;
  /** How often the client runs, one run after the other. */
  readonly runs?: number;
}

/**
 * - `delivered`: all valid records are stored, and it exits with 0; where there were invalid ones, with any code.
 * - `stopped`: it gives up, says so, and does not exit with 0.
 * - `honest`: one or the other; it must not exit with 0 where records are lost.
 */
export type End = 'delivered' | 'stopped' | 'honest';

/** What must have happened: a rule that applies, or an exchange of a kind. */
export interface Premise {
  /** Said where it did not. */
  readonly otherwise: string;
  readonly rule?: RuleId;
  readonly exchange?: (exchange: Exchange) => boolean;
}

/** What the cases need to know of an API. */
export interface Vendor {
  /** Pages of the vendor's reference. */
  readonly pages: { readonly bulk: string; readonly errors: string; readonly access: string };
  /** The key of the client, and the tenant that it works for. */
  readonly key: string;
  readonly tenant: string;
  /** In all cases: only this key is valid, and no documented limit of requests joins in. */
  readonly options: MockOptions;
  /** Cases on what is wrong with single records. */
  readonly recordCases: readonly Case[];
  /** Cases on what only this API has. */
  readonly ownCases: readonly Case[];
}

/** All that a client may need in order to say the same again, and not too often. */
export const retryRules: readonly RuleId[] = [
  'retry-after-honored',
  'same-payload-on-retry',
  'bounded-attempts',
  'exactly-once-effect',
];

/** A case in which fault rules are in force; without a fault that fired it says nothing. */
export function toFaultCase(
  given: Pick<Case, 'id' | 'requirement' | 'source'> & Partial<Case>,
  ...faults: readonly FaultRule[]
): Case {
  return {
    level: 'MUST',
    // Two chunks.
    records: 1500,
    end: 'delivered',
    rules: retryRules,
    premise: { otherwise: 'No request met the fault.', exchange: ({ fault }) => fault !== undefined },
    ...given,
    options: { ...given.options, faults },
  };
}
