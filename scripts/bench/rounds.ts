// Measures several in turn, round by round, so that what else the machine does meets all of them.

export interface Range {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The results of each by its name, one for each round. */
export async function measureInTurn<Result>(
  rounds: number,
  subjects: Readonly<Record<string, () => Promise<Result>>>,
): Promise<Record<string, Result[]>> {
  const results = Object.fromEntries(Object.keys(subjects).map((name) => [name, [] as Result[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(subjects)) results[name]?.push(await measure());
  }
  return results;
}

/** Of ratios, each of two figures of the same round. */
export function toRatio(ours: readonly number[], theirs: readonly number[]): Range {
  return toRange(ours.map((figure, round) => figure / (theirs[round] ?? Number.NaN)));
}

export function toRange(values: readonly number[]): Range {
  const [min = Number.NaN] = values.toSorted((a, b) => a - b);
  return { median: median(values), min, max: values.toSorted((a, b) => b - a)[0] ?? Number.NaN };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
