import { expect, test } from 'vitest';
import { rules, type Verdicts } from 'vf-mock';
import { oneAtATime } from './_jobs.ts';
import { rows, type Row } from './_rules.ts';
import { throughEachAdapter, type Bench } from './_setup.ts';
import type { Client } from './clients/broken.ts';

// A rule without findings would not fail its row. A rule that did not run would not be in the row.
test('every rule has a row, in which one client keeps it and another breaks it and no other', () => {
  expect([...new Set(rows.map(({ rule }) => rule))].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

throughEachAdapter((open) => {
  test.each(rows)(
    'a good client keeps $rule and all else, and one that $why breaks it and nothing else',
    async (row) => {
      const bench = await open(row.options);
      const kept = await judge(bench, row.keeps, row);
      expect(failed(kept)).toEqual([]);
      expect(kept.verdicts.find(({ rule }) => rule === row.rule)?.outcome).toBe('passed');

      bench.mock.reset();
      await bench.mock.clock.set('2026-01-02T00:00:00Z');
      const broken = await judge(bench, row.breaks, row);
      expect(failed(broken)).toEqual([row.rule]);
      expect(broken.verdicts.find(({ rule }) => rule === row.rule)?.findings[0]?.message).toBe(row.message);
    },
  );
});

async function judge({ mock, send }: Bench, client: Client, { records, chunkSize }: Row): Promise<Verdicts> {
  // The result of the job does not matter here. Only its requests are judged.
  await client(records, { ...oneAtATime(mock, send), ...(chunkSize && { chunkSize }) }).catch(() => undefined);
  return mock.verdicts();
}

function failed({ verdicts }: Verdicts): string[] {
  return verdicts.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule);
}
