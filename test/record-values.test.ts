import { expect, test } from 'vitest';
import type { MockOptions, RecordStory } from 'vf-mock';
import { ask } from './_admin.ts';
import { bot, key, open as openMock, otherKey, throughEachAdapter, type Bench } from './_setup.ts';

type Values = Pick<RecordStory, 'sent' | 'stored' | 'unknown' | 'differences'>;

const kept: MockOptions = { journalBodies: true };
const old = { external_user_id: 'usr_1', email: 'ada@example.com', traits: { plan: 'free' } };
const sent = { external_user_id: 'usr_1', emial: 'ada@example.org', traits: { plan: 'pro' } };

/** The values of the story of a record. */
function valuesOf({ mock }: Pick<Bench, 'mock'>, id: string, at = 0): Values {
  const { sent, stored, unknown, differences } = mock.explain(id)[at] ?? ({} as Partial<RecordStory>);
  return { sent, stored, unknown, differences } as Values;
}

/** A user of whom an older value is stored, and whose newer value is lost. */
async function loseChange({ mock, vibefollow }: Bench): Promise<void> {
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'usr_0' }, old] });
  mock.faults.add({ fault: { status: 503 } });
  await vibefollow('/users/bulk', { users: [sent, { external_user_id: 'usr_2' }] });
}

throughEachAdapter((open) => {
  test('a story tells the last value that was sent, what is stored, and what differs', async () => {
    const bench = await open(kept);
    await loseChange(bench);
    const values = {
      sent,
      stored: old,
      unknown: ['emial'],
      differences: [
        { property: 'emial', sent: 'ada@example.org' },
        { property: 'traits.plan', sent: 'pro', stored: 'free' },
      ],
    };
    expect(valuesOf(bench, 'usr_1')).toEqual(values);
    for (const path of ['/records/usr_1', '/records?id=usr_1']) {
      expect(await ask(bench, 'GET', path)).toMatchObject({ status: 200, body: { records: [values] } });
    }
  });
});

test('without bodies a story tells only what is stored', async () => {
  const bench = await openMock();
  await loseChange(bench);
  expect(valuesOf(bench, 'usr_1')).toEqual({ stored: old });
  expect(Object.keys(bench.mock.explain('usr_2')[0] ?? {})).not.toContain('stored');
});

test('a story without its requests has no value that was sent', async () => {
  const bench = await openMock({ ...kept, journalLimit: 1 });
  for (const id of ['usr_1', 'usr_2']) await bench.vibefollow('/users', { external_user_id: id });
  expect(valuesOf(bench, 'usr_1')).toEqual({ stored: { external_user_id: 'usr_1', traits: {} } });
  expect(valuesOf(bench, 'usr_2')).toMatchObject({ sent: { external_user_id: 'usr_2' }, differences: [] });
});

test('a stored value that says the same is no difference, and the API reads some values as absent', async () => {
  const bench = await openMock({ ...kept, yellow: { phonePlus: 'accepted', emptyValues: 'absent' } });
  const user = { userId: 'y1', phone: '+919000000000', email: '', tier: 'gold' };
  await bench.yellow('POST', '/user/create-bulk', { users: [user] });
  const { stored, ...values } = valuesOf(bench, 'y1');
  expect(values).toEqual({ sent: user, unknown: [], differences: [] });
  expect(stored).toMatchObject({ userId: 'y1', phone: '919000000000', botId: bot });
});

test('a record whose id is in the path is the body', async () => {
  const bench = await openMock(kept);
  await bench.yellow('POST', '/user/create-bulk', { users: [{ userId: 'y1', tier: 'gold' }] });
  await bench.yellow('PUT', '/user/y1', { tier: 'silver' });
  expect(bench.mock.explain('y1')).toMatchObject([
    { requests: [{ operation: 'bulkCreateUsers' }, { operation: 'updateUser' }] },
  ]);
  expect(valuesOf(bench, 'y1')).toMatchObject({
    sent: { tier: 'silver' },
    stored: { tier: 'silver' },
    differences: [],
  });
});

test('a user that is twice in a request has the last value, and an event has its own and no stored user', async () => {
  const bench = await openMock(kept);
  const users = [1, 2].map((seats) => ({ external_user_id: 'usr_1', traits: { seats } }));
  await bench.vibefollow('/users/bulk', { users });
  expect(valuesOf(bench, 'usr_1')).toMatchObject({ sent: users[1], stored: users[1], differences: [] });
  const events = ['signed_up', 'paid'].map((name) => ({ external_user_id: 'usr_1', name, colour: 'red' }));
  await bench.vibefollow('/events/batch', { events });
  expect(valuesOf(bench, 'usr_1', 1)).toMatchObject({ sent: events[0], unknown: ['colour'] });
  expect(valuesOf(bench, 'usr_1', 2)).toEqual({ sent: events[1], unknown: ['colour'] });
});

test('a record that is no object, or has no id, is told as it was sent', async () => {
  const bench = await openMock(kept);
  await bench.vibefollow('/users/bulk', { users: [null, 5, { external_user_id: '' }, ['a'], { emial: 'a' }] });
  const stories = bench.mock.explain('');
  expect(stories.map(({ sent }) => sent)).toEqual([null, 5, { external_user_id: '' }, ['a'], { emial: 'a' }]);
  expect(stories.map(({ unknown }) => unknown)).toEqual([[], [], [], [], ['emial']]);
});

test.each(['__proto__', 'constructor', 'a…b', 'a\nb', '"', 'x'.repeat(300)])(
  'the id %j finds its values',
  async (id) => {
    const bench = await openMock(kept);
    const users = [{ external_user_id: 'other' }, { external_user_id: id, traits: { plan: 'pro' } }];
    await bench.vibefollow('/users/bulk', { users });
    expect(valuesOf(bench, id)).toMatchObject({ sent: users[1] });
  },
);

test('no key is told whole, and a key that the journal has masked is no difference', async () => {
  const secret = 'yellow-secret-of-the-client';
  const bench = await openMock(kept);
  await bench.vibefollow('/users', {
    external_user_id: 'usr_1',
    traits: { note: `${key} and ${otherKey}`, [otherKey]: [key] },
  });
  const user = { userId: 'y1', tier: `key ${secret}!`, tags: [secret] };
  await bench.yellow('POST', '/user/create-bulk', { users: [user] }, { 'x-api-key': secret });
  expect(valuesOf(bench, 'usr_1')).toMatchObject({ differences: [] });
  expect(valuesOf(bench, 'y1')).toMatchObject({
    sent: { tier: 'key …!' },
    stored: { tier: 'key …!', tags: ['…'] },
    differences: [],
  });
  const told = JSON.stringify(['usr_1', 'y1'].map((id) => bench.mock.explain(id)));
  for (const one of [key, otherKey, secret]) expect(told).not.toContain(one);
});

test('a key that is a number is masked, and does not make a difference', async () => {
  const bench = await openMock({ ...kept, yellow: { keys: { [bot]: ['1234567890'] } } });
  const user = { userId: 'y1', count: 1234567890, tier: 'gold' };
  await bench.yellow('POST', '/user/create-bulk', { users: [user] }, { 'x-api-key': '1234567890' });
  expect(valuesOf(bench, 'y1')).toMatchObject({
    sent: { userId: 'y1', count: '…', tier: 'gold' },
    stored: { count: '…' },
    differences: [],
  });
  expect(await (await bench.send('/__admin/users')).text()).not.toContain('1234567890');
});

test('a body that is bytes, or begins with a byte order mark, is read', async () => {
  const bench = await openMock(kept);
  const text = '\uFEFF{"external_user_id":"usr_1"}';
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  for (const body of [text, new TextEncoder().encode(text)]) {
    bench.mock.reset();
    await bench.send('/api/v1/users', { method: 'POST', headers, body });
    expect(valuesOf(bench, 'usr_1')).toMatchObject({ sent: { external_user_id: 'usr_1' } });
  }
});

test('a text of the client with an ellipsis differs from others', async () => {
  const bench = await openMock(kept);
  await bench.vibefollow('/users', { external_user_id: 'usr_1', traits: { bio: 'to be continued one day' } });
  bench.mock.faults.add({ fault: { status: 503 } });
  await bench.vibefollow('/users', { external_user_id: 'usr_1', traits: { bio: 'to be…' } });
  expect(valuesOf(bench, 'usr_1')).toMatchObject({
    differences: [{ property: 'traits.bio', sent: 'to be…', stored: 'to be continued one day' }],
  });
});
