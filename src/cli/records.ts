import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import { generateRecords, recordFormats, writeRecords, type RecordFormat } from '../records/records.ts';
import { apiNames, defaultApi, type ApiName } from '../openapi/router.ts';
import { printExitCodes, toNameOption, toInteger, toSeed, withCommonOptions } from './command.ts';
import type { Output, Terminal } from './terminal.ts';

interface RecordsCommandOptions {
  readonly api: ApiName;
  readonly count: number;
  readonly invalid: number;
  readonly seed: number;
  readonly format: RecordFormat;
}

export function toRecordsCommand(terminal: Terminal): Command {
  return withCommonOptions(new Command('records'), terminal)
    .description('print users to sync, with values that often cause bugs')
    .addOption(toNameOption('--api <name>', 'the API of the users', apiNames).default(defaultApi))
    .option('--count <number>', 'number of users, up to 10,000,000', toCount, 1000)
    .option('--invalid <share>', 'share of invalid users, 0 to 1', toShare, 0)
    .option('--seed <number>', 'the same seed makes the same users', toSeed, 1)
    .addOption(toNameOption('--format <kind>', 'format of the output', recordFormats).default('ndjson'))
    .addHelpText('after', explanation)
    .action(async ({ format, ...options }: RecordsCommandOptions) => {
      await printAll(terminal.stdout, writeRecords(generateRecords(options), format, options.api));
    });
}

const explanation = `
In CSV a nested value has a column with dots, such as traits.address.city. The
items of a list are joined by ";". An empty cell stands for a value that is
absent, null or empty. CSV cannot express every mistake. In that case the
e-mail address or the id of the user is wrong instead.

The e-mail addresses and phone numbers belong to nobody.
${printExitCodes}`;

/** Prints as fast as the reader reads. A reader may go away early, as in `vf-mock records | head -1`. */
async function printAll(stdout: Output, pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), stdout, { end: false });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(code)) throw error;
  }
}

function toCount(text: string): number {
  const count = toInteger(text);
  if (count < 1 || count > 10_000_000) throw new InvalidArgumentError('Use a number from 1 to 10000000.');
  return count;
}

function toShare(text: string): number {
  const share = Number(text);
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text) || share > 1) {
    throw new InvalidArgumentError('Use a share from 0 to 1, such as 0.01.');
  }
  return share;
}
