/** What a client takes from outside, so that a test can stand in for it. */
export interface Platform {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** A signal that is aborted after so many milliseconds. */
  readonly timeout: (ms: number) => AbortSignal;
  /** From 0 to under 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Settings extends Partial<Platform> {
  readonly baseUrl?: string;
  readonly apiKey: string;
  /** Requests at once. */
  readonly concurrency?: number;
  readonly chunkSize?: number;
  /** Tries of one request in all. */
  readonly attempts?: number;
}

/** An answer that trying again would not change. */
export class Refused extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`The API answered ${status}: ${body}`);
    this.status = status;
    this.body = body;
  }
}

/** A request that was tried again until it was enough. */
export class GivenUp extends Error {}

/** Sends a request, again and again where that may help, and answers the JSON of the success. */
export type Send = (path: string, init: RequestInit) => Promise<unknown>;

/** What came of one attempt: its JSON, or else why to try again, and when. */
type Met = { readonly json: unknown } | { readonly failure: string; readonly retryAfter?: string | null };

const baseDelay = 500;
const longestDelay = 20_000;
const longestWait = 5 * 60_000;
const timeoutMs = 10_000;

/** All that is sent with one `Send` shares its pauses, so there is one for each endpoint. */
export function createSend(settings: Settings, onFailure: (failure: string) => void = () => undefined): Send {
  const { baseUrl = '', attempts = 6, random = Math.random, now = Date.now } = settings;
  const { sleep = async (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) } = settings;
  let pausedUntil = 0;

  /** Whoever was told to wait, all wait; and not all come back at the same moment. */
  async function pause(): Promise<void> {
    while (now() < pausedUntil) {
      if (pausedUntil - now() > longestWait) throw new GivenUp('The API wants no request for too long');
      await sleep(pausedUntil - now() + random() * baseDelay);
    }
  }

  return async (path, init) => {
    for (let attempt = 1; ; attempt += 1) {
      await pause();
      const met = await meet(baseUrl + path, init, settings);
      if ('json' in met) return met.json;
      onFailure(met.failure);
      const wait = toWait(met.retryAfter, now());
      pausedUntil = Math.max(pausedUntil, now() + wait);
      if (attempt === attempts) throw new GivenUp(`After ${attempt} attempts: ${met.failure}`);
      // What is told is waited for in `pause`; else exponential backoff with full jitter.
      if (wait === 0) await sleep(random() * Math.min(longestDelay, baseDelay * 2 ** (attempt - 1)));
    }
  };
}

/** Broken connections, time-outs, bodies that are cut off and gateway pages under 200 are all worth another attempt. */
async function meet(url: string, init: RequestInit, settings: Settings): Promise<Met> {
  const { fetch: send = fetch, timeout = AbortSignal.timeout.bind(AbortSignal) } = settings;
  try {
    const response = await send(url, { ...init, signal: timeout(timeoutMs) });
    const body = await response.text();
    if (response.ok) return { json: JSON.parse(body) as unknown };
    if (!isTransient(response.status)) throw new Refused(response.status, body);
    return { failure: `${response.status} ${body}`, retryAfter: response.headers.get('Retry-After') };
  } catch (error) {
    if (error instanceof Refused) throw error;
    return { failure: String(error) };
  }
}

function isTransient(status: number): boolean {
  return status >= 500 || [408, 425, 429].includes(status);
}

/** Milliseconds to wait by a `Retry-After` of seconds or an HTTP date; 0 without a good one. */
function toWait(retryAfter: string | null | undefined, now: number): number {
  if (/^\d+$/.test(retryAfter ?? '')) return Number(retryAfter) * 1000;
  return retryAfter?.endsWith('GMT') === true ? Math.max(Date.parse(retryAfter) - now, 0) || 0 : 0;
}
