// Lists what another OpenAPI document of a vendor says otherwise than ours: `npm run drift -- vendor.yaml`.
import { Command, CommanderError, Option } from 'commander';
import { toPrintable } from '../src/runtime/printable.ts';
import { findDocument } from './drift/find.ts';
import { compareDocuments } from './drift/compare.ts';
import { toReport } from './drift/print.ts';

interface Options {
  readonly api?: string;
  readonly json?: true;
}

const program = new Command('npm run drift --')
  .description('Lists what an OpenAPI document of a vendor says otherwise than ours, for a client of ours.')
  .argument('<file>', 'OpenAPI document of version 3.0 or 3.1, YAML or JSON')
  .addOption(new Option('--api <name>', 'which of ours to compare with, by default the one that shares operations'))
  .option('--json', 'print the changes as data')
  .helpOption('-h, --help', 'print this help')
  .addHelpText('after', '\nExits with 0 if nothing is different, 1 if something is, 2 if it cannot compare.')
  .configureOutput({ writeErr: () => undefined })
  .exitOverride()
  .action(compare);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

async function compare(file: string, { api, json }: Options): Promise<void> {
  const { name, ours, theirs } = await findDocument(file, api);
  const changes = compareDocuments(ours, theirs);
  const data = { file, against: name, changes };
  process.stdout.write(`${json ? JSON.stringify(data, null, 2) : toReport(changes, file, name)}\n`);
  process.exitCode = changes.length === 0 ? 0 : 1;
}

/** Says in one line on stderr what went wrong, and answers the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  if (error instanceof CommanderError && process.argv.length === 2) {
    process.stderr.write(program.helpInformation());
    return 2;
  }
  const message = error instanceof Error ? error.message.replace(/^error: /, '') : String(error);
  const advice = error instanceof CommanderError ? ' See npm run drift -- --help.' : '';
  process.stderr.write(`drift: ${toPrintable(message.replaceAll('\n', ' '))}${advice}\n`);
  return 2;
}
