import { expect, test } from 'vitest';
import { askWrong } from './_admin.ts';
import { start } from './_server.ts';
import { bot, key, open, throughEachAdapter } from './_setup.ts';

const users = '/user/create-bulk';
const two = { users: [{ userId: '1' }, { userId: '2' }] };
const shortWait = { status: 503, retryAfter: 2 } as const;

interface Entry {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads a stream up to an event, and leaves it. */
async function readUntil(stream: Response, until: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let text = '';
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += new TextDecoder().decode(piece.value);
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    entries.push(...blocks.map(toEntry));
    if (!entries.some(({ event }) => event === until)) continue;
    // MSW keeps a copy of the stream, so its cancellation never ends.
    void reader.cancel();
    return entries;
  }
  throw new Error(`The stream ended before ${until}: ${JSON.stringify(entries)}`);
}

function toEntry(block: string): Entry {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );
  return {
    id: fields['id'] ?? '',
    event: fields['event'] ?? '',
    data: JSON.parse(fields['data'] ?? '{}') as Record<string, unknown>,
  };
}

throughEachAdapter((connect) => {
  test('the stream tells events as they happen', async () => {
    const { mock, send, yellow } = await connect();
    mock.faults.add({ fault: shortWait, times: 1 });
    const stream = await send('/__admin/events');
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    await yellow('POST', users, two);
    const [hello, ...entries] = await readUntil(stream, 'exchangeEnded');
    expect(hello?.event).toBe('hello');
    expect(entries.map(({ event }) => event)).toEqual(['exchangeBegan', 'callOpened', 'faultFired', 'exchangeEnded']);
    expect(entries.map(({ id, data }) => [id, data['type']])).toEqual(
      entries.map(({ event }, index) => [
        `${String(hello?.data['run'])}-${Number(hello?.data['last']) + index + 1}`,
        event,
      ]),
    );
  });

  test('a stream goes on after the last event that its reader has got', async () => {
    const { mock, send, yellow } = await connect();
    const first = await send('/__admin/events?type=exchangeEnded');
    await yellow('GET', '/user/1');
    const last = (await readUntil(first, 'exchangeEnded')).at(-1);
    await yellow('GET', '/user/2');
    mock.faults.add({ fault: shortWait });
    const second = await send('/__admin/events', { headers: { 'last-event-id': last?.id ?? '' } });
    const entries = await readUntil(second, 'faultsChanged');
    expect(entries.map(({ event }) => event)).toEqual([
      ...['hello', 'callRefused', 'exchangeBegan', 'callOpened', 'exchangeEnded', 'callRefused', 'faultsChanged'],
    ]);
  });

  test.each(['another-3', 'nonsense', ''])('a reader with the id %j is told that it missed events', async (id) => {
    const { send } = await connect();
    const stream = await send('/__admin/events', { headers: { 'last-event-id': id } });
    expect(await readUntil(stream, 'missed')).toMatchObject([{ event: 'hello' }, { event: 'missed' }]);
  });

  test('HEAD begins no stream', async () => {
    const { send } = await connect();
    const head = await send('/__admin/events', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/event-stream', '']);
  });

  test('the stream shows neither keys, bodies nor more than 20 ids', async () => {
    const { send, vibefollow } = await connect({ journalBodies: true });
    const stream = await send('/__admin/events');
    const list = Array.from({ length: 50 }, (_, index) => ({
      external_user_id: `usr_${index}`,
      email: `a${index}@b.de`,
    }));
    await vibefollow('/users/bulk', { users: list });
    const text = JSON.stringify(await readUntil(stream, 'exchangeEnded'));
    expect(text).toContain('usr_19');
    expect([key, 'usr_20', '@b.de'].filter((secret) => text.includes(secret))).toEqual([]);
  });
});

test.each([
  ['?type=callQuite', 'callQuiet'],
  ['?typ=callQuiet', 'type'],
  ['?api=yelow', 'yellow'],
  ['?operation=nothing', 'operation'],
  ['?tenant=sk_test_1', 'sk_test'],
])('the stream of %s is refused', async (query, advice) => {
  expect((await askWrong(await open(), 400, 'GET', `/events${query}`)).join()).toContain(advice);
});

test('a reader that is too slow is told so, and its stream ends', async () => {
  const { mock, send } = await open();
  const stream = await send('/__admin/events');
  for (let index = 0; index < 10_000; index += 1) mock.journal.clear();
  const text = await stream.text();
  expect(text).toMatch(/event: dropped\ndata: .*too slow.*\n\n$/);
  expect(text).not.toContain('journalCleared');
});

test(`one tenant's reader hears nothing of another tenant`, async () => {
  const { mock, send, yellow } = await open();
  const stream = await send(`/__admin/events?tenant=${bot}`);
  await send('/cdp/api/v1/user/1?bot=another', { headers: { 'x-auth-token': 'key' } });
  await yellow('GET', '/user/1');
  mock.journal.clear(bot);
  const entries = await readUntil(stream, 'journalCleared');
  expect(JSON.stringify(entries)).not.toContain('another');
});

test('a server with an open stream closes', async () => {
  const { mock, server } = await start();
  const stream = await fetch(`${server.url}/__admin/events`);
  await server.close();
  await expect(stream.text()).rejects.toThrow();
  expect(mock.journal.exchanges()).toEqual([]);
});
