import { GivenUp } from './transport.ts';

/** What to cut into chunks and how. */
export interface Cut {
  readonly concurrency?: number | undefined;
  /** Asked before each chunk. */
  readonly size: () => number;
}

/**
 * Delivers records chunk by chunk, several at once. After the first chunk that fails no other is begun; those that are
 * under way come to their end.
 *
 * @throws The failure, or `GivenUp` with what was not delivered.
 */
export async function deliverChunks<Item>(
  records: readonly Item[],
  { concurrency = 1, size }: Cut,
  deliver: (chunk: readonly Item[]) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const givenUp: string[] = [];
  let next = 0;

  async function work(): Promise<void> {
    while (failures.length === 0 && next < records.length) {
      const from = next;
      const chunk = records.slice(from, from + size());
      next += chunk.length;
      await deliver(chunk).catch((error: unknown) => {
        failures.push(error);
        givenUp.push(`${from} to ${from + chunk.length - 1} (${String(error)})`);
      });
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work));
  const worst = failures.find((error) => !(error instanceof GivenUp)) ?? failures[0];
  if (!(worst instanceof GivenUp)) {
    if (worst !== undefined) throw worst;
    return;
  }
  const rest = next < records.length ? [`${next} to ${records.length - 1} (not begun)`] : [];
  throw new GivenUp(`Not delivered: records ${[...givenUp, ...rest].join(', ')}`);
}
