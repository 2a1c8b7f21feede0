/** What a client needs from outside, so that a test can stand in for it. */
export interface Platform {
  readonly fetchImpl: typeof fetch;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface User {
  readonly external_user_id: string;
  readonly email?: string;
  readonly traits?: Readonly<Record<string, unknown>>;
}

/** Sends users in chunks of 1,000, and answers those that were rejected. */
export async function backfill(users: readonly User[], platform: Platform): Promise<User[]> {
  const rejected: User[] = [];
  for (let start = 0; start < users.length; start += 1000) {
    const chunk = users.slice(start, start + 1000);
    const { errors } = await sendChunk(chunk, platform);
    rejected.push(...errors.flatMap(({ index }) => chunk[index] ?? []));
  }
  return rejected;
}

async function sendChunk(users: readonly User[], platform: Platform): Promise<{ errors: { index: number }[] }> {
  const { fetchImpl, baseUrl, apiKey, sleep } = platform;
  const request = {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ users }),
  };
  for (;;) {
    const response = await fetchImpl(`${baseUrl}/api/v1/users/bulk`, request);
    if (response.ok) return ((await response.json()) as { data: { errors: { index: number }[] } }).data;
    if (response.status !== 429) throw new Error(`VibeFollow answered ${response.status}: ${await response.text()}`);
    await sleep(Number(response.headers.get('Retry-After') ?? 1) * 1000);
  }
}
