import { expect, test } from 'vitest';
import { createMock, type ExpectedRecord } from 'vf-mock';

const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz012345-_6789';
const key = `sk_live_${secret}`;
const configured = 'configured-key-5d1e';
const adminToken = 'admin-token-77/b';

test.each<[method: string, path: string, body?: object]>([
  ['GET', '/KEY'],
  ['POST', '/faults/KEY'],
  ['DELETE', '/faults/KEY'],
  ['POST', '/scenarios/KEY'],
  ['GET', '/records/KEY'],
  ['GET', '/records?outcome=KEY'],
  ['GET', '/journal?KEY=1'],
  ['GET', '/journal?operation=KEY'],
  ['GET', '/verdicts?maxAttempts=KEY'],
  ['PUT', '/clock', { time: 'KEY' }],
  ['PUT', '/state', { KEY: 1 }],
  ['POST', '/faults', { fault: { kind: 'KEY' } }],
  ['POST', '/reconciliation', [{ id: 'KEY' }]],
])('the refusal of %s %s does not repeat a key', async (method, path, body) => {
  const mock = createMock({ adminToken, yellow: { keys: { x1: [configured] } } });
  for (const one of [key, configured, adminToken]) {
    const init = { method, headers: { 'content-type': 'application/json' } };
    const text = body === undefined ? undefined : JSON.stringify(body).replaceAll('KEY', one);
    const url = `http://localhost/__admin${path.replace('KEY', encodeURIComponent(one))}`;
    const answer = await mock.fetch(url, { ...init, ...(text !== undefined && { body: text }) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const shown = decodeURIComponent(await answer.text());
    expect(shown).toContain('…');
    for (const part of [secret, configured, adminToken]) expect(shown).not.toContain(part);
  }
});

test('the account and verdicts mask expected records whose ids or values are keys', async () => {
  const mock = createMock();
  const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` } };
  const user = { external_user_id: 'usr_1', traits: { note: 'free' } };
  await mock.fetch('http://localhost/api/v1/users/bulk', { ...init, body: JSON.stringify({ users: [user] }) });
  const expected: ExpectedRecord[] = [key, { ...user, traits: { note: key } }];
  const shown = JSON.stringify([mock.reconcile({ expected }), mock.verdicts({ expected })]);
  expect(shown).toContain('traits.note is');
  expect(shown).toContain('"ids":["sk_live_…6789"]');
  expect(shown).not.toContain(secret);
});

test('no message shows a part of a key at the end of a long text', async () => {
  const mock = createMock();
  const long = `${'x'.repeat(80)}${key}`;
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': long },
    body: '{}',
  };
  const head = { method: 'GET', url: '/__admin/state', remoteAddress: '127.0.0.1', headers: { host: long } };
  const coded = await mock.fetch('http://localhost/api/v1/users/bulk', {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${key}` },
  });
  const closed = await mock.handle(head);
  expect([coded.status, closed]).toMatchObject([415, { status: 403 }]);
  const shown = JSON.stringify([await coded.text(), closed, mock.journal.exchanges()]);
  expect(shown).toContain('xxxx…');
  expect(shown).not.toContain(secret.slice(0, 8));
});

test('a rule whose key ends in mixed escapes is listed', async () => {
  const mock = createMock();
  mock.faults.add({ id: String.raw`${key}%5C\u005fa`, fault: { status: 500 } });
  const answer = await mock.fetch('http://localhost/__admin/faults');
  expect(await answer.json()).toMatchObject({ faults: [{ id: 'sk_live_…89_a' }] });
});

test('options with two keys of the same end show both', async () => {
  const toKey = (letter: string): string => `sk_live_${letter.repeat(32)}6789`;
  const mock = createMock({ vibefollow: { keys: { [toKey('a')]: 'active', [toKey('b')]: 'revoked' } } });
  const answer = await mock.fetch('http://localhost/__admin/options');
  const { vibefollow } = (await answer.json()) as { vibefollow: { keys: object } };
  expect(Object.entries(vibefollow.keys)).toEqual([
    [`sk_live_${'x'.repeat(28)}6789`, 'active'],
    [`sk_live_${'x'.repeat(27)}26789`, 'revoked'],
  ]);
});
