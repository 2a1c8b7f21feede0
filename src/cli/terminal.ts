import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { CommanderError } from 'commander';
import type { Screen } from './line.ts';
import { toPrintable } from '../runtime/printable.ts';

/** An output stream, which may be a terminal. */
export type Output = Writable & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>>;

/** The numbers of the signals that a command handles. */
export const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export type Signal = keyof typeof signalNumbers;

/** The parts of a process that the program uses. `process` has them all. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  on(signal: Signal, listener: () => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
}

/** Input and output of the commands in one run. */
export interface Terminal extends Pick<Host, 'stdout' | 'stderr' | 'env' | 'on' | 'off'> {
  /** The path of a file that is named on the command line. */
  toPath(file: string): string;
  print(line: string): void;
  /** Prints a note in one line on stderr. */
  warn(note: string): void;
  /** Prints an error in one line on stderr, and sets the exit code 2. */
  report(error: unknown): void;
  /** Sets the exit code, by default 1, for work with a bad verdict or without an end. */
  fail(code?: number): void;
  exitCode(): number;
}

export function createTerminal(host: Host): Terminal {
  const { stdout, stderr, env } = host;
  let exitCode = 0;
  const warn = (note: string): void => void stderr.write(`vf-mock: ${toPrintable(note)}\n`);
  return {
    warn,
    stdout,
    stderr,
    env,
    on: (signal, listener) => host.on(signal, listener),
    off: (signal, listener) => host.off(signal, listener),
    toPath: (file) => resolve(host.cwd(), file),
    print: (line) => void stdout.write(`${line}\n`),
    report(error): void {
      if (error instanceof CommanderError && error.exitCode === 0) return;
      warn(toMessage(error));
      exitCode = 2;
    },
    fail: (code = 1) => void (exitCode = code),
    exitCode: () => exitCode,
  };
}

/** Prints all lines of one turn of the event loop together, since a write takes longer than an answer. */
export interface Printer {
  print(line: string): void;
  /** Prints the collected lines now. */
  flush(): void;
}

/** Maximum number of bytes that wait for a reader. Beyond it, lines are dropped and counted. */
const longestBacklog = 1024 * 1024;

export function createPrinter(
  { print, stdout }: Pick<Terminal, 'print' | 'stdout'>,
  toGap: (dropped: number) => string = nameGap,
): Printer {
  let lines: string[] = [];
  let dropped = 0;

  function flush(): void {
    if (stdout.writableLength > longestBacklog) dropped += lines.length;
    else {
      const printed = dropped === 0 ? lines : [toGap(dropped), ...lines];
      if (printed.length > 0) print(printed.join('\n'));
      dropped = 0;
    }
    lines = [];
  }

  return {
    print(line): void {
      if (lines.push(line) === 1) setImmediate(flush);
    },
    flush,
  };
}

function nameGap(dropped: number): string {
  return `(${dropped} entries of the log are missing, since nobody read the output)`;
}

/** How lines look on an output. */
export function toScreen({ stdout, env }: Pick<Terminal, 'stdout' | 'env'>): Screen {
  const hasColors = stdout.isTTY === true && stdout.hasColors?.(16, { ...env }) === true;
  const columns = (): number => {
    const known = stdout.isTTY === true ? stdout.columns : undefined;
    // Some terminals do not know their size, and say 0.
    return known === undefined || known === 0 ? Infinity : known;
  };
  return { columns, hasColors };
}

/** Colours the statuses of timelines, if a terminal shows colours. */
export function paint({ hasColors }: Screen, text: string): string {
  if (!hasColors) return text;
  return text.replaceAll(/(?<=^|^ {2}#.* {2})(---|[2-5]\d\d)(?= )/gm, (status) => {
    return styleText(status < '4' && status !== '---' ? 'green' : status.startsWith('4') ? 'yellow' : 'red', status);
  });
}

/** Colours the outcomes of a score card, if a terminal shows colours. */
export function paintOutcomes(stdout: Output, text: string): string {
  if (!hasColors(stdout)) return text;
  return text.replaceAll(/^ {2}passed(?= )|^(?: {2})?(?:FAILED|PASSED|UNFINISHED)(?=[ :])/gm, (word) =>
    styleText(word.toLowerCase().includes('passed') ? 'green' : 'red', word),
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

/** The message of an error in one line. */
export function toMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CommanderError) return toUsageMessage(error);
  const { message, code = '' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message.replace(/:?\n.*/s, '');
}

/** The second line of commander is a suggestion. If the message does not say what is allowed, it refers to the help. */
function toUsageMessage({ message }: CommanderError): string {
  const line = message.replace(/^error: /, '').replaceAll('\n', ' ');
  return /[.)?]$/.test(line) ? line : `${line}. See vf-mock --help.`;
}
