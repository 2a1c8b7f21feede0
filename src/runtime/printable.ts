/** Replaces control characters and direction marks. With them a client could control the terminal of a reader. */
export function toPrintable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');
}
