import { deliverChunks, type OnRejected, type Rejected } from './chunks.ts';
import { createSend, Refused, type Send, type Settings } from './transport.ts';

export type Properties = Readonly<Record<string, unknown>>;

export interface YellowSettings extends Settings {
  readonly bot: string;
}

/**
 * Adds or updates users in chunks. Returns the refused ones. With several chunks at the same time, a user must not be
 * in two of them, because their order of arrival is open.
 *
 * @throws `NotDelivered` after an answer that a retry cannot change, or after the last attempt of a chunk.
 */
export async function importUsers<Item extends Properties>(
  users: readonly Item[],
  settings: YellowSettings,
  onRejected: OnRejected<Item> = () => undefined,
): Promise<Rejected<Item>[]> {
  const { concurrency, chunkSize = 1000 } = settings;
  const send = createSend(settings);
  const rejected: Rejected<Item>[] = [];

  /** One bad row causes the refusal of the whole chunk. The client sends the chunk again without this row. */
  async function deliver(chunk: readonly Item[]): Promise<void> {
    const bad = await create(chunk, send, settings);
    if (bad === undefined) return;
    const { row, message } = bad;
    for (const one of chunk.slice(row, row + 1).map((record) => ({ record, message }))) {
      rejected.push(one);
      onRejected(one);
    }
    if (chunk.length > 1) await deliver(chunk.filter((_, index) => index !== row));
  }

  await deliverChunks(users, { concurrency, size: () => chunkSize }, deliver);
  return rejected;
}

/** Deletes all users of a bot. A missing user counts as a success. */
export async function deleteUsers(settings: YellowSettings): Promise<void> {
  const ids = await listUserIds(createSend(settings), settings);
  const send = createSend(settings);
  await deliverChunks(ids, { concurrency: settings.concurrency, size: () => 1 }, async ([id = '']) => {
    const path = toPath(`/user/${encodeURIComponent(id)}`, settings);
    await send(path, toRequest('DELETE', settings), () => undefined).catch((error: unknown) => {
      if (!(error instanceof Refused && error.status === 404)) throw error;
    });
  });
}

async function listUserIds(send: Send, settings: YellowSettings): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const path = toPath(`/user?offset=${ids.length}&limit=500&properties=userId`, settings);
    const page = await send(path, toRequest('GET', settings), toUserIds);
    if (page.length === 0) return ids;
    ids.push(...page);
  }
}

function toUserIds(json: unknown): string[] {
  return (json as Page).data.data.map(({ userId }) => userId.value);
}

interface Page {
  readonly data: { readonly data: readonly { readonly userId: { readonly value: string } }[] };
}

interface BadRow {
  readonly row: number;
  readonly message: string;
}

/** Sends one bulk creation. Returns the row that caused a refusal. */
async function create(users: readonly Properties[], send: Send, settings: YellowSettings): Promise<BadRow | undefined> {
  try {
    const path = toPath('/user/create-bulk?uponConflict=UPDATE_EXISTING', settings);
    await send(path, { ...toRequest('POST', settings), body: JSON.stringify({ users }) }, checkCreation);
    return undefined;
  } catch (error) {
    const bad = error instanceof Refused && error.status === 400 ? toBadRow(error.body) : undefined;
    if (bad === undefined || bad.row >= users.length) throw error;
    return bad;
  }
}

interface Creation {
  readonly data: unknown;
}

function checkCreation(json: unknown): void {
  if (typeof (json as Creation).data !== 'string') throw new Error('the answer has no id of a bulk creation');
}

/** The row that a refusal names, counted from 0, and its problem. */
function toBadRow(body: string): BadRow | undefined {
  const [, row, message = ''] = /^Row \[(\d+)\]:? ?(.*)$/s.exec(toError(body)) ?? [];
  return row === undefined ? undefined : { row: Number(row), message };
}

interface Refusal {
  readonly error: unknown;
}

function toError(body: string): string {
  try {
    return String((JSON.parse(body) as Refusal).error);
  } catch {
    return ''; // the page of a gateway
  }
}

function toPath(path: string, { bot }: YellowSettings): string {
  return `/cdp/api/v1${path}${path.includes('?') ? '&' : '?'}bot=${encodeURIComponent(bot)}`;
}

function toRequest(method: string, { apiKey }: YellowSettings): RequestInit {
  return { method, headers: { 'X-Auth-Token': apiKey, 'Content-Type': 'application/json' } };
}
