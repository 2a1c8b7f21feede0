import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FaultRule, Mock, Reconciliation } from 'vf-mock';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

const id = fc.constantFrom('a', 'b', 'c', '__proto__', 'ü/ %?#', '');
const email = fc.constantFrom('a@b.co', 'c@d.org', 'nobody');
const applied = fc.constantFrom<FaultRule['fault']['applied']>(undefined, true, 1, 2);
const faults = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.record({ status: fc.constantFrom(400, 401, 429, 503), applied }, { requiredKeys: ['status'] }),
  fc.record({ kind: fc.constantFrom('reset', 'truncate', 'garbage'), applied }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('garbage'), status: fc.constant(200), applied }, { requiredKeys: ['kind', 'status'] }),
  fc.record({ kind: fc.constant('delay'), ms: fc.constant(1000), applied: fc.boolean() }),
  fc.record({ kind: fc.constant('slow'), ms: fc.constant(1000) }),
);

interface Sent {
  readonly path: string;
  readonly tenant: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly method?: string;
  readonly fault: FaultRule['fault'] | undefined;
}

const project = fc.constantFrom(key, key, otherKey);
const users = fc.array(fc.record({ external_user_id: id, email }), { maxLength: 4 });
const events = fc.array(fc.record({ external_user_id: id, name: fc.constantFrom('x', 'y', '') }), { maxLength: 3 });
const rows = fc.array(fc.record({ userId: id, email }), { maxLength: 4 });
const toSent = (path: string, property: string, list: fc.Arbitrary<unknown[]>, tenant = project): fc.Arbitrary<Sent> =>
  fc.record({
    path: fc.constant(path),
    tenant,
    body: list.map((all) => ({ [property]: all })),
    fault: faults,
  }) as fc.Arbitrary<Sent>;
const toOne = (path: string, list: fc.Arbitrary<{ [name: string]: unknown }[]>, tenant = project): fc.Arbitrary<Sent> =>
  fc.record({
    path: fc.constant(path),
    tenant,
    body: list.map(([one = {}]) => one),
    fault: faults,
  }) as fc.Arbitrary<Sent>;
const sent = fc.oneof(
  toSent('/users/bulk', 'users', users),
  toOne('/users', users),
  toSent('/events/bulk', 'events', events),
  toSent('/events/batch', 'events', events),
  toSent('/user/create-bulk', 'users', rows, fc.constant(bot)),
  toOne('/user', rows, fc.constant(bot)),
  fc.record({
    path: fc.constant('/user/a'),
    tenant: fc.constant(bot),
    method: fc.constant('DELETE'),
    fault: faults,
  }) as fc.Arbitrary<Sent>,
);

async function send({ vibefollow, yellow }: Bench, { path, tenant, method, body }: Sent): Promise<unknown> {
  const answer =
    tenant === bot
      ? yellow(method ?? 'POST', path, body)
      : vibefollow(path, body, { authorization: `Bearer ${tenant}` });
  return answer.then(async (response) => response.text()).catch(() => undefined);
}

function isOtherValue(one: Record<string, string>, other: Record<string, string>): boolean {
  const idOf = (record: Record<string, string>): string | undefined => record['external_user_id'] ?? record['userId'];
  return idOf(one) === idOf(other) && JSON.stringify(one) !== JSON.stringify(other);
}

/** The outcomes of the users by the definition: those of the requests with the last value of each user. */
function toModel(mock: Mock, requests: readonly Sent[]): Map<string, string> {
  const versions = new Map<string, { value: string; outcomes: string[] }>();
  const exchanges = mock.journal.exchanges();
  for (const [index, { path, tenant, method, body }] of requests.entries()) {
    const exchange = exchanges[index];
    if (exchange === undefined) throw new Error('The journal lacks a request');
    const { status = 0, broken, applied: done = false, rejected = [], error = '' } = exchange;
    const list = path.startsWith('/events')
      ? []
      : ((body?.['users'] ?? [body].filter(Boolean)) as Record<string, string>[]);
    if (method === 'DELETE' && done !== false) versions.get(`${tenant} a`)?.outcomes.push('deleted');
    const isSuccess = status < 400 && broken === undefined;
    const row = /^Row \[(\d+)\]/.exec(error)?.[1];
    const isRefused = !path.includes('bulk') && [400, 422].includes(status) && broken === undefined;
    for (const [position, record] of list.entries()) {
      const name = record['external_user_id'] ?? record['userId'] ?? '';
      if (name === '') continue;
      const isBad = rejected.some((one) => one.index === position);
      const isNamed = isSuccess
        ? isBad && tenant !== bot
        : isRefused || (row === String(position) && broken === undefined);
      const isDone = !isBad && (done === true || position < Number(done));
      const outcome = isNamed ? 'rejected' : isSuccess && !isBad ? 'stored' : isDone ? 'inDoubt' : 'lost';
      const [place, value] = [`${tenant} ${name}`, JSON.stringify(record)];
      const before = versions.get(place);
      // Of several values in one request the last one counts.
      if (list.slice(position).some((other) => isOtherValue(other, record))) continue;
      const isSame = before?.value === value && before.outcomes.at(-1) !== 'deleted';
      versions.set(place, { value, outcomes: isSame ? [...before.outcomes, outcome] : [outcome] });
    }
  }
  const best = (outcomes: string[]): string =>
    ['stored', 'rejected', 'inDoubt', 'lost'].find((one) => outcomes.includes(one)) ?? '';
  return new Map([...versions].map(([place, { outcomes }]) => [place, best(outcomes)]));
}

test.each([1, 3])(
  'for any requests and any faults, %i at once, the parts add up, and each user is where it is',
  async (atOnce) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { maxLength: 12 }), async (requests) => {
        const bench = await open();
        const { mock } = bench;
        mock.clock.autoAdvance();
        for (let first = 0; first < requests.length; first += atOnce) {
          const group = requests.slice(first, first + atOnce);
          const answers = group.map(async (one) => {
            mock.faults.clear();
            if (one.fault) mock.faults.add({ fault: one.fault });
            return send(bench, one);
          });
          await Promise.all(answers);
        }
        expectOneAccount(mock);
        await expectSameSummary(bench);
        const { counts, causes } = mock.reconcile();
        const { sent: all, stored, rejected, inDoubt, underWay, lost, unaccounted } = counts;
        expect(stored + rejected + inDoubt + underWay + lost + unaccounted).toBe(all);
        expect([underWay, unaccounted]).toEqual([0, 0]);
        expect(causes.reduce((sum, { records }) => sum + records, stored)).toBe(all);
        expect(mock.records()).toHaveLength(all);
        const found = mock.records().filter(({ position }) => position === undefined);
        const model = toModel(mock, requests);
        expect(Object.fromEntries(found.map((one) => [`${one.tenantId} ${one.id}`, one.outcome]))).toEqual(
          Object.fromEntries([...model].map(([place, outcome]) => [toShown(mock, place), outcome])),
        );
      }),
      { seed: 1, numRuns: 150 },
    );
  },
);

test('the counts agree with the records while requests wait for answers, and records in queues', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { maxLength: 12 }), fc.boolean(), async (requests, isAgain) => {
      const bench = await open({ clock: 'manual', vibefollow: { drainRate: 1 } });
      const { mock } = bench;
      const answers: Promise<unknown>[] = [];
      for (const one of isAgain ? [...requests, ...requests] : requests) {
        mock.faults.clear();
        if (one.fault) mock.faults.add({ fault: one.fault });
        answers.push(send(bench, one));
        expectOneAccount(mock);
        await new Promise(setImmediate);
        expectOneAccount(mock);
        await mock.clock.advance(answers.length % 4 === 0 ? 1000 : 0);
      }
      await mock.clock.advance(60_000);
      await Promise.all(answers);
      expectOneAccount(mock);
    }),
    { seed: 1, numRuns: 100 },
  );
});

/** The counts and causes are made without an object for each record. The list of the records must say the same. */
function expectOneAccount(mock: Mock): void {
  const { counts, causes } = mock.reconcile();
  const records = mock.records();
  for (const outcome of ['stored', 'rejected', 'inDoubt', 'underWay', 'lost'] as const) {
    expect([outcome, counts[outcome]]).toEqual([outcome, records.filter((one) => one.outcome === outcome).length]);
  }
  const toName = ({ outcome, api, tenantId, operation, cause }: Partial<(typeof records)[number]>): string =>
    JSON.stringify([outcome, api, tenantId, operation, outcome === 'underWay' ? '' : cause]);
  const groups = new Map<string, string[]>();
  for (const record of records) {
    if (record.outcome === 'stored') continue;
    groups.set(toName(record), [...(groups.get(toName(record)) ?? []), record.id]);
  }
  expect(new Map(causes.map((cause) => [toName(cause), cause.ids]))).toEqual(groups);
}

async function expectSameSummary({ mock, send }: Bench): Promise<void> {
  const summary = (await (await send('/__admin/summary')).json()) as Reconciliation;
  const { counts, causes } = mock.reconcile();
  const records = mock.records();
  expect(summary.counts).toEqual(counts);
  expect(summary.causes).toEqual(
    causes.map((cause) => {
      const { outcome, tenantId, operation } = cause;
      const its = records.filter(
        (one) =>
          one.outcome === outcome &&
          one.tenantId === tenantId &&
          one.operation === operation &&
          one.cause === cause.cause,
      );
      return { ...cause, calls: new Set(its.map(({ call }) => call)).size };
    }),
  );
}

/** The place with the id of the project instead of its key. */
function toShown(mock: Mock, place: string): string {
  const [tenant = '', ...rest] = place.split(' ');
  const shown = mock.journal.exchanges({ tenant })[0]?.tenantId ?? tenant;
  return [shown, ...rest].join(' ');
}
