import { Command, InvalidArgumentError } from 'commander';
import { version } from '../generated/version.ts';

/** Errors are thrown, to be reported in one place. */
export function withCommonOptions(command: Command): Command {
  return command
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

export function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

export function toInteger(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Use a whole number.');
  return Number(text);
}

export function toFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('Give the path of a file.');
  return text;
}
