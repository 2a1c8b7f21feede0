import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { toPrintable } from '../../src/runtime/printable.ts';
import { findDocument } from './find.ts';
import { compareDocuments } from './compare.ts';
import { toReport } from './print.ts';

/** The parts of a process that the command uses. `process` has them. */
export interface DriftHost {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  cwd(): string;
}

/** Runs the command, and returns its exit code. */
export async function runDrift(args: readonly string[], { stdout, stderr, cwd }: DriftHost): Promise<number> {
  let code = 0;
  const program = new Command('npm run drift --')
    .description('Lists what an OpenAPI document of a vendor says otherwise than ours, for a client of ours.')
    .argument('<file>', 'OpenAPI document of version 3.0 or 3.1, YAML or JSON')
    .addOption(new Option('--api <name>', 'which of ours to compare with, by default the one that shares operations'))
    .option('--json', 'print the changes as data')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', '\nExit codes: 0 nothing is different, 1 something is, 2 it could not compare.')
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: () => undefined })
    .exitOverride()
    .action(async (file: string, { api, json }: { api?: string; json?: true }) => {
      const { name, ours, theirs } = await findDocument(file, api, resolve(cwd(), file));
      const changes = compareDocuments(ours, theirs);
      const data = { file, against: name, changes };
      stdout.write(`${json ? JSON.stringify(data, null, 2) : toReport(changes, file, name)}\n`);
      if (changes.length > 0) code = 1;
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    stderr.write(args.length === 0 ? program.helpInformation() : toLine(error));
    return 2;
  }
}

/** The error message in one line. */
function toLine(error: unknown): string {
  const message = error instanceof Error ? error.message.replace(/^error: /, '') : String(error);
  const advice = error instanceof CommanderError ? ' See npm run drift -- --help.' : '';
  return `drift: ${toPrintable(message.replaceAll('\n', ' '))}${advice}\n`;
}
