import type { ClientCall, Exchange } from '../journal/exchange.ts';
import type { Finding, Inconclusive } from '../rules/rule.ts';
import type { Verdicts } from '../rules/verdicts.ts';
import type { ClientRun } from './report.ts';

/** One run of a client, with its requests and the stored users. */
export interface Trial {
  /** Start of the run, in milliseconds since 1970. */
  readonly start: number;
  readonly run: ClientRun;
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  readonly calls: readonly ClientCall[];
  readonly verdicts: Verdicts;
  /** The stored users by id, as records. */
  readonly stored: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Findings about valid records that were rejected, and about values that differ from the CSV file. */
  readonly storedDifferences: readonly Finding[];
}

/** Checks all runs of a case. Returns `undefined` if the situation of the check did not occur. */
export type Check = (trials: readonly Trial[]) => readonly Finding[] | Inconclusive | undefined;
