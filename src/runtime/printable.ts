/**
 * Replaces control characters and direction marks. With them a client could control the terminal of a reader. Also
 * replaces lone surrogates and noncharacters, which no text may contain.
 */
export function toPrintable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '�');
}
