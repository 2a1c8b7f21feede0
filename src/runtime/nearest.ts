/**
 * Explains a name that is not one of `names`, such as `. Did you mean "status"? Use one of status, code`. The hint is left
 * out if no name is similar.
 */
export function suggest(given: unknown, names: readonly string[]): string {
  const nearest = findNearest(String(given), names);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `.${hint} Use ${names.length === 1 ? '' : 'one of '}${names.join(', ')}`;
}

/** The name that a misspelt name was meant to be, or `undefined` if no name is similar. Case does not matter. */
export function findNearest(given: string, names: readonly string[]): string | undefined {
  const wanted = given.slice(0, longestName).toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const ranked = names
    .map((name) => ({ name, distance: isShortFor(wanted, name) ? 1 : measureDistance(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= limit && distance < name.length)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

/** Whether a name is cut short, such as `bulkUpsert`. */
function isShortFor(wanted: string, name: string): boolean {
  return wanted.length >= 3 && name.toLowerCase().startsWith(wanted);
}

/** Maximum number of characters compared. No known name is longer. */
const longestName = 64;

/** Number of letters to insert, to drop, to replace or to swap with the next one (optimal string alignment). */
function measureDistance(from: string, to: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const costs = [
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        ...(isSwapped ? [(before[column - 2] ?? 0) + 1] : []),
      ];
      next.push(Math.min(...costs));
    }
    [before, last] = [last, next];
  }
  return last[to.length] ?? 0;
}
