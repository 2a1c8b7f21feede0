import type { ClientRun } from './report.ts';

type Output = Pick<ClientRun, 'stdout' | 'stderr'>;

/** Lines that name an error, in the traces of languages. */
const headlines: readonly RegExp[] = [
  // JavaScript, Python, Java, C#, and an error that `main` of Rust returns.
  /^(?:Uncaught |Unhandled exception\. |Exception in thread "[^"]*" )?(?:[\w$]+(?:\.|::|\\))*\w*(?:Error|Exception|Exit|Interrupt|Rejection)(?=:|$| \[| \()/,
  // PHP
  /^(?:PHP )?(?:Fatal|Parse) error: /,
  // Ruby
  /^.+:\d+:in [`'].*\([A-Z][\w:]*\)$/,
  /^.+\.rb:\d+: .*syntax error/,
  // Go
  /^(?:panic|fatal error): /,
  // Rust
  /^thread '.*' (?:\(\d+\) )?panicked at /,
];

const traceback = 'Traceback (most recent call last):';

/** Lines around an error that say nothing: brackets, frames, source positions, version lines and hints. */
const noise =
  /^[\s{}()[\];^~]*$|^\s+at |^\s+from .+:\d|^\s+thrown in |^\s+File "|^#\d+ |^\s+\.\.\. \d+ more$|^\s+--- End of |^(?:node:|file:\/\/|\/).*:\d+$|^[\w./*()]+\([^ ]*\)$|^(?:created by|goroutine \d+|exit status \d+|Node\.js v|note: |Stack trace:|stack backtrace:|Require stack:|- \/|Traceback \(|The above exception |During handling )/;

/** The line in which a client names the error that ended it, or else its last line. `undefined` if it wrote nothing. */
export function findErrorLine(output: Output): string | undefined {
  const { lines, headline, informative } = readOutput(output);
  const line = lines[headline ?? informative.at(-1) ?? -1];
  if (line === undefined) return undefined;
  // Rust writes the message below the place.
  const isContinued = / panicked at .*:$/.test(line);
  return [line, ...(isContinued ? [lines[(headline ?? 0) + 1] ?? ''] : [])].join(' ').trim();
}

/** The lines of an output that tell most: the first line of stderr, the error, and the last lines. */
export function findLastWords(output: Output): string[] {
  const { lines, start, headline, informative } = readOutput(output);
  const first = informative.find((at) => at >= start);
  const shown = new Set([first, headline, ...informative.slice(-3)].filter((at) => at !== undefined));
  return [...shown].toSorted((a, b) => a - b).map((at) => lines[at] ?? '');
}

interface ReadOutput {
  readonly lines: readonly string[];
  /** Index of the first line of stderr. */
  readonly start: number;
  /** Index of the line that names the error. */
  readonly headline: number | undefined;
  /** Indexes of the lines that are not noise. */
  readonly informative: readonly number[];
}

function readOutput({ stdout, stderr }: Output): ReadOutput {
  const [out, err] = [stdout, stderr].map((text) => text.trimEnd().split(/\r?\n/)) as [string[], string[]];
  const lines = [...out, ...err];
  const start = out.length;
  const inError = findHeadline(err);
  const headline = inError === undefined ? findHeadline(out) : start + inError;
  const isTold = (line: string): boolean => !noise.test(line) && (headline === undefined || !/^\s/.test(line));
  const all = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const told = all.filter((at) => isTold(lines[at] ?? ''));
  return { lines, start, headline, informative: told.length > 0 ? told : all };
}

/** The last line that names an error. After a traceback of Python it is the first line that is not indented. */
function findHeadline(lines: readonly string[]): number | undefined {
  const trace = lines.lastIndexOf(traceback);
  const below = lines.findIndex((line, at) => trace >= 0 && at > trace && /^\S/.test(line));
  const found = below >= 0 ? below : lines.findLastIndex((line) => headlines.some((headline) => headline.test(line)));
  return found < 0 ? undefined : found;
}
