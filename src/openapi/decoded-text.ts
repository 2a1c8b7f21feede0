/**
 * Runs are matched up to a bound, since the engine keeps a place on its stack for each step. Every run matches by itself,
 * so that a search is linear.
 */
const percent = '%(?:25){0,64}';
const backslashes = String.raw`(?:\\|${percent}5[cC]){1,64}`;
const hex = String.raw`[\da-fA-F]`;
/** After backslashes: `u0041`, `x41`, and a character that is escaped by a backslash alone. */
const escaped = String.raw`u(${hex}{4})|x(${hex}{2})|(["/])|${percent}(2[2fF])`;
/** Percent-encoded bytes of a character up to U+00FF, since a header carries no others. */
const encoded = String.raw`${percent}[cC]([23])${percent}([89abAB]${hex})|${percent}([0-7]${hex})`;
const escapes = new RegExp(`${backslashes}(?:${escaped})?|${encoded}`, 'g');

/** Whether a text may have escapes. */
export function mayHaveEscapes(text: string): boolean {
  return text.includes('%') || text.includes('\\');
}

/**
 * Decodes percent-encoding and the escapes of JSON, also around each other. Other and malformed escapes stay. A run of
 * other backslashes becomes one, since its level is not known. So the result is only for comparison.
 */
export function decodeText(text: string): string {
  return mayHaveEscapes(text) ? text.replaceAll(escapes, (...groups: string[]) => decodeEscape(groups)) : text;
}

/** The place in a text of each character of its decoded text, and of its end. */
export function findSources(text: string): Uint32Array {
  const sources = new Uint32Array(text.length + 1);
  let at = 0;
  let source = 0;
  const copyUpTo = (end: number): void => {
    while (source < end) sources[at++] = source++;
  };
  for (const match of text.matchAll(escapes)) {
    copyUpTo(match.index);
    sources[at++] = source;
    source += match[0].length;
  }
  copyUpTo(text.length + 1);
  return sources;
}

/** The one character that an escape stands for. */
function decodeEscape([, unicode, byte, character, encodedCharacter, high, low, ascii]: readonly string[]): string {
  const code = unicode ?? byte ?? encodedCharacter ?? ascii;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  // The two bytes of UTF-8 for U+0080 to U+00FF.
  if (high !== undefined) return String.fromCharCode((Number(high) << 6) | (Number.parseInt(low ?? '', 16) & 0x3f));
  return character ?? '\\';
}
