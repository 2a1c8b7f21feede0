import { mayHaveEscapes } from './decoded-text.ts';

/** Percent-encoding and the escapes of JSON, each up to eight times around each other. A bound keeps searches linear. */
const percent = '%(?:25){0,8}';
const backslashes = String.raw`(?:\\|${percent}5[cC]){1,8}`;
const start = String.raw`(?:${percent}|${backslashes}(?:u00|x))`;
const asciiEscape = new RegExp(String.raw`${start}([0-7][\da-fA-F])`, 'g');

/** A pattern for a letter, a digit, `_` or `-`, escaped or not. */
export const wordCharacterPattern = String.raw`[\w-]|${start}(?:2[dD]|3\d|[46][1-9a-fA-F]|[57][\daA]|5[fF])`;

/** A pattern for letters, digits and `_`, escaped or not. */
export function toEscapedPattern(text: string): string {
  return Array.from(text, toCharacterPattern).join('');
}

/** Decodes escaped ASCII, also escaped repeatedly. Other and malformed escapes stay. */
export function decodeEscapes(text: string): string {
  if (!mayHaveEscapes(text)) return text;
  return text.replaceAll(asciiEscape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function toCharacterPattern(character: string): string {
  const hex = character.charCodeAt(0).toString(16);
  return `(?:${character}|${start}${hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
}
