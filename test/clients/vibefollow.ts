import { deliverChunks } from './chunks.ts';
import { createSend, type Settings } from './transport.ts';

/** A record that was not taken, and why. */
export interface Rejected<Item> {
  readonly record: Item;
  readonly message: string;
}

interface BulkResult {
  readonly data: { readonly errors: readonly { readonly index: number; readonly message: string }[] };
}

/**
 * Sends users or events in chunks, and answers those that were rejected. With several chunks at once, a user must not
 * be in two of them: which of them arrives last is open.
 *
 * @throws `Refused` at the first answer that trying again cannot change, `GivenUp` with what was not delivered.
 */
export async function backfill<Item>(
  kind: 'users' | 'events',
  records: readonly Item[],
  settings: Settings,
): Promise<Rejected<Item>[]> {
  const { apiKey, concurrency } = settings;
  let { chunkSize = 1000 } = settings;
  const rejected: Rejected<Item>[] = [];
  const send = createSend(settings, (failure) => {
    // A full queue is given smaller chunks from now on; those that are under way come again as they are.
    if (failure.includes('backfill_queue_full')) chunkSize = Math.min(chunkSize, Math.max(100, chunkSize / 2));
  });

  async function deliver(chunk: readonly Item[]): Promise<void> {
    const result = await send(`/api/v1/${kind}/bulk`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${apiKey}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(), // one for all attempts of a chunk
      },
      body: JSON.stringify({ [kind]: chunk }),
    });
    for (const { index, message } of (result as BulkResult).data.errors) {
      rejected.push({ record: chunk[index] as Item, message });
    }
  }

  await deliverChunks(records, { concurrency, size: () => Math.ceil(chunkSize) }, deliver);
  return rejected;
}
