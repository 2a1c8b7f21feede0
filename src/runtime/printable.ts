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

/**
 * Escapes in a JSON text what JSON leaves as it is: line separators, where some readers split lines, and controls and
 * direction marks, which can steer a terminal.
 */
export function escapeControls(json: string): string {
  const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replaceAll(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escape);
}
