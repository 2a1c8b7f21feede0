import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { entries } from '../../scripts/entries.ts';
import { hoverProperties, isSilent, listMembers, publicTypes, toLiterals } from '../_documentation.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = new Map(entries);
const module = '../../src/index.ts';

test.each([
  ['createMock(…)', 'Options'],
  ['createMock().faults.add(…)', 'FaultRule'],
  ['createMock().journal.exchanges(…)', 'JournalFilter'],
])('an editor explains each property in %s', (call, schema) => {
  const calls = toLiterals(schema).map((literal) => `${call.replace('…', literal)};`);
  const hovers = hoverProperties(folder, `import { createMock } from '${module}';\n${calls.join('\n')}`);
  expect(hovers.length).toBeGreaterThan(5);
  expect(hovers.filter(isSilent)).toEqual([]);
});

test.each(publicTypes)('an editor explains each member of %s', (name, specifier) => {
  const members = listMembers(folder, `../../${files.get(specifier)}`, name);
  expect(members.length).toBeGreaterThan(2);
  expect(members.filter(isSilent)).toEqual([]);
});
