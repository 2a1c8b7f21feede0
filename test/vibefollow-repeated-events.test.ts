import { describe, expect, test } from 'vitest';
import { createMock, type MockOptions } from 'vf-mock';
import { key, open, read, throughEachAdapter, type Bench } from './_setup.ts';

const timestamp = '2026-01-05T09:30:00Z';
const event = { external_user_id: 'u', name: 'feature_used', timestamp };
const untimed = { external_user_id: 'u', name: 'feature_used' };
const lostAnswer: MockOptions = { faults: [{ on: { attempt: 1 }, fault: { kind: 'reset', applied: true }, times: 1 }] };

throughEachAdapter((open) => {
  test('an event with a timestamp is accepted each time and stored once, through whichever operation (VF-12)', async () => {
    const bench = await open();
    const bulk = await bench.vibefollow('/events/bulk', { events: [event, event] });
    expect(await read(bulk)).toEqual({
      status: 200,
      body: { data: { accepted: 2, rejected: 0, errors: [] }, meta: { received: 2 } },
    });
    expect((await bench.vibefollow('/events/batch', { events: [event, event] })).status).toBe(202);
    expect((await bench.vibefollow('/events', event)).status).toBe(202);
    expect(stored(bench)).toEqual([{ ...event, properties: {} }]);
  });

  test('an event without a timestamp is stored each time', async () => {
    const bench = await open();
    await bench.vibefollow('/events/bulk', { events: [untimed, untimed] });
    await bench.vibefollow('/events', untimed);
    expect(stored(bench)).toHaveLength(3);
  });

  test('repeatedEvents: "keep-both" stores an event each time', async () => {
    const bench = await open({ vibefollow: { repeatedEvents: 'keep-both' } });
    await bench.vibefollow('/events/bulk', { events: [event, event] });
    await bench.vibefollow('/events', event);
    expect(stored(bench)).toHaveLength(3);
  });

  test.each<[what: string, options: MockOptions, outcome: string]>([
    ['is right', {}, 'passed'],
    ['doubles it if the API keeps both', { vibefollow: { repeatedEvents: 'keep-both' } }, 'failed'],
  ])('a client that sends an event with a timestamp again after a lost answer %s', async (_what, options, outcome) => {
    const bench = await open({ ...lostAnswer, ...options });
    await sendTwice(bench, [event]);
    expect(stored(bench)).toHaveLength(outcome === 'passed' ? 1 : 2);
    expect(judge(bench)).toBe(outcome);
    expect(bench.mock.reconcile().counts).toMatchObject({ sent: 1, stored: 1, inDoubt: 0 });
    expect(bench.mock.records()).toMatchObject([{ id: 'u', outcome: 'stored', attempts: 2 }]);
  });
});

test.each([
  ['another spelling of the instant', { timestamp: '2026-01-05T15:00+05:30' }, 1],
  ['+00:00 for Z', { timestamp: '2026-01-05T09:30:00+00:00' }, 1],
  ['more zeros', { timestamp: '2026-01-05T09:30:00.000000Z' }, 1],
  ['other properties', { properties: { feature: 'export' } }, 1],
  ['an unknown property', { source: 'web' }, 1],
  ['a microsecond later', { timestamp: '2026-01-05T09:30:00.000001Z' }, 2],
  ['the same text in another zone', { timestamp: '2026-01-05T09:30:00+01:00' }, 2],
  ['another name', { name: 'Feature_used' }, 2],
  ['another user', { external_user_id: 'U' }, 2],
  ['another user, whose id ends where the name began', { external_user_id: 'uf', name: 'eature_used' }, 2],
])('an event is compared by user, name and instant: %s', async (_what, change, count) => {
  const bench = await open();
  await bench.vibefollow('/events/bulk', { events: [event, { ...event, ...change }] });
  expect(stored(bench)).toHaveLength(count);
});

test('the first event stays as it is', async () => {
  const bench = await open();
  for (const feature of ['export', 'import']) await bench.vibefollow('/events', { ...event, properties: { feature } });
  expect(stored(bench)).toMatchObject([{ properties: { feature: 'export' } }]);
});

test('the time of arrival counts as the instant of an event without a timestamp', async () => {
  const bench = await open();
  const now = '2026-01-01T00:00:00Z';
  for (const one of [untimed, { ...untimed, timestamp: now }, untimed]) await bench.vibefollow('/events', one);
  expect(stored(bench)).toHaveLength(2);
});

test('events of an unknown user, events in the queue, seeded and restored events are recognised', async () => {
  const bench = await open({ vibefollow: { drainRate: 1 } });
  const { mock } = bench;
  const again = async (): Promise<void> => {
    await bench.vibefollow('/events', event);
    await mock.clock.advance(10_000);
  };
  await bench.vibefollow('/events/bulk', { events: [event, event] });
  await again();
  expect(mock.vibefollow.project(key).bufferedEvents()).toHaveLength(1);
  await bench.vibefollow('/users', { external_user_id: 'u' });
  await again();
  mock.vibefollow.project(key).seed([], [event]);
  mock.restore(mock.snapshot());
  await again();
  expect(mock.vibefollow.project(key).events('u')).toHaveLength(1);
});

test('a state with events in its queue gives an event without a timestamp the time of its arrival', async () => {
  const bench = await open({ vibefollow: { drainRate: 1 } });
  await bench.vibefollow('/events/bulk', { events: [event, untimed, untimed, event] });
  const other = createMock({ clock: 'manual', vibefollow: { drainRate: 1 } });
  other.restore(bench.mock.snapshot());
  await other.clock.advance(10_000);
  expect(
    other.vibefollow
      .project(key)
      .bufferedEvents()
      .map((one) => one.timestamp),
  ).toEqual([timestamp, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z']);
});

test('a state with events that were doubled is restored as it was', async () => {
  const bench = await open({ vibefollow: { repeatedEvents: 'keep-both' } });
  await bench.vibefollow('/events/bulk', { events: [event, event] });
  const other = createMock({ clock: 'manual' });
  other.restore(bench.mock.snapshot());
  expect(other.vibefollow.project(key).bufferedEvents()).toHaveLength(2);
});

describe('exactly-once-effect', () => {
  test('names only the events that a resend doubles', async () => {
    const bench = await open(lostAnswer);
    const others = ['a', 'b', 'c'].map((id) => ({ ...untimed, external_user_id: id }));
    await sendTwice(bench, [{ ...event, timestamp: 'noon' }, others[0], event, others[1], { ...others[2], name: '' }]);
    expect(bench.mock.journal.exchanges()[0]?.doubles).toEqual([1, 3]);
    expect(judge(bench)).toBe('failed');
    expect(finding(bench)?.records).toEqual(['a', 'b']);
  });

  test('sees all of these events, and the admin API shows the first 20', async () => {
    const bench = await open(lostAnswer);
    await sendTwice(bench, [
      event,
      ...Array.from({ length: 25 }, (_, at) => ({ ...untimed, external_user_id: `u${at}` })),
    ]);
    expect(finding(bench)?.records).toHaveLength(25);
    const shown = (await (await bench.send('/__admin/journal')).json()) as {
      exchanges: { doubles: number[] }[];
    };
    expect(shown.exchanges[0]?.doubles).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test('does not blame for the part of a chunk that was not done', async () => {
    const bench = await open({ faults: [{ on: { attempt: 1 }, fault: { kind: 'reset', applied: 1 }, times: 1 }] });
    await sendTwice(bench, [event, { ...untimed, external_user_id: 'a' }]);
    expect(stored(bench)).toHaveLength(2);
    expect(judge(bench)).toBe('passed');
  });

  test('sees each event that was stored before, though an attempt in between stored only a part', async () => {
    const faults = [true, 1].map((applied, at) => ({
      on: { attempt: at + 1 },
      fault: { kind: 'reset' as const, applied },
    }));
    const bench = await open({ faults });
    const others = ['a', 'b'].map((id) => ({ ...untimed, external_user_id: id }));
    await sendTwice(bench, [event, ...others]).catch(() => undefined);
    expect(judge(bench)).toBe('passed');
    await sendTwice(bench, [event, ...others]);
    expect(stored(bench)).toHaveLength(5);
    expect(judge(bench)).toBe('failed');
    expect(finding(bench)).toMatchObject({ exchanges: [1, 3], records: ['a', 'b'] });
  });

  test('blames a client that sends an event again before the first answer', async () => {
    const bench = await open({ faults: [{ on: { attempt: 1 }, fault: { kind: 'delay', ms: 1000, applied: true } }] });
    const first = bench.vibefollow('/events', untimed);
    await bench.vibefollow('/events', untimed);
    await bench.mock.clock.advance(1000);
    await first;
    expect(stored(bench)).toHaveLength(2);
    expect(finding(bench)?.message).toMatch(
      /^attempt 2 .* repeated the work of attempt 1 .*, which was still under way$/,
    );
  });

  test('blames a client that doubles events of a batch without timestamps', async () => {
    const bench = await open(lostAnswer);
    await sendTwice(bench, [untimed, event], '/events/batch');
    expect(stored(bench)).toHaveLength(3);
    expect(finding(bench)?.records).toEqual(['u']);
  });
});

/** Sends events, and again if there is no answer. */
async function sendTwice({ vibefollow }: Bench, events: unknown[], path = '/events/bulk'): Promise<void> {
  await vibefollow(path, { events }).catch(async () => vibefollow(path, { events }));
}

function stored({ mock }: Bench): unknown[] {
  return mock.vibefollow.project(key).bufferedEvents();
}

function finding({ mock }: Bench) {
  return mock.verdicts().verdicts.find(({ rule }) => rule === 'exactly-once-effect')?.findings[0];
}

function judge({ mock }: Bench): string | undefined {
  return mock.verdicts().verdicts.find(({ rule }) => rule === 'exactly-once-effect')?.outcome;
}
