import { encodeUtf8 } from '../runtime/utf8.ts';

/** Percent-encoding and the escapes of JSON, each up to eight times around each other. A bound keeps searches linear. */
const percent = '%(?:25){0,8}';
const backslashes = String.raw`(?:\\|${percent}5[cC]){1,8}`;
const start = String.raw`(?:${percent}|${backslashes}(?:u00|x))`;
const asciiEscape = new RegExp(String.raw`${start}([0-7][\da-fA-F])`, 'g');

/** A pattern for a letter, a digit, `_` or `-`, escaped or not. */
export const wordCharacterPattern = String.raw`[\w-]|${start}(?:2[dD]|3\d|[46][1-9a-fA-F]|[57][\daA]|5[fF])`;

/** A pattern for a text with any of its characters escaped. */
export function toEscapedPattern(text: string): string {
  return Array.from(text, toCharacterPattern).join('');
}

/** Whether a text may have escapes. */
export function mayHaveEscapes(text: string): boolean {
  return text.includes('%') || text.includes('\\');
}

/** Decodes escaped ASCII, also escaped repeatedly. Other and malformed escapes stay. */
export function decodeEscapes(text: string): string {
  if (!mayHaveEscapes(text)) return text;
  return text.replaceAll(asciiEscape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function toCharacterPattern(character: string): string {
  const literal = character.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
  const code = character.charCodeAt(0);
  if (code > 0x7f) return `(?:${literal}|${backslashes}u${toHexPattern(code, 4)}|${toPercentPattern(character)})`;
  const backslash = /["\\/]/.test(character) ? `${backslashes}${literal}|` : '';
  return `(?:${literal}|${backslash}${start}${toHexPattern(code, 2)})`;
}

function toPercentPattern(character: string): string {
  return Array.from(encodeUtf8(character), (byte) => percent + toHexPattern(byte, 2)).join('');
}

/** A pattern for a number in hexadecimal digits of either case. */
function toHexPattern(code: number, digits: number): string {
  const hex = code.toString(16).padStart(digits, '0');
  return hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
