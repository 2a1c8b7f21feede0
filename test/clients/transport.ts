/** The environment of a client. Tests can replace its parts. */
export interface Platform {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** A signal that aborts after a number of milliseconds. */
  readonly timeout: (ms: number) => AbortSignal;
  /** From 0 to under 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Settings extends Partial<Platform> {
  readonly baseUrl?: string;
  readonly apiKey: string;
  /** Maximum number of requests at the same time. */
  readonly concurrency?: number;
  readonly chunkSize?: number;
  /** Maximum number of attempts of a request. */
  readonly attempts?: number;
  /** Receives one line of text for each failed attempt. */
  readonly log?: (line: string) => void;
}

/** An answer that a retry would not change. */
export class Refused extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(toLine(`the API answered ${status} ${body}`));
    this.status = status;
    this.body = body;
  }
}

/** A request that failed in all attempts. */
export class GivenUp extends Error {}

/**
 * Sends a request, and retries it if that may help. Returns the result of `read` for the JSON of the success. If `read`
 * throws, the attempt has failed.
 */
export type Send = <Result>(path: string, init: RequestInit, read: (json: unknown) => Result) => Promise<Result>;

/** The reason for a retry, and its time. */
export interface Failure {
  readonly message: string;
  readonly body?: string;
  readonly retryAfter?: string | null;
}

const baseDelay = 500;
const longestDelay = 20_000;
const longestWait = 5 * 60_000;
const timeoutMs = 10_000;

/** All requests of one `Send` share its pauses. So each endpoint has its own `Send`. */
export function createSend(settings: Settings, onFailure: (failure: Failure) => void = () => undefined): Send {
  const { attempts = 6, random = Math.random, now = Date.now, log = () => undefined } = settings;
  const { sleep = async (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) } = settings;
  let pausedUntil = 0;

  /** If one request must wait, all requests wait. They do not return at the same moment. */
  async function pause(): Promise<void> {
    while (now() < pausedUntil) {
      const rest = pausedUntil - now();
      if (rest > longestWait) throw new GivenUp(`the API wants no request for ${Math.ceil(rest / 1000)} s`);
      await sleep(rest + random() * baseDelay);
    }
  }

  return async (path, init, read) => {
    for (let attempt = 1; ; attempt += 1) {
      await pause();
      const met = await meet(path, init, read, settings);
      if ('result' in met) return met.result;
      log(`attempt ${attempt} of ${attempts} failed: ${met.message}`);
      onFailure(met);
      const told = toWait(met.retryAfter, now());
      pausedUntil = Math.max(pausedUntil, now() + (told ?? 0));
      if (attempt === attempts) throw new GivenUp(`after ${attempt} attempts: ${met.message}`);
      // `pause` contains a wait from the answer. Without one, the client uses exponential backoff with full jitter.
      await sleep(random() * (told === undefined ? Math.min(longestDelay, baseDelay * 2 ** (attempt - 1)) : baseDelay));
    }
  };
}

/** Broken connections, timeouts, incomplete bodies and gateway pages with status 200 are retried. */
async function meet<Result>(
  path: string,
  init: RequestInit,
  read: (json: unknown) => Result,
  { baseUrl = '', fetch: send = fetch, timeout = AbortSignal.timeout.bind(AbortSignal) }: Settings,
): Promise<{ readonly result: Result } | Failure> {
  try {
    // The client follows no redirect, because the key and the records could reach an unknown server.
    const response = await send(baseUrl + path, { ...init, redirect: 'manual', signal: timeout(timeoutMs) });
    const body = await response.text();
    if (response.ok) return { result: read(JSON.parse(body)) };
    if (!isTransient(response.status)) throw new Refused(response.status, body);
    const message = toLine(`${response.status} ${body}`);
    return { message, body, retryAfter: response.headers.get('Retry-After') };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { message, cause } = error as Error;
    return { message: toLine(cause instanceof Error ? `${message} (${cause.message})` : message) };
  }
}

function isTransient(status: number): boolean {
  return status >= 500 || [408, 425, 429].includes(status);
}

/** Milliseconds of a `Retry-After` in seconds or as an HTTP date. `undefined` if it is absent or invalid. */
function toWait(retryAfter: string | null = null, now: number): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const date = retryAfter.endsWith('GMT') ? Date.parse(retryAfter) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}

/** The answer in one line, even if it is the page of a gateway. */
function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 200).trim();
}
