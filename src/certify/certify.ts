import { availableParallelism } from 'node:os';
import { recordFormats, type RecordFormat } from '../records/records.ts';
import { version } from '../generated/version.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import { countsAsFailure, type CaseResult, type CertifyReport } from './report.ts';
import type { Case } from './case.ts';
import { findCases, refuseCases } from './cases.ts';
import { launchCommand } from './command.ts';
import { launchFunction, type Client, type Launch } from './launch.ts';
import { runCase, type RunSettings } from './run.ts';

export { generateRecords, writeRecords, type GeneratedRecord } from '../records/records.ts';
export type { RecordFormat, RecordOptions } from '../records/records.ts';
export type { CaseResult, CertifyReport, ClientRun, Level, ReportedAttempt, ReportedCall } from './report.ts';
export type { Case, End } from './case.ts';
export { toCases } from './cases.ts';
export type { Client, Task } from './launch.ts';
export { reports, type ReportKind } from './reports.ts';

/** Which client to certify, and how. */
export interface CertifyOptions {
  /** The API that it syncs to. */
  readonly api: ApiName;
  /**
   * The client: a command and its arguments, such as `['node', 'sync.js']`, that finds its base URL, credentials and
   * records in the environment; or a function, which gets the same in its task.
   */
  readonly client: readonly string[] | Client;
  /**
   * Only the cases whose id begins with one of these.
   *
   * @default All of them.
   */
  readonly only?: readonly string[];
  /**
   * Cases that run at once.
   *
   * @default The number of cores.
   */
  readonly jobs?: number;
  /**
   * Whether a failed case of level SHOULD counts.
   *
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Whether to end with the first failed case that counts.
   *
   * @default false
   */
  readonly bail?: boolean;
  /**
   * Milliseconds of real time that the client has for one run.
   *
   * @default 60000
   */
  readonly timeout?: number;
  /**
   * How the file with the records is written.
   *
   * @default ndjson
   */
  readonly format?: RecordFormat;
  /**
   * Of the records and of what happens by chance.
   *
   * @default 1
   */
  readonly seed?: number;
  /**
   * The clock of the mocks. With `manual`, a function that takes `fetch` and `sleep` from `task.mock` goes through all
   * waits in no time.
   *
   * @default system
   */
  readonly clock?: 'system' | 'manual';
  /** Ends it, with all that it started. */
  readonly signal?: AbortSignal;
  /** Called with each case as it ends, the number of those that have, and of all. */
  onCase?(result: CaseResult, done: number, total: number): void;
}

/**
 * Runs a client through the cases of an API, each with a mock, a port and a file of records of its own, and judges it.
 *
 * @throws For an unknown or impossible option, a command that cannot be run, or when the signal is aborted.
 * @example expect(await certify({ api: 'vibefollow', client: ['node', 'sync.js'] })).toMatchObject({ passed: true })
 */
export async function certify(options: CertifyOptions): Promise<CertifyReport> {
  const settled = checkOptions(options);
  const { api, strict, seed, onCase } = settled;
  const cases = findCases(api, settled.only);
  const idle = settled.only.filter((prefix) => findCases(api, [prefix]).length === 0);
  if (idle.length > 0) throw refuseCases([api], idle);
  const start = Date.now();
  const results = await runAll(cases, settled, (result, done) => onCase?.(result, done, cases.length));
  return {
    api,
    client: typeof options.client === 'function' ? 'a function' : options.client.join(' '),
    version,
    passed: !results.some((result) => countsAsFailure(result, strict)),
    strict,
    seed,
    duration: Date.now() - start,
    cases: results,
    notRun: cases.map(({ id }) => id).filter((id) => !results.some((result) => result.id === id)),
  };
}

type CheckedOptions = Omit<Required<CertifyOptions>, 'onCase' | 'client' | 'signal'> &
  Pick<CertifyOptions, 'onCase' | 'signal'> & { readonly launch: Launch };

const known = 'api, client, only, jobs, strict, bail, timeout, format, seed, clock, signal, onCase';

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
    ...others
  } = options;
  const { signal: _signal, onCase: _onCase, ...unknown } = others;
  for (const name of Object.keys(unknown)) throw toOptionError(`unknown option "${name}"`, known);
  if (!apiNames.includes(api)) throw toOptionError(`api is ${api as string}`, apiNames.join(' or '));
  if (!Number.isSafeInteger(jobs) || jobs < 1) throw toOptionError(`jobs is ${jobs}`, 'a whole number of 1 or more');
  if (!(timeout > 0 && timeout < 2 ** 31)) throw toOptionError(`timeout is ${timeout}`, 'milliseconds, more than 0');
  if (!recordFormats.includes(format)) throw toOptionError(`format is ${format as string}`, recordFormats.join(', '));
  if (typeof client !== 'function' && !isList(client))
    throw toOptionError(`client is ${JSON.stringify(client)}`, clients);
  if (!Array.isArray(only)) throw toOptionError(`only is ${JSON.stringify(only)}`, "a list, such as ['retry/']");
  if (typeof client !== 'function' && clock === 'manual')
    throw toOptionError('clock is manual, but a command waits in real time', 'a function, or the system clock');
  const launch = typeof client === 'function' ? launchFunction(client) : launchCommand(client);
  return { api, only, jobs, strict, bail, timeout, format, seed, clock, launch, ...others };
}

const clients = "a function, or a list of a command and its arguments, such as ['node', 'sync.js']";

/** Of texts, one at least. */
function isList(given: unknown): boolean {
  return Array.isArray(given) && given.length > 0 && given.every((one) => typeof one === 'string');
}

function toOptionError(problem: string, allowed: string): Error {
  return new Error(`Failed to certify: ${problem}. Use ${allowed}.`);
}

/** Several at once; what fails, or bails, ends those that are under way. */
async function runAll(
  cases: readonly Case[],
  { jobs, bail, strict, signal, ...settled }: CheckedOptions,
  onResult: (result: CaseResult, done: number) => void,
): Promise<CaseResult[]> {
  const controller = new AbortController();
  const setting: RunSettings = {
    ...settled,
    signal: signal ? AbortSignal.any([signal, controller.signal]) : controller.signal,
  };
  const results = new Map<string, CaseResult>();
  const left = [...cases];
  const bailed = new Error('Bailed');

  async function work(): Promise<void> {
    for (let one = left.shift(); one && !setting.signal.aborted; one = left.shift()) {
      const result = await runCase(one, setting);
      results.set(one.id, result);
      onResult(result, results.size);
      if (bail && countsAsFailure(result, strict)) controller.abort(bailed);
    }
  }

  const workers = Array.from({ length: Math.min(jobs, cases.length) }, async () =>
    work().catch((error: unknown) => {
      controller.abort(error);
    }),
  );
  await Promise.all(workers);
  if (setting.signal.aborted && setting.signal.reason !== bailed) throw setting.signal.reason;
  return cases.flatMap(({ id }) => results.get(id) ?? []);
}
