import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../generated/version.ts';
import { suggest } from '../runtime/nearest.ts';
import type { Signal, Terminal } from './terminal.ts';

/** The command throws errors, since one place reports them all. */
export function withCommonOptions(command: Command, { stdout }: Pick<Terminal, 'stdout'>): Command {
  return command
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => (stdout.isTTY === true ? stdout.columns : undefined) ?? 80,
    });
}

/** For the help of commands that only print. */
export const printExitCodes = '\nExit codes: 0 printed, 2 could not be printed.';

export function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

export function toInteger(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Use a whole number.');
  return Number(text);
}

export function toSeed(text: string): number {
  const seed = toInteger(text);
  if (seed < 0 || seed >= 2 ** 32) throw new InvalidArgumentError('Use a number from 0 to 4294967295.');
  return seed;
}

export function toFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('Give the path of a file.');
  return text;
}

/** Reads one of some names. */
export function toChoice<Name extends string>(names: readonly Name[]): (text: string) => Name {
  return (text) => {
    const found = names.find((name) => name === text);
    if (found === undefined) throw new InvalidArgumentError(`${suggest(text, names).slice(2)}.`);
    return found;
  };
}

/** An option that takes one of some names. */
export function toNameOption(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, description).choices(names).argParser(toChoice(names));
}

/** Reads a time limit. */
export function toSeconds(text: string): number {
  const seconds = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || seconds <= 0 || seconds > 3600) {
    throw new InvalidArgumentError('Use a number of seconds, more than 0 and at most 3600.');
  }
  return seconds;
}

/** The error of work that a signal ended. */
export interface StoppedError extends Error {
  readonly signal: Signal;
}

/**
 * Does work that a signal ends. Every signal is handled, not only the first: on Ctrl-C the program gets a signal from the
 * terminal and another one from npx.
 */
export async function withSignals<Result>(
  { on, off }: Pick<Terminal, 'on' | 'off'>,
  signals: readonly Signal[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stops = signals.map((signal) => {
    const stop = (): void => controller.abort(Object.assign(new Error('Stopped before the end.'), { signal }));
    return [signal, stop] as const;
  });
  for (const [signal, stop] of stops) on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const [signal, stop] of stops) off(signal, stop);
  }
}
