export type Style = 'good' | 'warning' | 'bad' | 'dim';

/** A part of a line. Its style shows only on a terminal with colours. */
export interface Piece {
  readonly text: string;
  readonly style?: Style | undefined;
}

/** Where lines are printed. */
export interface Screen {
  /** Maximum number of columns of a line. `Infinity` if it is no terminal. */
  columns(): number;
  readonly hasColors: boolean;
}

/** A line that fits the screen. `…` stands for the rest of a longer one. */
export function toLine(pieces: readonly Piece[], { columns, hasColors }: Screen): string {
  const shown = cut(pieces, columns());
  return shown
    .map(({ text, style }) => (hasColors && style !== undefined && text !== '' ? toStyled(style, text) : text))
    .join('')
    .trimEnd();
}

/** The codes that begin and end a style: green, yellow, red and dim. */
const codes: Readonly<Record<Style, readonly [begin: number, end: number]>> = {
  good: [32, 39],
  warning: [33, 39],
  bad: [31, 39],
  dim: [2, 22],
};

function toStyled(style: Style, text: string): string {
  const [begin, end] = codes[style];
  return `\u001B[${begin}m${text}\u001B[${end}m`;
}

/** The pieces, up to so many columns. */
export function cut(pieces: readonly Piece[], columns: number): readonly Piece[] {
  const width = pieces.reduce((sum, { text }) => sum + widthOf(text), 0);
  if (width <= columns) return pieces;
  let left = columns - 1;
  const kept = pieces.map((piece) => {
    const text = takeColumns(piece.text, left);
    // After the first character that does not fit, nothing does.
    left = text === piece.text ? left - widthOf(text) : 0;
    return { ...piece, text };
  });
  return [...kept, { text: '…' }];
}

/** The start of a text that takes at most so many columns. */
function takeColumns(text: string, columns: number): string {
  let left = columns;
  let length = 0;
  for (const character of text) {
    left -= widthOfCharacter(character);
    if (left < 0 || columns <= 0) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** Number of columns of a text on a terminal. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  // The selector makes a narrow emoji wide, and a wide one stays as it is.
  const plain = text.replaceAll(/(\p{Emoji_Presentation})\uFE0F/gu, '$1');
  return Array.from(plain).reduce((sum, character) => sum + widthOfCharacter(character), 0);
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

function widthOfCharacter(character: string): number {
  if (character === '\uFE0F') return 1;
  if (/[\p{Mn}\p{Me}]/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The text, with blanks up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - widthOf(text), 0));
}

/** The lines of a text that is broken between its words. A longer word gets a line of its own. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last) + 1 + widthOf(word) > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
