import type { ClientCall, Exchange } from '../journal/exchange.ts';
import type { Finding } from '../rules/rule.ts';
import type { Verdicts } from '../rules/verdicts.ts';
import type { ClientRun } from './report.ts';

/** What one run of a client has left behind. */
export interface Trial {
  /** When it began, in milliseconds since 1970. */
  readonly start: number;
  readonly run: ClientRun;
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  readonly calls: readonly ClientCall[];
  readonly verdicts: Verdicts;
  /** What is stored: users by their ids, as records. */
  readonly stored: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Valid records that were rejected as they came, and values that are stored otherwise than a CSV file had them. */
  readonly storedDifferences: readonly Finding[];
}

/** Looks at all runs of a case for what is wrong; `undefined` where nothing happened that it is about. */
export type Check = (trials: readonly Trial[]) => readonly Finding[] | undefined;
