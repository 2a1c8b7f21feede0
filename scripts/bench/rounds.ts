// Measures several subjects in turn, round by round. So other load on the machine affects all of them.

export interface Range {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The results of each subject by its name, one for each round. */
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

/** The ratios of two subjects, one for each round. */
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
