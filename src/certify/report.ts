import type { ClientCall } from '../journal/exchange.ts';
import type { ApiName } from '../openapi/router.ts';

/** How much a case matters, in the words of RFC 2119. */
export type Level = 'MUST' | 'SHOULD';

/** How a client did in all cases. */
export interface CertifyReport {
  readonly api: ApiName;
  /** Its command line, or `a function`. */
  readonly client: string;
  /** Version of vf-mock. */
  readonly version: string;
  /** Whether no case failed, of those that count. */
  readonly passed: boolean;
  /** Whether cases of level SHOULD count too. */
  readonly strict: boolean;
  /** Of the records and of what happens by chance. */
  readonly seed: number;
  /** Milliseconds in all. */
  readonly duration: number;
  /** In the order of the suite. */
  readonly cases: readonly CaseResult[];
  /** Ids of the cases that were left out, since one before them had failed. */
  readonly notRun: readonly string[];
}

/** How a client did in one case. */
export interface CaseResult {
  /** Such as `retry/honours-retry-after-seconds`; what stands before the slash is its group. */
  readonly id: string;
  readonly level: Level;
  /** What is required, in one line. */
  readonly requirement: string;
  /** Who requires it. */
  readonly source: string;
  readonly outcome: 'passed' | 'failed' | 'not applicable';
  /** What is wrong, or why the case is not applicable, in plain words. */
  readonly findings: readonly string[];
  /** The calls that the findings are about as text for people; empty without any. */
  readonly timeline: string;
  /** Milliseconds from the start of the client to its end, of all runs. */
  readonly duration: number;
  /** How the client ran; more than once where the case asks for it. */
  readonly runs: readonly ClientRun[];
  /** Requests that reached the mock. */
  readonly requests: number;
  /** What the client sent, up to so many calls and attempts as a report can show. */
  readonly calls: readonly ReportedCall[];
  /** Calls that are left out of `calls`. */
  readonly omittedCalls: number;
}

/** How a client ran once. */
export interface ClientRun {
  /** `undefined` where it did not end by itself. */
  readonly exitCode?: number;
  /** The signal that ended it, such as `SIGKILL`. */
  readonly signal?: string;
  /** Why the suite stopped it, if it had to. */
  readonly stopped?: string;
  /** Milliseconds. */
  readonly duration: number;
  /** What it wrote, with the middle left out where it is much. */
  readonly stdout: string;
  readonly stderr: string;
  /** Bytes that it wrote in all. */
  readonly outputBytes: number;
}

/** A call as a report shows it. */
export interface ReportedCall extends Pick<ClientCall, 'call' | 'operation' | 'outcome'> {
  /** Records in it. */
  readonly records: number;
  readonly attempts: readonly ReportedAttempt[];
  /** Attempts that are left out of `attempts`. */
  readonly omittedAttempts: number;
}

/** An attempt as a report shows it. Times are in milliseconds. */
export interface ReportedAttempt {
  /** From 1. */
  readonly attempt: number;
  /** Since the client was started. */
  readonly at: number;
  /** From its arrival to the last byte of the answer, or to the break of the connection. */
  readonly duration: number;
  /** Such as `429 rate_limited` or `a reset`. */
  readonly answer: string;
  readonly result: 'success' | 'refused' | 'failed';
  /** How long it came after the end of the attempt before it. */
  readonly waited?: number;
  /** How long it was to wait before it came. */
  readonly requiredWait?: number;
  /** Whether it came before it was told to. */
  readonly early: boolean;
  /** How long its answer tells to wait. */
  readonly retryDelay?: number;
}

/** Whether a case fails the whole. */
export function countsAsFailure({ outcome, level }: CaseResult, isStrict: boolean): boolean {
  return outcome === 'failed' && (isStrict || level === 'MUST');
}

/** How many of the cases that apply were passed, of each level. */
export function toScore(
  cases: readonly CaseResult[],
): Readonly<Record<Level, { readonly passed: number; readonly of: number }>> {
  const scoreOf = (wanted: Level): { passed: number; of: number } => {
    const some = cases.filter(({ level, outcome }) => level === wanted && outcome !== 'not applicable');
    return { passed: some.filter(({ outcome }) => outcome === 'passed').length, of: some.length };
  };
  return { MUST: scoreOf('MUST'), SHOULD: scoreOf('SHOULD') };
}

/** Cases by what stands before the slash of their ids, in order. */
export function toGroups<Item extends Pick<CaseResult, 'id'>>(
  cases: readonly Item[],
): readonly (readonly [group: string, cases: readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const one of cases) {
    const [group = ''] = one.id.split('/');
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups];
}
