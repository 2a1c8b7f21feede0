import { expect, test, vi } from 'vitest';
import { ask, askWrong } from './_admin.ts';
import type { Faults } from 'vf-mock';
import { bot, throughEachAdapter } from './_setup.ts';

throughEachAdapter((open) => {
  test('a manual clock is read, moved forward and set', async () => {
    const bench = await open();
    expect(await ask(bench, 'GET', '/clock')).toEqual({ status: 200, body: { time: '2026-01-01T00:00:00.000Z' } });
    const later = await ask(bench, 'PUT', '/clock', { advance: 30_000 });
    expect(later).toEqual({ status: 200, body: { time: '2026-01-01T00:00:30.000Z' } });
    const set = await ask(bench, 'PUT', '/clock', { time: '2026-02-01T02:00:00+02:00' });
    expect(set).toEqual({ status: 200, body: { time: '2026-02-01T00:00:00.000Z' } });
  });

  test('what was due by the new time is done when the answer comes', async () => {
    const bench = await open({ faults: [{ fault: { kind: 'delay', ms: 60_000 } }] });
    const answer = bench.yellow('POST', '/user', { userId: '1' });
    await arrival(bench.mock.faults);
    expect(bench.mock.yellow.bot(bot).userCount()).toBe(0);
    await ask(bench, 'PUT', '/clock', { advance: 60_000 });
    expect(bench.mock.yellow.bot(bot).userCount()).toBe(1);
    expect((await answer).status).toBe(200);
  });

  test.each<[unknown, string]>([
    [{ advance: -1 }, 'advance is -1; it must be 0 or more.'],
    [{ advance: '1s' }, 'advance is "1s"; it must be a number.'],
    [{ advance: 1e300 }, 'The clock ends at +275760-09-13T00:00:00.000Z. Advance it by less.'],
    [{ time: '2026-02-01' }, 'time is "2026-02-01", which is not this: Time to move to, ISO 8601 with a time zone.'],
    [{ time: '2025-12-31T00:00:00Z' }, 'it is at 2026-01-01T00:00:00.000Z and never goes back.'],
    [{ by: 1 }, 'unknown option "by". Use one of advance, time.'],
    [{}, 'Send either { "advance": <milliseconds> } or { "time": <ISO 8601 with a time zone> }.'],
    [{ advance: 1, time: '2026-02-01T00:00:00Z' }, 'Send either { "advance": <milliseconds> } or { "time": '],
    [[], 'the change is []; it must be an object.'],
    ['{', 'The body is not valid JSON.'],
  ])('the change %j is refused, and the clock stands', async (change, problem) => {
    const bench = await open();
    expect(await askWrong(bench, 400, 'PUT', '/clock', change)).toEqual([expect.stringContaining(problem)]);
    expect(bench.mock.clock.now()).toBe(Date.parse('2026-01-01T00:00:00Z'));
  });

  test("the system's clock is read, and refuses to be moved", async () => {
    const bench = await open({ clock: 'system' });
    expect((await ask(bench, 'GET', '/clock')).status).toBe(200);
    for (const change of [{ advance: 1 }, { time: '2099-01-01T00:00:00Z' }]) {
      expect(await askWrong(bench, 400, 'PUT', '/clock', change)).toEqual([
        expect.stringMatching(/clock: it is the system's\. Create the mock with \{ clock: 'manual' \}/),
      ]);
    }
  });
});

/** Waits until a rule has fired. The request has then arrived. */
async function arrival(faults: Faults): Promise<void> {
  await vi.waitFor(() => expect(faults.list()[0]?.fired).toBe(1));
}
