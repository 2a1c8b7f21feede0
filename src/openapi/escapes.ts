/** Percent-encoding and the escapes of JSON, each up to eight times around each other. A bound keeps searches linear. */
const percent = '%(?:25){0,8}';
const backslashes = String.raw`(?:\\|${percent}5[cC]){1,8}`;
const start = String.raw`(?:${percent}|${backslashes}(?:u00|x))`;

/** A pattern for a letter, a digit, `_` or `-`, escaped or not. */
export const wordCharacterPattern = String.raw`[\w-]|${start}(?:2[dD]|3\d|[46][1-9a-fA-F]|[57][\daA]|5[fF])`;

/** A pattern for letters, digits and `_`, escaped or not. */
export function toEscapedPattern(text: string): string {
  return Array.from(text, toCharacterPattern).join('');
}

function toCharacterPattern(character: string): string {
  const hex = character.charCodeAt(0).toString(16);
  return `(?:${character}|${start}${hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
}
