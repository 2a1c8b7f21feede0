import { expect, test } from 'vitest';
import type { MockOptions } from 'vf-mock';
import { key, open, read, throughEachAdapter, type Bench } from './_setup.ts';

const timestamp = '2026-01-05T09:30:00Z';
const event = { external_user_id: 'u', name: 'feature_used' };
const refused = (message: string, field: string): unknown => ({
  status: 422,
  body: { errors: [{ code: 'validation_failed', message, field }] },
});
const accepted = { status: 202, body: { data: { accepted: true } } };

throughEachAdapter((open) => {
  test.each<[options: NonNullable<MockOptions['vibefollow']>, error: object]>([
    [{}, { index: 0, code: 'validation', message: 'Invalid timestamp' }],
    [{ timestampField: 'present' }, { index: 0, code: 'validation', message: 'Invalid timestamp', field: 'timestamp' }],
  ])('the bulk error of an invalid timestamp has a field or none, by %j (VF-13)', async (vibefollow, error) => {
    const bench = await open({ vibefollow });
    expect(await errorsOf(bench, '/events/bulk', { events: [{ ...event, timestamp: 'noon' }] })).toEqual([error]);
  });

  test('a timestamp counts in every operation (VF-14)', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/events', { ...event, name: 'a', timestamp });
    await vibefollow('/events/batch', { events: [{ ...event, name: 'b', timestamp }] });
    expect(timesOf({ mock })).toEqual([timestamp, timestamp]);
    expect(await read(await vibefollow('/events', { ...event, timestamp: 'noon' }))).toEqual(
      refused('Invalid timestamp', 'timestamp'),
    );
    const events = [event, { ...event, timestamp: 'noon' }];
    expect(await read(await vibefollow('/events/batch', { events }))).toEqual(
      refused('Invalid timestamp', 'events[1].timestamp'),
    );
  });

  test('eventTimestamp: "ignored" takes a timestamp for an unknown property, except in events/bulk', async () => {
    const { mock, vibefollow } = await open({ vibefollow: { eventTimestamp: 'ignored' } });
    expect(await read(await vibefollow('/events', { ...event, timestamp: 'noon' }))).toEqual(accepted);
    expect(await read(await vibefollow('/events/batch', { events: [{ ...event, timestamp }] }))).toEqual(accepted);
    await vibefollow('/events/bulk', { events: [{ ...event, timestamp }] });
    expect(timesOf({ mock })).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', timestamp]);
  });

  test('no event name is reserved by default (VF-15)', async () => {
    const { vibefollow } = await open();
    expect(await read(await vibefollow('/events', { ...event, name: '$identify' }))).toEqual(accepted);
  });

  test('reservedEventNames lists names that are a validation error', async () => {
    const bench = await open({ vibefollow: { reservedEventNames: ['$identify', 'page'] } });
    const reserved = { ...event, name: '$identify' };
    const message = 'name is reserved';
    expect(await read(await bench.vibefollow('/events', reserved))).toEqual(refused(message, 'name'));
    expect(await read(await bench.vibefollow('/events/batch', { events: [event, reserved] }))).toEqual(
      refused(message, 'events[1].name'),
    );
    expect(await errorsOf(bench, '/events/bulk', { events: [event, { ...event, name: 'page' }] })).toEqual([
      { index: 1, code: 'validation', message, field: 'name' },
    ]);
    expect(await read(await bench.vibefollow('/users', { external_user_id: 'u', name: 'page' }))).toEqual(accepted);
    expect(bench.mock.vibefollow.project(key).events()).toMatchObject([event]);
  });

  test('null for an optional property is an error of its record (VF-16)', async () => {
    const bench = await open();
    const users = [
      { external_user_id: 'a', email: null },
      { external_user_id: 'b', traits: null },
    ];
    expect(await errorsOf(bench, '/users/bulk', { users })).toEqual([
      { index: 0, code: 'validation', message: 'email must be a string', field: 'email' },
      { index: 1, code: 'validation', message: 'traits must be an object', field: 'traits' },
    ]);
    const events = [
      { ...event, timestamp: null },
      { ...event, properties: null },
    ];
    expect(await errorsOf(bench, '/events/bulk', { events })).toEqual([
      { index: 0, code: 'validation', message: 'timestamp must be a string', field: 'timestamp' },
      { index: 1, code: 'validation', message: 'properties must be an object', field: 'properties' },
    ]);
    expect(await read(await bench.vibefollow('/users', users[0]))).toEqual(refused('email must be a string', 'email'));
  });

  test('optionalNull: "absent" takes null for a property that is not there', async () => {
    const bench = await open({ vibefollow: { optionalNull: 'absent' } });
    const { mock, vibefollow } = bench;
    await vibefollow('/users', { external_user_id: 'u', email: 'ada@example.com', traits: { plan: 'pro' } });
    const users = [{ external_user_id: 'u', email: null, traits: null }];
    expect(await errorsOf(bench, '/users/bulk', { users })).toEqual([]);
    expect(mock.vibefollow.project(key).user('u')).toMatchObject({ email: 'ada@example.com', plan: 'pro' });
    const nulls = { ...event, timestamp: null, properties: null };
    for (const path of ['/events/batch', '/events/bulk']) await vibefollow(path, { events: [nulls] });
    expect(await read(await vibefollow('/events', nulls))).toEqual(accepted);
    const now = '2026-01-01T00:00:00.000Z';
    expect(mock.vibefollow.project(key).events('u')).toEqual(
      [1, 2, 3].map(() => ({ ...event, properties: {}, timestamp: now })),
    );
    expect(await errorsOf(bench, '/events/bulk', { events: [{ ...event, name: null }] })).toMatchObject([
      { message: 'name must be a string' },
    ]);
    await vibefollow('/users', { external_user_id: 'u', traits: { plan: null } });
    expect(mock.vibefollow.project(key).user('u')).toMatchObject({ plan: null });
  });
});

test('a client that sends what the options allow breaks no rule, and its records arrive as expected', async () => {
  const bench = await open({ vibefollow: { optionalNull: 'absent' } });
  const record = { external_user_id: 'u', email: null, traits: { plan: 'pro' } };
  await bench.vibefollow('/users/bulk', { users: [record] });
  const { verdicts, passed } = bench.mock.verdicts({ expected: [record] });
  expect(verdicts.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(passed).toBe(true);
});

test('an event whose timestamp is ignored is doubled by a resend', async () => {
  const bench = await open({
    vibefollow: { eventTimestamp: 'ignored' },
    faults: [{ fault: { kind: 'reset', applied: true }, times: 1 }],
  });
  const send = async (): Promise<Response> => bench.vibefollow('/events', { ...event, timestamp });
  await send().catch(send);
  expect(timesOf(bench)).toHaveLength(2);
  const { verdicts } = bench.mock.verdicts();
  expect(verdicts.find(({ rule }) => rule === 'exactly-once-effect')?.outcome).toBe('failed');
});

test('seed takes what the options allow, and refuses what they refuse', async () => {
  const { mock } = await open({ vibefollow: { optionalNull: 'absent', reservedEventNames: ['page'] } });
  const project = mock.vibefollow.project(key);
  project.seed([{ external_user_id: 'u', email: null } as never]);
  expect(project.user('u')).not.toHaveProperty('email');
  expect(() => project.seed([], [{ ...event, name: 'page' }])).toThrow(
    'Failed to seed events: events[0]: name is reserved.',
  );
});

async function errorsOf({ vibefollow }: Bench, path: string, body: object): Promise<unknown[]> {
  const answer = await read(await vibefollow(path, body));
  return (answer.body as { data: { errors: unknown[] } }).data.errors;
}

function timesOf({ mock }: Pick<Bench, 'mock'>): string[] {
  const project = mock.vibefollow.project(key);
  return [...project.events(), ...project.bufferedEvents()].map((one) => one.timestamp);
}
