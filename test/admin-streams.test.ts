import { expect, test } from 'vitest';
import { createMock, type Mock, type State } from 'vf-mock';
import { bot, key, open, throughEachAdapter } from './_setup.ts';

const json = { 'content-type': 'application/json' };

/** Users that take 1 kB each. */
function seed(mock: Mock, users: number, city = 'Pune'): void {
  const about = 'a'.repeat(1000);
  mock.yellow.bot(bot).seed(Array.from({ length: users }, (_, index) => ({ userId: String(index), city, about })));
  mock.vibefollow
    .project(key)
    .seed([{ external_user_id: 'usr_1', traits: { city } }], [{ external_user_id: 'usr_1', name: 'moved' }]);
}

/** A body in chunks of some bytes. */
function toStream(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller): void {
      controller.enqueue(bytes.subarray(at, (at += size)));
      if (at >= bytes.length) controller.close();
    },
  });
}

throughEachAdapter((connect) => {
  test('a long state comes without a length, and goes back in chunks past the limit of other bodies', async () => {
    const { mock, send } = await connect({ bodyLimit: 100 });
    seed(mock, 500);
    const held = mock.snapshot();
    const answer = await send('/__admin/state');
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, null]);
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual(held);
    const head = await send('/__admin/state', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, null, '']);
    mock.reset();
    const init = { method: 'PUT', headers: json, body: toStream(text, 999), duplex: 'half' as const };
    expect((await send('/__admin/state', init)).status).toBe(200);
    expect(mock.snapshot()).toEqual(held);
  });

  test('a long answer is that of the time of its request, however slowly it is read', async () => {
    const { mock, send, yellow, vibefollow } = await connect();
    seed(mock, 20_000);
    const held = mock.snapshot();
    const { body } = await send('/__admin/state');
    const pieces = body as unknown as AsyncIterable<Uint8Array>;
    const chunks: Uint8Array[] = [];
    for await (const chunk of pieces) {
      if (chunks.push(chunk) !== 1) continue;
      seed(mock, 20_000, 'Delhi');
      await yellow('DELETE', '/user/19999');
      await vibefollow('/users', { external_user_id: 'usr_2' });
    }
    expect(JSON.parse(String(Buffer.concat(chunks)))).toEqual(held);
    expect(mock.snapshot()).not.toEqual(held);
  });

  test('the journal, the calls and the account are answered whole, however long they are', async () => {
    const { mock, send, vibefollow } = await connect({ journalBodies: true });
    const toUser = (index: number): object => ({ external_user_id: `usr_${index}` });
    for (let chunk = 0; chunk < 400; chunk += 1) {
      await vibefollow('/users/bulk', { users: Array.from({ length: 10 }, (_, at) => toUser(chunk * 10 + at)) });
    }
    const ask = async (path: string, accept = 'application/json'): Promise<string> => {
      const answer = await send(`/__admin${path}`, { headers: { accept } });
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, null]);
      return answer.text();
    };
    expect((JSON.parse(await ask('/journal')) as { exchanges: unknown[] }).exchanges).toHaveLength(400);
    expect((JSON.parse(await ask('/calls')) as { calls: unknown[] }).calls).toHaveLength(400);
    expect(JSON.parse(await ask('/journal.har'))).toEqual(mock.journal.har());
    expect(JSON.parse(await ask('/records'))).toEqual({ records: mock.records() });
    const lines = (await ask('/records', 'application/x-ndjson')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(mock.records());
    expect((await ask('/records', 'text/csv')).trimEnd().split('\r\n')).toHaveLength(4001);
  });

  test.each(['application/json', 'application/x-ndjson'])(
    'expected records as %s are read in chunks, past the limit of other bodies',
    async (type) => {
      const { send, vibefollow } = await connect({ bodyLimit: 1000 });
      await vibefollow('/users', { external_user_id: 'ü_1' });
      const ids = Array.from({ length: 5000 }, (_, index) => JSON.stringify(`ü_${index}`));
      const text = type === 'application/json' ? `{ "expected": [${ids.join(', ')}] }` : ids.join('\n');
      const init = {
        method: 'POST',
        headers: { 'content-type': type },
        body: toStream(text, 777),
        duplex: 'half' as const,
      };
      const answer = await send('/__admin/reconciliation', init);
      expect(await answer.json()).toMatchObject({ counts: { expected: 5000, stored: 1, neverSent: 4999 } });
    },
  );

  test.each([
    ['a state that is cut', (text: string) => text.slice(0, -1), 'The body is not valid JSON.'],
    ['a state with more behind it', (text: string) => `${text}{}`, 'The body is not valid JSON.'],
    [
      'a state with a part twice',
      (text: string) => `${text.slice(0, -1)},"yellow":{}}`,
      'The body has the property "yellow" twice.',
    ],
    [
      'a state whose last user is wrong',
      (text: string) => text.replace(/"userId":"499"/, '"userId":7'),
      'yellow.x1640004486565.users[499].userId is 7; it must be a string',
    ],
    [
      'a state with a user twice',
      (text: string) => text.replace('"userId":"499"', '"userId":"0"'),
      'yellow.x1640004486565.users hold the userId "0" more than once',
    ],
  ])('%s changes nothing', async (_what, change, problem) => {
    const { mock, send } = await connect();
    seed(mock, 500);
    const text = change(JSON.stringify(mock.snapshot()));
    seed(mock, 1, 'Goa');
    const held = mock.snapshot();
    const answer = await send('/__admin/state', {
      method: 'PUT',
      headers: json,
      body: toStream(text, 10_000),
      duplex: 'half',
    });
    expect([answer.status, await answer.json()]).toEqual([400, { errors: [problem] }]);
    expect(mock.snapshot()).toEqual(held);
  });
});

test('a reader that leaves a long answer stops its making', async () => {
  const mock = createMock();
  seed(mock, 500);
  const outcome = await mock.handle({ method: 'GET', url: '/__admin/state', headers: {} });
  const { pieces } = outcome as { pieces: AsyncIterable<Uint8Array> };
  let count = 0;
  for await (const piece of pieces) if ((count += piece.length) > 0) break;
  for await (const piece of pieces) count += piece.length;
  expect(count).toBeLessThan(100_000);
});

test('a request of an API may come in chunks, of which none is read past the limit', async () => {
  const { mock } = await open({ bodyLimit: 50 });
  const chunk = new TextEncoder().encode('{"userId":"1001" ');
  let [asked, isClosed] = [0, false];
  async function* send(count: number): AsyncGenerator<Uint8Array> {
    try {
      for (; asked < count; asked += 1)
        yield asked === 0 ? chunk : await Promise.resolve(new TextEncoder().encode('  '));
      yield new TextEncoder().encode('}');
    } finally {
      isClosed = true;
    }
  }
  const request = { method: 'POST', url: `/cdp/api/v1/user?bot=${bot}`, headers: { ...json, 'x-api-key': 'any' } };
  expect(await mock.handle({ ...request, body: send(3) })).toMatchObject({ status: 200 });
  asked = 0;
  expect(await mock.handle({ ...request, body: send(1000) })).toMatchObject({ status: 413 });
  expect([asked, isClosed]).toEqual([17, true]);
  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([200, 413]);
});

test('a state that was saved before, with any white space and order, is taken', async () => {
  const { mock, send } = await open();
  seed(mock, 3);
  const held = mock.snapshot();
  const { version, vibefollow, yellow } = held;
  const text = `\uFEFF${JSON.stringify({ yellow, vibefollow, version } satisfies State, null, 2)}\r\n`;
  mock.reset();
  expect((await send('/__admin/state', { method: 'PUT', headers: json, body: text })).status).toBe(200);
  expect(mock.snapshot()).toEqual(held);
});
