import { InvalidArgumentError, Option } from 'commander';
import { identifyFile } from '../report/real-path.ts';
import { openDeferredFile } from '../report/write-file.ts';
import { findNearest } from '../runtime/nearest.ts';
import { collect } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Writers of a report by the kind that stands before the file name. */
export type Writers<Report> = Readonly<Record<string, (report: Report) => string>>;

/** The option `--report <kind=file>`. */
export function toReportOption(kinds: readonly string[], example: string): Option {
  const names = kinds.join(', ').replace(/, (\w+)$/, ' or $1');
  return new Option('--report <kind=file>', `write a report, ${names}; repeatable`).argParser(
    (text: string, before: readonly string[] | undefined) => {
      const [kind, file] = split(text);
      if (kinds.includes(kind) && file !== '') return collect(text, before);
      const nearest = text.includes('=') ? findNearest(kind, kinds) : undefined;
      const hint = nearest === undefined || nearest === kind ? '' : ` Did you mean "${nearest}"?`;
      throw new InvalidArgumentError(
        `Give what to write and where, such as ${example}; there ${kinds.length === 1 ? 'is' : 'are'} ${names.replace(' or ', ' and ')}.${hint}`,
      );
    },
  );
}

/**
 * Opens the files for reports.
 *
 * @throws For a file that cannot be written, or that is given twice, before any work is done.
 */
export async function useReports<Report>(
  { toPath }: Pick<Terminal, 'toPath'>,
  texts: readonly string[],
  writers: Writers<Report>,
): Promise<{ write(report: Report): Promise<void> }> {
  const places = await Promise.all(texts.map(async (text) => identifyFile(toPath(split(text)[1]))));
  const twice = places.findIndex((place, index) => places.indexOf(place) < index);
  if (twice >= 0) {
    const [, path] = split(texts[twice] ?? '');
    throw new Error(
      `Failed to use the report ${path}: another report goes to this file. Give each report its own file.`,
    );
  }
  const files = await Promise.all(
    texts.map(async (text) => {
      const [kind, path] = split(text);
      return { toText: writers[kind], file: await openDeferredFile(`the report ${path}`, toPath(path)) };
    }),
  );
  return {
    async write(report): Promise<void> {
      for (const { toText, file } of files) await file.write(toText?.(report) ?? '');
    },
  };
}

/** The file of `kind=file`. */
export function fileOf(text: string): string {
  return split(text)[1];
}

function split(text: string): [kind: string, file: string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
