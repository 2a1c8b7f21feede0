import { deaf, sending, users, withKey, yellow, type Change, type Client } from './broken.ts';
import { Refused } from './transport.ts';
import type { YellowSettings } from './yellow.ts';

// Each of the following is a good client with one habit of a language or of a library.

/** Writes the properties of each object in random order, as a language with randomized hashes does. */
export const reordered: Client = async (records, settings) => users(records, shuffling(settings));
export const yellowReordered: Client = async (records, settings) => yellow(records, shuffling(settings));

/** Writes the time of the attempt into each record. */
export const stamped: Client = async (records, settings) => users(records, stamping(settings));
export const yellowStamped: Client = async (records, settings) => yellow(records, stamping(settings));

export const stampedWithKeyPerAttempt: Client = async (records, settings) =>
  stamped(
    records,
    sending(settings, async (url, init, send) => send(url, withKey(init, crypto.randomUUID()))),
  );

/** Sleeps this long each time, until it may send. */
export function withConstantSleep(sleep: number): Client {
  return async (records, settings) => users(records, sleepingFor(sleep, settings));
}

export const yellowWithConstantSleep: Client = async (records, settings) => yellow(records, sleepingFor(500, settings));

/** Sleeps this long each time, and ignores `Retry-After`. */
export function withOnlyConstantSleep(sleep: number): Client {
  return async (records, settings) => users(records, sleepingFor(sleep, deaf(settings)));
}

/** Waits 1 s, 2 s and so on with a tenth of jitter, and ignores `Retry-After`. Many libraries do so by default. */
export const byDefaults: Client = async (records, settings) => users(records, defaulting(settings));
export const yellowByDefaults: Client = async (records, settings) => yellow(records, defaulting(settings));

/** Sends up to three times again after any refusal that a retry cannot change. */
export const repeatingRefusals: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) => {
      let response = await send(url, init);
      for (let again = 0; again < 3 && isFinal(response); again += 1) {
        await settings.sleep?.(1000 * 2 ** again);
        response = await send(url, init);
      }
      return response;
    }),
  );

function isFinal({ status }: Response): boolean {
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}

/** Stops at an answer that is cut off, and reports it. */
export const stoppedByCutAnswer: Client = async (records, settings) =>
  users(
    records,
    readingFully(settings, (status) => {
      throw new Refused(status, 'the answer is cut off');
    }),
  );

/** Stops at a `Retry-After` that is no number. */
export const stoppedByHeader: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) => {
      const response = await send(url, init);
      if (/[a-z]/.test(response.headers.get('Retry-After') ?? '')) throw new Refused(429, 'Retry-After is no number');
      return response;
    }),
  );

/** Sends again after each status, but not after a connection that breaks. */
export const stoppedByReset: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) =>
      send(url, init).catch(() => {
        throw new Refused(0, 'the connection broke');
      }),
    ),
  );

/** Rounds the number of chunks down, and exits with 0. */
export const withoutLastChunk: Client = async (records, settings) =>
  users(records.slice(0, Math.max(1, Math.floor(records.length / 1000)) * 1000), settings);

/** Takes an answer that is cut off for a success. */
export const trustingCutAnswers: Client = async (records, settings) =>
  users(
    records,
    readingFully(settings, () => '{"data":{"errors":[]}}'),
  );

/** Settings that read the whole body before the client does. `onCut` replaces a body that is cut off. */
function readingFully(settings: YellowSettings, onCut: (status: number) => string): YellowSettings {
  return sending(settings, async (url, init, send) => {
    const response = await send(url, init);
    const { status, headers } = response;
    const body = await response.text().catch(() => onCut(status));
    return new Response(body, { status, headers });
  });
}

/** Takes the refusal of a used key for a success. */
export const trustingUsedKey: Client = async (records, settings) =>
  users(
    records,
    sending(settings, async (url, init, send) => {
      const response = await send(url, init);
      return response.status === 422 ? new Response('{"data":{"errors":[]}}') : response;
    }),
  );

/** Changes a value of each user. */
export const mistranslating: Client = async (records, settings) =>
  yellow(
    records.map((record) => ({ ...record, language: 'xx' })),
    settings,
  );

/** Adds a name to each request that the API does not have. */
export const yellowWithComment: Client = async (records, settings) =>
  yellow(
    records,
    sending(settings, async (url, init, send) => send(`${url}&comment=nightly`, init)),
  );

/** Marks the records that it sends again after a reset. */
export const changedAfterReset: Client = async (records, settings) => {
  let isReset = false;
  const change: Change = async (url, init, send) => {
    const body = isReset ? (init.body as string).replaceAll('{"userId"', '{"again":true,"userId"') : init.body;
    isReset = true;
    const response = await send(url, { ...init, body: body ?? null });
    isReset = false;
    return response;
  };
  return yellow(records, sending(settings, change));
};

function sleepingFor(ms: number, settings: YellowSettings): YellowSettings {
  return { ...settings, sleep: async () => settings.sleep?.(ms) };
}

/** The client multiplies 0.5 s by the random number and by powers of 2. */
function defaulting(settings: YellowSettings): YellowSettings {
  const { random = Math.random } = settings;
  return { ...deaf(settings), random: () => 2 + random() / 5 };
}

interface Body {
  readonly users: readonly unknown[];
}

function shuffling(settings: YellowSettings): YellowSettings {
  const { random = Math.random } = settings;
  return rewriting(settings, (body) => shuffle(body, random));
}

function stamping(settings: YellowSettings): YellowSettings {
  return rewriting(settings, ({ users }) => ({ users: users.map(stamp) }));
}

/** Settings that change the body of each attempt. */
function rewriting(settings: YellowSettings, rewrite: (body: Body) => unknown): YellowSettings {
  return sending(settings, async (url, init, send) => {
    const body = rewrite(JSON.parse(init.body as string) as Body);
    return send(url, { ...init, body: JSON.stringify(body) });
  });
}

function shuffle(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, random));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => ({ at: random(), entry: [name, shuffle(item, random)] }));
  return Object.fromEntries(entries.toSorted((a, b) => a.at - b.at).map(({ entry }) => entry as [string, unknown]));
}

/** VibeFollow knows other names only in `traits`. */
function stamp(record: unknown): unknown {
  const syncedAt = performance.timeOrigin + performance.now();
  if (!isObject(record)) return record;
  if ('userId' in record) return { ...record, syncedAt };
  const { traits = {} } = record;
  return isObject(traits) ? { ...record, traits: { ...traits, synced_at: syncedAt } } : record;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
