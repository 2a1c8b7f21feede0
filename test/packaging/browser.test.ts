import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFailed, onTestFinished, test } from 'vitest';
import { install } from '../../scripts/packed.ts';
import { killAll, launch, runToEnd } from '../../scripts/processes.ts';
import { launchChromium } from '../_chromium.ts';

const project = fileURLToPath(new URL('../compat/browser', import.meta.url));
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

test.for(['2', '3'])('a page imports 2,500 users through a refusal, with msw %s', async (version) => {
  const copy = join(inject('folder'), `browser-${version}`);
  cpSync(project, copy, { recursive: true });
  await install(copy, inject('tarball'), `msw@${version}`);
  await runToEnd(process.execPath, [tsc, '--project', copy], copy);
  await runToEnd('npm', ['run', 'build'], copy);

  const page = await browser.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', ({ message }) => noise.push(message));
  page.on('requestfailed', (request) => noise.push(request.url()));
  onTestFailed(() => console.error(noise));
  await page.goto(await serve(copy));
  await page.getByRole('button', { name: 'Import 2,500 users' }).click();
  const status = page.getByRole('status');
  await status.filter({ hasText: /^(?!Importing)./ }).waitFor();

  expect(await status.innerText()).toBe('2,500 users are stored. No rule was broken.');
  const rows = await page.locator('tbody tr').all();
  expect(await Promise.all(rows.map(async (row) => row.locator('td').allInnerTexts()))).toEqual([
    ['1', '1,000', '1', '200', ''],
    ['2', '1,000', '1', '429', '1 s'],
    ['2', '1,000', '2', '200', ''],
    ['3', '500', '1', '200', ''],
  ]);
  expect(noise).toEqual(['Failed to load resource: the server responded with a status of 429 (Too Many Requests)']);
});

/** Serves the built files until the end of the test. Returns the URL. */
async function serve(folder: string): Promise<string> {
  const child = launch('npm', ['run', 'preview', '--', '--port', '0'], folder);
  onTestFinished(killAll);
  for await (const part of child.stdout.setEncoding('utf8')) {
    const [url] = /http:\S+/.exec(stripVTControlCharacters(String(part))) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('Failed to open the page: it is not served.');
}
