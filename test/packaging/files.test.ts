import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { files, imports, listFiles, manifest } from './_package.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const allowed = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^docs\/[\w/-]+\.md$/,
  /^openapi\/[a-z]+\.yaml$/,
  /^src\/[\w/-]+\.ts$/,
  /^dist\/[\w/-]+\.(js|d\.ts)(\.map)?$/,
];

test('the package holds what users need and nothing else', () => {
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('what a reader looks for first is there', () => {
  expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'CHANGELOG.md']));
});

const folders = manifest.files.filter((path) => /^\w+$/.test(path) && path !== 'dist');
const leftOut = manifest.files.filter((path) => path.startsWith('!')).map((path) => path.slice(1));

test.for(folders)('all of %s is there, but what the package file names', (folder) => {
  const kept = listFiles(join(repository, folder)).map((file) => `${folder}/${file}`);
  const expected = kept.filter((file) => !leftOut.some((path) => file === path || file.startsWith(`${path}/`)));
  expect(files.filter((file) => file.startsWith(`${folder}/`)).sort()).toEqual(expected.sort());
});

test('whatever the package file names is there', () => {
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? target : Object.values(target),
  );
  const named = [...targets, ...Object.values(manifest.bin)].map((path) => posix.normalize(path));
  expect(named.filter((path) => !path.includes('*') && !files.includes(path))).toEqual([]);
});

test('whatever a file imports from beside it is there', () => {
  const relative = imports.filter(({ what }) => what.startsWith('.'));
  expect(relative).not.toEqual([]);
  expect(relative.filter((one) => !files.includes(toTarget(one)))).toEqual([]);
});

/** For types, `x.js` and `x.ts` mean `x.d.ts`. */
function toTarget({ file, what }: { readonly file: string; readonly what: string }): string {
  const path = posix.join(posix.dirname(file), what);
  return file.endsWith('.d.ts') ? path.replace(/(\.d)?\.[jt]s$/, '.d.ts') : path;
}
