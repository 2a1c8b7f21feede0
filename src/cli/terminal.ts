import { styleText } from 'node:util';
import { CommanderError } from 'commander';
import { toPrintable } from '../runtime/printable.ts';

const noSuchAddress = 'this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for all.';
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'it is in use. Choose another with --port, 0 for any free one.',
  EADDRNOTAVAIL: noSuchAddress,
  ENOTFOUND: noSuchAddress,
};

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints all that comes in a turn of the event loop at once: the system takes longer to write than a request to answer. */
export function createPrinter(): (line: string) => void {
  let lines: string[] = [];
  return (line) => {
    if (lines.push(line) > 1) return;
    setImmediate(() => {
      print(lines.join('\n'));
      lines = [];
    });
  };
}

/** With the statuses in colour, where a terminal shows it. */
export function paint(text: string): string {
  const { stdout } = process;
  if (!stdout.isTTY || !stdout.hasColors()) return text;
  return text.replaceAll(/(?<=^|^ {2}#.* {2})(---|[2-5]\d\d)(?= )/gm, (status) => {
    return styleText(status < '4' && status !== '---' ? 'green' : status.startsWith('4') ? 'yellow' : 'red', status);
  });
}

/** With the outcomes of a score card in colour, where a terminal shows it. */
export function paintOutcomes(text: string): string {
  const { stdout } = process;
  if (!stdout.isTTY || !stdout.hasColors()) return text;
  return text.replaceAll(/^ {2}passed(?= )|^(?: {2})?(?:FAILED|PASSED)(?=[ :])/gm, (word) =>
    styleText(word.includes('FAILED') ? 'red' : 'green', word),
  );
}

/** Says in one line on stderr what went wrong, and answers the exit code. */
export function report(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  process.stderr.write(`vf-mock: ${toPrintable(toMessage(error))}\n`);
  return 2;
}

/** What went wrong, in one line. */
export function toMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CommanderError) return toUsageMessage(error);
  const { message, code = '' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message.replace(/:?\n.*/s, '');
}

/** Commander's second line is a suggestion; where it has nothing to say of what is allowed, the help does. */
function toUsageMessage({ message }: CommanderError): string {
  const line = message.replace(/^error: /, '').replaceAll('\n', ' ');
  return /[.)]$/.test(line) ? line : `${line}. See vf-mock --help.`;
}
