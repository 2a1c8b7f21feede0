import { expect, test } from 'vitest';
import { toCases } from 'vf-mock/certify';
import type { ApiName } from 'vf-mock';
import { certifyInProcess } from '../_certify.ts';
import { apiNames } from '../_setup.ts';
import * as clients from '../clients/broken.ts';
import type { Client } from '../clients/broken.ts';
import * as habits from '../clients/habits.ts';

interface Row {
  readonly why: string;
  readonly client: Client;
  readonly api?: ApiName;
  /** The ids of the failed cases, or prefixes of these ids. The client passes all other cases. */
  readonly fails: readonly string[];
}

const early = ['retry/honours-retry-after-seconds', 'retry/honours-retry-after-date', 'retry/503-with-retry-after'];
const retries = [
  'retry/honours',
  'retry/retry-after-zero',
  'retry/malformed',
  'retry/429',
  'retry/5',
  'retry/gateway-page-502',
  'flaky/',
  'outage/ends',
  'backoff/',
];

const rows: readonly Row[] = [
  { why: 'is good', client: clients.users, fails: [] },
  { why: 'is good', client: clients.yellow, api: 'yellow', fails: [] },
  {
    why: 'learns from refusals how large a chunk may be',
    client: clients.inLargeChunks,
    fails: ['delivery/one-over-a-chunk', 'delivery/several-chunks', 'delivery/same-job-twice', 'stop/'],
  },
  { why: 'has its key in the URL', client: clients.withKeyInUrl, fails: ['delivery/'] },
  {
    why: 'spoils the addresses of its users',
    client: clients.spoiling,
    fails: [
      'delivery/',
      'records/',
      'retry/',
      'connection/',
      'flaky/',
      'outage/ends',
      'backoff/',
      'queue/',
      'idempotency/',
    ],
  },
  { why: 'asks a path that there is not', client: clients.afterHealthCheck, fails: ['delivery/'] },
  { why: 'sends names that the API does not know', client: clients.withCamelCase, fails: ['delivery/'] },
  {
    why: 'loses the last record where it is alone in its chunk',
    client: clients.withoutLastOne,
    fails: ['delivery/one-record', 'delivery/one-over-a-chunk'],
  },
  {
    why: 'does not look at Retry-After',
    client: clients.withoutRetryAfter,
    fails: [...early, 'flaky/40-percent', 'queue/drains'],
  },
  {
    why: 'knows no HTTP dates',
    client: clients.withoutHttpDates,
    fails: ['retry/honours-retry-after-date'],
  },
  {
    why: 'does not try again',
    client: clients.triedOnce,
    fails: [...retries, ...broken(), 'queue/'],
  },
  {
    why: 'has a new key for every attempt',
    client: clients.withKeyPerAttempt,
    fails: [...retries, 'retry/gateway-page-200', ...broken(), 'outage/lasts'],
  },
  {
    why: 'has one key for all chunks',
    client: clients.withKeyOfJob,
    fails: [
      'delivery/one-over-a-chunk',
      'delivery/several-chunks',
      'delivery/same-job-twice',
      'connection/truncated-answer',
      'flaky/40-percent',
      'backoff/',
      'idempotency/reused-key',
    ],
  },
  { why: 'always waits half a second', client: clients.withConstantBackoff, fails: ['backoff/'] },
  { why: 'always waits 2.1 seconds', client: habits.withConstantSleep(2100), fails: ['backoff/'] },
  { why: 'waits without jitter', client: clients.withoutJitter, fails: ['backoff/jitters'] },
  { why: 'hardly waits', client: clients.hasty, fails: ['backoff/', 'queue/without-retry-after'] },
  { why: 'tries 15 times', client: clients.untiring, fails: ['outage/lasts'] },
  {
    why: 'loses patience after two attempts, and does not tell',
    client: clients.impatient,
    fails: ['flaky/40-percent', 'outage/', 'stop/', 'backoff/', 'queue/without-retry-after'],
  },
  {
    why: 'is stopped by a bad record',
    client: clients.stoppedByRecord,
    fails: ['records/'],
  },
  { why: 'gives up without a word', client: clients.resigned, fails: ['outage/lasts', 'stop/'] },
  { why: 'goes on after a refusal for good', client: clients.undeterred, fails: ['records/names-rejected', 'stop/'] },
  { why: 'repeats what was refused for good', client: habits.repeatingRefusals, fails: ['stop/'] },
  { why: 'keeps to itself what was rejected', client: clients.silent, fails: ['records/names-rejected'] },
  {
    why: 'takes any 2xx for a success',
    client: clients.trustful,
    fails: ['records/names-rejected', 'retry/gateway-page-200', 'connection/truncated-answer', 'flaky/40-percent'],
  },
  {
    why: 'stops at a cut answer, and tells',
    client: habits.stoppedByCutAnswer,
    fails: ['connection/truncated-answer', 'flaky/40-percent'],
  },
  {
    why: 'takes a cut answer for a success',
    client: habits.trustingCutAnswers,
    fails: ['connection/truncated-answer', 'flaky/40-percent'],
  },
  { why: 'waits a second for an answer', client: clients.withShortTimeout, fails: ['connection/slow-answer'] },
  {
    why: 'does not look at Retry-After',
    client: clients.yellowWithoutRetryAfter,
    api: 'yellow',
    fails: [...early, 'flaky/', 'limit/'],
  },
  {
    why: 'has but one attempt, and does not tell',
    client: clients.yellowTriedOnce,
    api: 'yellow',
    fails: [...retries, 'retry/gateway-page-200', ...broken(), 'limit/', 'outage/lasts', 'stop/'],
  },
  {
    why: 'has its key in the URL, and waits a second for an answer',
    client: clients.yellowInAHurry,
    api: 'yellow',
    fails: ['delivery/', 'connection/slow-answer'],
  },
  {
    why: 'sends a refused chunk again as it was',
    client: clients.refusedTwice,
    api: 'yellow',
    fails: ['records/bad-row-not-sent-again'],
  },
  {
    why: 'knows nothing of bad rows',
    client: clients.stoppedByRow,
    api: 'yellow',
    fails: ['records/bad-row-costs-one-row', 'records/names-rejected'],
  },
  {
    why: 'leaves something else with every run',
    client: clients.unrepeatable,
    api: 'yellow',
    fails: ['delivery/same-job-twice'],
  },
];

/** The cases with no answer or with an incomplete one. A slow answer is complete. */
function broken(): string[] {
  return ['connection/reset', 'connection/no-answer', 'connection/truncated-answer', 'connection/lost-answer'];
}

for (const { why, client, api = 'vibefollow', fails } of rows) {
  test(`a client of ${api} that ${why} fails what it should, and passes the rest`, async () => {
    const report = await certifyInProcess(client, { api });
    const expected = toCases(api).map(({ id }) => {
      return [id, fails.some((begin) => id.startsWith(begin)) ? 'failed' : 'passed'];
    });
    expect(report.cases.map(({ id, outcome }) => [id, outcome])).toEqual(expected);
  });
}

// This test runs in real time, since the answer never comes. All other cases end long before the timeout.
test('a client that waits for ever for an answer is stopped, and passes the rest', async () => {
  const report = await certifyInProcess(clients.withoutTimeout, { api: 'vibefollow', timeout: 10_000 });
  expect(report.cases.filter(({ outcome }) => outcome !== 'passed')).toMatchObject([
    {
      id: 'connection/no-answer',
      findings: [
        'certify stopped the client: it still ran after 10 s. If it may take longer, use a longer timeout.',
        'The mock answered no request of the client.',
      ],
    },
  ]);
});

test.each(apiNames)('every case of %s has a client that fails it', (name) => {
  const begins = rows.filter(({ api = 'vibefollow' }) => api === name).flatMap(({ fails }) => fails);
  const never = toCases(name).filter(({ id }) => !begins.some((begin) => id.startsWith(begin)));
  expect(never.map(({ id }) => id)).toEqual([]);
});
