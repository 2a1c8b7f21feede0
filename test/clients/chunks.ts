import { GivenUp } from './transport.ts';

/** How to cut records into chunks, and how many of them to deliver at once. */
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
  const undelivered: string[] = [];
  const failures: Error[] = [];
  let next = 0;

  async function work(): Promise<void> {
    while (failures.length === 0 && next < records.length) {
      const from = next;
      const chunk = records.slice(from, from + size());
      next += chunk.length;
      try {
        await deliver(chunk);
      } catch (error) {
        failures.push(error as Error);
        undelivered.push(`${from} to ${from + chunk.length - 1} (${String(error)})`);
      }
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work));
  if (next < records.length) undelivered.push(`${next} to ${records.length - 1} (not begun)`);
  // One that trying again cannot change tells more than those that were given up.
  const failure = failures.find((one) => !(one instanceof GivenUp)) ?? failures[0];
  if (failure instanceof GivenUp) throw new GivenUp(`Not delivered: records ${undelivered.join(', ')}`);
  if (failure !== undefined) throw failure;
}
