#!/usr/bin/env node
import { styleText } from 'node:util';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { serve, type RunningServer } from './adapters/express.ts';
import { readOptions } from './config-file.ts';
import { version } from './generated/version.ts';
import { createCallLog, createRequestLog } from './log.ts';
import { createMock } from './mock.ts';
import type { MockOptions } from './options.ts';
import { toPrintable } from './printable.ts';
import { mergeOptions, scenarios } from './scenarios.ts';
import { useStateFile } from './state-file.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly seed?: number;
  readonly clock?: 'system' | 'manual';
  readonly config?: string;
  readonly scenario?: readonly string[];
  readonly state?: string;
  readonly adminToken?: string;
  readonly log?: 'requests' | 'calls';
  readonly quiet?: true;
}

const noSuchAddress = 'this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for all.';
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'it is in use. Choose another with --port, 0 for any free one.',
  EADDRNOTAVAIL: noSuchAddress,
  ENOTFOUND: noSuchAddress,
};

// A reader that goes away, as in `vf-mock | head -1`, is no failure of the server.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  await toProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function toProgram(): Command {
  const serveCommand = toServeCommand();
  return withCommonOptions(new Command('vf-mock'))
    .description('Test bench for code that pushes users in bulk into VibeFollow and Yellow.ai.')
    .addCommand(serveCommand, { isDefault: true })
    .addCommand(toScenariosCommand())
    .addHelpText('after', () => `\nOptions of serve, the default command:\n${toOptionLines(serveCommand)}`);
}

function toServeCommand(): Command {
  return withCommonOptions(new Command('serve'))
    .description('serve both APIs on one port (default)')
    .option('-p, --port <number>', 'port to listen on, 0 for any free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'seed of generated ids (default: 1)', toInteger)
    .option('--clock <kind>', 'system or manual time (default: system)', toClock)
    .option('-c, --config <file>', 'YAML or JSON file with options of createMock')
    .option('-s, --scenario <name>', 'named scenario, or such a file; repeatable', collect)
    .option('--state <file>', 'load what is stored from it, save that at a clean stop', toFile)
    .option('--admin-token <token>', 'open /__admin beyond this machine, to who sends it')
    .option('--log <what>', 'requests (default), or calls, each with its timeline', toLogKind)
    .option('-q, --quiet', 'print no log')
    .allowExcessArguments()
    .action(async (options: ServeOptions, { args }: Command) => {
      refuseArguments(args);
      await startServer(options);
    });
}

function toScenariosCommand(): Command {
  return withCommonOptions(new Command('scenarios'))
    .description('print the named scenarios')
    .action(async (_options, command: Command) => {
      print(await toScenarioList(command));
    });
}

/** Errors are thrown, to be reported in one place. */
function withCommonOptions(command: Command): Command {
  return command
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

function toOptionLines(command: Command): string {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help' && long !== '--version')
    .map((option) => `  ${help.optionTerm(option).padEnd(23)}${help.optionDescription(option)}`)
    .join('\n');
}

/** What commander leaves over because `serve` need not be named. */
function refuseArguments([first]: readonly string[]): void {
  if (first === undefined) return;
  throw new Error(`unexpected argument "${first}". A command, such as serve, comes first. See vf-mock --help.`);
}

async function startServer(given: ServeOptions): Promise<void> {
  const { port, host, config, scenario, state, quiet, log: kind } = given;
  const log = kind === 'calls' ? createCallLog() : createRequestLog();
  const mock = createMock(mergeOptions(await readOptions(config, scenario), toMockOptions(given)));
  const file = state === undefined ? undefined : await useStateFile(state, mock);
  const server = await attempt(`listen on port ${port} of ${host}`, async () => serve(mock, { port, host }));
  // Before the banner: whoever waits for it may send a signal at once.
  stopOnSignals(server, async () => {
    if (quiet !== true) for (const text of log.close()) print(paint(text));
    await file?.write();
  });
  print(toBanner(server.url));
  mock.journal.subscribe((exchange) => {
    if (quiet !== true) for (const text of log.write(exchange)) print(paint(text));
    if (exchange.bug !== undefined) process.stderr.write(`A bug of vf-mock, please report it: ${exchange.bug}\n`);
  });
}

function toMockOptions({ seed, clock, adminToken }: ServeOptions): MockOptions {
  return {
    ...(seed !== undefined && { seed }),
    ...(clock && { clock }),
    ...(adminToken !== undefined && { adminToken }),
  };
}

/** Says of an error what it was that failed. */
async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`Failed to ${what}: ${toMessage(error)}`, { cause: error });
  }
}

/** For every signal, not only the first: npx passes Ctrl-C on to a process that has it from the terminal too. */
function stopOnSignals(server: RunningServer, finish: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void (stopping ??= stop(server, finish)));
}

async function stop(server: RunningServer, finish: () => Promise<void>): Promise<void> {
  try {
    await server.close();
    await finish();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

function toPort(text: string): number {
  const port = toInteger(text);
  if (port < 0 || port > 65_535) throw new InvalidArgumentError('Use a number from 0 to 65535.');
  return port;
}

function toInteger(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Use a whole number.');
  return Number(text);
}

function toFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('Give the path of a file.');
  return text;
}

function toLogKind(text: string): 'requests' | 'calls' {
  if (text !== 'requests' && text !== 'calls') throw new InvalidArgumentError('Use requests or calls.');
  return text;
}

function toClock(text: string): 'system' | 'manual' {
  if (text !== 'system' && text !== 'manual') throw new InvalidArgumentError('Use system or manual.');
  return text;
}

function toBanner(url: string): string {
  const body = JSON.stringify({ users: [{ external_user_id: 'usr_1', email: 'ada@example.com' }] });
  const headers = `-H 'Authorization: Bearer sk_test_${'0'.repeat(32)}' -H 'Content-Type: application/json'`;
  return `vf-mock ${version} serves both APIs at ${url}

  VibeFollow  ${url}/api/v1
  Yellow.ai   ${url}/cdp/api/v1
  Health      ${url}/__admin/health

Try it:
curl -i ${url}/api/v1/users/bulk ${headers} -d '${body}'
`;
}

/** Each with its options as a file would have them, 80 columns wide. */
async function toScenarioList(command: Command): Promise<string> {
  const { Document, visit } = await import('yaml');
  const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, '  ');
  const blocks = Object.entries(scenarios).map(([name, { description, options }]) => {
    const document = new Document(options);
    // A rule has a line for its selector and a line for its fault.
    visit(document, { Map: (_key, map, path) => void (map.flow = path.length > 4) });
    return `${name}\n${indent(command.createHelp().boxWrap(description, 78))}\n\n${indent(indent(document.toString()))}\n`;
  });
  return `${blocks.join('\n')}\nUse them with vf-mock --scenario <name>, or put such options into a file.`;
}

/** With the statuses in colour, where a terminal shows it. */
function paint(text: string): string {
  const { stdout } = process;
  if (!stdout.isTTY || !stdout.hasColors()) return text;
  return text.replaceAll(/(?<=^|^ {2}#.* {2})(---|[2-5]\d\d)(?= )/gm, (status) => {
    return styleText(status < '4' && status !== '---' ? 'green' : status.startsWith('4') ? 'yellow' : 'red', status);
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says in one line on stderr what went wrong, and answers the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  process.stderr.write(`vf-mock: ${toPrintable(toMessage(error))}\n`);
  return 2;
}

function toMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CommanderError) return toUsageMessage(error);
  const { message, code = '' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message.replace(/:?\n.*/s, '');
}

/** Commander's second line is a suggestion; where it has nothing to say of what is allowed, the help does. */
function toUsageMessage({ message }: CommanderError): string {
  const line = message.replace(/^error: /, '').replaceAll('\n', ' ');
  return /[.)]$/.test(line) ? line : `${line}. See vf-mock --help.`;
}
