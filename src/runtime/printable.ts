/** A line without control characters and marks of direction, with which a client could write into somebody's terminal. */
export function toPrintable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');
}
