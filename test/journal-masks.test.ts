import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createMock, type MockOptions } from 'vf-mock';

const key = 'yellow-secret-7f3a9c';
const json = { 'content-type': 'application/json' };

/** Sends a request with a key of Yellow.ai, and returns all that the journal tells of it. */
async function journalOf(url: string, note = '', token = key, options: MockOptions = {}): Promise<string> {
  const mock = createMock({ journalBodies: true, ...options });
  const init = { method: 'POST', headers: { ...json, 'x-auth-token': token } };
  await mock.fetch(`http://localhost${url}`, { ...init, body: `{"userId":"1","note":"${note}"}` });
  expect(mock.journal.exchanges()).toHaveLength(1);
  return JSON.stringify(mock.journal.exchanges());
}

const user = '/cdp/api/v1/user?bot=x1';

test.each([
  ['after an encoded quote', `%22${key}%22`],
  ['after an encoded slash', `a%2F${key}%2Fb`],
  ['inside of a longer word', `key_${key}_1`],
])('the key of the request is masked in its URL %s', async (_where, text) => {
  const journal = await journalOf(`${user}&filter=${text}`);
  expect(journal).toContain('filter=');
  expect(journal).not.toContain(key);
});

test('the beginning of a long key is masked', async () => {
  expect(await journalOf(`${user}&filter=${'k'.repeat(300)}.`, '', 'k'.repeat(5000))).toContain('filter=….');
});

test.each([
  ['after a line break', String.raw`a\n${key}`],
  ['after a line break in JSON in JSON', String.raw`a\\n${key}\\n`],
  ['after a backslash', String.raw`a\\${key}`],
  ['after an escaped letter', String.raw`\u0041${key}\u0041`],
])('the key of the request is masked in its body %s', async (_where, text) => {
  expect(await journalOf(user, text)).not.toContain(key);
});

const odd = String.raw`o"dd/k\ey`;
const inJson = JSON.stringify(odd).slice(1, -1);
const inJsonTwice = JSON.stringify(inJson).slice(1, -1);

test.each([odd, inJson, inJsonTwice, inJson.replace('/', String.raw`\/`)].map(encodeURIComponent))(
  'a key with quotes and slashes is masked when it is written as %s',
  async (text) => {
    const journal = await journalOf(`${user}&filter=${text}`, '', 'any', { yellow: { keys: { x1: [odd] } } });
    expect(journal).toContain('filter=…');
  },
);

test('a short key is masked only as a word of its own', async () => {
  const journal = await journalOf(`${user}&a=passwords&b=password&c=%22password%22`, '', 'password');
  expect(journal).toContain('&a=passwords&b=…&c=%22…%22');
});

test('a key as long as a header is masked, and its request is journalled', async () => {
  const token = 'k'.repeat(15_000);
  expect(await journalOf(`${user}&x=${token}%20`, token, token)).not.toContain('kk');
});

test('thousands of keys in the options are masked', async () => {
  const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`bot${at}`, [`secret-of-the-bot-${at}.`]]));
  const journal = await journalOf(`${user}&x=%22secret-of-the-bot-4999.%22`, '', 'any', { yellow: { keys } });
  expect(journal).toContain('x=%22…%22');
});

test('a body that begins with a byte order mark is masked to its last character', async () => {
  const mock = createMock({ journalBodies: true });
  const init = { method: 'POST', headers: { ...json, 'x-auth-token': key } };
  await mock.fetch(`http://localhost${user}`, { ...init, body: `\ufeff{"userId":"1","note":"%20${key}"}` });
  // The mark is no part of the text (Encoding Standard, UTF-8 decode).
  expect(mock.journal.exchanges()[0]?.request?.body).toBe('{"userId":"1","note":"%20…"}');
});

test('a body is masked with the keys that were in force when it came', async () => {
  const [first, second] = ['first-secret-of-x1', 'second-secret-of-x1'];
  const mock = createMock({ journalBodies: true, yellow: { keys: { x1: [first] } } });
  const send = async (note: string): Promise<unknown> =>
    mock.fetch(`http://localhost${user}`, { method: 'POST', headers: json, body: JSON.stringify({ note }) });
  await send(`${first} ${second}`);
  mock.use({ description: '', options: { yellow: { keys: { x1: [second] } } } });
  await send(`${first} ${second}`);
  const bodies = mock.journal.exchanges().map(({ request }) => request?.body);
  expect(bodies).toEqual([`{"note":"… ${second}"}`, `{"note":"${first} …"}`]);
});

test('a key in the query is masked in the bodies', async () => {
  expect(await journalOf(`${user}&api_key=${key}2&b=1`, `${key}2`, 'any')).not.toContain(`${key}2`);
});

test('headers and bodies look like plain data, and cannot be changed', async () => {
  const mock = createMock({ journalBodies: true });
  await mock.fetch(`http://localhost${user}`, { method: 'POST', headers: json, body: '{"userId":"1"}' });
  const [{ request } = {}] = mock.journal.exchanges();
  const plain = { headers: [{ name: 'content-type', value: 'application/json' }], body: '{"userId":"1"}' };
  expect(request).toStrictEqual(plain);
  expect({ ...request }).toStrictEqual(plain);
  expect(structuredClone(request)).toStrictEqual(plain);
  expect(JSON.parse(JSON.stringify(request))).toStrictEqual(plain);
  expect(inspect(request)).toBe(inspect(plain));
  expect(Object.isFrozen(request)).toBe(true);
  request?.headers.pop();
  expect(request).toStrictEqual(plain);
});

test('a body that its sender changes later stays as it came', async () => {
  const mock = createMock({ journalBodies: true });
  const headers: Record<string, string> = { ...json, 'x-note': 'before' };
  const body = new TextEncoder().encode('{"userId":"1"}');
  await mock.handle({ method: 'POST', url: user, headers, body });
  headers['x-note'] = 'after';
  body.fill(32);
  expect(mock.journal.exchanges()).toMatchObject([{ request: { body: '{"userId":"1"}' } }]);
  expect(JSON.stringify(mock.journal.exchanges())).toContain('before');
});

test.each([0, -1, 1.5, 'yes', null])('journalBodies cannot be %j', (journalBodies) => {
  const message = 'which is not this: `true`, `false`, or a number of bytes from 1.';
  expect(() => createMock({ journalBodies } as MockOptions)).toThrow(message);
});

test('over the number of bytes the oldest exchanges lose their headers and bodies', async () => {
  const mock = createMock({ journalBodies: 20_000 });
  for (let number = 1; number <= 9; number += 1) {
    const body = JSON.stringify({ userId: String(number), note: 'x'.repeat(1000) });
    await mock.fetch(`http://localhost${user}`, { method: 'POST', headers: { ...json, 'x-auth-token': key }, body });
  }
  const kept = mock.journal.exchanges().map(({ request }) => request !== undefined);
  expect([kept[0], kept[8], mock.options.journalBodies]).toEqual([false, true, 20_000]);
  expect(mock.journal.har().log.entries.filter(({ request }) => request.postData).length).toBeLessThan(5);
});
