import { deliverChunks } from './chunks.ts';
import { createSend, Refused, type Send, type Settings } from './transport.ts';
import type { Rejected } from './vibefollow.ts';

export type Properties = Readonly<Record<string, unknown>>;

export interface YellowSettings extends Settings {
  readonly bot: string;
}

/**
 * Adds or updates users in chunks, and answers those that were refused. With several chunks at once, a user must not be
 * in two of them: which of them arrives last is open.
 *
 * @throws `Refused` at the first answer that trying again cannot change, `GivenUp` with what was not delivered.
 */
export async function importUsers<Item extends Properties>(
  users: readonly Item[],
  settings: YellowSettings,
): Promise<Rejected<Item>[]> {
  const { concurrency, chunkSize = 1000 } = settings;
  const send = createSend(settings);
  const rejected: Rejected<Item>[] = [];

  /** One bad row has the whole chunk refused: it comes again without that row. */
  async function deliver(chunk: readonly Item[]): Promise<void> {
    const bad = await create(chunk, send, settings);
    if (bad === undefined) return;
    rejected.push(...chunk.slice(bad.row, bad.row + 1).map((record) => ({ record, message: bad.message })));
    if (chunk.length > 1) await deliver(chunk.filter((_, index) => index !== bad.row));
  }

  await deliverChunks(users, { concurrency, size: () => chunkSize }, deliver);
  return rejected;
}

/** Deletes all users of a bot. One that is gone already is a success. */
export async function deleteUsers(settings: YellowSettings): Promise<void> {
  const ids = await listUserIds(createSend(settings), settings);
  const send = createSend(settings);
  await deliverChunks(ids, { concurrency: settings.concurrency, size: () => 1 }, async ([id = '']) => {
    await send(toPath(`/user/${encodeURIComponent(id)}`, settings), toRequest('DELETE', settings)).catch(
      (error: unknown) => {
        if (!(error instanceof Refused && error.status === 404)) throw error;
      },
    );
  });
}

async function listUserIds(send: Send, settings: YellowSettings): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const path = toPath(`/user?offset=${ids.length}&limit=500&properties=userId`, settings);
    const { data } = (await send(path, toRequest('GET', settings))) as Page;
    if (data.data.length === 0) return ids;
    ids.push(...data.data.map(({ userId }) => userId.value));
  }
}

interface Page {
  readonly data: { readonly data: readonly { readonly userId: { readonly value: string } }[] };
}

/** Sends one bulk creation, and answers the row that it was refused for. */
async function create(
  users: readonly Properties[],
  send: Send,
  settings: YellowSettings,
): Promise<{ readonly row: number; readonly message: string } | undefined> {
  try {
    const path = toPath('/user/create-bulk?uponConflict=UPDATE_EXISTING', settings);
    await send(path, { ...toRequest('POST', settings), body: JSON.stringify({ users }) });
    return undefined;
  } catch (error) {
    const [, row, message = ''] = /Row \[(\d+)\]:? ?(.*)"/.exec(error instanceof Refused ? error.body : '') ?? [];
    if (row === undefined || Number(row) >= users.length) throw error;
    return { row: Number(row), message };
  }
}

function toPath(path: string, { bot }: YellowSettings): string {
  return `/cdp/api/v1${path}${path.includes('?') ? '&' : '?'}bot=${encodeURIComponent(bot)}`;
}

function toRequest(method: string, { apiKey }: YellowSettings): RequestInit {
  return { method, headers: { 'X-Auth-Token': apiKey, 'Content-Type': 'application/json' } };
}
