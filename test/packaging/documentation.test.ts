import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hoverProperties, isSilent, listMembers, publicTypes, toLiterals } from '../_documentation.ts';
import { withPeers } from './_package.ts';

const folder = join(withPeers, 'documentation');
mkdirSync(folder);

test('an editor explains each option of the installed package', () => {
  const code = toLiterals('Options').map((literal) => `createMock(${literal});`);
  const hovers = hoverProperties(folder, `import { createMock } from 'vf-mock';\n${code.join('\n')}`);
  expect(hovers.length).toBeGreaterThan(5);
  expect(hovers.filter(isSilent)).toEqual([]);
});

test.each(publicTypes)('an editor explains each member of the installed %s', (name, specifier) => {
  const members = listMembers(folder, specifier, name);
  expect(members.length).toBeGreaterThan(2);
  expect(members.filter(isSilent)).toEqual([]);
});
