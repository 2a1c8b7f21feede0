import { serve } from '../adapters/express.ts';
import { generateRecords, type GeneratedRecord, type RecordFormat } from '../records/records.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { createMock, type Mock } from '../mock/mock.ts';
import type { ApiName } from '../openapi/router.ts';
import { findMarkedProperties } from '../openapi/property-marks.ts';
import type { ExpectedRecord } from '../reconciliation/expected.ts';
import { mergeOptions } from '../config/scenarios.ts';
import type { CaseResult, ClientRun } from './report.ts';
import type { Case } from './case.ts';
import { findExcused } from './excused.ts';
import { judgeCase } from './judge.ts';
import type { Launch } from './launch.ts';
import { commonOptions, toEnvironment, withRecordsFile } from './protocol.ts';
import { toReportedCalls } from './reported-calls.ts';
import type { Trial } from './trial.ts';
import { findWrongRejections, findChangedValues } from './stored-differences.ts';
import { maxRequests, superviseClient } from './supervise-client.ts';
import { vendors } from './vendors.ts';

/** The settings of all cases. */
export interface RunSettings {
  readonly api: ApiName;
  readonly launch: Launch;
  /** Maximum milliseconds of one run. */
  readonly timeout: number;
  readonly format: RecordFormat;
  readonly seed: number;
  readonly clock: 'system' | 'manual';
  /** Aborting it stops the run and its client. */
  readonly signal: AbortSignal;
}

/** Runs a client in the situation of a case, with its own mock and port, and judges the client. */
export async function runCase(testCase: Case, setting: RunSettings): Promise<CaseResult> {
  const { api, seed, clock, format } = setting;
  const records = [...generateRecords({ api, count: testCase.records, invalid: testCase.invalid ?? 0, seed })];
  const journalLimit = maxRequests(testCase.records);
  const mock = createMock(mergeOptions(commonOptions, testCase.options, { seed, clock, journalLimit }));
  if (clock === 'manual') mock.clock.autoAdvance();
  const server = await serve(mock);
  try {
    const trials = await withRecordsFile(records, { format, api }, async (file) => {
      const trials: Trial[] = [];
      const env = toEnvironment(server.url, file, testCase.id);
      for (let run = 0; run < (testCase.runs ?? 1); run += 1) {
        // The judge looks at each run alone.
        mock.journal.clear();
        trials.push(await runOnce(testCase, { mock, records, env }, setting));
      }
      return trials;
    });
    return toResult(testCase, trials);
  } finally {
    // Ends requests that still wait for an answer.
    mock.reset();
    await server.close();
  }
}

interface CaseSetup {
  readonly mock: Mock;
  readonly records: readonly GeneratedRecord[];
  readonly env: Readonly<Record<string, string>>;
}

async function runOnce(testCase: Case, { mock, records, env }: CaseSetup, setting: RunSettings): Promise<Trial> {
  const { api, launch, signal, timeout } = setting;
  signal.throwIfAborted();
  const supervision = superviseClient(mock, { timeout, records: testCase.records, signal });
  const steer = testCase.steer?.(mock, timeout);
  const unsubscribe = steer && mock.journal.subscribe(({ exchange }) => steer(exchange), { type: 'exchangeEnded' });
  const before = mock.clock.now();
  const task = {
    api,
    case: testCase.id,
    env,
    records: records.map(({ record }) => record),
    mock,
    signal: supervision.signal,
  };
  const ended = await launch(task).finally(() => {
    supervision.end();
    unsubscribe?.();
  });
  signal.throwIfAborted();
  const stopped = supervision.reason();
  const run: ClientRun = {
    ...ended,
    // Reports show the output, and clients print the headers of their requests.
    stdout: maskKeys(ended.stdout),
    stderr: maskKeys(ended.stderr),
    duration: mock.clock.now() - before,
    ...(stopped !== undefined && { stopped }),
    account: mock.reconcile({ expected: records.flatMap(({ id, isValid }) => (isValid ? [id] : [])) }),
  };
  return { start: before, run, ...observe(testCase, { mock, records, run }, setting) };
}

interface Ended extends Pick<CaseSetup, 'mock' | 'records'> {
  readonly run: ClientRun;
}

/** What a run of a client has left: its requests, the stored users, and the verdicts. */
function observe(
  { excused: faults, comparesValues = false }: Case,
  { mock, records, run: { exitCode, account } }: Ended,
  { api, format }: RunSettings,
): Omit<Trial, 'start' | 'run'> {
  const [exchanges, calls, stored] = [mock.journal.exchanges(), mock.journal.calls(), toStored(mock, api)];
  const valid = records.filter(({ isValid }) => isValid);
  const excused = faults && findExcused(faults, { calls, exchanges, exitCode, account });
  const expected = valid.filter(({ id }) => excused?.has(id) !== true);
  return {
    exchanges,
    others: mock.journal.others(),
    calls,
    verdicts: mock.verdicts({ expected: toExpected(expected, comparesValues && format !== 'csv') }),
    stored,
    excused,
    wrongRejections: findWrongRejections(records, exchanges, stored),
    changedValues: format === 'csv' ? findChangedValues(records, stored) : [],
  };
}

/** The records, or only their ids. For CSV, `findChangedValues` compares the values, because CSV has no types. */
function toExpected(records: readonly GeneratedRecord[], withValues: boolean): ExpectedRecord[] {
  return records.map(({ record, id }) => (withValues ? withoutNulls(record) : id));
}

/** Drops null values, because clients in many languages leave them out. */
function withoutNulls(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(record).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, isBag(value) ? withoutNulls(value) : value]));
}

function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The stored users by id, without the times of their last writes. */
function toStored(mock: Mock, api: ApiName): Map<string, Readonly<Record<string, unknown>>> {
  const times = new Set(findMarkedProperties(api, 'x-last-write'));
  return new Map(
    mock.stored({ api, tenant: vendors[api].tenant }).map(({ id, record }) => {
      const entries = Object.entries(record).filter(([name]) => !times.has(name));
      return [id, Object.fromEntries(entries)];
    }),
  );
}

function toResult(testCase: Case, trials: readonly Trial[]): CaseResult {
  const { id, level, requirement, source } = testCase;
  const runs = trials.map(({ run }) => run);
  return {
    id,
    level,
    requirement,
    source,
    ...judgeCase(testCase, trials),
    duration: runs.reduce((sum, { duration }) => sum + duration, 0),
    runs: runs.map(shortenOutput),
    requests: trials.reduce((sum, { exchanges }) => sum + exchanges.length, 0),
    ...toReportedCalls(trials),
  };
}

/** Number of characters that a report keeps of each end of an output. */
const shownOutput = 2000;

function shortenOutput(run: ClientRun): ClientRun {
  return { ...run, stdout: shortenText(run.stdout), stderr: shortenText(run.stderr) };
}

function shortenText(text: string): string {
  if (text.length <= 2 * shownOutput) return text;
  return `${text.slice(0, shownOutput)}\n… ${text.length - 2 * shownOutput} characters …\n${text.slice(-shownOutput)}`;
}
