#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { styleText } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { serve, type RunningServer } from './adapters/express.ts';
import { version } from './generated/version.ts';
import type { Exchange } from './journal.ts';
import { createMock } from './mock.ts';
import type { MockOptions } from './options.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly seed?: number;
  readonly clock?: 'system' | 'manual';
  readonly config?: string;
  readonly quiet?: true;
}

// A reader that goes away, as in `vf-mock | head -1`, is no failure of the server.
process.stdout.on('error', () => undefined);

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
    .addHelpText('after', () => `\nOptions of serve, the default command:\n${toOptionLines(serveCommand)}`);
}

function toServeCommand(): Command {
  return withCommonOptions(new Command('serve'))
    .description('serve both APIs on one port (default)')
    .option('-p, --port <number>', 'port to listen on, 0 for any free one', toPort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'seed of generated ids (default: 1)', toInteger)
    .addOption(new Option('--clock <kind>', 'where time comes from').choices(['system', 'manual']))
    .option('-c, --config <file>', 'YAML or JSON file with options of createMock')
    .option('-q, --quiet', 'print no line for each request')
    .action(startServer);
}

/** Errors are thrown, to be reported in one place. */
function withCommonOptions(command: Command): Command {
  return command
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

function toOptionLines(command: Command): string {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help' && long !== '--version')
    .map((option) => `  ${help.optionTerm(option).padEnd(22)}${help.optionDescription(option)}`)
    .join('\n');
}

async function startServer({ port, host, seed, clock, config, quiet }: ServeOptions): Promise<void> {
  const options = config === undefined ? {} : await readConfig(config);
  const mock = createMock({ ...options, ...(seed !== undefined && { seed }), ...(clock && { clock }) });
  const server = await serve(mock, { port, host });
  print(toBanner(server.url));
  mock.journal.subscribe((exchange) => {
    if (quiet !== true) print(toLogLine(exchange));
    if (exchange.bug !== undefined) process.stderr.write(`A bug of vf-mock, please report it: ${exchange.bug}\n`);
  });
  stopOnSignals(server);
}

async function readConfig(file: string): Promise<MockOptions> {
  try {
    const text = await readFile(file, 'utf8');
    const { parse } = await import('yaml');
    const options = parse(text) as MockOptions;
    // Refused here, so that the message can name the file.
    createMock(options);
    return options;
  } catch (error) {
    throw new Error(`Failed to use the configuration ${file}: ${toMessage(error)}`, { cause: error });
  }
}

function stopOnSignals(server: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
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

function toLogLine({ status, method, path, operation, tenant = '', records = 0, duration }: Exchange): string {
  const colour = status < 400 ? 'green' : status < 500 ? 'yellow' : 'red';
  const what = operation ?? `${method} ${path}`;
  const columns = [what.padEnd(16), tenant.padEnd(16), `${records} records`.padStart(12), `${duration} ms`.padStart(8)];
  return `${paint(colour, String(status))} ${toPrintable(columns.join(' '))}`;
}

function paint(colour: 'green' | 'yellow' | 'red', text: string): string {
  return process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? styleText(colour, text) : text;
}

/** Without control characters, which a client could use to write into somebody's terminal. */
function toPrintable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '�');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says in one line on stderr what went wrong, and answers the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  process.stderr.write(`vf-mock: ${toMessage(error)}\n`);
  return 2;
}

function toMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, address = '' } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  const place = `${address}:${port}`;
  if (code === 'EADDRINUSE')
    return `Failed to listen on ${place}: it is in use. Choose another with --port, 0 for any free one.`;
  if (code === 'ENOENT') return 'there is no such file.';
  // Commander and YAML write several lines; the first of YAML's says where, commander's second what was meant.
  const lines =
    error instanceof CommanderError ? error.message.replace(/^error: /, '').split('\n') : error.message.split('\n', 1);
  return lines.join(' ').trim();
}
