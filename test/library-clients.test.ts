import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toCases } from 'vf-mock/certify';
import { libraryClients } from './clients/libraries/table.ts';

// `npm run clients` compares the verdicts with the table. It needs the libraries, so `npm test` does not run it.

test.each(libraryClients)('the cases that $file fails exist', ({ problems }) => {
  const ids = toCases('vibefollow').map(({ id }) => id);
  expect(problems.flatMap(({ fails }) => fails).filter((id) => !ids.includes(id))).toEqual([]);
});

test('the table of real clients contains every program of its folder', async () => {
  const files = await readdir(new URL('clients/libraries/', import.meta.url));
  const parts = ['README.md', 'lib.mjs', 'table.ts'];
  expect(libraryClients.map(({ file }) => file).toSorted()).toEqual(
    files.filter((file) => !parts.includes(file)).sort(),
  );
});
