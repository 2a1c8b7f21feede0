import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, onTestFinished } from 'vitest';
import type { Mock } from 'vf-mock';
import { launchChromium } from './_chromium.ts';
import { key } from './_setup.ts';

let browser: Browser | undefined;

/** Starts a browser for the tests of a test file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launchChromium();
    return async () => browser?.close();
  });
}

/** Opens a page that reports no error. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  if (browser === undefined) throw new Error('Failed to open a page: there is no browser.');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  await page.goto(url);
  return page;
}

/** Waits for what a page shows some time after the event. A page looks seldom if the machine is slow. */
export function eventually<Value>(read: () => Value | Promise<Value>): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(read, { timeout: 20_000 });
}

/** The large sentence. */
export async function sentenceOf(page: Page): Promise<string | null> {
  return page.locator('#sentence').textContent();
}

/** The legend of the bar, such as `{ stored: 2, lost: 1 }`. */
export async function partsOf(page: Page): Promise<Record<string, number>> {
  const texts = await page.evaluate<[part: string, count: string][]>(
    `[...document.querySelectorAll('[data-part]')].map((item) => [item.dataset.part, item.querySelector('b').textContent])`,
  );
  return Object.fromEntries(texts.map(([part, count]) => [part, Number(count.replaceAll(',', ''))]));
}

/** What became of the calls, in the order of the lanes. */
export async function statesOf(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('.lane')].map((lane) => lane.dataset.state)`);
}

/** The problems that axe finds on a page. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Sends users in bulk. The answer may be lost. */
export async function send(mock: Pick<Mock, 'fetch'>, ids: readonly string[], more: object = {}): Promise<void> {
  const users = ids.map((id) => ({ external_user_id: id, ...more }));
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  await mock
    .fetch('/api/v1/users/bulk', { method: 'POST', headers, body: JSON.stringify({ users }) })
    .catch(() => undefined);
}

export function toIds(first: number, count = 1000): string[] {
  return Array.from({ length: count }, (_, at) => `usr_${first + at}`);
}

/** A job whose users end in all ways. */
export async function runJob(mock: Mock): Promise<void> {
  const on = { operation: 'bulkUpsertUsers' } as const;
  mock.faults.add({ id: 'partly', on: { ...on, call: 2, attempt: 1 }, fault: { kind: 'reset', applied: 400 } });
  mock.faults.add({ id: 'down', on: { ...on, call: 3 }, fault: { status: 503 } });
  mock.faults.add({ id: 'unheard', on: { ...on, call: 4 }, fault: { kind: 'reset', applied: true } });
  for (const first of [0, 1000, 1000, 2000, 3000]) await send(mock, toIds(first));
  await send(mock, ['usr_4000'], { email: 'nobody' });
  await mock.clock.advance(70_000);
}
