import { once } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { serve } from '../adapters/express.ts';
import { loadPage } from '../adapters/page.ts';
import { checkBasePath } from '../adapters/server-options.ts';
import { readAdminToken, tokenVariable } from './admin-token.ts';
import { readOptions } from './config-file.ts';
import { toReportOption, useReports } from './report-files.ts';
import { toRunPage } from './run-report.ts';
import { createCoverage } from '../journal/coverage.ts';
import { version } from '../generated/version.ts';
import { createLog, type LogKind } from './request-log.ts';
import { refuseSameFiles } from './same-files.ts';
import { toSummary } from './summary.ts';
import { createMockWithStates, type Mock } from '../mock/mock.ts';
import type { States } from '../mock/states.ts';
import type { MockOptions } from '../config/options.ts';
import { mergeOptions } from '../config/scenarios.ts';
import { factsOf } from '../openapi/facts.ts';
import { apiNames } from '../openapi/router.ts';
import { findNearest } from '../runtime/nearest.ts';
import { toPrintableLines } from '../runtime/printable.ts';
import { useStateFile, type StateFile } from './state-file.ts';
import { toJsonText, openDeferredFile } from '../report/write-file.ts';
import { collect, toChoice, toFile, toInteger, withCommonOptions, withSignals } from './command.ts';
import { createPrinter, toMessage, toScreen, type Terminal } from './terminal.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly basePath?: string;
  readonly seed?: number;
  readonly clock?: 'system' | 'manual';
  readonly config?: string;
  readonly scenario?: readonly string[];
  readonly state?: string;
  readonly strict?: true;
  readonly coverage?: string;
  readonly report?: readonly string[];
  readonly adminToken?: string;
  readonly allowHost?: readonly string[];
  readonly cors?: readonly string[];
  readonly log?: LogKind;
  readonly quiet?: true;
}

const reportKinds = ['html'];
const logKinds: readonly LogKind[] = ['requests', 'calls', 'json'];
/** Number of bytes of headers and bodies that the journal keeps, unless a file says otherwise. */
const bytesOfBodies = 50_000_000;

/** For the help of serve, and for the help of the program, whose default command it is. */
export const exitCodes = '\nExit codes: 0 stopped by SIGINT or SIGTERM, 2 could not be run.';

export function toServeCommand(terminal: Terminal): Command {
  return withCommonOptions(new Command('serve'), terminal)
    .description('serve both APIs on one port (default)')
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--base-path <path>', 'path that both APIs are beneath, such as /proxy', toBasePath)
    .option('--seed <number>', 'seed of generated ids (default: 1)', toInteger)
    .option('--clock <kind>', 'system or manual time (default: system)', toChoice(['system', 'manual']))
    .option('-c, --config <file>', 'YAML or JSON file with options of createMock', toFile)
    .option('-s, --scenario <name>', 'named scenario, or file of options; repeatable', collect)
    .option('--state <file>', 'load stored data from it; save it at a clean stop', toFile)
    .option('--strict', 'refuse undocumented names')
    .option('--coverage <file>', 'write the coverage report to it at a clean stop', toFile)
    .addOption(toReportOption(reportKinds, 'html=run.html'))
    .option('--admin-token <token>', `token for /__admin (default: ${tokenVariable})`)
    .option('--allow-host <name>', 'host name of this machine, for /__admin; repeatable', collect)
    .option('--cors <origin>', 'let pages of this origin call the APIs; repeatable', collect)
    .option('--log <what>', 'log requests (default), calls, or events as json', toChoice(logKinds))
    .option('-q, --quiet', 'print no log')
    .addHelpText('after', exitCodes)
    .allowExcessArguments()
    .action(async (options: ServeOptions, { args, parent }: Command) => {
      refuseArguments(args, parent?.commands.map((one) => one.name()) ?? []);
      await runServer(terminal, options);
    });
}

/** Refuses arguments that commander leaves over, since the command name `serve` is optional. */
function refuseArguments([first]: readonly string[], commands: readonly string[]): void {
  if (first === undefined) return;
  const nearest = findNearest(first, commands);
  const advice =
    nearest === undefined || nearest === first
      ? 'A command, such as serve, comes first.'
      : `Did you mean the command "${nearest}"?`;
  throw new Error(`unexpected argument "${first}". ${advice} See vf-mock --help.`);
}

async function runServer(terminal: Terminal, given: ServeOptions): Promise<void> {
  const { config, scenario, state } = given;
  await refuseSameFiles(terminal, given);
  const options = mergeOptions(await readOptions(terminal, config, scenario), toMockOptions(terminal, given));
  const { mock, states } = createMockWithStates({ journalBodies: bytesOfBodies, ...options });
  const file = state === undefined ? undefined : await useState(terminal, state, states);
  try {
    await serveUntilStopped(terminal, given, mock, file);
  } finally {
    await file?.release();
  }
}

async function serveUntilStopped(
  terminal: Terminal,
  given: ServeOptions,
  mock: Mock,
  state: StateFile | undefined,
): Promise<void> {
  const { port, host, basePath, coverage, report } = given;
  const reporter = coverage === undefined ? undefined : await useReport(terminal, coverage, mock);
  const page = report === undefined ? undefined : await useRunReport(terminal, report);
  const place = { port, host, ...(basePath !== undefined && { basePath }) };
  const server = await attempt(`listen on port ${port} of ${host}`, async () => serve(mock, place));
  // Before the banner, since a script that waits for the banner may send a signal at once.
  await withSignals(terminal, ['SIGINT', 'SIGTERM'], async (signal) => {
    // With `--log json`, the output is only JSON.
    const say = given.log === 'json' ? (text: string) => void terminal.stderr.write(`${text}\n`) : terminal.print;
    say(toBanner(server.url));
    const log = printRequests(terminal, mock, { ...given, url: new URL(server.url) });
    if (!signal.aborted) await once(signal, 'abort');
    await server.close();
    log.close();
    const judged = withOneVerdict(mock);
    if (given.quiet !== true) for (const line of toSummary(judged, toScreen(terminal))) say(line);
    const save = async (): Promise<void> => {
      const note = await state?.write();
      if (note !== undefined) terminal.warn(note);
    };
    await writeAll([save, async () => reporter?.write(), async () => page?.write(judged)]);
  });
}

function printRequests(
  terminal: Terminal,
  { journal }: Mock,
  { log: kind = 'requests', quiet, url }: ServeOptions & { readonly url: URL },
): { close(): void } {
  const explain = url.port === '4010' ? 'vf-mock explain' : `vf-mock explain --url ${url.origin}`;
  const log = createLog(kind, toScreen(terminal), explain);
  const toGap = (entries: number): string => JSON.stringify({ type: 'missed', entries });
  const printer = kind === 'json' ? createPrinter(terminal, toGap) : createPrinter(terminal);
  const print = (texts: readonly string[]): void => {
    if (quiet !== true) for (const text of texts) printer.print(text);
  };
  const unsubscribe = journal.subscribe((event) => {
    print(log.write(event));
    const bug = event.type === 'exchangeEnded' ? event.exchange.bug : undefined;
    if (bug !== undefined) terminal.stderr.write(`A bug of vf-mock, please report it: ${toPrintableLines(bug)}\n`);
  });
  return {
    close(): void {
      unsubscribe();
      print(log.close());
      printer.flush();
    },
  };
}

async function useState({ toPath }: Terminal, state: string, states: States): Promise<StateFile> {
  return useStateFile(`the state file ${state}`, toPath(state), states);
}

/** Counts exchanges from now on, and writes their coverage in the end. */
async function useReport({ toPath }: Terminal, file: string, { journal }: Mock): Promise<{ write(): Promise<void> }> {
  const report = await openDeferredFile(`the coverage file ${file}`, toPath(file));
  const counter = createCoverage();
  journal.subscribe(({ exchange }) => counter.add(exchange), { type: 'exchangeEnded' });
  return { write: async () => report.write(toJsonText(counter.report())) };
}

/** Writes the page with the run inside in the end. The page is read now, since a failure at the end would lose the run. */
async function useRunReport(
  terminal: Terminal,
  reports: readonly string[],
): Promise<{ write(mock: Mock): Promise<void> }> {
  await loadPage();
  const files = await useReports<string>(terminal, reports, { html: (text) => text });
  return { write: async (mock) => files.write(await toRunPage(mock, Date.now())) };
}

/** The mock of a run that is over, judged once. */
function withOneVerdict(mock: Mock): Mock {
  let verdicts: ReturnType<Mock['verdicts']> | undefined;
  return { ...mock, verdicts: () => (verdicts ??= mock.verdicts()) };
}

/** Writes all files, even if one of them fails. */
async function writeAll(writes: readonly (() => Promise<void>)[]): Promise<void> {
  const all = await Promise.allSettled(writes.map(async (write) => write()));
  for (const one of all) if (one.status === 'rejected') throw one.reason;
}

function toMockOptions(
  terminal: Terminal,
  { seed, clock, strict, allowHost, cors, ...given }: ServeOptions,
): MockOptions {
  const adminToken = readAdminToken(terminal, given.adminToken);
  return {
    ...(seed !== undefined && { seed }),
    ...(clock && { clock }),
    ...(strict && { strict }),
    ...(adminToken !== undefined && { adminToken }),
    ...(allowHost && { allowedHosts: allowHost }),
    ...(cors && { cors }),
  };
}

/** Adds to an error what failed. */
async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`Failed to ${what}: ${toMessage(error)}`, { cause: error });
  }
}

function toPort(text: string): number {
  const port = toInteger(text);
  if (port < 0 || port > 65_535) throw new InvalidArgumentError('Use a number from 0 to 65535.');
  return port;
}

function toBasePath(text: string): string {
  const problem = checkBasePath(text);
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return text;
}

function toBanner(url: string): string {
  const body = JSON.stringify({ users: [{ external_user_id: 'usr_1', email: 'ada@example.com' }] });
  const headers = `-H 'Authorization: Bearer sk_test_${'0'.repeat(32)}' -H 'Content-Type: application/json'`;
  const { origin } = new URL(url);
  const apis = apiNames.map(factsOf).map(({ vendor, basePath }) => `  ${vendor.padEnd(11)} ${url}${basePath}`);
  return `vf-mock ${version} serves both APIs at ${url}

${apis.join('\n')}
  Page        ${origin}/__admin/
  Health      ${origin}/__admin/health

Try it:
curl -i ${url}/api/v1/users/bulk ${headers} -d '${body}'
`;
}
