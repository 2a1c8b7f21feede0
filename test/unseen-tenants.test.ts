import { expect, test } from 'vitest';
import { createMock, type Verdicts } from 'vf-mock';
import 'vf-mock/vitest';
import { ask, askWrong } from './_admin.ts';
import { messageOf } from './_messages.ts';
import { bot, key, open, otherKey, type Bench } from './_setup.ts';

const seen = [
  { api: 'vibefollow', tenant: 'sk_test_…0000', tenantId: 'prj_3da7515f2eeccb37', requests: 1 },
  { api: 'yellow', tenant: bot, tenantId: bot, requests: 2 },
];
const named = 'Tenants seen: sk_test_…0000 (vibefollow, 1 request), x1640004486565 (yellow, 2 requests).';

/** A mock with requests of two tenants. */
async function play(): Promise<Bench> {
  const bench = await open();
  await bench.vibefollow('/users', { external_user_id: 'usr_1' });
  await bench.yellow('POST', '/user', { userId: '1001' });
  await bench.yellow('GET', '/user');
  return bench;
}

test.each([
  ['x164000448656', `No request of tenant "x164000448656" was made. Did you mean "${bot}"? ${named}`],
  [otherKey, `No request of tenant "sk_live_…1111" was made. ${named}`],
])('the verdict on tenant %s, which sent nothing, is no pass', async (tenant, reason) => {
  const bench = await play();
  expect(bench.mock.verdicts({ tenant })).toMatchObject({ passed: null, reason, requests: 0, tenants: seen });
  const { body } = await ask(bench, 'GET', `/verdicts?tenant=${tenant}`);
  expect(body).toMatchObject({ passed: null, reason, tenants: seen });
});

test('the verdict on an idle mock is no pass', () => {
  expect(createMock().verdicts()).toMatchObject({ passed: null, reason: 'The client sent no request.', tenants: [] });
});

test('a verdict on requests needs no reason, and does not depend on other tenants', async () => {
  const { mock } = await play();
  const { passed, requests, reason, tenants } = mock.verdicts({ tenant: bot });
  expect([passed, requests, reason, tenants]).toEqual([true, 2, undefined, undefined]);
});

test('a journal that keeps nothing says so', async () => {
  const { mock, vibefollow } = await open({ journalLimit: 1 });
  await vibefollow('/users', { external_user_id: 'usr_1' });
  await vibefollow('/users', { external_user_id: 'usr_2' }, { authorization: `Bearer ${otherKey}` });
  const { passed, reason }: Verdicts = mock.verdicts({ tenant: key });
  expect([passed, reason]).toEqual([null, 'The journal was full and dropped 1 exchange. Use a larger journalLimit.']);
});

test('expected records that were never sent fail an idle client', () => {
  expect(createMock().verdicts({ expected: ['usr_1'] })).toMatchObject({
    passed: false,
    reason: 'The client sent no request.',
  });
});

test('each matcher with a mistyped tenant names the tenants seen, and neither passes nor fails silently', async () => {
  const { mock } = await play();
  const tenant = 'x164000448656';
  const assertions = [
    () => expect(mock).toHaveDelivered(['1001'], { tenant }),
    () => expect(mock).not.toHaveDelivered(['1001'], { tenant }),
    () => expect(mock).toHaveKept('complete', { tenant }),
    () => expect(mock).not.toHaveKept('complete', { tenant, expected: ['1001'] }),
    () => expect(mock).toHaveHonoredRetryAfter({ tenant }),
    () => expect(mock).toHaveRetried({ tenant }, 0),
    () => expect(mock).not.toHaveRetried({ tenant }, 0),
    () => expect(mock).toPassAllRules({ tenant }),
    () => expect(mock).not.toPassAllRules({ tenant }),
  ];
  for (const assertion of assertions) {
    const message = messageOf(assertion);
    expect(message).toContain(named);
    expect(message).not.toContain('never sent');
  }
  expect(messageOf(() => expect(mock).toHaveDelivered(['1001'], { tenant }))).toContain(
    `1001 was sent under another tenant, ${bot}.`,
  );
});

test('a record that another tenant sent is not called never sent', async () => {
  const { mock } = await play();
  const message = messageOf(() => expect(mock).toHaveDelivered(['usr_1', 'usr_2'], { tenant: bot }));
  expect(message).toContain('usr_1 was sent under another tenant, sk_test_…0000');
  expect(message).toContain('usr_2 was never sent');
});

test('a tenant whose data was restored is known without requests', async () => {
  const { mock } = await play();
  const fresh = await open();
  fresh.mock.restore(mock.snapshot(key));
  await fresh.yellow('GET', '/user');
  expect(fresh.mock).toHaveDelivered(['usr_1'], { tenant: key });
});

test.each(['nokey', 'sk_test_short', '', `${key}é`])('%j is no project', (text) => {
  const { vibefollow } = createMock();
  const shown = text === 'sk_test_short' ? 'sk_test_…hort' : text.startsWith('sk_') ? 'sk_test_…0000é' : text;
  expect(() => vibefollow.project(text)).toThrow(
    `Failed to find a project: "${shown}" is neither a VibeFollow key nor a project id. Use a key, or one of the ids that projects() lists.`,
  );
});

test('a bot needs a name', () => {
  expect(() => createMock().yellow.bot('')).toThrow('Failed to find a bot: its id is empty.');
});

test.each(['', 'sk_test_short'])('%j is no tenant of any function', async (text) => {
  const bench = await play();
  const { mock } = bench;
  const problem = text === '' ? /the tenant is empty|tenant is ""/ : /"sk_test_…hort" is no whole VibeFollow key/;
  for (const misuse of [
    () => mock.reset(text),
    () => mock.snapshot(text),
    () => mock.restore(mock.snapshot(), text),
    () => mock.journal.clear(text),
    () => mock.journal.dropped(text),
    () => mock.journal.exchanges({ tenant: text }),
    () => mock.journal.calls({ tenant: text }),
    () => mock.stored({ tenant: text }),
    () => mock.verdicts({ tenant: text }),
    () => mock.coverage({ tenant: text }),
    () => mock.faults.clear(text),
    () => mock.faults.add({ on: { tenant: text }, fault: { status: 503 } }),
    () => mock.use('flaky', { tenant: text }),
  ]) {
    expect(misuse).toThrow(problem);
  }
  expect(mock.vibefollow.project(key).userCount()).toBe(1);
  if (text !== '')
    expect(await askWrong(bench, 400, 'POST', `/reset?tenant=${text}`)).toEqual([expect.stringMatching(problem)]);
});
