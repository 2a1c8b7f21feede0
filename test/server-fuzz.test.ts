import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mock } from 'vf-mock';
import type { RunningServer } from 'vf-mock/express';
import { until } from './_faults.ts';
import { exchange, open, readAll, start, toRequest } from './_server.ts';
import { key } from './_setup.ts';

const record = '{"external_user_id":"evil"}';
const length = `Content-Length: ${record.length}`;
const chunked = 'Transfer-Encoding: chunked';
const whole = toRequest('POST', '/api/v1/users', record);
const good = whole.replace('evil', 'good');

/** The nightly script sets the number of cases and the seed. The defaults are few cases and a fixed seed. */
const numRuns = Number(process.env['VF_MOCK_CASES'] ?? 300);
const seed = Number(process.env['VF_MOCK_SEED'] ?? 20_260_101);

/** The request with its body in chunks, and the header for chunks. */
const inChunks = (chunks: string, header = chunked): string => whole.replace(length, header).replace(record, chunks);
const asChunk = `1b\r\n${record}\r\n0\r\n\r\n`;

/** Ambiguous requests. Two servers could read different requests from them, or none. */
const broken = {
  'the same length twice': whole.replace(length, `${length}\r\n${length}`),
  'a list of lengths': whole.replace(length, `${length}, ${record.length}`),
  'a length with a sign': whole.replace(length, length.replace(': ', ': +')),
  'a length with a space in it': whole.replace(length, 'Content-Length: 2 7'),
  'a hexadecimal length': whole.replace(length, 'Content-Length: 0x1b'),
  'an empty length': whole.replace(length, 'Content-Length:'),
  'a length beyond all numbers': whole.replace(length, `Content-Length: ${'9'.repeat(20)}`),
  'chunks beside a length': inChunks(asChunk, `${chunked}\r\n${length}`),
  'a length beside chunks': inChunks(asChunk, `${length}\r\n${chunked}`),
  'a coding that is none': inChunks(asChunk, 'Transfer-Encoding: xchunked'),
  'chunks within something else': inChunks(asChunk, `${chunked}, identity`),
  'chunks within chunks': inChunks(asChunk, `${chunked}, chunked`),
  'a space before the colon': inChunks(asChunk, 'Transfer-Encoding : chunked'),
  'a folded header': inChunks(asChunk, 'Transfer-Encoding:\r\n chunked'),
  'a negative chunk': inChunks(`-${asChunk}`),
  'a chunk with a prefix': inChunks(`0x${asChunk}`),
  'a chunk beyond all numbers': inChunks(asChunk.replace('1b', 'F'.repeat(18))),
  'a chunk that is too short': inChunks(asChunk.replace('1b', '1a')),
  'a chunk that is too long': inChunks(asChunk.replace('1b', '1c')),
  'chunks that end with a line feed': inChunks(asChunk.replaceAll('\r\n', '\n')),
  'a chunk extension that ends with a line feed': inChunks(asChunk.replace('1b\r\n', '1b;\n')),
  'a chunk extension of 20,000 characters': inChunks(asChunk.replace('1b', `1b;${'a'.repeat(20_000)}`)),
  'a length behind the chunks': inChunks(asChunk.replace('0\r\n', `0\r\n${length}\r\n`)),
  'lines that end with a line feed': whole.replaceAll('\r\n', '\n'),
  'lines that end with a carriage return': whole.replaceAll('\r\n', '\r') + '\r\n\r\n',
  'a carriage return in a name': whole.replace('Host', 'Ho\rst'),
  'a space in a name': whole.replace('Host', 'Ho st'),
  'a header without a name': whole.replace('Host', ''),
  'a zero byte in a name': whole.replace('Host', 'Ho\0st'),
  'a zero byte in the URL': whole.replace('/users', '/us\0ers'),
  'a URL of another alphabet': whole.replace('/users', '/us\xffers'),
  'a tab for a space': whole.replace(' ', '\t'),
  'a version that does not exist': whole.replace('HTTP/1.1', 'HTTP/1.2'),
  'a method that does not exist': whole.replace('POST', 'BREW'),
  '3,000 headers': whole.replace('Host', `${'A: b\r\n'.repeat(3000)}Host`),
  'a tunnel': 'CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n',
  'another expectation': whole.replace('Host', 'Expect: everything\r\nHost'),
};

test.each(Object.entries(broken))(
  '%s is refused or ends the connection, and nothing is stored',
  async (_name, bytes) => {
    const { mock, server } = await start();
    expect(await exchange(server, bytes)).toMatch(/^(HTTP\/1\.1 4\d\d .*)?$/s);
    expect(mock.journal.exchanges()).toEqual([]);
    expect(mock.vibefollow.projects()).toEqual([]);
    await expectUnharmed(mock, server);
  },
);

test.each([
  ['a switch to HTTP/2', whole.replace('Host', 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nHost'), '202'],
  ['a switch to WebSocket', toRequest('GET', '/api/v1/users').replace('Host', 'Upgrade: websocket\r\nHost'), '405'],
  ['a request of HTTP/0.9', 'GET /api/v1/users\r\n\r\n', '405'],
  ['a question to the server as a whole', toRequest('OPTIONS', '*'), '404'],
  ['the URL of a proxy', whole.replace('/api', 'http://user:secret@elsewhere.example:99/api'), '202'],
  ['empty lines before it', `\r\n\r\n${whole}`, '202'],
  ['chunk extensions', inChunks(asChunk.replace('1b', '1b;name=value')), '202'],
])('%s is answered as if there were nothing to it', async (_name, bytes, status) => {
  const { mock, server } = await start();
  expect((await exchange(server, bytes)).slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
  await expectUnharmed(mock, server);
});

test('whatever bytes come, the server refuses them, stores nothing and goes on', async () => {
  const { mock, server } = await start();
  const line = fc.constantFrom('', 'GET ', 'POST /api/v1/users HTTP/1.1\r\n', '\x16\x03\x01', 'PRI * HTTP/2.0\r\n\r\n');
  const bytes = fc.tuple(line, fc.uint8Array({ maxLength: 2000 }));
  await fc.assert(
    fc.asyncProperty(bytes, async ([first, rest]) => {
      const answer = await poke(server, first + Buffer.from(rest).toString('latin1'));
      expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d .*)?$/s);
      expect(mock.vibefollow.projects()).toEqual([]);
    }),
    { numRuns, seed },
  );
  await expectUnharmed(mock, server);
});

test('a request with anything in a wrong place is refused, or stores just what the journal says', async () => {
  const { mock, server } = await start();
  const at = fc.nat({ max: whole.length - 1 });
  const piece = fc.oneof(
    fc.constantFrom('\0', '\r', '\n', '\r\n', '\r\n\r\n', ' ', '\t', ':', ';', ',', '-', '0', '\x7f', '\xff', '{', '"'),
    fc.constantFrom(`\r\n${chunked}`, `\r\n${length}`, 'A'.repeat(20_000), whole, 'HTTP/1.1'),
    fc.string({ maxLength: 20, unit: 'binary-ascii' }),
  );
  const mutation = fc.record({
    request: fc.constantFrom(whole, inChunks(asChunk)),
    at,
    cut: fc.nat({ max: 9 }),
    piece,
  });
  const statuses = new Set<number | undefined>();
  await fc.assert(
    fc.asyncProperty(mutation, async ({ request, at, cut, piece }) => {
      mock.reset();
      const answer = await poke(server, request.slice(0, at) + piece + request.slice(at + cut));
      expect(answer).not.toMatch(/HTTP\/1\.1 5\d\d /);
      const done = mock.journal.exchanges();
      for (const { status } of done) statuses.add(status);
      expect(done.filter(({ bug }) => bug !== undefined)).toEqual([]);
      const stored = mock.vibefollow.projects().flatMap((project) => mock.vibefollow.project(project).users());
      const ids = done.flatMap(({ status, recordIds = [] }) => (status === 202 ? recordIds : []));
      expect(stored.map((user) => user.external_user_id).sort()).toEqual([...new Set(ids)].sort());
    }),
    { numRuns, seed },
  );
  // Some requests are still complete, and some are wrong only for the API.
  expect([...statuses]).toEqual(expect.arrayContaining([202, 400, 401, 404]));
  mock.reset();
  await expectUnharmed(mock, server);
});

/** Sends the bytes, ends its side of the connection, and returns the whole answer. */
async function poke(server: RunningServer, bytes: string): Promise<string> {
  const socket = open(server);
  socket.end(bytes, 'latin1');
  return readAll(socket);
}

/** The server still answers, and only its own socket is open. */
async function expectUnharmed(mock: Mock, server: RunningServer): Promise<void> {
  expect(await exchange(server, good)).toMatch(/^HTTP\/1\.1 202 /);
  expect(mock.vibefollow.project(key).user('good')).toMatchObject({ external_user_id: 'good' });
  await until(() => process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP')).length === 1);
}
