import { expect, test } from 'vitest';
import { reports } from 'vf-mock/certify';
import { noAccount, createCase, createReport, hostile } from '../_certify-reports.ts';
import { createStory, page, shapesOf, show } from './_page.ts';

test('outcomes differ by shape and by word', async () => {
  const outcomes = ['failed', 'passed', 'not applicable'] as const;
  await show(...outcomes.map((outcome) => createCase({ id: `a/${outcome}`, outcome })));
  const badges = page.locator('article .outcome');
  expect(await badges.allTextContents()).toEqual([...outcomes]);
  const signs = await shapesOf('article .outcome svg');
  expect(new Set(signs.map(({ inside }) => inside)).size).toBe(3);
});

test.for([320, 390, 1280])('nothing stands out of a page that is %d pixels wide', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  const long = 'x'.repeat(100_000);
  const runs = [{ exitCode: 1, duration: 5, stdout: long, stderr: hostile, outputBytes: 200_000, account: noAccount }];
  await page.setContent(
    reports.html(
      createReport(
        [
          createStory(),
          createStory({
            id: `evil/${hostile}`,
            requirement: long,
            findings: [long, hostile],
            source: hostile,
            timeline: long,
            runs,
          }),
        ],
        {
          client: long,
          notRun: [long],
        },
      ),
    ),
  );
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
  const parts = await shapesOf('main > *, article > *, details > *, td, th');
  for (const { left, right } of parts) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
  }
});

test('hostile text is text: it is all there, and it runs nothing', async () => {
  await show(createStory({ findings: [hostile] }));
  expect(await page.textContent('.findings li')).toContain(`<img src="https://evil.test/x.png" onerror='alert(2)'>`);
  expect(await page.locator('script, img, article [onload]').count()).toBe(0);
});

test('a print shows all of it on the width of its paper', async () => {
  await page.setViewportSize({ width: 688, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await show(createStory(), createCase());
  const [output] = await shapesOf('article pre:last-of-type');
  expect((output?.bottom ?? 0) - (output?.top ?? 0)).toBeGreaterThan(1500);
  const [plot] = await shapesOf('.plot svg');
  expect(plot?.right).toBeLessThanOrEqual(688);
  const style = `getComputedStyle(document.querySelector('.summary a')).textDecorationLine`;
  expect(await page.evaluate(style)).toBe('none');
  expect(await page.evaluate(`getComputedStyle(document.querySelector('article')).breakInside`)).toBe('avoid');
  expect(await page.locator('.summary .extra').first().isVisible()).toBe(true);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(10_000);
});

test('a reader who sees no picture hears what it shows, under headings in order', async () => {
  await show(createStory(), createCase());
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  const drawing = page.getByRole('img', { name: /^Timeline of retry\/story/ });
  expect(await drawing.getAttribute('aria-label')).toBe(
    'Timeline of retry/story: 2 calls with 4 attempts in 4.1 s, 1 of them too early',
  );
  const levels = (await shapesOf('h1, h2, h3, h4')).map(({ tag }) => Number(tag.slice(1)));
  expect(levels[0]).toBe(1);
  levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  expect(await page.locator('th:not([scope])').count()).toBe(0);
});

test('a link of the table leads to its case, and opens it', async () => {
  const cases = Array.from({ length: 40 }, (_, index) => createCase({ id: `a/case-${index}` }));
  await show(createStory(), ...cases);
  expect(await page.locator('details[open] h3').allTextContents()).toEqual(['retry/story']);
  await page.click('.summary a:text-is("a/case-20")');
  expect(await page.locator('details[open] h3').allTextContents()).toEqual(['retry/story', 'a/case-20']);
  const [summary] = await shapesOf('article:has(:target) summary');
  expect(summary?.top).toBeGreaterThanOrEqual(0);
  expect(summary?.top).toBeLessThan(50);
  expect(await page.getByText('There is no timeline').nth(20).isVisible()).toBe(true);
});

// The code for the page is a text, because a page has other types than Node.
const lowContrasts = `(() => {
  const toLight = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3)
      .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const isClear = (element) => /, 0\\)$/.test(getComputedStyle(element).backgroundColor);
  const toBack = (element) => {
    if (element.matches('.early-mark')) return getComputedStyle(element.previousElementSibling).fill;
    while (isClear(element)) element = element.parentElement;
    return getComputedStyle(element).backgroundColor;
  };
  const texts = [...document.querySelectorAll('main *:not(title)')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''));
  return texts.flatMap((element) => {
    const style = getComputedStyle(element);
    const color = element.closest('svg') === null ? style.color : style.fill;
    const [a, b] = [toLight(color), toLight(toBack(element))];
    const contrast = Math.max(a, b) / Math.min(a, b);
    return contrast < 4.5 ? [element.outerHTML.slice(0, 80) + ' ' + contrast] : [];
  });
})()`;

/** The colour behind the cases. */
async function paper(): Promise<string> {
  return page.evaluate<string>(`getComputedStyle(document.querySelector('article')).backgroundColor`);
}

test.for(['light', 'dark'] as const)('every text has enough contrast where the reader prefers %s', async (scheme) => {
  await page.emulateMedia({ colorScheme: scheme });
  const outcomes = ['failed', 'passed', 'not applicable', 'inconclusive'] as const;
  const cases = outcomes.map((outcome) => createStory({ id: `a/${outcome}`, outcome }));
  await page.setContent(reports.html(createReport(cases, { passed: false, notRun: ['z/last'] })));
  expect(await paper()).toBe(scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(24, 29, 35)');
  expect(await page.evaluate<string[]>(lowContrasts)).toEqual([]);
});

test('a print is light where the reader prefers dark', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await show(createStory());
  expect(await paper()).toBe('rgb(255, 255, 255)');
  expect(await page.evaluate<string[]>(lowContrasts)).toEqual([]);
});

test('one click selects the cases of a cause for another run', async () => {
  const fix = { requirement: 'A requirement.', source: 'A source.', advice: 'Retry.', level: 'MUST' } as const;
  const only = ['retry/', 'connection/truncated-answer-sent-again', 'outage/ends'];
  const cause = { ...fix, kind: 'retries-transient', message: 'It gave up.', cases: ['retry/story'], only } as const;
  await page.setContent(reports.html(createReport([createStory()], { passed: false, causes: [cause] })));
  await page.click('.causes code', { position: { x: 20, y: 8 } });
  expect(await page.evaluate('getSelection().toString().trim()')).toBe(
    '--only retry/ --only connection/truncated-answer-sent-again --only outage/ends',
  );
});
