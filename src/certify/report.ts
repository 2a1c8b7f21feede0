import type { ClientCall } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';
import type { Reconciliation } from '../reconciliation/reconcile.ts';
import type { CauseKind } from './cause-kinds.ts';

/** The importance of a case, as in RFC 2119. */
export type Level = 'MUST' | 'SHOULD';

/** The results of a client in all cases. */
export interface CertifyReport {
  /** The API that the client sends to. */
  readonly api: ApiName;
  /** The command line of the client, or `a function`. */
  readonly client: string;
  /** Version of vf-mock. */
  readonly version: string;
  /** Version of Node, such as `v24.1.0`. */
  readonly node: string;
  /** The operating system and the processor, such as `linux x64`. */
  readonly platform: string;
  /** Start of the suite in ISO 8601. */
  readonly startedAt: string;
  /** Whether the suite came to its end, and no case that counts has failed. */
  readonly passed: boolean;
  /** Whether the suite came to its end. `false` if a signal stopped it. */
  readonly finished: boolean;
  /** Whether failed cases of level SHOULD, and inconclusive cases, count, too. */
  readonly strict: boolean;
  /** Seed of the records and of random faults. */
  readonly seed: number;
  /** Milliseconds of the whole suite. */
  readonly duration: number;
  /** The things to mend: the causes of all failed cases, worst first. */
  readonly causes: readonly Cause[];
  /** The results in the order of the suite. */
  readonly cases: readonly CaseResult[];
  /** Ids of the cases that did not run or did not end. */
  readonly notRun: readonly string[];
  /** The reason for `notRun` in one sentence. `undefined` if all cases ran. */
  readonly notRunReason?: string;
}

/** One thing to mend: a cause with all cases that failed for it. */
export interface Cause {
  /** The kind of cause: the id of a rule, or another name such as `failed-start`. */
  readonly kind: CauseKind;
  /** What the client did or did not do, in one sentence. */
  readonly message: string;
  /** `MUST` if at least one of the cases has this level. */
  readonly level: Level;
  /** The requirement that the client broke. */
  readonly requirement: string;
  /** The documents that require it. */
  readonly source: string;
  /** What to change in the client. */
  readonly advice: string;
  /** Ids of the cases, in the order of the suite. */
  readonly cases: readonly string[];
  /** Prefixes that select these cases, for the option `only`. */
  readonly only: readonly string[];
}

/** The cause of one failed case. */
export interface CaseCause extends Pick<Cause, 'kind' | 'message'> {
  /** The answers after which the client did so, such as `503` or `a reset`. Empty if the kind does not depend on them. */
  readonly answers: readonly string[];
}

/** The result of a client in one case. */
export interface CaseResult {
  /** Such as `retry/honours-retry-after-seconds`. The part before the slash is the group. */
  readonly id: string;
  /** The importance of the case. Without `strict`, only a failed MUST fails the suite. */
  readonly level: Level;
  /** The requirement in one line. */
  readonly requirement: string;
  /** The documents that require it. */
  readonly source: string;
  /**
   * The result. A case is not applicable if its situation does not occur. It is inconclusive if there is too little
   * evidence to tell.
   */
  readonly outcome: 'passed' | 'failed' | 'not applicable' | 'inconclusive';
  /** The cause of a failed case. It is also the first of the findings. */
  readonly cause?: CaseCause;
  /** The problems, the cause first, or the reason why the case is not applicable or inconclusive. */
  readonly findings: readonly string[];
  /** The calls of the findings as a text for people. Empty if there are none. */
  readonly timeline: string;
  /** Milliseconds from start to end of the client, added up for all runs. */
  readonly duration: number;
  /** The runs of the client. Some cases need more than one. */
  readonly runs: readonly ClientRun[];
  /** Number of requests that reached the mock. */
  readonly requests: number;
  /** The calls of the client. A report has at most 40 calls, and at most 40 attempts of each call. */
  readonly calls: readonly ReportedCall[];
  /** Number of calls that `calls` does not contain. */
  readonly omittedCalls: number;
}

/** One run of a client. */
export interface ClientRun {
  /** The exit code. `undefined` if the client did not end by itself. */
  readonly exitCode?: number;
  /** The signal that ended the client, such as `SIGKILL`. */
  readonly signal?: string;
  /** The reason, if the suite stopped the client. */
  readonly stopped?: string;
  /** Milliseconds. */
  readonly duration: number;
  /** The output of the client. The middle of a long output is left out. */
  readonly stdout: string;
  /** The error output of the client. The middle of a long output is left out. */
  readonly stderr: string;
  /** Number of bytes of the whole output. */
  readonly outputBytes: number;
  /** Where the records are after the run. The valid records of the case are the expected ones. */
  readonly account: Reconciliation;
}

/** A call as a report shows it. */
export interface ReportedCall extends Pick<ClientCall, 'call' | 'operation' | 'outcome' | 'rejected'> {
  /** Number of the run of the client, from 1. */
  readonly run: number;
  /** Number of records in the call. */
  readonly records: number;
  readonly attempts: readonly ReportedAttempt[];
  /** Number of attempts that `attempts` does not contain. */
  readonly omittedAttempts: number;
}

/** An attempt as a report shows it. Times are in milliseconds. */
export interface ReportedAttempt {
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Time of arrival since the start of the run. */
  readonly at: number;
  /** Time from the arrival of the request to the end of the answer, or to the break of the connection. */
  readonly duration: number;
  /** The answer, such as `429 rate_limited` or `a reset`. */
  readonly answer: string;
  readonly result: 'success' | 'refused' | 'failed';
  /** Number of records that the answer rejected. The rest of the chunk can be a success. */
  readonly rejected: number;
  /** Time since the end of the previous attempt. */
  readonly waited?: number;
  /** The wait that the client had to take before this attempt. */
  readonly requiredWait?: number;
  /** Whether the attempt arrived before the end of the required wait. */
  readonly early: boolean;
  /** The wait that the answer requires. */
  readonly retryDelay?: number;
}

/** Whether the outcome of a case fails the whole suite. With `strict` an inconclusive case does, too. */
export function countsAsFailure({ outcome, level }: CaseResult, isStrict: boolean): boolean {
  return isStrict ? outcome === 'failed' || outcome === 'inconclusive' : outcome === 'failed' && level === 'MUST';
}

/** Number of cases with this outcome. */
export function countOutcomes(cases: readonly CaseResult[], wanted: CaseResult['outcome']): number {
  return cases.filter(({ outcome }) => outcome === wanted).length;
}

/** Number of passed cases and of decided cases, for each level. A decided case has passed or failed. */
export function toScore(
  cases: readonly CaseResult[],
): Readonly<Record<Level, { readonly passed: number; readonly of: number }>> {
  const scoreOf = (wanted: Level): { passed: number; of: number } => {
    const ofLevel = cases.filter(({ level }) => level === wanted);
    const passed = countOutcomes(ofLevel, 'passed');
    return { passed, of: passed + countOutcomes(ofLevel, 'failed') };
  };
  return { MUST: scoreOf('MUST'), SHOULD: scoreOf('SHOULD') };
}

/** Groups cases by the part of their id before the slash. The order stays. */
export function toGroups<Item extends Pick<CaseResult, 'id'>>(
  cases: readonly Item[],
): readonly (readonly [group: string, cases: readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of cases) {
    const [group = ''] = item.id.split('/');
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...groups];
}
