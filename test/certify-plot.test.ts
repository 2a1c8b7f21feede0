import { expect, test } from 'vitest';
import { certifyInProcess } from './_certify.ts';
import { createAttempt, createCall, createCase, early, textOf, toPlot } from './_certify-reports.ts';
import { users } from './clients/broken.ts';

test('a case without requests has a sentence in place of a plot', () => {
  expect(textOf(toPlot(createCase()))).toContain('no request of the client arrived');
  expect(textOf(toPlot(createCase({ requests: 1 })))).toContain('1 request arrived');
  expect(toPlot(createCase())).not.toContain('<svg');
});

test('what a plot leaves out is said in words', () => {
  const attempts = [createAttempt(0)];
  const calls = Array.from({ length: 12 }, (_, index) => createCall(attempts, { call: index + 1, omittedAttempts: 1 }));
  const text = textOf(toPlot(createCase({ calls, omittedCalls: 3 })));
  expect(text).toContain('Not shown: 3 further calls; 1 attempt of call 1 (bulkUpsertUsers);');
  expect(text).toContain('1 attempt of call 10 (bulkUpsertUsers); 2 attempts of other calls.');
  expect(textOf(toPlot(createCase({ omittedCalls: 1, requests: 1 })))).toContain('Not shown: 1 further call.');
  expect(textOf(toPlot(createCase({ calls: [createCall(attempts)] })))).not.toContain('Not shown');
});

test('each attempt and each wait can be read from the plot', () => {
  const plot = toPlot(early);
  expect(plot).toContain('data-case="retry/honours-retry-after"');
  expect([...plot.matchAll(/<g class="attempt"([^>]*)>/g)].map(([, data]) => data)).toEqual([
    ' data-call="7" data-attempt="1" data-at="0" data-duration="10" data-result="refused" data-early="false"',
    ' data-call="7" data-attempt="2" data-at="510" data-duration="10" data-result="success" data-early="true"',
  ]);
  expect(plot.match(/class="told[^>]* data-ms="\d+"/g)).toEqual(['class="told" data-ms="2000"']);
  expect(plot.match(/class="taken" data-ms="\d+"/g)).toEqual(['class="taken" data-ms="500"']);
});

test.for([
  [0, 0],
  [0, 1],
  [0.4, 0.2],
  [123_456, 60_000],
  [90_000_000, 5],
])('an axis for an attempt at %d ms that takes %d ms has 2 to 11 round ticks', ([at = 0, duration = 0]) => {
  const attempts = [createAttempt(0), createAttempt(at, { duration })];
  const plot = toPlot(createCase({ calls: [createCall(attempts), createCall([])] }));
  const ticks = [...plot.matchAll(/class="tick" data-ms="([^"]*)"/g)].map(([, ms]) => Number(ms));
  const [, step = 0] = ticks;
  expect(ticks[0]).toBe(0);
  expect([1, 2, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step))).toFixed(6)));
  expect(ticks.length).toBeGreaterThanOrEqual(2);
  expect(ticks.length).toBeLessThanOrEqual(11);
  expect(plot).not.toMatch(/NaN|Infinity/);
});

test('the axis starts with the first call, and the time before it is told in words', () => {
  const calls = [createCall([createAttempt(1210)], { call: 2 }), createCall([createAttempt(810)])];
  const plot = toPlot(createCase({ calls }));
  expect(textOf(plot)).toContain('The first call came 0.81 s after the start of the client.');
  expect([...plot.matchAll(/data-at="(\d+)"/g)].map(([, at]) => at)).toEqual(['400', '0']);
  expect(plot).toContain('with 2 attempts in 0.41 s');
});

test('each run of a client has its own axis', async () => {
  const { cases } = await certifyInProcess(
    async (records, settings) => {
      await settings.sleep?.(300);
      return users(records, settings);
    },
    { api: 'vibefollow', only: ['delivery/same-job-twice'] },
  );
  const [page] = cases.map(toPlot);
  const text = textOf(page ?? '');
  expect(text).toMatch(/Run 1\. The first call came 0\.3 s after .* Run 2\. The first call came 0\.3 s after/);
  expect(page?.match(/aria-label="[^:]*/g)).toEqual([
    'aria-label="Timeline of delivery/same-job-twice',
    'aria-label="Timeline of delivery/same-job-twice, run 2',
  ]);
  expect(page?.match(/<pattern id="[^"]*"/g)).toHaveLength(2);
  expect(new Set(page?.match(/<pattern id="[^"]*"/g)).size).toBe(2);
});

test('a plot shows in its marks, titles and labels how many records an answer rejected', async () => {
  const { cases } = await certifyInProcess(users, { api: 'vibefollow', only: ['records/names-rejected'] });
  const [result = createCase()] = cases;
  const rejected = result.calls.map(({ attempts }) => attempts.map((attempt) => attempt.rejected));
  expect(rejected).toEqual([[expect.any(Number)], [expect.any(Number)]]);
  const [count = 0] = rejected.flat();
  expect(count).toBeGreaterThan(0);
  const plot = toPlot(result);
  expect(plot).toContain(`call 1, attempt 1: 200 (success, ${count} of 1000 rejected), at 0 s`);
  expect(textOf(plot)).toContain(`delivered, ${count} of 1000 rejected`);
  expect(plot).toContain(`, ${rejected.flat().reduce((sum, one) => sum + one, 0)} records rejected"`);
  expect(plot.match(/class="marker refused part"/g)).toHaveLength(2);
  expect(toPlot(createCase({ calls: [createCall([createAttempt(0)])] }))).not.toContain('refused part');
});
