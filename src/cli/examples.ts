import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Argument, Command } from 'commander';
import { wrapText } from '../report/wrap-text.ts';
import { printExitCodes, toChoice, withCommonOptions } from './command.ts';
import type { Terminal } from './terminal.ts';

export function toExamplesCommand(terminal: Terminal): Command {
  return withCommonOptions(new Command('examples'), terminal)
    .description('list the example clients, or print one')
    .addArgument(new Argument('[name]', 'name of a client').argParser((name) => toChoice(listNames())(name)))
    .addHelpText('after', `\nSuch as vf-mock examples yellow-job.py > yellow-job.py\n${printExitCodes}`)
    .action(async (name: string | undefined) => {
      terminal.print(name === undefined ? await toList(listNames()) : (await read(name)).trimEnd());
    });
}

/** The clients with the first comment of each, 80 columns wide. */
async function toList(names: readonly string[]): Promise<string> {
  const blocks = names.map(async (name) => {
    const [, comment = ''] = /^(?:# |\/\/ |""")(.*)$/m.exec(await read(name)) ?? [];
    return [name, ...wrapText(comment, 2)].join('\n');
  });
  return `${(await Promise.all(blocks)).join('\n\n')}\n\nPrint one with vf-mock examples <name>. All of them pass vf-mock certify.`;
}

function listNames(): string[] {
  return readdirSync(toFolder()).sort();
}

async function read(name: string): Promise<string> {
  return readFile(join(toFolder(), name), 'utf8');
}

/** The folder with the example clients of the package. */
function toFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('vf-mock/package.json')), 'docs/examples');
}
