import { expect, test } from 'vitest';
import { reports } from 'vf-mock/certify';
import { certifyInProcess } from '../_certify.ts';
import { withoutRetryAfter } from '../clients/broken.ts';
import { page, shapesOf } from './_page.ts';

const cases = ['retry/honours', 'delivery/several', 'outage/'];

test('the page of a run plots the attempts of its report, and marks those that came early', async () => {
  const report = await certifyInProcess(withoutRetryAfter, { api: 'vibefollow', only: cases });
  expect(report.cases.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['delivery/several-chunks', 'passed'],
    ['retry/honours-retry-after-seconds', 'failed'],
    ['retry/honours-retry-after-date', 'failed'],
    ['outage/ends', 'passed'],
    ['outage/lasts', 'passed'],
  ]);
  await page.setContent(reports.html(report));
  for (const { id, calls } of report.cases) {
    const attempts = calls.flatMap(({ call, attempts }) => attempts.map((one) => ({ call, ...one })));
    const first = Math.min(...attempts.map(({ at }) => at));
    const expected = attempts.map(({ call, attempt, at, duration, result, early }) => ({
      call: String(call),
      attempt: String(attempt),
      at: String(at - first),
      duration: String(duration),
      result,
      early: String(early),
    }));
    const plotted = await shapesOf(`[data-case="${id}"] .attempt`);
    expect(plotted.map(({ data }) => data)).toEqual(expected);
    const signs = await shapesOf(`[data-case="${id}"] [data-early="true"] .early`);
    expect(signs).toHaveLength(attempts.filter(({ early }) => early).length);
    expect(signs.length > 0).toBe(id.startsWith('retry/honours'));
  }
});
