import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMock, scenarios, type FaultRule, type MockOptions, type Verdicts } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { inProcess, overNetwork } from './_jobs.ts';
import { events, users, yellow, type Client } from './clients/broken.ts';
import { NotDelivered } from './clients/chunks.ts';
import { Refused } from './clients/transport.ts';
import type { YellowSettings } from './clients/yellow.ts';

const applied = fc.constantFrom<boolean | number | undefined>(undefined, true, 1, 3, 1000);
const retryAfter = fc.constantFrom<number | string | { date: number } | undefined>(
  ...[undefined, undefined, 0, 1, 30, 400, 1.5, 'soon', '-1', '', 7200, { date: 0 }, { date: 3 }],
);
const fault = fc.oneof(
  fc.record({
    status: fc.constantFrom(429, 500, 501, 502, 503, 504, 408, 425),
    retryAfter,
    applied,
    code: fc.constantFrom(undefined, undefined, 'backfill_queue_full', 'rate_limited'),
  }),
  fc.record({ kind: fc.constantFrom('reset', 'hang', 'truncate'), applied }),
  fc.record({ kind: fc.constant('garbage'), status: fc.constantFrom(200, 502, 503), applied }),
  fc.record({ kind: fc.constant('delay'), ms: fc.constantFrom(10, 300, 9_999, 10_000, 30_000), applied: fc.boolean() }),
  fc.record({ kind: fc.constant('slow'), ms: fc.constantFrom(10, 300, 9_999, 10_000, 30_000) }),
);
const refusal = fc.record({ status: fc.constantFrom(400, 401, 403, 404, 409, 422, 418), applied });

function toRule(what: fc.Arbitrary<object>, more = ['<=4', '2-3', '<=20']): fc.Arbitrary<FaultRule> {
  const on = fc.record(
    {
      attempt: fc.constantFrom<number | string>(1, 2, '<=2', ...more),
      call: fc.constantFrom<number | string>(1, 2, '>=2', '<=3'),
      chance: fc.constantFrom(0.1, 0.3, 0.7),
    },
    { requiredKeys: more.length > 0 ? [] : ['attempt'] },
  );
  return fc
    .record({ on, fault: what, times: fc.constantFrom(undefined, 1, 2, 5) })
    .map((rule) => JSON.parse(JSON.stringify(rule)) as FaultRule);
}

/** Faults that take almost no time. */
const brief = fc.oneof(
  fc.record({ status: fc.constantFrom(429, 500, 503), retryAfter: fc.constantFrom(undefined, 0, 'soon'), applied }),
  fc.record({ kind: fc.constantFrom('reset', 'truncate'), applied }),
  fc.record({ kind: fc.constant('garbage'), status: fc.constantFrom(200, 502, 503), applied }),
  fc.record({ kind: fc.constantFrom('delay', 'slow'), ms: fc.constantFrom(1, 20) }),
);

const limits = fc.constantFrom(undefined, { requests: 3, windowSeconds: 1 }, { requests: 1, windowSeconds: 10 });
const options: fc.Arbitrary<MockOptions> = fc
  .record({
    seed: fc.nat(1000),
    faults: fc.array(toRule(fc.oneof({ weight: 9, arbitrary: fault }, { weight: 1, arbitrary: refusal })), {
      maxLength: 3,
    }),
    scenario: fc.constantFrom(...Object.values(scenarios), undefined, undefined, undefined),
    limit: limits,
    queue: fc.constantFrom(undefined, { queueCapacity: 5, drainRate: 3 }, { queueCapacity: 20, drainRate: 100 }),
    queueRetryAfter: fc.constantFrom<'sent' | 'absent'>('sent', 'absent'),
    retry: fc.constantFrom<'sent' | 'absent'>('sent', 'absent'),
    processingTime: fc.constantFrom(0, 5000),
  })
  .map(({ seed, faults, scenario, limit, queue, queueRetryAfter, retry, processingTime }) => ({
    seed,
    faults: [...faults, ...(scenario?.options.faults ?? [])],
    vibefollow: {
      ...queue,
      ...scenario?.options.vibefollow,
      queueRetryAfter,
      rateLimits: limit ? { bulkUpsertUsers: limit, bulkTrackEvents: limit } : {},
    },
    yellow: { rateLimits: limit ? { bulkCreateUsers: limit } : {}, retryAfter: retry, processingTime },
  }));

const jobs = fc.record({
  client: fc.constantFrom<Client>(users, events, yellow),
  count: fc.integer({ min: 0, max: 40 }),
  bad: fc.array(fc.nat(40), { maxLength: 3 }),
  chunkSize: fc.integer({ min: 1, max: 15 }),
  concurrency: fc.integer({ min: 1, max: 8 }),
});
type Job = typeof jobs extends fc.Arbitrary<infer Value> ? Value : never;

/** Random cases: some in `npm test`, all in `npm run nightly`. */
const share = process.env['VF_MOCK_CASES'] === undefined ? 1 / 4 : 1;

test('a good client is not blamed, whatever it meets', async () => {
  await fc.assert(
    fc.asyncProperty(jobs, options, fc.nat(1000), async (job, met, seed) => {
      const mock = createMock({ clock: 'manual', ...met });
      const failure = await run(job, inProcess(mock, seed));
      expect(blame(mock.verdicts(), failure)).toEqual([]);
    }),
    { seed: 1, numRuns: 120 * share },
  );
});

test('nor is one that runs its job again after it had to give up', async () => {
  await fc.assert(
    fc.asyncProperty(jobs, options, fc.nat(1000), async (job, met, seed) => {
      const mock = createMock({ clock: 'manual', ...met });
      // A second run would store events twice, and a bad row would be refused again.
      const again = { ...job, client: job.client === events ? users : job.client, bad: [] };
      const settings = inProcess(mock, seed);
      const first = await run(again, settings);
      if (first instanceof NotDelivered && first.cause instanceof Refused) return;
      await mock.clock.advance(3 * 60 * 60_000); // every required wait is over by then
      const failure = await run(again, settings);
      expect(blame(mock.verdicts({ maxAttempts: 12, maxAmplification: 12 }), failure)).toEqual([]);
    }),
    { seed: 1, numRuns: 52 * share },
  );
});

test('nor is one whose requests come over a network', async () => {
  await fc.assert(
    fc.asyncProperty(jobs, fc.array(toRule(brief, []), { maxLength: 3 }), fc.nat(1000), async (job, faults, seed) => {
      const mock = createMock({ clock: 'manual', faults, yellow: { rateLimits: { bulkCreateUsers: 'off' } } });
      const server = await serve(mock);
      const failure = await run(job, overNetwork(mock, server.url, seed));
      await server.close();
      expect(blame(mock.verdicts(), failure)).toEqual([]);
    }),
    { seed: 1, numRuns: 20 * share },
  );
});

async function run({ client, chunkSize, concurrency, ...job }: Job, settings: YellowSettings): Promise<unknown> {
  return client(toRecords(client, job), { ...settings, chunkSize, concurrency }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

function toRecords(client: Client, { count, bad }: Pick<Job, 'count' | 'bad'>): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => {
    const isBad = bad.includes(index);
    if (client === events)
      return { external_user_id: `usr_${index % 7}`, name: isBad ? '' : 'feature_used', properties: { index } };
    return { [client === users ? 'external_user_id' : 'userId']: `usr_${index}`, email: isBad ? 'broken' : 'a@b.co' };
  });
}

/** The broken rules of the client. If its job reports a failure, undelivered records do not count. */
function blame({ verdicts }: Verdicts, failure: unknown): string[] {
  return verdicts
    .filter(({ rule, outcome }) => outcome === 'failed' && !(rule === 'complete' && failure !== undefined))
    .flatMap(({ rule, findings }) => findings.map(({ message }) => `${rule}: ${message}`));
}
