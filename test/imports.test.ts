import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

// All other tests import the package by its name. `npm run test:packed` runs them on the installed package.
test('only these test what cannot be seen from outside', async () => {
  expect((await readdir(new URL('unit/', import.meta.url))).toSorted()).toEqual([
    '_journal.ts',
    'bounded-map.test.ts',
    'byte-collector.test.ts',
    'capture-output.test.ts',
    'characteristics.test.ts',
    'contract-reports.test.ts',
    'coverage.test.ts',
    'data-peer.test.ts',
    'digest.test.ts',
    'documentation.test.ts',
    'figures.test.ts',
    'fixture-server.test.ts',
    'id-index.test.ts',
    'idle-connections.test.ts',
    'journal.test.ts',
    'json-pieces.test.ts',
    'json-reader.test.ts',
    'last-words.test.ts',
    'log-line.test.ts',
    'name-search.test.ts',
    'page-sentence.test.ts',
    'parsed-request.test.ts',
    'pipeline.test.ts',
    'property-marks.test.ts',
    'records.test.ts',
    'request-log.test.ts',
    'rounded-numbers.test.ts',
    'rules-documents.test.ts',
    'rules-evidence.test.ts',
    'rules.test.ts',
    'run-report.test.ts',
    'same-value.test.ts',
    'text-index.test.ts',
    'types.test.ts',
    'write-file.test.ts',
  ]);
});

const sources = new URL('../src/', import.meta.url);

/** The modules that each module imports, by their paths from `src/`. */
const imports = new Map(
  await Promise.all(
    (await readdir(sources, { recursive: true }))
      .filter((file) => file.endsWith('.ts'))
      .map(async (file): Promise<[string, string[]]> => {
        const { importedFiles } = ts.preProcessFile(await readFile(new URL(file, sources), 'utf8'));
        const local = importedFiles.filter(({ fileName }) => /^\..*\.ts$/.test(fileName));
        return [file, local.map(({ fileName }) => join(dirname(file), fileName))];
      }),
  ),
);

test('no modules import each other', () => {
  expect([...imports.keys()].filter((file) => findDepth(file, imports) === Infinity)).toEqual([]);
});

test('no rooms import each other, and there are at most 13 levels of them', () => {
  const rooms = new Map<string, string[]>();
  for (const [file, others] of imports) {
    const outside = others.map(toRoom).filter((room) => room !== toRoom(file));
    rooms.set(toRoom(file), [...(rooms.get(toRoom(file)) ?? []), ...outside]);
  }
  expect(Math.max(...[...rooms.keys()].map((room) => findDepth(room, rooms)))).toBeLessThanOrEqual(13);
});

test('only index.ts and cli.ts stand outside of the rooms', () => {
  expect([...imports.keys()].filter((file) => toRoom(file) === file).toSorted()).toEqual(['cli.ts', 'index.ts']);
});

test('a name is exported as it is declared', async () => {
  const texts = await Promise.all([...imports.keys()].map(async (file) => readFile(new URL(file, sources), 'utf8')));
  const renamed = texts.flatMap((text) => text.match(/^export (?:type )?\{[^}]*\sas\s[^}]*\}/gm) ?? []);
  expect(renamed).toEqual([]);
});

function toRoom(file: string): string {
  return file.split('/')[0] ?? file;
}

/** The length of the longest chain of imports from `start`. It is `Infinity` if there is a cycle. */
function findDepth(start: string, graph: ReadonlyMap<string, readonly string[]>): number {
  const depths = new Map<string, number>();
  function visit(name: string): number {
    const known = depths.get(name);
    if (known !== undefined) return known;
    // Only a cycle meets this value.
    depths.set(name, Infinity);
    const depth = 1 + Math.max(0, ...(graph.get(name) ?? []).map(visit));
    depths.set(name, depth);
    return depth;
  }
  return visit(start);
}
