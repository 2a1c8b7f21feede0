import { serve } from '../adapters/express.ts';
import { generateRecords, type GeneratedRecord, type RecordFormat } from '../records/records.ts';
import { createMock, type Mock } from '../mock/mock.ts';
import type { ApiName } from '../openapi/router.ts';
import { findMarkedProperties } from '../openapi/property-marks.ts';
import type { ExpectedRecord } from '../rules/expected.ts';
import { mergeOptions } from '../config/scenarios.ts';
import type { CaseResult, ClientRun } from './report.ts';
import type { Case } from './case.ts';
import { judgeCase } from './judge.ts';
import type { Launch } from './launch.ts';
import { commonOptions, toEnvironment, withRecordsFile } from './protocol.ts';
import { toReportedCalls } from './reported-calls.ts';
import type { Trial } from './trial.ts';
import { findWrongRejections, findChangedValues } from './stored-differences.ts';
import { maxRequests, superviseClient } from './supervise-client.ts';
import { vendors } from './vendors.ts';

/** How cases are run. */
export interface RunSettings {
  readonly api: ApiName;
  readonly launch: Launch;
  /** Milliseconds that a client has for one run. */
  readonly timeout: number;
  readonly format: RecordFormat;
  readonly seed: number;
  readonly clock: 'system' | 'manual';
  /** Ends it, with all that it started. */
  readonly signal: AbortSignal;
}

/** Brings a client into the situation of a case, with a mock and a port of its own, and judges it. */
export async function runCase(one: Case, setting: RunSettings): Promise<CaseResult> {
  const { api, seed, clock, format } = setting;
  const records = [...generateRecords({ api, count: one.records, invalid: one.invalid ?? 0, seed })];
  const journalLimit = maxRequests(one.records);
  const mock = createMock(mergeOptions(commonOptions, one.options, { seed, clock, journalLimit }));
  if (clock === 'manual') mock.clock.autoAdvance();
  const server = await serve(mock);
  try {
    const trials = await withRecordsFile(records, { format, api }, async (file) => {
      const trials: Trial[] = [];
      const env = toEnvironment(server.url, file, one.id);
      for (let run = 0; run < (one.runs ?? 1); run += 1) {
        // Runs are judged one by one.
        mock.journal.clear();
        trials.push(await runOnce(one, { mock, records, env }, setting));
      }
      return trials;
    });
    return toResult(one, trials);
  } finally {
    // Lets go whoever still waits for an answer.
    mock.reset();
    await server.close();
  }
}

interface CaseSetup {
  readonly mock: Mock;
  readonly records: readonly GeneratedRecord[];
  readonly env: Readonly<Record<string, string>>;
}

async function runOnce(one: Case, { mock, records, env }: CaseSetup, setting: RunSettings): Promise<Trial> {
  const { api, launch, signal, timeout, format } = setting;
  signal.throwIfAborted();
  const watched = superviseClient(mock, { timeout, records: one.records, signal });
  const before = mock.clock.now();
  const task = { api, case: one.id, env, records: records.map(({ record }) => record), mock, signal: watched.signal };
  const ended = await launch(task).finally(() => watched.end());
  signal.throwIfAborted();
  const stopped = watched.reason();
  const run: ClientRun = {
    ...ended,
    duration: mock.clock.now() - before,
    ...(stopped !== undefined && { stopped }),
  };
  const exchanges = mock.journal.exchanges();
  const stored = toStored(mock, api);
  return {
    start: before,
    run,
    exchanges,
    calls: mock.journal.calls(),
    verdicts: mock.verdicts({ expected: toExpected(records, format) }),
    stored,
    storedDifferences: [
      ...findWrongRejections(records, exchanges, stored),
      ...(format === 'csv' ? findChangedValues(records, stored) : []),
    ],
  };
}

/** What a CSV file says is compared by itself, for it knows texts only. */
function toExpected(records: readonly GeneratedRecord[], format: RecordFormat): ExpectedRecord[] {
  const valid = records.filter(({ isValid }) => isValid);
  return valid.map(({ record, id }) => (format === 'csv' ? id : withoutNulls(record)));
}

/** Many languages leave out what is null. */
function withoutNulls(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(record).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, isBag(value) ? withoutNulls(value) : value]));
}

function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The users by their ids. The time at which a user was last sent is no part of what it is. */
function toStored(mock: Mock, api: ApiName): Map<string, Readonly<Record<string, unknown>>> {
  const times = new Set(findMarkedProperties(api, 'x-last-write'));
  return new Map(
    mock.stored({ api, tenant: vendors[api].tenant }).map(({ id, record }) => {
      const entries = Object.entries(record).filter(([name]) => !times.has(name));
      return [id, Object.fromEntries(entries)];
    }),
  );
}

function toResult(one: Case, trials: readonly Trial[]): CaseResult {
  const { id, level, requirement, source } = one;
  const runs = trials.map(({ run }) => run);
  return {
    id,
    level,
    requirement,
    source,
    ...judgeCase(one, trials),
    duration: runs.reduce((sum, { duration }) => sum + duration, 0),
    runs: runs.map(shorten),
    requests: trials.reduce((sum, { exchanges }) => sum + exchanges.length, 0),
    ...toReportedCalls(
      trials.flatMap(({ calls }) => calls),
      trials[0]?.start ?? 0,
    ),
  };
}

/** Characters of output that a report has room for, at its beginning and at its end. */
const shownOutput = 2000;

function shorten(run: ClientRun): ClientRun {
  return { ...run, stdout: shortenText(run.stdout), stderr: shortenText(run.stderr) };
}

function shortenText(text: string): string {
  if (text.length <= 2 * shownOutput) return text;
  return `${text.slice(0, shownOutput)}\n… ${text.length - 2 * shownOutput} characters …\n${text.slice(-shownOutput)}`;
}
