import { scenarios, type MockOptions, type RuleId } from 'vf-mock';
import { bot } from './_setup.ts';
import * as clients from './clients/broken.ts';
import type { Client } from './clients/broken.ts';

/** A situation with two clients. One client keeps a rule. The other client breaks only this rule. */
export interface Row {
  readonly rule: RuleId;
  /** The behaviour of the client that breaks the rule. */
  readonly why: string;
  readonly options: MockOptions;
  readonly records: readonly Record<string, unknown>[];
  readonly chunkSize?: number;
  readonly keeps: Client;
  readonly breaks: Client;
  /** The message for the client that breaks the rule. */
  readonly message: string;
}

const unavailable = { status: 503 } as const;
const queueFull = { status: 429, code: 'backfill_queue_full' } as const;

export const rows: readonly Row[] = [
  {
    rule: 'chunk-size',
    why: 'sends 1,500 at once before it learns that 1,000 are allowed',
    options: {},
    records: toUsers(1500),
    keeps: clients.users,
    breaks: clients.inLargeChunks,
    message: `attempt 1 of ${call(1)} carries 1500 records; at most 1000 are allowed`,
  },
  {
    rule: 'auth-in-header',
    why: 'has its key in the URL too',
    options: {},
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.withKeyInUrl,
    message: `attempt 1 of ${call(1)} has a key in its URL`,
  },
  {
    rule: 'valid-requests',
    why: 'asks for the health of the API at a path that it does not have',
    options: {},
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.afterHealthCheck,
    message:
      'GET /api/v1/health: No operation at GET /api/v1/health; there are /api/v1/users and /cdp/api/v1/user/create-bulk and others',
  },
  {
    rule: 'valid-requests',
    why: 'sends names that the API does not know',
    options: {},
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.withCamelCase,
    message: `attempt 1 of ${call(1)} carries users[0].externalUserId, which the document does not have`,
  },
  {
    rule: 'retry-after-honored',
    why: 'waits by its own backoff only',
    options: scenarios['rate-limited'].options,
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.withoutRetryAfter,
    message: `attempt 2 of ${call(1)} came after 0.314 s; it was told to wait 1 s`,
  },
  {
    rule: 'retry-after-honored',
    why: 'knows seconds only, no dates',
    options: scenarios['retry-after-date'].options,
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.withoutHttpDates,
    message: `attempt 2 of ${call(1)} came after 0.314 s; it was told to wait 2 s`,
  },
  {
    rule: 'retries-transient',
    why: 'does not try again',
    options: scenarios['lost-answers'].options,
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.triedOnce,
    message: `${call(1)} met a reset and was not tried again`,
  },
  {
    rule: 'no-retry-on-permanent',
    why: 'takes a 400 for a hiccup',
    options: {},
    records: toRows(3, 1),
    keeps: clients.yellow,
    breaks: clients.refusedTwice,
    message: `attempt 1 of ${call(2, 'bulkCreateUsers')} sends the same body as attempt 1 of ${call(1, 'bulkCreateUsers')}, which was refused with 400 Row [1]: Invalid email`,
  },
  {
    rule: 'same-payload-on-retry',
    why: 'has a new key for every attempt',
    options: { faults: [{ fault: unavailable, times: 1 }] },
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.withKeyPerAttempt,
    message: `attempt 1 of ${call(2)} follows attempt 1 of ${call(1)}, which met 503 server_error, but has another Idempotency-Key`,
  },
  {
    rule: 'fresh-key-per-call',
    why: 'has one key for its two chunks',
    options: {},
    records: toUsers(20),
    chunkSize: 10,
    keeps: clients.users,
    breaks: clients.withKeyOfJob,
    message: `attempt 1 of ${call(2)} has the Idempotency-Key of attempt 1 of ${call(1)}, but another content`,
  },
  {
    rule: 'backoff-grows',
    why: 'waits half a second and a little more each time',
    options: { faults: [{ on: { attempt: '<=4' }, fault: unavailable }] },
    records: toUsers(160),
    chunkSize: 10,
    keeps: clients.users,
    breaks: clients.withoutGrowth,
    message:
      '16 calls waited 0.5 s to 0.599 s before the second attempt, and 0.504 s to 0.599 s before later ones: the waits do not become longer',
  },
  {
    rule: 'backoff-jitters',
    why: 'waits half a second before the second attempt of each of its chunks',
    options: { faults: [{ on: { attempt: 1 }, fault: unavailable }] },
    records: toUsers(80),
    chunkSize: 10,
    keeps: clients.users,
    breaks: clients.withoutJitter,
    message: 'Before attempt 2, each of 8 calls waited 0.5 s: the waits have no jitter',
  },
  {
    rule: 'bounded-attempts',
    why: 'tries 15 times',
    options: { faults: [{ fault: { ...unavailable, applied: true } }] },
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.untiring,
    message: `${call(1)} was tried 15 times; the limit is 10`,
  },
  {
    rule: 'queue-full-backs-off',
    why: 'comes back at once',
    options: { faults: [{ on: { attempt: '<=2' }, fault: queueFull }] },
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.withoutPause,
    message: `attempt 2 of ${call(1)} came 0 s after attempt 1 of ${call(1)} met 429 backfill_queue_full; the queue needs time to drain`,
  },
  {
    rule: 'queue-full-backs-off',
    why: 'comes back with a larger chunk',
    options: { faults: [{ fault: queueFull, times: 2 }] },
    records: toUsers(10),
    chunkSize: 5,
    keeps: clients.users,
    breaks: clients.catchingUp,
    message: `attempt 1 of ${call(2)} carries 10 records after attempt 2 of ${call(1)} met 429 backfill_queue_full, more than any chunk before (5)`,
  },
  {
    rule: 'complete',
    why: 'forgets a chunk that failed twice',
    options: { faults: [{ on: { attempt: '<=2' }, fault: unavailable }] },
    records: toUsers(3),
    keeps: clients.users,
    breaks: clients.impatient,
    message: `${call(1)} was sent 2 times, its last attempt met 503 server_error, and these records are not stored: usr_0, usr_1 and 1 other`,
  },
  {
    rule: 'exactly-once-effect',
    why: 'sends events again without a key',
    options: scenarios['lost-answers'].options,
    records: toUsers(3).map((user) => ({ ...user, name: 'feature_used' })),
    keeps: clients.events,
    breaks: clients.eventsWithoutKey,
    message: `attempt 2 of ${call(1, 'bulkTrackEvents')} repeated the work of attempt 1 of ${call(1, 'bulkTrackEvents')}, which was done although it met a reset`,
  },
  {
    rule: 'drops-invalid-row',
    why: 'sends all rows one by one for one that is bad',
    options: {},
    records: toRows(3, 1),
    keeps: clients.yellow,
    breaks: clients.oneByOne,
    message: `attempt 1 of ${call(2, 'bulkCreateUsers')} follows ${call(1, 'bulkCreateUsers')}, refused for row 1 (usr_1), and also lacks usr_2`,
  },
];

/** Users of VibeFollow. */
export function toUsers(count: number): { external_user_id: string }[] {
  return Array.from({ length: count }, (_, index) => ({ external_user_id: `usr_${index}` }));
}

/** Users of Yellow.ai. One of them is invalid. */
function toRows(count: number, bad: number): { userId: string; email: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    userId: `usr_${index}`,
    email: index === bad ? 'broken' : `user${index}@example.com`,
  }));
}

function call(number: number, operation = 'bulkUpsertUsers'): string {
  return `call ${number} (${operation}, ${operation === 'bulkCreateUsers' ? bot : 'sk_test_…0000'})`;
}
