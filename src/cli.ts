#!/usr/bin/env node
import { Command } from 'commander';
import { withCommonOptions } from './cli/command.ts';
import { toCertifyCommand } from './cli/certify.ts';
import { toContractCommand } from './cli/contract.ts';
import { toRecordsCommand } from './cli/records.ts';
import { toScenariosCommand } from './cli/scenarios.ts';
import { toServeCommand } from './cli/serve.ts';
import { report } from './cli/terminal.ts';

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
    .addCommand(toContractCommand())
    .addCommand(toCertifyCommand())
    .addCommand(toRecordsCommand())
    .addHelpText('after', () => `\nOptions of serve, the default command:\n${toOptionLines(serveCommand)}`);
}

function toOptionLines(command: Command): string {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help' && long !== '--version')
    .map((option) => `  ${help.optionTerm(option).padEnd(23)}${help.optionDescription(option)}`)
    .join('\n');
}
