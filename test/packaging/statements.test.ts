import ts from 'typescript';
import { expect, test } from 'vitest';
import { contents } from './_maps.ts';
import { files, read } from './_package.ts';

/** Statements that a bundler might drop or move, because it sees no effect in them. */
const kinds = ['ExpressionStatement', 'ThrowStatement', 'IfStatement', 'ReturnStatement', 'AwaitExpression'] as const;

// Minified files have no maps.
const sources = [...files.filter((file) => file.startsWith('dist/src/')).map(read), ...contents.values()];
const built = files
  .filter((file) => /^dist\/[^/]*\.js$/.test(file))
  .map(read)
  .filter((text) => text.includes('\n//# sourceMappingURL='));

test.each(kinds)('the package has each %s of the sources', (kind) => {
  const inSources = count(ts.SyntaxKind[kind], sources);
  expect(inSources).toBeGreaterThan(50);
  expect(count(ts.SyntaxKind[kind], built)).toBe(inSources);
});

test('every call of the sources is in the package, as often', () => {
  const [inSources, inPackage] = [sources, built].map(toCalls);
  const lost = [...(inSources ?? [])].filter(([name, times]) => (inPackage?.get(name) ?? 0) < times);
  expect(lost).toEqual([]);
});

function count(kind: ts.SyntaxKind, of: readonly string[]): number {
  let found = 0;
  walk(of, (node) => (found += node.kind === kind ? 1 : 0));
  return found;
}

/** The number of calls of each platform function, such as `decodeURIComponent` or `JSON.parse`. */
function toCalls(of: readonly string[]): Map<string, number> {
  const calls = new Map<string, number>();
  walk(of, (node) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    const [, name] = /^((?:\w+\.)?\w+)(?:\$\d+)?$/.exec(node.expression.getText()) ?? [];
    if (name === undefined || !((name.split('.')[0] ?? '') in globalThis)) return;
    calls.set(name, (calls.get(name) ?? 0) + 1);
  });
  return calls;
}

function walk(of: readonly string[], visit: (node: ts.Node) => void): void {
  const visitAll = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, visitAll);
  };
  for (const text of of) visitAll(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
}
