import { Command } from 'commander';
import { toCertifyCommand } from './certify.ts';
import { withCommonOptions } from './command.ts';
import { toContractCommand } from './contract.ts';
import { toExamplesCommand } from './examples.ts';
import { toExplainCommand } from './explain.ts';
import { toRecordsCommand } from './records.ts';
import { toScenariosCommand } from './scenarios.ts';
import { exitCodes, toServeCommand } from './serve.ts';
import { createTerminal, type Host, type Terminal } from './terminal.ts';

export type { Host, Output, Signal } from './terminal.ts';

/** Runs the program to its end, and returns its exit code. It leaves no listener, socket or timer. */
export async function runProgram(args: readonly string[], host: Host): Promise<number> {
  const terminal = createTerminal(host);
  try {
    await toProgram(terminal).parseAsync(args, { from: 'user' });
  } catch (error) {
    terminal.report(error);
  }
  return terminal.exitCode();
}

function toProgram(terminal: Terminal): Command {
  const serveCommand = toServeCommand(terminal);
  return withCommonOptions(new Command('vf-mock'), terminal)
    .description('Test bench for code that pushes users in bulk into VibeFollow and Yellow.ai.')
    .addCommand(serveCommand, { isDefault: true })
    .addCommand(toScenariosCommand(terminal))
    .addCommand(toContractCommand(terminal))
    .addCommand(toCertifyCommand(terminal))
    .addCommand(toRecordsCommand(terminal))
    .addCommand(toExplainCommand(terminal))
    .addCommand(toExamplesCommand(terminal))
    .addHelpText(
      'after',
      () => `\nOptions of serve, the default command:\n${toOptionLines(serveCommand)}\n${exitCodes}`,
    );
}

function toOptionLines(command: Command): string {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help' && long !== '--version')
    .map((option) => `  ${help.optionTerm(option).padEnd(23)}${help.optionDescription(option)}`)
    .join('\n');
}
