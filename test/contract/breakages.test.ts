import { expect, test } from 'vitest';
import { openBreakable } from './_breakable.ts';
import { vibefollow } from './_breaks-vibefollow.ts';
import { yellow } from './_breaks-yellow.ts';
import { openCases } from './_cases.ts';

const breaks = { vibefollow, yellow };

test.each(['vibefollow', 'yellow'] as const)('each way to break a server of %s is found by its case', async (api) => {
  const { url, breakBy } = await openBreakable();
  const runCase = await openCases(api, url);
  const missed: unknown[] = [];
  for (const [place, rows] of Object.entries(breaks[api])) {
    breakBy({});
    const right = await runCase(place);
    if (right?.outcome !== 'conforming') missed.push({ place, right });
    for (const [it, finding, way] of rows) {
      breakBy(way);
      const { outcome, findings } = (await runCase(place)) ?? {};
      const isFound = outcome === 'violating' && findings?.[0]?.includes(finding) === true;
      if (!isFound) missed.push({ place, it, finding, outcome, findings });
    }
  }
  expect(missed).toEqual([]);
});

test('there are many ways, each with a name of its own', () => {
  const names = Object.entries(breaks).flatMap(([api, places]) =>
    Object.values(places).flatMap((rows) => rows.map(([it]) => `${api} ${it}`)),
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(70);
});
