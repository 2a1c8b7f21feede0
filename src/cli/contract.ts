import { Command } from 'commander';
import type { ContractReport } from '../contract/contract.ts';
import { toJUnit } from '../contract/junit.ts';
import { toTextReport } from '../contract/report.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import { toJsonText } from '../report/write-file.ts';
import { toNameOption, toSeconds, withCommonOptions, withSignals } from './command.ts';
import { toReportOption, useReports, type Writers } from './report-files.ts';
import type { Terminal } from './terminal.ts';
import { listVariables, wrapParagraph } from './variables.ts';

interface ContractCommandOptions {
  readonly api: ApiName;
  readonly upstream: string;
  readonly readOnly?: true;
  readonly yes?: true;
  readonly timeout: number;
  readonly report?: readonly string[];
}

const writers: Writers<ContractReport> = { json: toJsonText, junit: toJUnit };

export function toContractCommand(terminal: Terminal): Command {
  return withCommonOptions(new Command('contract'), terminal)
    .description('check a server against the document of an API with Prism')
    .addOption(toNameOption('--api <name>', 'the API of the server', apiNames).makeOptionMandatory())
    .requiredOption('--upstream <url>', 'base URL of the server')
    .option('--read-only', 'send only requests that change nothing')
    .option('--yes', 'also check a server on another machine')
    .option('--timeout <seconds>', 'time limit of one answer', toSeconds, 10)
    .addOption(toReportOption(Object.keys(writers), 'junit=contract.xml'))
    .addHelpText('after', explanation)
    .action(async (options: ContractCommandOptions) => {
      const files = await useReports(terminal, options.report ?? [], writers);
      const report = await runContract(terminal, options);
      terminal.print(toTextReport(report));
      await files.write(report);
      if (!report.conforms) terminal.fail();
    });
}

const explanation = `
${wrapParagraph(`Credentials come from ${listVariables(['key', 'tenant'], 'or')}, and
are never printed. A server on this machine needs none.`)}

Exit codes: 0 all conforms, 1 something does not, 2 it could not be checked.`;

async function runContract(terminal: Terminal, options: ContractCommandOptions): Promise<ContractReport> {
  const { api, upstream, readOnly, yes, timeout } = options;
  // Loaded late, so that the other commands start fast.
  const { checkContract } = await import('../contract/contract.ts');
  return withSignals(terminal, ['SIGINT', 'SIGTERM', 'SIGHUP'], async (signal) =>
    checkContract({
      api,
      upstream,
      environment: terminal.env,
      isReadOnly: readOnly === true,
      isConsented: yes === true,
      timeout: Math.ceil(timeout * 1000),
      signal,
    }),
  );
}
