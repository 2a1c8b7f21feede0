import { deliverChunks, type OnRejected, type Rejected } from './chunks.ts';
import { createSend, Refused, type Settings } from './transport.ts';

interface BulkResult {
  readonly data: { readonly errors: readonly RecordError[] };
}

interface RecordError {
  readonly index: number;
  readonly message: string;
}

interface Errors {
  readonly errors: readonly { readonly code: string }[];
}

/**
 * Sends users or events in chunks. Returns the rejected ones. With several chunks at the same time, a user must not be
 * in two of them, because their order of arrival is open.
 *
 * @throws `NotDelivered` after an answer that a retry cannot change, or after the last attempt of a chunk.
 */
export async function backfill<Item>(
  kind: 'users' | 'events',
  records: readonly Item[],
  settings: Settings,
  onRejected: OnRejected<Item> = () => undefined,
): Promise<Rejected<Item>[]> {
  const { apiKey, concurrency, log } = settings;
  let { chunkSize = 1000 } = settings;
  const rejected: Rejected<Item>[] = [];
  const send = createSend(settings, ({ body }) => {
    // After a full queue, new chunks are smaller. Chunks under way are retried unchanged.
    if (toCode(body) === 'backfill_queue_full') chunkSize = Math.min(chunkSize, Math.max(100, chunkSize / 2));
  });

  /** All attempts of a chunk have the same key. */
  async function post(body: string, idempotencyKey: string): Promise<readonly RecordError[]> {
    const headers = {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': idempotencyKey,
    };
    return send(`/api/v1/${kind}/bulk`, { method: 'POST', headers, body }, toErrors);
  }

  async function deliver(chunk: readonly Item[]): Promise<void> {
    const body = JSON.stringify({ [kind]: chunk });
    const errors = await post(body, crypto.randomUUID()).catch(async (error: unknown) => {
      if (!isKeyTaken(error)) throw error;
      log?.(`with another Idempotency-Key: ${error.message}`);
      return post(body, crypto.randomUUID());
    });
    for (const { index, message } of errors) {
      const one = { record: chunk[index] as Item, message };
      rejected.push(one);
      onRejected(one);
    }
  }

  await deliverChunks(records, { concurrency, size: () => Math.ceil(chunkSize) }, deliver);
  return rejected;
}

function toErrors(json: unknown): readonly RecordError[] {
  const { data } = json as BulkResult;
  if (!Array.isArray(data.errors)) throw new Error('the answer has no list of errors');
  return data.errors as readonly RecordError[];
}

/** Whether a refusal was only about the Idempotency-Key. Then a new key solves the problem. */
function isKeyTaken(error: unknown): error is Refused {
  return error instanceof Refused && toCode(error.body) === 'idempotency_key_reuse';
}

/** The code of an error. Pages of a gateway have none. */
function toCode(body = ''): string | undefined {
  try {
    return (JSON.parse(body) as Errors).errors[0]?.code;
  } catch {
    return undefined;
  }
}
