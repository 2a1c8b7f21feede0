import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { files, imports, listFiles, manifest, type Conditions } from './_package.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const allowed = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^docs\/[\w/-]+\.md$/,
  /^docs\/examples\/[\w-]+\.(mts|sh|py)$/,
  /^openapi\/[a-z]+(\.server)?\.yaml$/,
  /^dist\/src\/[\w/-]+(?<!\.d)\.ts$/,
  /^dist\/[\w/-]+\.(js|d\.ts)(\.map)?$/,
  /^dist\/\w+(\.d\.cts|\.cjs)$/,
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
  const { exports, bin, typesVersions } = manifest;
  const targets = [exports, bin].flatMap(toTargets);
  const named = [...targets, ...Object.values(typesVersions['*']).flat()].map((path) => posix.normalize(path));
  expect(named.filter((path) => !path.includes('*') && !files.includes(path))).toEqual([]);
});

test('tools that read no exports find the types of every module', () => {
  const found = Object.entries(manifest.typesVersions['*']).map(([name, [file]]) => [`./${name}`, file]);
  const listed = Object.entries(manifest.exports).flatMap(([name, target]) =>
    typeof target === 'string' || name === '.' ? [] : [[name, target['types']]],
  );
  expect(found).toEqual(listed);
});

/** All files that conditions lead to. */
function toTargets(conditions: Conditions): string[] {
  return Object.values(conditions).flatMap((target) => (typeof target === 'string' ? target : toTargets(target)));
}

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
