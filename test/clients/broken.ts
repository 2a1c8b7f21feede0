import type { Settings } from './transport.ts';
import { backfill } from './vibefollow.ts';
import { importUsers, type Properties, type YellowSettings } from './yellow.ts';

/** A sync job for either API. */
export type Client = (records: readonly Properties[], settings: YellowSettings) => Promise<unknown>;

export const users: Client = async (records, settings) => backfill('users', records, settings);
export const events: Client = async (records, settings) => backfill('events', records, settings);
export const yellow: Client = importUsers;

// Each of the following is a good client with one bad habit.

/** Learns the maximum size of a chunk from a refusal. */
export const inLargeChunks: Client = async (records, settings) =>
  users(records, { ...settings, chunkSize: 1500 }).catch(async () => users(records, { ...settings, chunkSize: 500 }));

export const withKeyInUrl: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) => send(`${url}?api_key=${settings.apiKey}`, init)),
  );

/** First sends a health check to a path that the API does not have. */
export const afterHealthCheck: Client = async (records, settings) => {
  const headers = { Authorization: `Bearer ${settings.apiKey}` };
  await settings.fetch?.(`${settings.baseUrl ?? ''}/api/v1/health`, { headers });
  return users(records, settings);
};

/** Uses the property names of another API. */
export const withCamelCase: Client = async (records, settings) =>
  users(
    records.map((record) => ({ ...record, externalUserId: record['external_user_id'] })),
    settings,
  );

/** Uses only its own backoff. */
export const withoutRetryAfter: Client = async (records, settings) => users(records, deaf(settings));
export const yellowWithoutRetryAfter: Client = async (records, settings) => yellow(records, deaf(settings));

/** Understands a `Retry-After` in seconds only. */
export const withoutHttpDates: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) => {
      const response = await send(url, init);
      return /^\d+$/.test(response.headers.get('Retry-After') ?? '') ? response : without('Retry-After', response);
    }),
  );

export const triedOnce: Client = async (records, settings) => users(records, { ...settings, attempts: 1 });

/** Stops at the first failure, and does not report it. */
export const yellowTriedOnce: Client = async (records, settings) =>
  yellow(records, { ...settings, attempts: 1 }).catch(() => []);

/** Retries after a refusal. */
export const refusedTwice: Client = async (records, settings) =>
  yellow(
    records,
    sending(settings, async (url, init, send) => {
      const response = await send(url, init);
      return response.status === 400 ? send(url, init) : response;
    }),
  );

export const withKeyPerAttempt: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) => send(url, withKey(init, crypto.randomUUID()))),
  );

/** Uses one key for the whole job, and a new key only after a refusal. */
export const withKeyOfJob: Client = async (records, settings) => {
  const key = crypto.randomUUID();
  const change: Change = async (url, init, send) => {
    const response = await send(url, withKey(init, key));
    return response.status === 422 ? send(url, init) : response;
  };
  return users(records, sending(settings, change));
};

export const withConstantBackoff: Client = async (records, settings) =>
  users(records, { ...settings, sleep: async () => settings.sleep?.(500) });

/** Waits with jitter, but never longer. */
export const withoutGrowth: Client = async (records, settings) =>
  users(records, { ...settings, sleep: async () => settings.sleep?.(500 + 100 * (settings.random ?? Math.random)()) });

export const withoutJitter: Client = async (records, settings) => users(records, { ...settings, random: () => 1 });

export const untiring: Client = async (records, settings) => users(records, { ...settings, attempts: 15 });

export const withoutPause: Client = async (records, settings) =>
  users(records, { ...settings, sleep: async () => settings.sleep?.(0) });

/** Sends larger chunks after a delay. */
export const catchingUp: Client = async (records, settings) =>
  users(records, { ...settings, chunkSize: 5, attempts: 2 }).catch(async () => {
    await settings.sleep?.(1000);
    return users(records, { ...settings, chunkSize: 10 });
  });

/** Gives up a chunk, and does not report it. */
export const impatient: Client = async (records, settings) =>
  users(records, { ...settings, attempts: 2 }).catch(() => undefined);

export const eventsWithoutKey: Client = async (records, settings) =>
  events(
    records,
    sending(settings, async (url, init, send) => send(url, withKey(init, undefined))),
  );

/** Sends all rows one by one after one bad row. */
export const oneByOne: Client = async (records, settings) =>
  yellow(
    records,
    sending(settings, async (url, init, send) => {
      const { ok, status } = await send(url, init);
      return new Response('{"data":""}', { status: ok ? 200 : status });
    }),
  ).catch(async () => yellow(records, { ...settings, chunkSize: 1 }));

/** Stops at one bad record. */
export const stoppedByRecord: Client = async (records, settings) => {
  for (let from = 0; from < records.length; from += 1000) {
    const rejected = await backfill('users', records.slice(from, from + 1000), settings);
    if (rejected.length > 0) throw new Error('Some were rejected');
  }
  return [];
};

/** Treats any 2xx as a success, and ignores its body. */
export const trustful: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) => {
      const response = await send(url, init);
      return response.ok ? new Response('{"data":{"errors":[]}}') : response;
    }),
  );

/** Cuts off long texts, even e-mail addresses. */
export const spoiling: Client = async (records, settings) =>
  users(
    records.map((record) => ({ ...record, email: String(record['email']).slice(0, 5) })),
    settings,
  ).then(() => []);

/** Loses the last chunk if it has only one record. */
export const withoutLastOne: Client = async (records, settings) =>
  users(records.length % 1000 === 1 ? records.slice(0, -1) : records, settings);

/** Continues with the next chunk after any result. */
export const undeterred: Client = async (records, settings) => {
  const failures: unknown[] = [];
  for (let from = 0; from < records.length; from += 1000) {
    await users(records.slice(from, from + 1000), settings).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new Error('Not all was delivered');
};

/** Gives up without a report. */
export const resigned: Client = async (records, settings) => users(records, settings).catch(() => []);

/** Delivers all records, and does not report the rejected ones. */
export const silent: Client = async (records, settings) => users(records, settings).then(() => []);

/** Expects an immediate answer. */
export const withShortTimeout: Client = async (records, { timeout = AbortSignal.timeout, ...settings }) =>
  users(records, { ...settings, timeout: () => timeout(1000) });

/** Waits for an answer without a limit. */
export const withoutTimeout: Client = async (records, settings) =>
  users(records, { ...settings, timeout: () => new AbortController().signal });

/** Waits very briefly if the answer has no `Retry-After`. */
export const hasty: Client = async (records, settings) =>
  users(records, { ...settings, sleep: async (ms) => settings.sleep?.(Math.min(ms, 5)) });

/** Puts its key in the URL, and waits at most one second for an answer. */
export const yellowInAHurry: Client = async (records, settings) => {
  const { timeout = AbortSignal.timeout } = settings;
  const hurried = sending(settings, async (url, init, send) => send(`${url}&api_key=${settings.apiKey}`, init));
  return yellow(records, { ...hurried, timeout: () => timeout(1000) });
};

/** Stores the run in each user. So two runs leave different data. */
export const unrepeatable: Client = async (records, settings) => {
  const runId = crypto.randomUUID();
  return yellow(
    records.map((record) => ({ ...record, runId })),
    settings,
  );
};

/** Does not handle bad rows. */
export const stoppedByRow: Client = async (records, settings) =>
  yellow(
    records,
    sending(settings, async (url, init, send) => {
      const response = await send(url, init);
      return response.status === 400 ? new Response('{"error":"Bad request"}', { status: 400 }) : response;
    }),
  );

export function deaf(settings: YellowSettings): YellowSettings {
  return sending(settings, async (url, init, send) => without('Retry-After', await send(url, init)));
}

type Send = NonNullable<Settings['fetch']>;
export type Change = (url: string, init: RequestInit, send: Send) => Promise<Response>;

/** Settings with a changed `fetch`. */
export function sending({ fetch: send = fetch, ...settings }: YellowSettings, change: Change): YellowSettings {
  return { ...settings, fetch: async (url, init) => change(url, init, send) };
}

export function withKey(init: RequestInit, key: string | undefined): RequestInit {
  const headers = new Headers(init.headers);
  if (key === undefined) headers.delete('Idempotency-Key');
  else headers.set('Idempotency-Key', key);
  return { ...init, headers };
}

function without(header: string, { status, headers, body }: Response): Response {
  const others = new Headers(headers);
  others.delete(header);
  return new Response(body, { status, headers: others });
}
