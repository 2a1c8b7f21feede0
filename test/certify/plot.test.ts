import { expect, test } from 'vitest';
import type { ReportedAttempt } from 'vf-mock/certify';
import { createAttempt, createCall, createCase } from '../_certify-reports.ts';
import { createStory, page, shapesOf, show, type Shape } from './_page.ts';

function middle({ left, right }: Shape): number {
  return (left + right) / 2;
}

/** Reads the scale of the axis from its first and last tick. `toTime` converts a position to milliseconds. */
async function readAxis(id: string): Promise<{ toTime: (x: number) => number; pixel: number }> {
  const ticks = await shapesOf(`[data-case="${id}"] .tick`);
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`Failed to read the axis of ${id}: it has no ticks.`);
  const pixel = Number(last.data['ms']) / (middle(last) - middle(first));
  const labels = await shapesOf(`[data-case="${id}"] .ticks text`);
  ticks.forEach((tick, index) => {
    const label = labels[index];
    expect(label?.inside).toBe(`${Number(tick.data['ms']) / 1000} s`);
    expect(Math.abs(middle(tick) - middle(label ?? tick))).toBeLessThan(1);
  });
  for (const tick of ticks) expect((middle(tick) - middle(first)) * pixel).toBeCloseTo(Number(tick.data['ms']), 0);
  return { toTime: (x) => (x - middle(first)) * pixel, pixel };
}

/** The tolerance: one pixel for the position of a shape, and one for the axis. */
const pixels = 2;

test('each attempt stands on the axis where it came, and is as long as it lasted', async () => {
  await show(createStory());
  const { toTime, pixel } = await readAxis('retry/story');
  const groups = await shapesOf('.plot .attempt');
  const bars = await shapesOf('.plot .attempt .bar');
  expect(groups.map(({ data }) => Number(data['at']))).toEqual([0, 800, 3100, 50]);
  expect(bars).toHaveLength(4);
  bars.forEach((bar, index) => {
    const { at, duration } = groups[index]?.data ?? {};
    expect(Math.abs(toTime(bar.left) - Number(at))).toBeLessThan(pixels * pixel);
    // Very short bars are drawn longer, so that they are visible.
    expect(Math.abs((bar.right - bar.left) * pixel - Number(duration))).toBeLessThan((pixels + 2) * pixel);
  });
  const rows = new Set(bars.map(({ top }) => Math.round(top)));
  expect(rows.size).toBe(2);
});

test('the waits that were told and taken are as long as the report has them', async () => {
  await show(createStory());
  const { toTime, pixel } = await readAxis('retry/story');
  const [told, ...others] = await shapesOf('.plot .told');
  expect(others).toEqual([]);
  if (told === undefined) throw new Error('no wait is told');
  expect(Math.abs(toTime(told.left) - 300)).toBeLessThan(pixels * pixel);
  expect(Math.abs(toTime(told.right) - 2300)).toBeLessThan(pixels * pixel);
  const taken = await shapesOf('.plot .taken');
  expect(taken.map(({ data }) => data['ms'])).toEqual(['500', '1500']);
  for (const { left, right, data } of taken) {
    expect(Math.abs((right - left) * pixel - Number(data['ms']))).toBeLessThan(pixels * pixel);
  }
});

test('an attempt that came early has a warning below it, which no other has', async () => {
  await show(createStory());
  const [sign, ...others] = await shapesOf('.plot .early');
  const [bar] = await shapesOf('.plot [data-early="true"] .bar');
  if (sign === undefined || bar === undefined) throw new Error('no attempt is early');
  expect(others).toEqual([]);
  expect(Math.abs(middle(sign) - bar.left)).toBeLessThan(pixels);
  expect(sign.top).toBeGreaterThan(bar.top);
  expect(await page.textContent('.plot .early-mark')).toBe('!');
});

test('results differ by shape, so that they can be told apart without colours', async () => {
  await show(createStory());
  const markers = await shapesOf('.plot .attempt .marker');
  expect(markers.map(({ tag }) => tag)).toEqual(['rect', 'path', 'circle', 'circle']);
  // The required wait has a pattern. The actual wait has a line.
  const hatch = await page.getAttribute('.plot .told', 'fill');
  expect(hatch).toMatch(/^url\(#hatch-/);
  expect(await page.locator((hatch ?? '').slice('url('.length, -1)).count()).toBe(1);
});

/** A picture of a marker in black on white. Its own colours are removed. */
async function pictureOf(result: ReportedAttempt['result'], rejected = 0): Promise<string> {
  const attempts = [createAttempt(0), createAttempt(1000, { result, rejected, duration: 0 })];
  await show(createCase({ outcome: 'failed', calls: [createCall(attempts, { records: 1000 })] }));
  await page.addStyleTag({
    content: '* { fill: #000 !important; stroke: #000 !important; } svg text { display: none; }',
  });
  const marker = (await shapesOf('.plot [data-attempt] .marker')).at(-1);
  if (marker === undefined) throw new Error('there is no marker');
  const clip = {
    x: Math.round(middle(marker)) - 10,
    y: Math.round((marker.top + marker.bottom) / 2) - 10,
    width: 20,
    height: 20,
  };
  return (await page.screenshot({ clip, fullPage: true })).toString('base64');
}

test('results look different in black and white', async () => {
  const pictures = [
    await pictureOf('success'),
    await pictureOf('success', 1),
    await pictureOf('success', 800),
    await pictureOf('refused'),
    await pictureOf('failed'),
  ];
  expect(new Set(pictures).size).toBe(5);
  expect(await pictureOf('success')).toBe(pictures[0]);
});

test.for(['screen', 'print'] as const)('labels of a crowd of attempts do not overlap in %s', async (media) => {
  await page.emulateMedia({ media });
  const crowd = Array.from({ length: 120 }, (_, index) =>
    createAttempt(400 + 25 * index, {
      attempt: index + 1,
      answer: '429',
      result: 'refused',
      retryDelay: 40,
      ...(index > 0 && { waited: 15, requiredWait: 40, early: true }),
    }),
  );
  await show(createStory({ calls: [createCall(crowd)] }));
  expect(await page.locator('.plot .attempt').count()).toBe(120);
  const labels = await shapesOf('.plot text.answer, .plot text.wait');
  expect(labels.length).toBeGreaterThan(10);
  for (const one of labels) {
    const others = labels.filter((other) => other !== one && Math.abs(other.top - one.top) < 2);
    expect(others.filter(({ left, right }) => left < one.right && one.left < right)).toEqual([]);
  }
  const titles = await page.locator('.plot .attempt > title').allTextContents();
  expect(titles[77]).toBe(
    'call 1, attempt 78: 429 (refused), at 1.925 s, waited 0.015 s of 0.04 s, answered after 0.01 s: too early!',
  );
});

test('a wait that is told to be far longer than anything else goes on where the axis ends', async () => {
  const told = createAttempt(400, { duration: 100, answer: '429', result: 'refused', retryDelay: 3_600_000 });
  await show(createStory({ calls: [createCall([told])] }));
  const { toTime } = await readAxis('retry/story');
  const [band] = await shapesOf('.plot .told.cut');
  expect(band?.data['ms']).toBe('3600000');
  expect(toTime(band?.right ?? 0)).toBeLessThan(500);
  expect(await page.locator('.plot .told-on').count()).toBe(1);
  expect(await page.textContent('.plot .told title')).toContain(
    'told to wait 3600 s, until 3600.1 s, longer than the axis',
  );
});

test('a hundred calls and a minute without an answer are drawn to scale', async () => {
  const calls = Array.from({ length: 100 }, (_, index) =>
    createCall([createAttempt(400 + 50 * index, { duration: index === 50 ? 60_000 : 20 })], { call: index + 1 }),
  );
  await show(createStory({ calls }));
  const { toTime, pixel } = await readAxis('retry/story');
  const bars = await shapesOf('.plot .bar');
  expect(bars).toHaveLength(100);
  bars.forEach(({ left }, index) => {
    expect(Math.abs(toTime(left) - 50 * index)).toBeLessThan(pixels * pixel);
  });
  expect(Math.abs(toTime(bars[50]?.right ?? 0) - 62_500)).toBeLessThan(pixels * pixel);
});
