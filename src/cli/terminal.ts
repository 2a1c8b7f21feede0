import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { CommanderError } from 'commander';
import { toPrintable } from '../runtime/printable.ts';

/** A stream that text goes to, which may be a terminal. */
export type Output = Writable & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>>;

export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** What a run of the program takes from the process around it. `process` is one. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  on(signal: Signal, listener: () => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
}

/** What the commands of one run print to, learn from and end with. */
export interface Terminal extends Pick<Host, 'stdout' | 'stderr' | 'env' | 'on' | 'off'> {
  /** The path of a file that is named on the command line. */
  toPath(file: string): string;
  print(line: string): void;
  /** Says in one line on stderr what went wrong, and lets the program exit with 2. */
  report(error: unknown): void;
  /** Lets the program exit with 1: it has done its work, and the verdict is bad. */
  fail(): void;
  exitCode(): number;
}

export function createTerminal(host: Host): Terminal {
  const { stdout, stderr, env } = host;
  let exitCode = 0;
  return {
    stdout,
    stderr,
    env,
    on: (signal, listener) => host.on(signal, listener),
    off: (signal, listener) => host.off(signal, listener),
    toPath: (file) => resolve(host.cwd(), file),
    print: (line) => void stdout.write(`${line}\n`),
    report(error): void {
      if (error instanceof CommanderError && error.exitCode === 0) return;
      stderr.write(`vf-mock: ${toPrintable(toMessage(error))}\n`);
      exitCode = 2;
    },
    fail: () => void (exitCode = 1),
    exitCode: () => exitCode,
  };
}

/** Prints what comes in one turn of the event loop together: the system takes longer to write than a request to answer. */
export interface Printer {
  print(line: string): void;
  /** Prints now what has come so far. */
  flush(): void;
}

export function createPrinter({ print }: Pick<Terminal, 'print'>): Printer {
  let lines: string[] = [];

  function flush(): void {
    if (lines.length > 0) print(lines.join('\n'));
    lines = [];
  }

  return {
    print(line): void {
      if (lines.push(line) === 1) setImmediate(flush);
    },
    flush,
  };
}

/** With the statuses in colour, where a terminal shows it. */
export function paint(stdout: Output, text: string): string {
  if (!hasColors(stdout)) return text;
  return text.replaceAll(/(?<=^|^ {2}#.* {2})(---|[2-5]\d\d)(?= )/gm, (status) => {
    return styleText(status < '4' && status !== '---' ? 'green' : status.startsWith('4') ? 'yellow' : 'red', status);
  });
}

/** With the outcomes of a score card in colour, where a terminal shows it. */
export function paintOutcomes(stdout: Output, text: string): string {
  if (!hasColors(stdout)) return text;
  return text.replaceAll(/^ {2}passed(?= )|^(?: {2})?(?:FAILED|PASSED)(?=[ :])/gm, (word) =>
    styleText(word.includes('FAILED') ? 'red' : 'green', word),
  );
}

function hasColors(stdout: Output): boolean {
  return stdout.isTTY === true && stdout.hasColors?.() === true;
}

const noSuchAddress = 'this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for all.';
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'it is in use. Choose another with --port, 0 for any free one.',
  EADDRNOTAVAIL: noSuchAddress,
  ENOTFOUND: noSuchAddress,
};

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
