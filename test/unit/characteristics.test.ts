import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findProblems, measureAll, toBounds } from '../../scripts/characteristics/measure.ts';
import { toPage } from '../../scripts/characteristics/page.ts';

const measurements = measureAll(60);

test('the rules on waits are rarely wrong, and rarely inconclusive under light lag', () => {
  expect(findProblems(measurements)).toEqual([]);
});

test('the documentation has a row for each strategy and the same words around the tables', async () => {
  const documented = await readFile(new URL('../../docs/characteristics.md', import.meta.url), 'utf8');
  expect(toWords(documented)).toEqual(toWords(toPage(measurements)));
});

test('the bounds of a share are those of Wilson', () => {
  const { lower, upper } = toBounds(10, 100);
  expect([lower, upper, toBounds(0, 1000).upper].map((bound) => bound.toFixed(4))).toEqual([
    '0.0607',
    '0.1604',
    '0.0027',
  ]);
});

/** The words of a page before its first list of results, and the strategies of its tables. */
function toWords(page: string): string[] {
  const rows = page.match(/^\| [^|-]+/gm) ?? [];
  const [intro = ''] = page.split('## Growth');
  return [intro.replaceAll(/\s+/g, ' ').replace(/in [\d,]+ runs/, ''), ...rows.map((row) => row.slice(2).trim())];
}
