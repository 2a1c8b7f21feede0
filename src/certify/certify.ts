import { suggest } from '../runtime/nearest.ts';
import { availableParallelism } from 'node:os';
import { recordFormats, type RecordFormat } from '../records/records.ts';
import { version } from '../generated/version.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import { toIso } from '../runtime/clock.ts';
import { toCauses } from './causes.ts';
import { countsAsFailure, type CaseResult, type CertifyReport } from './report.ts';
import type { Case } from './case.ts';
import { findCases, firstCase, refuseCases } from './cases.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { launchCommand } from './command.ts';
import { launchFunction, type Client, type Launch } from './launch.ts';
import { runCase, type RunSettings } from './run.ts';

export { generateRecords, writeRecords, type GeneratedRecord } from '../records/records.ts';
export type { RecordFormat, RecordOptions } from '../records/records.ts';
export type { CauseKind } from './cause-kinds.ts';
export type {
  CaseCause,
  CaseResult,
  Cause,
  CertifyReport,
  ClientRun,
  Level,
  ReportedAttempt,
  ReportedCall,
} from './report.ts';
export type { Case, End } from './case.ts';
export { toCases } from './cases.ts';
export type { Client, Task } from './launch.ts';
export { reports, type ReportKind } from './reports.ts';

/** The client to certify, and the settings. */
export interface CertifyOptions {
  /** The API that the client syncs to. */
  readonly api: ApiName;
  /**
   * The client. A command with its arguments, such as `['node', 'sync.js']`, finds its base URL, credentials and records
   * in the environment. A function gets the same values in its task.
   */
  readonly client: readonly string[] | Client;
  /**
   * Prefixes of the ids of the cases to run.
   *
   * @default All cases.
   */
  readonly only?: readonly string[];
  /**
   * Maximum number of cases that run at once.
   *
   * @default The number of cores.
   */
  readonly jobs?: number;
  /**
   * Whether failed cases of level SHOULD, and inconclusive cases, count.
   *
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Whether to stop after the first failed case that counts.
   *
   * @default false
   */
  readonly bail?: boolean;
  /**
   * Maximum real time of one run of the client, in milliseconds.
   *
   * @default 60000
   */
  readonly timeout?: number;
  /**
   * Format of the file with the records.
   *
   * @default ndjson
   */
  readonly format?: RecordFormat;
  /**
   * Seed of the records and of random faults.
   *
   * @default 1
   */
  readonly seed?: number;
  /**
   * The clock of the mocks. With `manual`, waits take no real time if the client is a function that uses `fetch` and
   * `sleep` of `task.mock`.
   *
   * @default system
   */
  readonly clock?: 'system' | 'manual';
  /** Aborting it stops the suite and all clients. `certify` then throws the reason of the signal, unless `partial`. */
  readonly signal?: AbortSignal;
  /**
   * Whether to return the report of the finished cases when the signal stops the suite. Its `finished` and `passed` are
   * `false`.
   *
   * @default false
   */
  readonly partial?: boolean;
  /** Called at the end of each case, with its result, the number of finished cases and the number of all cases. */
  onCase?(result: CaseResult, done: number, total: number): void;
}

/**
 * Runs a client through the cases of an API and judges it. Each case has its own mock, port and file of records.
 *
 * @throws If an option is unknown or impossible, if the command cannot be run, or if the signal is aborted without
 * `partial`.
 * @example expect(await certify({ api: 'vibefollow', client: ['node', 'sync.js'] })).toMatchObject({ passed: true })
 */
export async function certify(options: CertifyOptions): Promise<CertifyReport> {
  const settled = checkOptions(options);
  const { api, strict, seed, onCase } = settled;
  const cases = findCases(api, settled.only);
  const unmatched = settled.only.filter((prefix) => findCases(api, [prefix]).length === 0);
  if (unmatched.length > 0) throw refuseCases([api], unmatched);
  const start = Date.now();
  const { results, end } = await runAll(cases, settled, (result, done) => onCase?.(result, done, cases.length));
  return {
    api,
    client: typeof options.client === 'function' ? 'a function' : maskKeys(options.client.join(' ')),
    version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    startedAt: toIso(start),
    passed: end !== ends.stopped && !results.some((result) => countsAsFailure(result, strict)),
    finished: end !== ends.stopped,
    strict,
    seed,
    duration: Date.now() - start,
    causes: toCauses(
      results,
      findCases(api, []).map(({ id }) => id),
    ),
    cases: results,
    notRun: cases.map(({ id }) => id).filter((id) => !results.some((result) => result.id === id)),
    ...(end !== undefined && { notRunReason: end }),
  };
}

/** Why a suite ended before its last case. */
const ends = {
  unable: `The client failed ${firstCase}, the simplest case. Without it the other cases tell nothing.`,
  bailed: 'A case failed, and the suite stops at the first failure.',
  stopped: 'The suite was stopped.',
} as const;
type SuiteEnd = (typeof ends)[keyof typeof ends];

type CheckedOptions = Omit<Required<CertifyOptions>, 'onCase' | 'client' | 'signal'> &
  Pick<CertifyOptions, 'onCase' | 'signal'> & { readonly launch: Launch };

const known = 'api client only jobs strict bail timeout format seed clock signal partial onCase'.split(' ');

function checkOptions(options: CertifyOptions): CheckedOptions {
  const {
    api,
    client,
    only = [],
    jobs = availableParallelism(),
    strict = false,
    bail = false,
    timeout = 60_000,
    format = 'ndjson',
    seed = 1,
    clock = 'system',
    partial = false,
    ...others
  } = options;
  const { signal: _signal, onCase: _onCase, ...unknown } = others;
  for (const name of Object.keys(unknown)) throw toNameError(`unknown option "${name}"`, name, known);
  if (!apiNames.includes(api)) throw toNameError(`api is ${api as string}`, api, apiNames);
  if (!Number.isSafeInteger(jobs) || jobs < 1) throw toOptionError(`jobs is ${jobs}`, 'a whole number of 1 or more');
  if (!(timeout > 0 && timeout < 2 ** 31)) throw toOptionError(`timeout is ${timeout}`, 'milliseconds, more than 0');
  if (!recordFormats.includes(format)) throw toNameError(`format is ${format as string}`, format, recordFormats);
  if (typeof client !== 'function' && !isCommand(client))
    throw toOptionError(`client is ${JSON.stringify(client)}`, clients);
  if (!Array.isArray(only)) throw toOptionError(`only is ${JSON.stringify(only)}`, "a list, such as ['retry/']");
  if (typeof client !== 'function' && clock === 'manual')
    throw toOptionError('clock is manual, but a command waits in real time', 'a function, or the system clock');
  const launch = typeof client === 'function' ? launchFunction(client) : launchCommand(client);
  return { api, only, jobs, strict, bail, timeout, format, seed, clock, partial, launch, ...others };
}

const clients = "a function, or a list of a command and its arguments, such as ['node', 'sync.js']";

/** Whether a value is a list of at least one string. */
function isCommand(given: unknown): boolean {
  return Array.isArray(given) && given.length > 0 && given.every((part) => typeof part === 'string');
}

function toOptionError(problem: string, allowed: string): Error {
  return new Error(`Failed to certify: ${problem}. Use ${allowed}.`);
}

/** The error for a name that is none of `names`. */
function toNameError(problem: string, name: string, names: readonly string[]): Error {
  return new Error(`Failed to certify: ${problem}${suggest(name, names)}.`);
}

/** The results in the order of the cases, and the reason if not all cases ran. */
interface SuiteRun {
  readonly results: readonly CaseResult[];
  readonly end: SuiteEnd | undefined;
}

/** Runs the first case alone, and then several cases at once. An error or `bail` stops the cases that still run. */
async function runAll(
  cases: readonly Case[],
  { jobs, bail, strict, signal, partial, ...settled }: CheckedOptions,
  onResult: (result: CaseResult, done: number) => void,
): Promise<SuiteRun> {
  const controller = new AbortController();
  const setting: RunSettings = {
    ...settled,
    signal: signal ? AbortSignal.any([signal, controller.signal]) : controller.signal,
  };
  const results = new Map<string, CaseResult>();
  const pending = [...cases];
  let end: SuiteEnd | undefined;
  const stop = (reason: SuiteEnd): void => {
    end ??= reason;
    controller.abort(reason);
  };

  async function runNext(next: Case): Promise<void> {
    const result = await runCase(next, setting);
    results.set(next.id, result);
    onResult(result, results.size);
    if (next.id === firstCase && result.outcome === 'failed' && pending.length > 0) stop(ends.unable);
    if (bail && countsAsFailure(result, strict)) stop(ends.bailed);
  }

  async function work(last?: string): Promise<void> {
    for (let next = pending.shift(); next && !setting.signal.aborted; next = pending.shift()) {
      await runNext(next);
      if (next.id === last) return;
    }
  }

  const start = async (last?: string): Promise<void> => work(last).catch((error: unknown) => controller.abort(error));
  if (cases[0]?.id === firstCase) await start(firstCase);
  await Promise.all(Array.from({ length: Math.min(jobs, pending.length) }, async () => start()));
  if (setting.signal.aborted && end === undefined) {
    if (!(partial && signal?.aborted === true && setting.signal.reason === signal.reason)) throw setting.signal.reason;
    end = ends.stopped;
  }
  return { results: cases.flatMap(({ id }) => results.get(id) ?? []), end };
}
