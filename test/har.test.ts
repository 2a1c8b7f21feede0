import { expect, test } from 'vitest';
import manifest from 'vf-mock/package.json' with { type: 'json' };
import type { Fault, Har } from 'vf-mock';
import { meet, vibefollow as bulk, yellow as bulkOfYellow } from './_faults.ts';
import { expectHar } from './_har.ts';
import { bot, open, type Bench } from './_setup.ts';

type Entry = Har['log']['entries'][number];

/** The only entry of the archive. The archive must match the public schema. */
function entryOf({ mock }: Bench): Entry {
  const har = mock.journal.har();
  expectHar(har);
  expect(har.log.entries).toHaveLength(1);
  return har.log.entries[0] as unknown as Entry;
}

test('a journal without exchanges is an archive without entries', async () => {
  const { mock } = await open();
  const har = mock.journal.har();
  expectHar(har);
  const creator = { name: 'vf-mock', version: manifest.version };
  expect(har).toEqual({ log: { version: '1.2', creator, pages: [], entries: [] } });
});

test('an entry has all that HAR asks for, and what the journal knows beyond that', async () => {
  const bench = await open({ faults: [{ fault: { kind: 'delay', ms: 40 } }] });
  bench.mock.clock.autoAdvance();
  await bench.yellow('POST', '/user/create-bulk?uponConflict=UPDATE_EXISTING', { users: [{ userId: '1' }] });
  const [{ exercised: _, ...exchange } = {}] = bench.mock.journal.exchanges();
  expect(entryOf(bench)).toEqual({
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 40,
    request: {
      method: 'POST',
      url: `https://cloud.yellow.ai/cdp/api/v1/user/create-bulk?uponConflict=UPDATE_EXISTING&bot=${bot}`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      queryString: [
        { name: 'uponConflict', value: 'UPDATE_EXISTING' },
        { name: 'bot', value: bot },
      ],
      headersSize: -1,
      bodySize: 26,
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 40, receive: 0 },
    _vfExchange: exchange,
  });
});

test('with bodies kept, an entry has them and the headers, once', async () => {
  const bench = await open({ journalBodies: true });
  await bench.vibefollow('/users', { external_user_id: 'Ünï' });
  const { request, response, _vfExchange } = entryOf(bench);
  const body = '{"data":{"accepted":true}}';
  expect(request.headers).toContainEqual({ name: 'authorization', value: 'Bearer sk_test_…0000' });
  expect(request).toMatchObject({
    postData: { mimeType: 'application/json', text: '{"external_user_id":"Ünï"}' },
    bodySize: 28,
  });
  expect(response).toMatchObject({
    headers: [
      { name: 'Content-Type', value: 'application/json; charset=utf-8' },
      { name: 'Date', value: 'Thu, 01 Jan 2026 00:00:00 GMT' },
    ],
    content: { size: body.length, mimeType: 'application/json; charset=utf-8', text: body },
    bodySize: body.length,
  });
  expect(_vfExchange).not.toHaveProperty('request');
  expect(_vfExchange).not.toHaveProperty('response');
});

test('without bodies kept, an entry has the headers that the journal knows', async () => {
  const bench = await open({ faults: [{ fault: { status: 503, retryAfter: 2 } }] });
  await bench.vibefollow('/users', {}, { 'idempotency-key': '1' });
  const { request, response } = entryOf(bench);
  expect(request.headers).toEqual([{ name: 'Idempotency-Key', value: '1' }]);
  expect(response.headers).toEqual([{ name: 'Retry-After', value: '2' }]);
});

test.each<[Fault, number, string | undefined]>([
  [{ kind: 'reset' }, 0, 'net::ERR_CONNECTION_RESET'],
  [{ kind: 'truncate' }, 200, 'net::ERR_CONTENT_LENGTH_MISMATCH'],
  [{ kind: 'garbage', status: 502 }, 502, undefined],
  [{ kind: 'hang' }, 0, 'net::ERR_ABORTED'],
  [{ kind: 'delay', ms: 10 }, 0, 'net::ERR_ABORTED'],
])(
  'a connection that breaks by %j has the status and the error that browsers give it',
  async (fault, status, error) => {
    for (const target of [bulk, bulkOfYellow]) {
      const bench = await open({ faults: [{ fault }] });
      const client = new AbortController();
      const met = meet(bench.send(target.path, { ...target.request(['1']), signal: client.signal }));
      if (['hang', 'delay'].includes(String(fault.kind))) client.abort();
      await met;
      const { response, _vfExchange } = entryOf(bench);
      expect([response.status, response._error]).toEqual([status, error]);
      expect(response.httpVersion).toBe(status === 0 ? '' : 'HTTP/1.1');
      expect(_vfExchange.fault).toBe('fault-1');
    }
  },
);

test('an entry over HTTP names its connection', async () => {
  const bench = await open();
  await bench.mock.handle({ method: 'GET', url: `/cdp/api/v1/user?bot=${bot}`, headers: {}, connection: '50123' });
  expect(entryOf(bench)).toMatchObject({ connection: '50123' });
});

test.each([
  ['/api/v1/users?a=%zz&b="<ü>"', 'https://api.vibefollow.com/api/v1/users?a=%25zz&b=%22%3C%C3%BC%3E%22'],
  ['api', 'https://api.vibefollow.com/api'],
  ['/api/v1/\ud800', 'https://api.vibefollow.com/api/v1/%EF%BF%BD'],
  [`/api/v1/users?api_key=a&a[]=%20`, 'https://api.vibefollow.com/api/v1/users?api_key=%E2%80%A6&a%5B%5D=%20'],
])('whatever a client asks for, the URL of its entry is one: %s', async (path, url) => {
  const bench = await open();
  await bench.mock.handle({ method: 'GET', url: path, headers: {} });
  expect(entryOf(bench).request.url).toBe(url);
});

test('an entry shows the first 20 record ids, and the journal has all of them', async () => {
  const bench = await open();
  await bench.vibefollow('/users/bulk', {
    users: Array.from({ length: 30 }, (_, id) => ({ external_user_id: `${id}`, email: '-' })),
  });
  const { _vfExchange } = entryOf(bench);
  expect([_vfExchange.records, _vfExchange.recordIds?.length, _vfExchange.rejected?.length]).toEqual([30, 20, 20]);
  const [exchange] = bench.mock.journal.exchanges();
  expect([exchange?.recordIds?.length, exchange?.rejected?.length]).toEqual([30, 30]);
});

test('an archive holds what was asked for, and says how many exchanges it lacks', async () => {
  const { mock, yellow } = await open({ journalLimit: 2 });
  for (const id of ['1', '2', '3']) await yellow('GET', `/user/${id}`);
  await yellow('GET', '/user/4?bot=other');
  expect(mock.journal.har({ tenant: 'other' }).log).not.toHaveProperty('comment');
  const { log } = mock.journal.har({ tenant: bot });
  expect(log.entries.map(({ _vfExchange }) => _vfExchange.path)).toEqual(['/cdp/api/v1/user/3']);
  expect(log.comment).toBe('The journal was full: 2 older exchanges were dropped.');
  expect(() => mock.journal.har({ status: '9-1' })).toThrow('no number is in this range');
});
