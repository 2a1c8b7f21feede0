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
  /** The ids of the cases that are not applicable, or prefixes of these ids. */
  readonly skips?: readonly string[];
  /** The ids of the cases that are inconclusive. */
  readonly unsure?: readonly string[];
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
];
/** The cases that judge only those chunks that are sent again. */
const resends = ['retry/same-payload', 'backoff/'];

/** The cases with a broken connection. */
const broken = ['connection/reset', 'connection/no-answer', 'connection/lost-answer'];

const rows: readonly Row[] = [
  { why: 'is good', client: clients.users, fails: [] },
  { why: 'is good', client: clients.yellow, api: 'yellow', fails: [] },
  {
    why: 'learns from refusals how large a chunk may be',
    client: clients.inLargeChunks,
    fails: ['delivery/one-over-a-chunk', 'stop/'],
  },
  { why: 'has its key in the URL', client: clients.withKeyInUrl, fails: ['requests/key-in-header'] },
  {
    why: 'spoils the addresses of its users',
    client: clients.spoiling,
    fails: ['delivery/', 'records/names-rejected'],
    // The queue gets no rejected records.
    skips: ['queue/drains'],
  },
  { why: 'asks a path that there is not', client: clients.afterHealthCheck, fails: ['requests/documented'] },
  { why: 'sends names that the API does not know', client: clients.withCamelCase, fails: ['requests/documented'] },
  {
    why: 'loses the last record where it is alone in its chunk',
    client: clients.withoutLastOne,
    fails: ['delivery/one-record', 'delivery/one-over-a-chunk'],
  },
  {
    why: 'does not look at Retry-After',
    client: clients.withoutRetryAfter,
    fails: [...early, 'queue/drains'],
  },
  { why: 'knows no HTTP dates', client: clients.withoutHttpDates, fails: ['retry/honours-retry-after-date'] },
  {
    why: 'does not try again',
    client: clients.triedOnce,
    fails: [...retries, 'connection/truncated-answer-sent-again', ...broken, 'queue/'],
    skips: resends,
  },
  {
    why: 'has a new key for every attempt',
    client: clients.withKeyPerAttempt,
    fails: ['retry/same-payload'],
    // An attempt with a new key is another call.
    skips: ['backoff/'],
    unsure: early,
  },
  {
    why: 'has one key for all chunks',
    client: clients.withKeyOfJob,
    fails: ['idempotency/own-key'],
    unsure: ['backoff/'],
  },
  { why: 'takes a used key for a success', client: habits.trustingUsedKey, fails: ['idempotency/reused-key'] },
  { why: 'always waits half a second', client: clients.withConstantBackoff, fails: ['backoff/'] },
  { why: 'always waits 2.1 seconds', client: habits.withConstantSleep(2100), fails: ['backoff/'] },
  {
    why: 'always waits 2.1 seconds, and nothing else',
    client: habits.withOnlyConstantSleep(2100),
    fails: [...early, 'backoff/'],
  },
  { why: 'has the defaults of a library', client: habits.byDefaults, fails: [...early, 'queue/drains'] },
  { why: 'orders its properties at random', client: habits.reordered, fails: [] },
  { why: 'orders its properties at random', client: habits.yellowReordered, api: 'yellow', fails: [] },
  {
    why: 'stamps each attempt',
    client: habits.stamped,
    // The same key with another body is refused.
    fails: ['delivery/same-job-twice', 'retry/same-payload', 'connection/lost-answer'],
  },
  {
    why: 'stamps each attempt',
    client: habits.yellowStamped,
    api: 'yellow',
    fails: ['delivery/same-job-twice', 'retry/same-payload'],
  },
  {
    why: 'stamps each attempt, and has a new key for it',
    client: habits.stampedWithKeyPerAttempt,
    fails: ['delivery/same-job-twice', 'retry/same-payload'],
    skips: ['backoff/'],
    unsure: early,
  },
  { why: 'waits without jitter', client: clients.withoutJitter, fails: ['backoff/jitters'] },
  { why: 'hardly waits', client: clients.hasty, fails: ['backoff/', 'queue/without-retry-after'] },
  { why: 'tries 15 times', client: clients.untiring, fails: ['outage/lasts'] },
  {
    why: 'loses patience after two attempts, and does not tell',
    client: clients.impatient,
    fails: ['flaky/40-percent', 'outage/', 'stop/', 'queue/without-retry-after'],
    skips: ['backoff/grows'],
    unsure: ['backoff/jitters'],
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
    fails: ['records/names-rejected', 'retry/gateway-page-200', 'connection/truncated-answer'],
  },
  {
    why: 'stops at a cut answer, and tells',
    client: habits.stoppedByCutAnswer,
    fails: ['connection/truncated-answer-sent-again'],
  },
  {
    why: 'takes a cut answer for a success',
    client: habits.trustingCutAnswers,
    fails: ['connection/truncated-answer'],
  },
  { why: 'waits a second for an answer', client: clients.withShortTimeout, fails: ['connection/slow-answer'] },
  {
    why: 'does not look at Retry-After',
    client: clients.yellowWithoutRetryAfter,
    api: 'yellow',
    fails: [...early, 'limit/'],
  },
  {
    why: 'has but one attempt, and does not tell',
    client: clients.yellowTriedOnce,
    api: 'yellow',
    fails: [
      ...retries,
      'retry/gateway-page-200',
      'connection/truncated-answer',
      ...broken,
      'limit/',
      'outage/lasts',
      'stop/',
    ],
    skips: resends,
  },
  {
    why: 'has its key in the URL, and waits a second for an answer',
    client: clients.yellowInAHurry,
    api: 'yellow',
    fails: ['requests/key-in-header', 'connection/slow-answer'],
  },
  { why: 'sends unknown names', client: habits.yellowWithComment, api: 'yellow', fails: ['requests/documented'] },
  { why: 'changes a value of each user', client: habits.mistranslating, api: 'yellow', fails: ['delivery/'] },
  {
    why: 'always waits half a second',
    client: habits.yellowWithConstantSleep,
    api: 'yellow',
    fails: ['backoff/'],
  },
  {
    why: 'changes its records after a reset',
    client: habits.changedAfterReset,
    api: 'yellow',
    fails: ['retry/same-payload'],
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

for (const { why, client, api = 'vibefollow', fails, skips = [], unsure = [] } of rows) {
  test(`a client of ${api} that ${why} fails what it should, and passes the rest`, async () => {
    const [first = '', ...rest] = toCases(api).map(({ id }) => id);
    const isUnable = fails.some((begin) => first.startsWith(begin));
    if (isUnable) expect(await certifyInProcess(client, { api })).toMatchObject({ notRun: rest });
    const only = isUnable ? rest : [first, ...rest];
    const { cases } = await certifyInProcess(client, { api, only });
    const expected = only.flatMap((id) =>
      Object.entries({ failed: fails, 'not applicable': skips, inconclusive: unsure }).flatMap(([outcome, prefixes]) =>
        prefixes.some((begin) => id.startsWith(begin)) ? [`${id} ${outcome}`] : [],
      ),
    );
    const ended = cases.flatMap(({ id, outcome }) => (outcome === 'passed' ? [] : [`${id} ${outcome}`]));
    expect(ended).toEqual(expected);
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
