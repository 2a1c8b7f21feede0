import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { runToEnd } from '../../scripts/processes.ts';
import { alone, files, read, withPeers } from './_package.ts';
import { contents, maps, toContents, toSources } from './_maps.ts';
import { findDefinitions } from './_tsserver.ts';

test('every map belongs to a file that names it', () => {
  expect(files.filter((file) => file.endsWith('.map') && !maps.some(([name]) => `${name}.map` === file))).toEqual([]);
});

test('every source of a map is in the package or in the map, and not in both', () => {
  expect(maps.length).toBeGreaterThan(5);
  const places = maps.flatMap((map) => {
    const own = new Map(toContents(map));
    return toSources(map).map((path) => ({ path, isFile: files.includes(path), isInMap: own.has(path) }));
  });
  const astray = places.filter(({ path, isFile, isInMap }) => !path.startsWith('dist/src/') || isFile === isInMap);
  expect(astray).toEqual([]);
});

test('editors find every source of the types on the disk', () => {
  const mapped = maps.filter(([file]) => file.endsWith('.d.ts')).flatMap(toSources);
  const shipped = files.filter((file) => file.startsWith('dist/src/'));
  expect(shipped.sort()).toEqual([...new Set(mapped)].sort());
});

test('a map leads to every source that has code', () => {
  const mapped = maps.filter(([file]) => file.endsWith('.js')).flatMap(toSources);
  expect(files.filter((file) => file.startsWith('dist/src/') && hasCode(file) && !mapped.includes(file))).toEqual([]);
});

test('what the package has of a source is the source', () => {
  const shipped = files.filter((file) => file.startsWith('dist/src/')).map((file) => [file, read(file)] as const);
  const changed = [...shipped, ...contents].filter(([file, text]) => text !== readFileSync(toOriginal(file), 'utf8'));
  expect(changed.map(([file]) => file)).toEqual([]);
});

function toOriginal(file: string): URL {
  return new URL(`../../${posix.relative('dist', file)}`, import.meta.url);
}

/** Whether a source has code besides types, imports and re-exports. */
function hasCode(file: string): boolean {
  const { statements } = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  return statements.some(
    (statement) =>
      !ts.isImportDeclaration(statement) &&
      !ts.isExportDeclaration(statement) &&
      !ts.isInterfaceDeclaration(statement) &&
      !ts.isTypeAliasDeclaration(statement) &&
      !ts.isModuleDeclaration(statement),
  );
}

test.for([
  [`createMock({ clock: 'sundial' })`, 'throw new Error('],
  [`createMock().faults.add({ fault: { kind: 'tiemout' } })`, 'throw new Error('],
  [`createMock().verdicts({ maxAttempts: 0 })`, 'throw new Error('],
] as const)('the stack of what %s throws names lines of the sources', async ([code, first]) => {
  const program = `import { createMock } from 'vf-mock'; try { ${code} } catch ({ stack }) { console.log(stack) }`;
  const args = ['--enable-source-maps', '--input-type=module', '--eval', program];
  const stack = await runToEnd(process.execPath, args, alone);
  const frames = [...stack.matchAll(/vf-mock\/(\S+):(\d+):\d+/g)];
  expect(frames.map(([, file = '']) => file).filter((file) => !file.startsWith('dist/src/'))).toEqual([]);
  const [[, file = '', line] = []] = frames;
  expect(lineOf(contents.get(file) ?? read(file), line)).toContain(first);
});

const definitions = [
  ['vf-mock', 'createMock', 'export function createMock('],
  ['vf-mock', 'Mock', 'export interface Mock '],
  ['vf-mock', 'toTimeline', 'export function toTimeline('],
  ['vf-mock', 'rules', 'export const rules'],
  ['vf-mock/certify', 'certify', 'declare function certify('],
  ['vf-mock/data', 'createDatabase', 'export function createDatabase('],
  ['vf-mock/express', 'serve', 'export async function serve('],
  ['vf-mock/jest', 'matchers', 'export const matchers'],
  ['vf-mock/msw', 'handlers', 'export function handlers('],
  ['vf-mock/vitest', 'MockFixture', 'export interface MockFixture '],
] as const;

// To keep the package small, `vf-mock/certify` comes without its sources. Its types have the doc comments.
test('an editor that goes to the definition of an export shows its source, or its types', async () => {
  const folder = join(withPeers, 'editor');
  mkdirSync(folder);
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "module": "nodenext" } }');
  writeFileSync(
    join(folder, 'user.mts'),
    definitions.map(([entry, name]) => `export { ${name} } from '${entry}';`).join('\n'),
  );
  const places = definitions.map((_, index) => ({ line: index + 1, offset: 'export { x'.length }));
  const found = await findDefinitions(join(folder, 'user.mts'), places);
  const shown = found.map(({ file, line }) => [file, lineOf(readFileSync(file, 'utf8'), line)]);
  expect(shown).toEqual(
    definitions.map(([entry, , line]): unknown[] => [
      expect.stringMatching(
        entry === 'vf-mock/certify' ? /vf-mock\/dist\/certify\.d\.ts$/ : /node_modules\/vf-mock\/dist\/src\/.*\.ts$/,
      ),
      expect.stringContaining(line),
    ]),
  );
});

function lineOf(text: string, line: number | string | undefined): string | undefined {
  return text.split('\n')[Number(line) - 1];
}
