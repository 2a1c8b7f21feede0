// Sends the users of an NDJSON file to VibeFollow. Node.js 22.18 or later runs it as it is.
import { readFileSync } from 'node:fs';

/** The environment of a client. Tests can replace its parts. */
interface Platform {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** A signal that aborts after a number of milliseconds. */
  readonly timeout: (ms: number) => AbortSignal;
  /** From 0 to under 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Settings extends Partial<Platform> {
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
class Refused extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(toLine(`the API answered ${status} ${body}`));
    this.status = status;
    this.body = body;
  }
}

/** A request that failed in all attempts. */
class GivenUp extends Error {}

/**
 * Sends a request, and retries it if that may help. Returns the result of `read` for the JSON of the success. If `read`
 * throws, the attempt has failed.
 */
type Send = <Result>(path: string, init: RequestInit, read: (json: unknown) => Result) => Promise<Result>;

/** The reason for a retry, and its time. */
interface Failure {
  readonly message: string;
  readonly body?: string;
  readonly retryAfter?: string | null;
}

const baseDelay = 500;
const longestDelay = 20_000;
const longestWait = 5 * 60_000;
const timeoutMs = 10_000;

/** All requests of one `Send` share its pauses. So each endpoint has its own `Send`. */
function createSend(settings: Settings, onFailure: (failure: Failure) => void = () => undefined): Send {
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

/** A rejected record, and the reason. */
interface Rejected<Item> {
  readonly record: Item;
  readonly message: string;
}

/** Receives each rejected record at once. So all of them are reported even if the job stops later. */
type OnRejected<Item> = (rejected: Rejected<Item>) => void;

/** The size of chunks, and the number of chunks at the same time. */
interface Cut {
  readonly concurrency?: number | undefined;
  /** The current maximum size. It is read before each chunk. */
  readonly size: () => number;
}

/** The error with the records that were not delivered. Its cause is the most informative failure. */
class NotDelivered extends Error {}

/**
 * Delivers records in chunks, several at the same time. After a failed chunk no other chunk starts. Chunks under way
 * continue to their end.
 *
 * @throws `NotDelivered`.
 */
async function deliverChunks<Item>(
  records: readonly Item[],
  { concurrency = 1, size }: Cut,
  deliver: (chunk: readonly Item[]) => Promise<void>,
): Promise<void> {
  const undelivered: string[] = [];
  const failures: Error[] = [];
  let next = 0;

  async function work(): Promise<void> {
    while (failures.length === 0 && next < records.length) {
      const from = next;
      const chunk = records.slice(from, from + size());
      next += chunk.length;
      try {
        await deliver(chunk);
      } catch (error) {
        failures.push(error as Error);
        undelivered.push(`${from + 1} to ${from + chunk.length} (${(error as Error).message})`);
      }
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work));
  if (failures.length === 0) return;
  if (next < records.length) undelivered.push(`${next + 1} to ${records.length} (not begun)`);
  // A failure that a retry cannot change is more informative than a chunk without attempts left.
  const cause = failures.find((failure) => failure instanceof Refused) ?? failures[0];
  throw new NotDelivered(`Not delivered: records ${undelivered.join(', ')}`, { cause });
}

/** The output of a sync job: rejected records go to stdout, everything else goes to stderr. */
interface Job<Item> {
  readonly records: readonly Item[];
  readonly log: (line: string) => void;
  readonly onRejected: (rejected: Rejected<Item>) => void;
}

/** Runs a job with the records of an NDJSON file. The program exits with 0, or with 1 if a record was not delivered. */
async function run<Item extends object>(
  path: string,
  idProperty: keyof Item,
  sync: (job: Job<Item>) => Promise<readonly Rejected<Item>[]>,
): Promise<void> {
  const records = readRecords<Item>(path);

  function onRejected({ record, message }: Rejected<Item>): void {
    const id = (record as Item | null)?.[idProperty]; // a line may say null
    const name = typeof id === 'string' && id !== '' ? id : `record ${records.indexOf(record) + 1}`;
    console.log(`${name}: ${message}`);
  }

  try {
    const rejected = await sync({ records, log: console.error, onRejected });
    console.error(`${records.length - rejected.length} of ${records.length} records delivered`);
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Reads the environment. If a variable is missing, the program exits with 2. */
function env(name: string): string {
  return process.env[name] ?? misused(`${name} is not set`);
}

function readRecords<Item>(path: string): Item[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Item);
  } catch (error) {
    return misused(`Failed to read ${path}: ${(error as Error).message}`);
  }
}

function misused(message: string): never {
  console.error(message);
  process.exit(2);
}

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
async function backfill<Item>(
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

interface User {
  readonly external_user_id: string;
}

const settings = { baseUrl: env('VIBEFOLLOW_BASE_URL'), apiKey: env('VIBEFOLLOW_API_KEY') };

await run<User>(env('VF_MOCK_RECORDS'), 'external_user_id', async ({ records, log, onRejected }) =>
  backfill('users', records, { ...settings, log }, onRejected),
);
