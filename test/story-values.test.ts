import { expect, test } from 'vitest';
import { bot, key, open, otherKey } from './_setup.ts';

const user = { external_user_id: 'usr_1', email: 'ada@example.com', traits: { plan: 'free' } };

test('a story has what was sent last, what is stored, and where they differ', async () => {
  const lost = { on: { call: 2 }, fault: { status: 503 } } as const;
  const { mock, vibefollow } = await open({ journalBodies: true, faults: [lost] });
  await vibefollow('/users/bulk', { users: [user] });
  const sent = { ...user, email: 'b@example.com', traits: { plan: 'pro' } };
  await vibefollow('/users/bulk', { users: [{ external_user_id: 'other' }, user, sent] });
  expect(mock.explain('usr_1')).toMatchObject([
    {
      outcome: 'lost',
      sent,
      stored: user,
      unknown: [],
      differences: [
        { property: 'email', sent: 'b@example.com', stored: 'ada@example.com' },
        { property: 'traits.plan', sent: 'pro', stored: 'free' },
      ],
    },
  ]);
});

test('undocumented names are those of this record, and are not stored', async () => {
  const { mock, vibefollow } = await open({ journalBodies: true });
  const wrong = { external_user_id: 'wrong', emial: 'a@b.de', traits: { any: 1 } };
  await vibefollow('/users/bulk', { users: [user, { external_user_id: 'other', nmae: 1 }, wrong] });
  expect(mock.explain('wrong')).toMatchObject([
    { unknown: ['emial'], differences: [{ property: 'emial', sent: 'a@b.de' }] },
  ]);
  expect(mock.explain('usr_1')).toMatchObject([{ unknown: [], differences: [] }]);
  await vibefollow('/users', wrong);
  expect(mock.explain('wrong')).toMatchObject([{ unknown: ['emial'] }]);
});

test('what an API derives, adds, or got earlier is no difference', async () => {
  const { mock, yellow } = await open({ journalBodies: true });
  await yellow('POST', '/user', { userId: 'y', city: 'Berlin', phone: '+49123456789', emailOptIn: true });
  await yellow('PUT', '/user/y', { firstName: 'Ada', phone: '+49123456789' });
  const [story] = mock.explain('y');
  expect(story).toMatchObject({ sent: { firstName: 'Ada' }, stored: { city: 'Berlin' }, differences: [] });
  expect(story?.stored).toEqual(mock.stored({ record: 'y' })[0]?.record);
});

test('an event and a user without an id have what was sent, and no stored user', async () => {
  const { mock, vibefollow } = await open({ journalBodies: true });
  await vibefollow('/users', user);
  const events = ['a', 'b'].map((name) => ({ external_user_id: 'usr_1', name, timestamp: '2026-01-01T00:00:00Z' }));
  await vibefollow('/events/bulk', { events });
  await vibefollow('/users/bulk', { users: [{ email: 'x@y.de' }, 5] });
  expect(mock.explain('usr_1').map(({ sent }) => sent)).toEqual([user, ...events]);
  expect(mock.explain('usr_1').map(({ stored }) => stored)).toEqual([user, undefined, undefined]);
  expect(mock.explain('').map(({ sent }) => sent)).toEqual([{ email: 'x@y.de' }, 5]);
});

test('without bodies only the stored user is known, and of a deleted or unsent user nothing is', async () => {
  const { mock, vibefollow, yellow } = await open();
  await vibefollow('/users', user);
  const [story] = mock.explain('usr_1');
  expect(story).toMatchObject({ stored: user });
  for (const name of ['sent', 'unknown', 'differences']) expect(story).not.toHaveProperty(name);
  await yellow('POST', '/user', { userId: 'y' });
  await yellow('DELETE', '/user/y');
  expect(mock.explain('y')[0]).not.toHaveProperty('stored');
});

test('a body that the journal has given up is not told, and an older one does not stand for it', async () => {
  const { mock, vibefollow } = await open({ journalBodies: 1000 });
  await vibefollow('/users', user);
  expect(mock.explain('usr_1')[0]?.sent).toEqual(user);
  await vibefollow('/users', { ...user, traits: { long: 'x'.repeat(1000) } });
  expect(mock.explain('usr_1')[0]).not.toHaveProperty('sent');
});

test('bodies that are text, bytes or begin with a byte order mark are read', async () => {
  const mock = (await open({ journalBodies: true })).mock;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const text = JSON.stringify(user);
  for (const body of [text, `\uFEFF${text}`, new TextEncoder().encode(`\uFEFF${text}`)]) {
    await mock.handle({ method: 'POST', url: '/api/v1/users', headers, body });
    expect(mock.explain('usr_1')[0]?.sent).toEqual(user);
  }
});

test('a key in a value, a name or a number is masked, and does not make a difference', async () => {
  const secret = '1234567890';
  const { mock, yellow } = await open({ journalBodies: true });
  const record = { userId: 'y', note: `"${secret}\\`, [secret]: otherKey, count: 1234567890 };
  await yellow('POST', '/user', record, { 'x-api-key': secret });
  await yellow('POST', '/user', record, { 'x-api-key': 'another-secret' });
  const [story] = mock.explain('y', bot);
  expect(story).toMatchObject({ sent: { '…': 'sk_live_…1111', count: '…' }, differences: [] });
  expect(JSON.stringify(story)).not.toContain(secret);
  expect(JSON.stringify(story)).not.toContain(otherKey);
});

test('hostile records have stories', async () => {
  const { mock, send } = await open({ journalBodies: true });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = '{"users":[{"external_user_id":"h","__proto__":{"a":1},"traits":{"__proto__":2,"constructor":3}}]}';
  await send('/api/v1/users/bulk', { method: 'POST', headers, body });
  const [story] = mock.explain('h');
  expect(JSON.stringify(story?.sent)).toBe(body.slice('{"users":['.length, -2));
  expect(story?.unknown).toEqual(['__proto__']);
});
