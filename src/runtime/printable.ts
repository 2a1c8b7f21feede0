/**
 * Replaces control characters, direction marks and line separators. With them a client could control the terminal of a
 * reader, or begin a line. Also replaces lone surrogates and noncharacters, which no text may contain.
 *
 * A space breaks what a CI service takes for a command: `::error::` of GitHub Actions where it may begin a line, and
 * `##[error]`, `##vso[` and `##teamcity[` of others.
 */
export function toPrintable(line: string): string {
  return line
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu, '�')
    .replaceAll(/(?<!\S):(?=:[a-z])|#(?=#(?:vso|teamcity)?\[)/gi, '$& ');
}

/** As `toPrintable`, line by line. */
export function toPrintableLines(text: string): string {
  return text.split('\n').map(toPrintable).join('\n');
}

/** Escapes the line separators in a JSON text that JSON leaves as they are, since some readers split lines there. */
export function escapeSeparators(json: string): string {
  return json.replaceAll(/[\u0085\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
