import { Command, InvalidArgumentError } from 'commander';
import type { CertifyOptions, CertifyReport, ReportKind } from '../certify/certify.ts';
import { recordFormats, type RecordFormat } from '../records/records.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import {
  collect,
  toInteger,
  toNameOption,
  toSeconds,
  toSeed,
  withCommonOptions,
  withSignals,
  type StoppedError,
} from './command.ts';
import { createProgress } from './progress.ts';
import { toReportOption, useReports, type Writers } from './report-files.ts';
import { paintOutcomes, signalNumbers, type Terminal } from './terminal.ts';
import { listVariables, wrapParagraph } from './variables.ts';

interface CertifyCommandOptions {
  readonly api?: ApiName;
  readonly only?: readonly string[];
  readonly list?: true;
  readonly jobs?: number;
  readonly strict?: true;
  readonly bail?: true;
  readonly timeout: number;
  readonly format: RecordFormat;
  readonly seed: number;
  readonly report?: readonly string[];
}

const kinds = ['json', 'junit', 'html', 'markdown'] as const satisfies readonly ReportKind[];

export function toCertifyCommand(terminal: Terminal): Command {
  return withCommonOptions(new Command('certify'), terminal)
    .description('run a sync job through failures, and judge it')
    .usage('--api <name> [options] -- <command…>')
    .argument('[command...]', 'the client and its arguments')
    .addOption(toNameOption('--api <name>', 'the API of the sync job', apiNames))
    .option('--only <prefix>', 'run only cases whose id starts so; repeatable', collect)
    .option('--list', 'print the cases')
    .option('--jobs <number>', 'cases in parallel (default: the number of cores)', toJobs)
    .option('--strict', 'count failed SHOULD and inconclusive cases too')
    .option('--bail', 'stop after the first failed case that counts')
    .option('--timeout <seconds>', 'time limit of one run of the client', toSeconds, 60)
    .addOption(toNameOption('--format <kind>', 'format of the file with the records', recordFormats).default('ndjson'))
    .option('--seed <number>', 'seed of records and of chance', toSeed, 1)
    .addOption(toReportOption(kinds, 'html=certify.html'))
    .addHelpText('after', explanation)
    .action(async (command: readonly string[], options: CertifyCommandOptions) => {
      await (options.list ? list(terminal, options) : run(terminal, command, options));
    });
}

const explanation = `
${wrapParagraph(`Each case runs the command with a mock of its own. The base URL and the credentials are in
${listVariables(['baseUrl', 'key', 'tenant'], 'or in')}. The command must sync the records of the file VF_MOCK_RECORDS, and
then exit. VF_MOCK_CASE is the id of the case. VF_MOCK_URL is the URL of the mock and its admin API.`)}

${wrapParagraph(`Exit codes: 0 passed, 1 failed, 2 could not be run. A signal stops the client. Then all reports have
the cases that ended, and the exit code is 130 (SIGINT), 143 (SIGTERM) or 129 (SIGHUP).`)}`;

async function list({ print }: Terminal, { api, only = [] }: CertifyCommandOptions): Promise<void> {
  const [{ findCases, refuseCases }, { toCaseList }] = await Promise.all([
    import('../certify/cases.ts'),
    import('../certify/text.ts'),
  ]);
  const names = api === undefined ? apiNames : [api];
  const lists = names.map((name) => ({ name, cases: findCases(name, only) })).filter(({ cases }) => cases.length > 0);
  const idle = only.filter((prefix) => names.every((name) => findCases(name, [prefix]).length === 0));
  if (idle.length > 0) throw refuseCases(names, idle);
  print(lists.map(({ name, cases }) => `${name}\n\n${toCaseList(cases)}`).join('\n\n'));
}

async function run(terminal: Terminal, command: readonly string[], options: CertifyCommandOptions): Promise<void> {
  const { api, report: files = [], timeout, list: _list, ...others } = options;
  if (api === undefined) {
    throw new Error(`required option '--api <name>' not specified. Use ${apiNames.join(' or ')}.`);
  }
  if (command.length === 0) {
    throw new Error(
      `no command was given. Put it behind two dashes, such as: vf-mock certify --api ${api} -- node sync.js`,
    );
  }
  // Loaded late, so that the other commands start fast.
  const { certify, reports } = await import('../certify/certify.ts');
  const writers: Writers<CertifyReport> = reports;
  const written = await useReports(terminal, files, writers);
  const progress = createProgress(terminal);
  await withSignals(terminal, ['SIGINT', 'SIGTERM', 'SIGHUP'], async (signal) => {
    const given: CertifyOptions = { ...others, api, client: command, timeout: timeout * 1000, signal, partial: true };
    const report = await certify({ ...given, onCase: progress.show }).finally(() => progress.end());
    terminal.print(paintOutcomes(terminal.stdout, reports.text(report)));
    await written.write(report);
    if (!report.passed) terminal.fail(report.finished ? 1 : toExitCode(signal.reason as StoppedError));
  });
}

/** The exit code of a process that a signal ends, as shells count. */
function toExitCode({ signal }: StoppedError): number {
  return 128 + signalNumbers[signal];
}

function toJobs(text: string): number {
  const jobs = toInteger(text);
  if (jobs < 1 || jobs > 256) throw new InvalidArgumentError('Use a number from 1 to 256.');
  return jobs;
}
