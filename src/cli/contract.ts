import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ContractReport } from '../contract/contract.ts';
import { toJUnit } from '../contract/junit.ts';
import { toText } from '../contract/report.ts';
import { apiNames, type ApiName } from '../router.ts';
import { attempt, collect, withCommonOptions } from './command.ts';
import { print } from './terminal.ts';

interface ContractCommandOptions {
  readonly api: ApiName;
  readonly upstream: string;
  readonly readOnly?: true;
  readonly yes?: true;
  readonly timeout: number;
  readonly report?: readonly string[];
}

const kinds = { json: (report: ContractReport) => `${JSON.stringify(report, null, 2)}\n`, junit: toJUnit };

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
      const report = await check(options);
      print(toText(report));
      await writeReports(report, options.report ?? []);
      if (!report.conforms) process.exitCode = 1;
    });
}

const explanation = `
Credentials come from VIBEFOLLOW_API_KEY, or YELLOW_API_KEY and YELLOW_BOT, and
are never printed. A server on this machine can do without.

Exit codes: 0 all conforms, 1 something does not, 2 it could not be checked.`;

async function check({ api, upstream, readOnly, yes, timeout }: ContractCommandOptions): Promise<ContractReport> {
  // Nobody who only serves waits for it to load.
  const { checkContract } = await import('../contract/contract.ts');
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Error('Stopped before the end.'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await checkContract({
      api,
      upstream,
      environment: process.env,
      isReadOnly: readOnly === true,
      isConsented: yes === true,
      timeout: timeout * 1000,
      signal: controller.signal,
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function writeReports(report: ContractReport, files: readonly string[]): Promise<void> {
  for (const one of files) {
    const [kind, file] = split(one);
    await attempt(`write ${file}`, async () => writeFile(file, kinds[kind](report)));
  }
}

function split(text: string): [kind: keyof typeof kinds, file: string] {
  const at = text.indexOf('=');
  return [text.slice(0, at) as keyof typeof kinds, text.slice(at + 1)];
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
