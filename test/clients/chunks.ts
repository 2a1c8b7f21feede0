import { Refused } from './transport.ts';

/** How to cut records into chunks, and how many of them to deliver at once. */
export interface Cut {
  readonly concurrency?: number | undefined;
  /** Asked before each chunk. */
  readonly size: () => number;
}

/** Says which records were not delivered. Its cause is the failure that tells most. */
export class NotDelivered extends Error {}

/**
 * Delivers records chunk by chunk, several at once. After the first chunk that fails no other is begun; those that are
 * under way come to their end.
 *
 * @throws `NotDelivered`.
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
        undelivered.push(`${from + 1} to ${from + chunk.length} (${(error as Error).message})`);
      }
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work));
  if (failures.length === 0) return;
  if (next < records.length) undelivered.push(`${next + 1} to ${records.length} (not begun)`);
  // One that trying again cannot change tells more than those that were given up.
  const cause = failures.find((failure) => failure instanceof Refused) ?? failures[0];
  throw new NotDelivered(`Not delivered: records ${undelivered.join(', ')}`, { cause });
}
