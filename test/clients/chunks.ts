import { Refused } from './transport.ts';

/** A rejected record, and the reason. */
export interface Rejected<Item> {
  readonly record: Item;
  readonly message: string;
}

/** Receives each rejected record at once. So all of them are reported even if the job stops later. */
export type OnRejected<Item> = (rejected: Rejected<Item>) => void;

/** The size of chunks, and the number of chunks at the same time. */
export interface Cut {
  readonly concurrency?: number | undefined;
  /** The current maximum size. It is read before each chunk. */
  readonly size: () => number;
}

/** The error with the records that were not delivered. Its cause is the most informative failure. */
export class NotDelivered extends Error {}

/**
 * Delivers records in chunks, several at the same time. After a failed chunk no other chunk starts. Chunks under way
 * continue to their end.
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
  // A failure that a retry cannot change is more informative than a chunk without attempts left.
  const cause = failures.find((failure) => failure instanceof Refused) ?? failures[0];
  throw new NotDelivered(`Not delivered: records ${undelivered.join(', ')}`, { cause });
}
