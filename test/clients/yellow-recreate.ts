import type { Platform } from './vibefollow-backfill.ts';

export type Properties = Readonly<Record<string, unknown>>;

type YellowPlatform = Platform & { readonly bot: string };

/** Replaces all users of a bot by others, in chunks of 1,000, and answers the records that were refused. */
export async function recreate(users: readonly Properties[], platform: YellowPlatform): Promise<Properties[]> {
  for (const userId of await listUserIds(platform)) {
    await call('DELETE', `/user/${encodeURIComponent(userId)}`, undefined, platform);
  }
  const refused: Properties[] = [];
  for (let start = 0; start < users.length; start += 1000) {
    refused.push(...(await createChunk(users.slice(start, start + 1000), platform)));
  }
  return refused;
}

async function listUserIds(platform: YellowPlatform): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const path = `/user?offset=${ids.length}&limit=500&properties=userId`;
    const { data } = (await call('GET', path, undefined, platform)).data as { data: { userId: { value: string } }[] };
    if (data.length === 0) return ids;
    ids.push(...data.map(({ userId }) => userId.value));
  }
}

/** Sends a chunk again and again without the row that was refused, until it is taken. */
async function createChunk(users: readonly Properties[], platform: YellowPlatform): Promise<Properties[]> {
  const { error } = await call('POST', '/user/create-bulk', { users }, platform);
  const row = /Row \[(\d+)\]/.exec(error ?? '')?.[1];
  if (row === undefined) return [];
  const rest = users.filter((_, index) => index !== Number(row));
  return [...users.filter((_, index) => index === Number(row)), ...(await createChunk(rest, platform))];
}

async function call(method: string, path: string, body: unknown, platform: YellowPlatform): Promise<Answer> {
  const { fetchImpl, baseUrl, apiKey, bot, sleep } = platform;
  const url = `${baseUrl}/cdp/api/v1${path}${path.includes('?') ? '&' : '?'}bot=${bot}`;
  const headers = { 'x-api-key': apiKey, 'Content-Type': 'application/json' };
  for (;;) {
    const response = await fetchImpl(url, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.ok || response.status === 400 || response.status === 404) return (await response.json()) as Answer;
    if (response.status !== 429) throw new Error(`Yellow.ai answered ${response.status}: ${await response.text()}`);
    await sleep(Number(response.headers.get('Retry-After') ?? 1) * 1000);
  }
}

interface Answer {
  readonly data?: unknown;
  readonly error?: string;
}
