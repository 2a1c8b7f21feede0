import type { ClientCall, Exchange } from '../journal/exchange.ts';
import type { Finding, Inconclusive } from '../rules/rule.ts';
import type { Verdicts } from '../rules/verdicts.ts';
import type { CauseKind } from './cause-kinds.ts';
import type { ClientRun } from './report.ts';

/** One run of a client, with its requests and the stored users. */
export interface Trial {
  /** Start of the run, in milliseconds since 1970. */
  readonly start: number;
  readonly run: ClientRun;
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  /** Other requests, which mean no API. */
  readonly others: readonly Exchange[];
  readonly calls: readonly ClientCall[];
  readonly verdicts: Verdicts;
  /** The stored users by id, as records. */
  readonly stored: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Findings about valid records that were rejected, because the client changed them. */
  readonly wrongRejections: readonly Finding[];
  /** Findings about values that differ from the CSV file. */
  readonly changedValues: readonly Finding[];
  /** The records that do not count, because the client lost them where another case judges it. */
  readonly excused?: ReadonlySet<string> | undefined;
}

/** A finding against a client, with its kind. */
export interface Wrong extends Finding {
  readonly kind: CauseKind;
}

/** Checks all runs of a case. Returns `undefined` if the situation of the check did not occur. */
export type Check = (trials: readonly Trial[]) => readonly Wrong[] | Inconclusive | undefined;
