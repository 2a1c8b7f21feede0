import { expect, test } from 'vitest';
import type { Verdict } from 'vf-mock';
import { open, type Bench } from './_setup.ts';

type Waits = readonly (readonly number[])[];

/** A client of an issue or a manual, with the waits of its calls in milliseconds, as a server measured them. */
const rows: readonly { client: string; waits: Waits; grows: Verdict['outcome']; jitters: Verdict['outcome'] }[] = [
  {
    client: 'sleeps half a second, three calls',
    waits: toPairs(563, 524, 517, 535, 509, 519),
    grows: 'inconclusive',
    jitters: 'inconclusive',
  },
  {
    client: 'sleeps half a second, sixteen calls',
    waits: toPairs(563, 524, 517, 535, 509, 519, 506, 511, 503, 507, 512, 508, 505, 514, 508, 504).concat(
      toPairs(504, 506, 502, 509, 507, 503, 505, 501, 503, 505, 502, 507, 506, 502, 504, 503),
    ),
    grows: 'failed',
    jitters: 'failed',
  },
  {
    client: 'sleeps half a second, and is late three times of twelve',
    waits: toPairs(503, 501, 504, 560, 590, 502, 502, 504, 505, 506, 503, 610),
    grows: 'inconclusive',
    jitters: 'inconclusive',
  },
  {
    client: 'is curl --retry',
    waits: toPairs(1003, 2004, 1001, 2002, 1004, 2001, 1002, 2006),
    grows: 'passed',
    jitters: 'failed',
  },
  {
    client: 'is undici',
    waits: toPairs(502, 1003, 501, 1002, 506, 1001, 502, 1004),
    grows: 'passed',
    jitters: 'failed',
  },
  {
    client: 'is got, which adds up to 0.1 s',
    waits: toPairs(1011, 2093, 1087, 2031, 1049, 2012, 1068, 2077, 1002, 2055, 1095, 2004, 1033, 2089, 1071, 2043),
    grows: 'passed',
    jitters: 'passed',
  },
  {
    client: 'is urllib3, which retries at once and then waits',
    waits: toPairs(1, 1003, 0, 1002, 2, 1001, 1, 1004, 0, 1002, 1, 1003, 3, 1001),
    grows: 'passed',
    jitters: 'failed',
  },
  { client: 'always retries at once', waits: toPairs(1, 0, 2, 3, 0, 8, 1, 2), grows: 'failed', jitters: 'failed' },
  {
    client: 'is an SDK with two retries and full jitter',
    waits: toPairs(123, 871, 402, 77, 31, 640, 288, 935, 477, 512, 199, 702, 346, 988, 65, 233).concat(
      toPairs(421, 814, 250, 391, 480, 150, 10, 966, 333, 579, 171, 745, 222, 903, 455, 47),
    ),
    grows: 'passed',
    jitters: 'passed',
  },
  {
    client: 'has full jitter, and stalls before a second attempt',
    waits: toPairs(123, 871, 402, 77, 31, 640, 931, 935, 477, 512, 199, 702, 346, 969, 65, 233).concat(
      toPairs(421, 814, 250, 391, 480, 150, 25, 966, 333, 579, 171, 745, 222, 903, 455, 47),
    ),
    grows: 'inconclusive',
    jitters: 'passed',
  },
  {
    client: 'is Polly, which draws the times of its attempts',
    waits: toPairs(1301, 205, 1121, 1135, 1330, 1158, 1358, 624, 1211, 803, 918, 1088, 812, 1346, 579, 953).concat(
      toPairs(1292, 1071, 1140, 861, 799, 1219, 1152, 741, 1268, 1395, 1118, 1454, 1232, 363, 1320, 629),
    ),
    grows: 'inconclusive',
    jitters: 'passed',
  },
  {
    client: 'waits up to half a second with full jitter, four calls',
    waits: toPairs(123, 371, 402, 77, 31, 440, 288, 135),
    grows: 'inconclusive',
    jitters: 'passed',
  },
  {
    client: 'waits half a second four times in one call',
    waits: [[500, 500, 500, 500]],
    grows: 'failed',
    jitters: 'inconclusive',
  },
  { client: 'retries once, and then succeeds', waits: [[500]], grows: 'not applicable', jitters: 'inconclusive' },
  { client: 'never retries', waits: [[], []], grows: 'not applicable', jitters: 'not applicable' },
];

test.each(rows)(
  'of a client that $client, growth is $grows and jitter is $jitters',
  async ({ waits, grows, jitters }) => {
    const bench = await open();
    await sendCalls(bench, waits);
    expect([verdictOf(bench, 'backoff-grows').outcome, verdictOf(bench, 'backoff-jitters').outcome]).toEqual([
      grows,
      jitters,
    ]);
  },
);

test('too few calls and a busy machine are named as what is missing', async () => {
  const bench = await open();
  await sendCalls(bench, toPairs(700, 612, 541, 655), 200);
  const missing = 'up to 16 are needed; this machine was too busy: its timers were up to 0.2 s late';
  expect(verdictOf(bench, 'backoff-grows').missing).toBe(`2 calls waited twice; ${missing}`);
  expect(verdictOf(bench, 'backoff-jitters').missing).toBe(`2 calls waited; ${missing}`);
});

test('what would be jitter on a quiet machine is inconclusive on a busy one', async () => {
  const waits = toPairs(1011, 2093, 1087, 2031, 1049, 2012, 1068, 2077, 1002, 2055, 1095, 2004, 1033, 2089, 1071, 2043);
  const bench = await open();
  await sendCalls(bench, waits, 120);
  expect(verdictOf(bench, 'backoff-jitters').outcome).toBe('inconclusive');
  expect(verdictOf(bench, 'backoff-grows').outcome).toBe('passed');
});

test('a hiccup of the machine long before the waits does not matter', async () => {
  const bench = await open();
  bench.mock.lag.record(3000);
  await bench.mock.clock.advance(10_000);
  await sendCalls(bench, toPairs(1003, 2004, 1001, 2002, 1004, 2001, 1002, 2006));
  expect(verdictOf(bench, 'backoff-jitters').outcome).toBe('failed');
});

test('a finding has the waits, and the exchanges before and after each', async () => {
  const bench = await open();
  await sendCalls(bench, toPairs(503, 504, 501, 502, 504, 501, 502, 506));
  const [finding] = verdictOf(bench, 'backoff-grows').findings;
  expect(finding?.message).toBe(
    '4 calls waited 0.501 s to 0.504 s before the second attempt, and 0.501 s to 0.506 s before later ones: the waits do not become longer',
  );
  expect(finding?.exchanges).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const [second] = verdictOf(bench, 'backoff-jitters').findings;
  expect(second?.message).toBe('Before attempt 2, each of 4 calls waited 0.501 s to 0.504 s: the waits have no jitter');
  expect(second?.exchanges).toEqual([1, 2, 4, 5, 7, 8, 10, 11]);
});

test('outliers are not part of a finding about equal waits', async () => {
  const bench = await open();
  await sendCalls(
    bench,
    [503, 504, 501, 590, 502, 506, 503, 502, 504, 505].map((wait) => [wait]),
  );
  const [finding] = verdictOf(bench, 'backoff-jitters').findings;
  expect(finding?.message).toBe('Before attempt 2, 9 of 10 calls waited 0.501 s to 0.506 s: the waits have no jitter');
  expect(finding?.exchanges).not.toContain(8);
});

test('calls that still wait are not left out of the comparison', async () => {
  const bench = await open();
  bench.mock.faults.add({ fault: { status: 503 } });
  // Twelve calls begin at once. Those with the shortest waits come back first.
  for (let call = 0; call < 12; call += 1) await send(bench, call);
  await bench.mock.clock.advance(500);
  for (let call = 0; call < 6; call += 1) await send(bench, call);
  expect(verdictOf(bench, 'backoff-jitters')).toMatchObject({
    outcome: 'inconclusive',
    missing: 'many calls still wait before their next attempt',
  });
});

test.each([
  { pauses: [300], lag: 0, outcome: 'passed' },
  { pauses: [3], lag: 0, outcome: 'inconclusive' },
  { pauses: [3, 4], lag: 0, outcome: 'failed' },
  { pauses: [300, 4], lag: 290, outcome: 'inconclusive' },
])('pauses of $pauses ms after a full queue, with a lag of $lag ms, are $outcome', async ({ pauses, lag, outcome }) => {
  const bench = await open();
  const full = { status: 429, code: 'backfill_queue_full' } as const;
  bench.mock.faults.add({ on: { attempt: `<=${pauses.length}` }, fault: full });
  await send(bench, 1);
  for (const pause of pauses) {
    await bench.mock.clock.advance(pause);
    bench.mock.lag.record(lag);
    await send(bench, 1);
  }
  expect(verdictOf(bench, 'queue-full-backs-off').outcome).toBe(outcome);
});

test.each([
  { lag: 0, outcome: 'failed' },
  { lag: 250, outcome: 'passed' },
])('with a lag of $lag ms, a request 0.3 s after the 429 of another one is $outcome', async ({ lag, outcome }) => {
  const bench = await open({
    faults: [
      { on: { call: 1, attempt: 1 }, fault: { status: 429, retryAfter: 2 } },
      { on: { call: 2 }, fault: { kind: 'delay', ms: 300 } },
    ],
  });
  const answers = [send(bench, 1), send(bench, 2)];
  await answers[0];
  await bench.mock.clock.advance(300);
  bench.mock.lag.record(lag);
  await send(bench, 3);
  await Promise.all(answers);
  expect(verdictOf(bench, 'retry-after-honored').outcome).toBe(outcome);
});

/** Two waits for each call. */
function toPairs(...waits: readonly number[]): number[][] {
  return waits.flatMap((wait, index) => (index % 2 === 0 ? [[wait, waits[index + 1] ?? 0]] : []));
}

/** Sends calls that fail before each of their waits and succeed at the end. With `lag` the machine lags all the time. */
async function sendCalls(bench: Bench, calls: Waits, lag = 0): Promise<void> {
  for (const [call, waits] of calls.entries()) {
    bench.mock.faults.add({ id: 'down', on: { attempt: `<=${Math.max(waits.length, 1)}` }, fault: { status: 503 } });
    await send(bench, call);
    for (const wait of waits) {
      await bench.mock.clock.advance(wait);
      bench.mock.lag.record(lag);
      await send(bench, call);
    }
    bench.mock.faults.remove('down');
    await bench.mock.clock.advance(1000);
  }
}

async function send({ vibefollow }: Bench, call: number): Promise<void> {
  await vibefollow('/users/bulk', { users: [{ external_user_id: `usr_${call}` }] });
}

function verdictOf({ mock }: Bench, id: string): Verdict {
  return mock.verdicts().verdicts.find(({ rule }) => rule === id) as Verdict;
}
