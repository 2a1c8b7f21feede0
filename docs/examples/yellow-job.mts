// Imports the users of an NDJSON file into Yellow.ai. Node.js 22.18 or later runs it as it is.
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

type Properties = Readonly<Record<string, unknown>>;

interface YellowSettings extends Settings {
  readonly bot: string;
}

/**
 * Adds or updates users in chunks. Returns the refused ones. With several chunks at the same time, a user must not be
 * in two of them, because their order of arrival is open.
 *
 * @throws `NotDelivered` after an answer that a retry cannot change, or after the last attempt of a chunk.
 */
async function importUsers<Item extends Properties>(
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
async function deleteUsers(settings: YellowSettings): Promise<void> {
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

const settings = { baseUrl: env('YELLOW_BASE_URL'), apiKey: env('YELLOW_API_KEY'), bot: env('YELLOW_BOT') };

await run<Properties>(env('VF_MOCK_RECORDS'), 'userId', async ({ records, log, onRejected }) =>
  importUsers(records, { ...settings, log }, onRejected),
);
