import { Command } from 'commander';
import { scenarios } from '../config/scenarios.ts';
import { printExitCodes, withCommonOptions } from './command.ts';
import type { Terminal } from './terminal.ts';

export function toScenariosCommand(terminal: Terminal): Command {
  return withCommonOptions(new Command('scenarios'), terminal)
    .description('print the named scenarios')
    .addHelpText('after', printExitCodes)
    .action(async (_options, command: Command) => {
      terminal.print(await toScenarioList(command));
    });
}

/** Each scenario with its options in YAML, 80 columns wide. */
async function toScenarioList(command: Command): Promise<string> {
  const { Document, visit } = await import('yaml');
  const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, '  ');
  const blocks = Object.entries(scenarios).map(([name, { description, options }]) => {
    const document = new Document(options);
    // The selector of a fault rule has one line, and its fault another.
    visit(document, { Map: (_key, map, path) => void (map.flow = path.length > 4) });
    return `${name}\n${indent(command.createHelp().boxWrap(description, 78))}\n\n${indent(indent(document.toString()))}\n`;
  });
  return `${blocks.join('\n')}\nUse them with vf-mock --scenario <name>, or put such options into a file.`;
}
