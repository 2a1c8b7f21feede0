import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import type { Mock, Outcome, State } from 'vf-mock';
import { reports } from 'vf-mock/certify';
import { createDatabase } from 'vf-mock/data';
import 'vf-mock/vitest';
import { noAccount, createCase, createReport } from './_certify-reports.ts';
import { vibefollow, yellow } from './_faults.ts';
import { expectHar } from './_har.ts';
import { messageOf } from './_messages.ts';
import { bot, key, open, type Bench } from './_setup.ts';

// Half of a character outside the basic plane. No UTF-8 text can contain it, but JSON and JavaScript can.
const half = '\ud800';
const otherHalf = '\udfff';

/**
 * A mock with two bots whose names are lone surrogates, which only `mock.handle` can bring. `create` makes the same
 * request for a bot.
 */
async function openWithTraffic(): Promise<Bench & { create: (tenant: string) => Promise<Outcome> }> {
  const bench = await open();
  const headers = { 'x-api-key': 'secret', 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: '{"users":[{"userId":"1"}]}' };
  const create = async (tenant: string): Promise<Outcome> =>
    bench.mock.handle({ ...request, url: `/cdp/api/v1/user/create-bulk?bot=${tenant}` });
  for (const tenant of [half, otherHalf]) await create(tenant);
  return { ...bench, create };
}

/** Every call that takes a tenant. */
const calls: Readonly<Record<string, (mock: Mock, tenant: string) => unknown>> = {
  reset: (mock, tenant) => mock.reset(tenant),
  snapshot: (mock, tenant) => mock.snapshot(tenant),
  restore: (mock, tenant) => mock.restore(mock.snapshot(tenant), tenant),
  'journal.clear': ({ journal }, tenant) => journal.clear(tenant),
  'journal.dropped': ({ journal }, tenant) => journal.dropped(tenant),
  'journal.exchanges': ({ journal }, tenant) => journal.exchanges({ tenant }),
  'journal.calls': ({ journal }, tenant) => journal.calls({ tenant }),
  'journal.har': ({ journal }, tenant) => journal.har({ tenant }),
  'faults.add': ({ faults }, tenant) => faults.add({ on: { tenant }, fault: { status: 503 } }),
  'faults.clear': ({ faults }, tenant) => faults.clear(tenant),
  stored: (mock, tenant) => mock.stored({ tenant }),
  verdicts: (mock, tenant) => mock.verdicts({ tenant, expected: [half] }),
  coverage: (mock, tenant) => mock.coverage({ tenant }),
  'yellow.bot': (mock, tenant) => mock.yellow.bot(tenant).users(),
};

test.each(Object.keys(calls))('%s takes a tenant with half of a character', async (name) => {
  const { mock } = await openWithTraffic();
  expect(() => calls[name]?.(mock, half)).not.toThrow();
});

test('a reset of such a tenant forgets it as a whole, and no other tenant', async () => {
  const { mock, create } = await openWithTraffic();
  mock.reset(half);
  expect(mock.yellow.bots()).toEqual([otherHalf]);
  expect(mock.journal.exchanges().map(({ tenantId }) => tenantId)).toEqual([otherHalf]);
  await create(half);
  await create(otherHalf);
  expect(mock.journal.exchanges().map(({ tenantId, call }) => [tenantId, call])).toEqual([
    [otherHalf, 1],
    [half, 1],
    [otherHalf, 2],
  ]);
});

test.each(['reset', 'journal.clear'])(
  '%s of a tenant leaves one alone whose name only begins with its name',
  async (name) => {
    const { mock, create } = await openWithTraffic();
    for (const tenant of ['b', 'b c', 'b" c']) await create(tenant);
    calls[name]?.(mock, 'b');
    for (const tenant of ['b', 'b c', 'b" c']) await create(tenant);
    expect(
      mock.journal
        .calls()
        .map(({ tenant, call }) => [tenant, call])
        .slice(-3),
    ).toEqual([
      ['b', 1],
      ['b c', 2],
      ['b" c', 2],
    ]);
  },
);

test.each([
  ['as it is', half, 200],
  ['percent-encoded, which is no UTF-8', '%ED%A0%80', 400],
])('the admin API takes such a tenant %s, and does nothing by half', async (_name, tenant, expected) => {
  const { mock } = await openWithTraffic();
  const ask = async (method: string, resource: string): Promise<unknown> => {
    const outcome = await mock.handle({ method, headers: {}, url: `/__admin/${resource}?tenant=${tenant}` });
    return 'status' in outcome && outcome.status;
  };
  for (const resource of ['state', 'verdicts', 'coverage', 'calls', 'journal', 'journal.har']) {
    expect([resource, await ask('GET', resource)]).toEqual([resource, expected]);
  }
  expect([await ask('DELETE', 'journal'), await ask('DELETE', 'faults')]).toEqual([expected, expected]);
  expect(mock.yellow.bots()).toHaveLength(2);
  expect(await ask('POST', 'reset')).toBe(expected);
  expect([mock.yellow.bots().length, mock.journal.exchanges().length]).toEqual(expected === 200 ? [1, 1] : [2, 2]);
});

test('users whose ids have half of a character are two users, in state, query view and account', async () => {
  const { mock, send } = await open();
  const request = vibefollow.request([half, otherHalf]);
  expect((await send(vibefollow.path, request)).status).toBe(200);
  expect((await send(yellow.path, yellow.request([half, otherHalf]))).status).toBe(200);
  const other = (await open()).mock;
  other.restore(JSON.parse(JSON.stringify(mock.snapshot())) as State);
  for (const one of [mock, other]) {
    expect(one.stored({ record: half })).toHaveLength(2);
    expect(one.stored()).toHaveLength(4);
    // What was restored is no pass, since the client sent nothing.
    expect(one.verdicts({ expected: [half, otherHalf] }).passed).toBe(one === mock ? true : null);
    expect(createDatabase(one.yellow.bot(bot)).user.count()).toBe(2);
  }
  expectHar(mock.journal.har());
});

test('an Idempotency-Key with half of a character is refused as any other that is no UUID', async () => {
  const { mock } = await open();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': half };
  const request = { method: 'POST', url: '/api/v1/users', headers, body: '{"external_user_id":"a"}' };
  expect(await mock.handle(request)).toMatchObject({ status: 422 });
  expect(await mock.handle(request)).toMatchObject({ status: 422 });
  expect(mock.verdicts().requests).toBe(2);
});

test('a deleted user whose id the journal had to cut between two bytes can be judged', async () => {
  const { mock, yellow: ask } = await open();
  const id = '€'.repeat(300);
  await ask('POST', '/user', { userId: id });
  expect((await ask('DELETE', `/user/${encodeURIComponent(id)}`)).status).toBe(200);
  expect(mock.verdicts({ expected: [id] }).requests).toBe(2);
});

test('a matcher and a timeline show lone surrogates and noncharacters as U+FFFD', async () => {
  const { mock, send } = await open({ faults: [{ fault: { status: 503 } }] });
  await send(vibefollow.path, vibefollow.request([half, '\ufffe']));
  const message = messageOf(() => expect(mock).toHaveDelivered([half, '\uffff']));
  expect(message).toContain('\ufffd is lost');
  expect(message).toContain('2 records (\ufffd and \ufffd)');
  expect(message).not.toMatch(unfit);
});

const unfit = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;

test.each(['text', 'json', 'junit', 'html', 'markdown'] as const)(
  'the %s report is text that any file can hold, whatever a client sends',
  (kind) => {
    const nasty = `a ${half}${otherHalf.repeat(2)} \ufffe \uffff \u0001 end`;
    const runs = [
      { exitCode: 1, duration: 5, stdout: nasty, stderr: nasty, outputBytes: nasty.length, account: noAccount },
    ];
    const failed = createCase({ outcome: 'failed', findings: [nasty], timeline: nasty, runs });
    const report = reports[kind](createReport([failed], { client: nasty, passed: false }));
    expect(report).toContain(' end');
    expect(report.replaceAll(/[\ufffe\uffff]/g, kind === 'json' ? '' : '$&')).not.toMatch(unfit);
  },
);

test('the XML of JUnit stays XML', () => {
  const failed = createCase({ outcome: 'failed', findings: [`a ${half} \ufffe \uffff \u0001 \u{1f680} end`] });
  const xml = reports.junit(createReport([failed], { client: half, passed: false }));
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  const [failure] = document.getElementsByTagName('failure');
  expect(failure?.textContent).toBe('a \ufffd \ufffd \ufffd \ufffd \u{1f680} end');
});
