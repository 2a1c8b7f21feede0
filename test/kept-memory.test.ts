import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createMock, type MockRequest } from 'vf-mock';
import { bot, key } from './_setup.ts';

const requests = 20;
const megabyte = 2 ** 20;
const long = 2 * megabyte;
const path = '/api/v1/users/bulk';

/** The bytes in use after a garbage collection. */
function measureMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const post = (url: string, body: string, headers: Record<string, string> = {}): MockRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'x-api-key': 'k', ...headers },
  body: new TextEncoder().encode(body),
});
const get = (url: string): MockRequest => ({ method: 'GET', url, headers: { 'x-api-key': 'k' } });
const users = (record: string): string => `{"users":[${record}]}`;

/** Requests with a text of 2 MB in one place. None of them stores it. */
const places: Readonly<Record<string, (text: string) => MockRequest>> = {
  'an id': (text) => post(path, users(`{"external_user_id":"${text}"}`), { authorization: '' }),
  'the id in a path': (text) => get(`/cdp/api/v1/user/${text}?bot=${bot}`),
  'an undocumented name': (text) => post(path, users(`{"external_user_id":"a","${text}":1}`)),
  'an undocumented query': (text) => get(`/cdp/api/v1/user?bot=${bot}&${text}=1`),
  'an unknown path': (text) => get(`/api/v1/${text}`),
  'a part of an unknown path': (text) => get(`/api/v1/${text.slice(0, 100)}?${text}`),
  'a bot': (text) => get(`/cdp/api/v1/user?bot=${text}`),
  'the beginning of a bot': (text) => get(`/cdp/api/v1/user?bot=${text.slice(0, 100)}&a=${text}`),
  'an Idempotency-Key': (text) => post('/api/v1/users', '{}', { 'idempotency-key': text }),
  'the blanks before a key': (text) =>
    post('/api/v1/users', '{}', { authorization: `Bearer ${' '.repeat(text.length)}sk_test_${text.slice(0, 32)}` }),
  'a rounded number': (text) => post(path, users(`{"external_user_id":"","traits":{"a":${'1'.repeat(text.length)}}}`)),
  'the name of a rounded number': (text) =>
    post(path, users(`{"external_user_id":"","traits":{"${text}":12345678901234567890}}`)),
  'a wrong value': (text) => post('/cdp/api/v1/user?bot=b', `{"userId":"a","email":"${text}"}`),
  'a body that is no JSON': (text) => post(path, text),
};

test.each(Object.entries(places))('the journal holds no more than a beginning of %s', async (_place, toRequest) => {
  const mock = createMock({ clock: 'manual' });
  const send = async (number: number): Promise<unknown> =>
    mock.handle(toRequest(String(number).padEnd(long, 'abcdefghij')));
  await send(0);
  const before = measureMemory();
  for (let number = 1; number <= requests; number += 1) await send(number);
  expect(measureMemory() - before).toBeLessThan((requests * long) / 10);
  expect(mock.journal.exchanges().length + mock.journal.countOthers()).toBe(requests + 1);
});

test('with bodies the journal holds no more of long URLs and keys than its number of bytes', async () => {
  const secrets = Array.from({ length: 5000 }, (_, index) => `secret-of-the-bot-${index}`);
  const mock = createMock({ clock: 'manual', journalBodies: megabyte, yellow: { keys: { [bot]: secrets } } });
  const send = async (number: number): Promise<unknown> =>
    mock.handle(get(`/cdp/api/v1/user/${number}?bot=${bot}&note=${'n'.repeat(long)}&api_key=${'k'.repeat(number)}`));
  await send(0);
  const before = measureMemory();
  for (let number = 1; number <= 5 * requests; number += 1) await send(number);
  expect(measureMemory() - before).toBeLessThan(2 * megabyte);
  expect(mock.journal.exchanges()).toHaveLength(5 * requests + 1);
});
