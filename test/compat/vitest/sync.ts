interface Options {
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The job under test: sends users, and retries after the required wait. */
export async function sync(users: readonly object[], options: Options = {}): Promise<unknown> {
  const { baseUrl = 'https://api.vibefollow.com', fetch = globalThis.fetch, sleep = wait } = options;
  const response = await fetch(`${baseUrl}/api/v1/users/bulk`, {
    method: 'POST',
    headers: { Authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });
  if (response.ok) return response.json();
  if (![429, 503].includes(response.status)) throw new Error(`Failed to sync: ${response.status}`);
  await sleep(Number(response.headers.get('Retry-After')) * 1000);
  return sync(users, options);
}

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
