/** A request and its answer for the page. */
export interface Attempt {
  readonly chunk: number;
  readonly users: number;
  readonly attempt: number;
  readonly status: number;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | undefined;
}

/** Sends users to a bot in chunks of 1,000, one after the other. */
export async function importUsers(
  users: readonly object[],
  bot: string,
  onAttempt: (attempt: Attempt) => void,
): Promise<void> {
  const url = `https://cloud.yellow.ai/cdp/api/v1/user/create-bulk?bot=${bot}&uponConflict=UPDATE_EXISTING`;
  for (let start = 0; start < users.length; start += 1000) {
    await deliver(url, users.slice(start, start + 1000), start / 1000 + 1, onAttempt);
  }
}

async function deliver(
  url: string,
  users: readonly object[],
  chunk: number,
  onAttempt: (attempt: Attempt) => void,
): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const headers = { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' };
    const {
      ok,
      status,
      headers: answer,
    } = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ users }) });
    const retryAfter = answer.has('Retry-After') ? Number(answer.get('Retry-After')) : undefined;
    onAttempt({ chunk, users: users.length, attempt, status, retryAfter });
    if (ok) return;
    if (status !== 429 && status !== 503) throw new Error(`Chunk ${chunk} was refused with ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, (retryAfter ?? 2 ** attempt) * 1000));
  }
  throw new Error(`Chunk ${chunk} was given up.`);
}
