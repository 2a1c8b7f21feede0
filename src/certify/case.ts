import type { Exchange } from '../journal/exchange.ts';
import type { FaultRule } from '../engine/faults.ts';
import type { MockOptions } from '../config/options.ts';
import type { Mock } from '../mock/mock.ts';
import type { RuleId } from '../rules/rule.ts';
import type { Level } from './report.ts';
import type { Check } from './trial.ts';

/** A situation for a client, and the requirements on the client in it. */
export interface Case {
  /** Such as `retry/honours-retry-after-seconds`. The part before the slash is the group. */
  readonly id: string;
  /** The importance of the case. Without `strict`, only a failed MUST fails the suite. */
  readonly level: Level;
  /** The requirement in one line. */
  readonly requirement: string;
  /** The documents that require it. */
  readonly source: string;
  /** Number of records to sync. */
  readonly records: number;
  /** Share of invalid records. */
  readonly invalid?: number;
  /** Options of the mock. */
  readonly options: MockOptions;
  /** How the client must end. */
  readonly end: End;
  /** Whether the stored values must be those of the records. Otherwise only lost records count. */
  readonly comparesValues?: boolean;
  /** The rules that the case applies. */
  readonly rules: readonly RuleId[];
  /**
   * Further checks of the case.
   *
   * @hidden
   */
  readonly checks?: readonly Check[];
  /**
   * The situation that must occur. Otherwise the case is not applicable.
   *
   * @hidden
   */
  readonly premise?: Premise;
  /**
   * Changes the faults while the client runs.
   *
   * @hidden
   */
  readonly steer?: Steer;
  /**
   * Kinds of faults that other cases judge, each with the ids of its fault rules. A client that never sends again after
   * such a fault fails the other case. The records that it loses there do not count here.
   *
   * @hidden
   */
  readonly excused?: readonly (readonly string[])[];
  /** Number of runs of the client, one after the other. */
  readonly runs?: number;
}

/**
 * - `delivered`: All valid records are stored. The client exits with 0, or with any code if there are invalid records.
 * - `stopped`: The client gives up, prints a message, and does not exit with 0.
 * - `honest`: One of the two. If records are lost, the client must not exit with 0.
 * - `any`: The case does not judge the end, because other cases do.
 */
export type End = 'delivered' | 'stopped' | 'honest' | 'any';

/** A situation that must occur: a rule that applies, or an exchange that matches. */
export interface Premise {
  /** The finding if the situation did not occur. */
  readonly otherwise: string;
  readonly rule?: RuleId;
  readonly exchange?: (exchange: Exchange) => boolean;
}

/**
 * Starts to watch one run of a client, which may take `timeout` milliseconds. The returned function is called with each
 * exchange that ends.
 */
export type Steer = (mock: Mock, timeout: number) => (exchange: Exchange) => void;

/** The facts about an API that the cases need. */
export interface Vendor {
  /** Names of the pages of the vendor's reference. */
  readonly pages: { readonly bulk: string; readonly errors: string; readonly access: string };
  /** The key of the client, and its tenant. */
  readonly key: string;
  readonly tenant: string;
  /** Options in all cases: only this key is valid, and the documented request limits are off. */
  readonly options: MockOptions;
  /** Cases about invalid records. */
  readonly recordCases: readonly Case[];
  /** Cases that only this API has. */
  readonly ownCases: readonly Case[];
}

/** A case with fault rules. It is not applicable if no fault occurred. */
export function toFaultCase(
  given: Pick<Case, 'id' | 'requirement' | 'source'> & Partial<Case>,
  ...faults: readonly FaultRule[]
): Case {
  return {
    level: 'MUST',
    // Two chunks of at most 1,000.
    records: 1500,
    end: 'delivered',
    rules: [],
    premise: { otherwise: 'No request met the fault.', exchange: ({ fault }) => fault !== undefined },
    ...given,
    options: { ...given.options, faults },
  };
}

/** A case that judges only some rules. If none of them applies, the case is not applicable. */
export function toRuleCase(
  given: Pick<Case, 'id' | 'requirement' | 'source'> & Partial<Case>,
  rule: RuleId,
  otherwise: string,
): Case {
  const premise = { otherwise, rule };
  return { level: 'MUST', records: 1500, options: {}, end: 'any', rules: [rule], premise, ...given };
}
