import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { reports, type CaseResult, type ReportedAttempt } from 'vf-mock/certify';
import { noAccount, createAttempt, createCall, createCase, createReport } from '../_certify-reports.ts';
import { launchChromium } from '../_chromium.ts';

let browser: Browser | undefined;
/** The page of the running test. */
export let page: Page;
/** The requests and the errors of the page. */
let noise: string[];

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => browser?.close());

beforeEach(async () => {
  if (browser === undefined) throw new Error('Failed to open a page: there is no browser.');
  noise = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', ({ message }) => noise.push(message));
  page.on('request', (request) => noise.push(request.url()));
  page.on('dialog', (dialog) => {
    noise.push(dialog.message());
    void dialog.dismiss();
  });
});

// No page sends a request or reports an error.
afterEach(async () => {
  await page.close();
  expect(noise).toEqual([]);
});

/** Opens the report of these cases. */
export async function show(...cases: readonly CaseResult[]): Promise<void> {
  await page.setContent(reports.html(createReport(cases)));
}

/** A shape as the reader sees it: its place, its content and its notes. */
export interface Shape {
  readonly tag: string;
  readonly inside: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly data: Readonly<Record<string, string>>;
}

// The code for the page is a text, because a page has other types than Node.
const measure = `(elements) => elements.map((element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { tag: element.tagName, inside: element.innerHTML, left, right, top, bottom, data: { ...element.dataset } };
})`;

export async function shapesOf(selector: string): Promise<Shape[]> {
  return page.evaluate<Shape[]>(`(${measure})([...document.querySelectorAll(${JSON.stringify(selector)})])`);
}

/** A call of three attempts with an early second one, and a call of a single attempt without duration. */
export function createStory(more: Partial<CaseResult> = {}): CaseResult {
  return createCase({
    id: 'retry/story',
    outcome: 'failed',
    findings: ['attempt 2 came too early'],
    timeline: 'call 1: bulkUpsertUsers',
    runs: [
      {
        exitCode: 0,
        duration: 5000,
        stdout: 'what it said\n'.repeat(100),
        stderr: '',
        outputBytes: 1300,
        account: noAccount,
      },
    ],
    requests: 4,
    calls: [createCall(attempts), createCall([createAttempt(450, { duration: 0 })], { call: 2 })],
    ...more,
  });
}

const attempts: readonly ReportedAttempt[] = [
  createAttempt(400, { duration: 300, answer: '429 rate_limited', result: 'refused', retryDelay: 2000 }),
  createAttempt(1200, {
    attempt: 2,
    duration: 800,
    answer: '503',
    result: 'failed',
    waited: 500,
    requiredWait: 2000,
    early: true,
  }),
  createAttempt(3500, { attempt: 3, duration: 1000, waited: 1500 }),
];
