import { toPrintable } from '../runtime/printable.ts';

const width = 80;

/** Wraps a text at 80 columns, with an indent. Lines after the first are indented by two more columns. */
export function wrapText(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of toPrintable(text).split(' ')) {
    const room = width - indent - (lines.length === 0 ? 0 : 2);
    if (line !== '' && `${line} ${word}`.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, index) => `${' '.repeat(indent + (index === 0 ? 0 : 2))}${one}`);
}

/** `1 case`, `2 cases` */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
