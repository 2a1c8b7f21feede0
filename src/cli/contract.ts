import { Command, InvalidArgumentError, Option } from 'commander';
import type { ContractReport } from '../contract/contract.ts';
import { toJUnit } from '../contract/junit.ts';
import { toText } from '../contract/report.ts';
import { apiNames, type ApiName } from '../router.ts';
import { toJsonText, useLastFile } from '../write-file.ts';
import { collect, withCommonOptions } from './command.ts';
import { print } from './terminal.ts';

interface ContractCommandOptions {
  readonly api: ApiName;
  readonly upstream: string;
  readonly readOnly?: true;
  readonly yes?: true;
  readonly timeout: number;
  readonly report?: readonly string[];
}

const kinds: Readonly<Record<string, (report: ContractReport) => string>> = { json: toJsonText, junit: toJUnit };

export function toContractCommand(): Command {
  return withCommonOptions(new Command('contract'))
    .description('hold a server against the document of an API, judged by Prism')
    .addOption(new Option('--api <name>', 'the API that it serves').choices(apiNames).makeOptionMandatory())
    .requiredOption('--upstream <url>', 'base URL of the server')
    .option('--read-only', 'send only requests that change nothing')
    .option('--yes', 'ask a server beyond this machine, too')
    .option('--timeout <seconds>', 'how long to wait for an answer', toSeconds, 10)
    .option('--report <kind=file>', 'write a report, json or junit; repeatable', toReportFile)
    .addHelpText('after', explanation)
    .action(async (options: ContractCommandOptions) => {
      const files = await Promise.all((options.report ?? []).map(useReport));
      const report = await check(options);
      print(toText(report));
      for (const { write } of files) await write(report);
      if (!report.conforms) process.exitCode = 1;
    });
}

/** More than once, for npx passes Ctrl-C on to a process that has it from the terminal too. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const explanation = `
Credentials come from VIBEFOLLOW_API_KEY, or YELLOW_API_KEY and YELLOW_BOT, and
are never printed. A server on this machine can do without.

Exit codes: 0 all conforms, 1 something does not, 2 it could not be checked.`;

async function check({ api, upstream, readOnly, yes, timeout }: ContractCommandOptions): Promise<ContractReport> {
  // Nobody who only serves waits for it to load.
  const { checkContract } = await import('../contract/contract.ts');
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Error('Stopped before the end.'));
  for (const signal of signals) process.on(signal, stop);
  try {
    return await checkContract({
      api,
      upstream,
      environment: process.env,
      isReadOnly: readOnly === true,
      isConsented: yes === true,
      timeout: Math.ceil(timeout * 1000),
      signal: controller.signal,
    });
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** A file that can be written, of the kind that is named before it. */
async function useReport(text: string): Promise<{ write(report: ContractReport): Promise<void> }> {
  const [kind, path] = split(text);
  const file = await useLastFile('the report', path);
  return { write: async (report) => file.write(kinds[kind]?.(report) ?? '') };
}

function split(text: string): [kind: string, file: string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

function toReportFile(text: string, before: readonly string[] | undefined): readonly string[] {
  const [kind, file] = split(text);
  if (!Object.hasOwn(kinds, kind) || file === '') {
    throw new InvalidArgumentError(
      'Give what to write and where, such as junit=contract.xml; there are json and junit.',
    );
  }
  return collect(text, before);
}

function toSeconds(text: string): number {
  const seconds = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || seconds <= 0 || seconds > 3600) {
    throw new InvalidArgumentError('Use a number of seconds, more than 0 and at most 3600.');
  }
  return seconds;
}
