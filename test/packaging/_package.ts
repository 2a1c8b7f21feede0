import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { inject } from 'vitest';

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Conditions>>;
  readonly typesVersions: Readonly<Record<'*', Readonly<Record<string, readonly string[]>>>>;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** The file of an import by its kind, or by its kind under `require`. */
export interface Conditions {
  readonly [condition: string]: string | Conditions;
}

/** The folders of the installed package: alone, and with its peers. */
export const alone = join(inject('folder'), 'alone');
export const withPeers = join(inject('folder'), 'peers');
/** The folder with msw 3. */
export const withMsw3 = join(inject('folder'), 'msw3');
/** The folder with only Express. */
export const expressAlone = join(inject('folder'), 'express');

/** The installed package. */
export const root = join(alone, 'node_modules/vf-mock');
export const files = listFiles(root);
export const manifest = JSON.parse(read('package.json')) as Manifest;

/** The specifiers of all modules, such as `vf-mock/msw`. */
export const entries = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target !== 'string')
  .map(([path]) => posix.join('vf-mock', path));

/** Those that CommonJS can require. Vitest refuses it, and `vf-mock/data` has a top-level await. */
export const required = entries.filter((entry) => !['vf-mock/vitest', 'vf-mock/data'].includes(entry));

/** A file of the package by its path. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The imports of the code and the types of the package, with their files. */
export const imports = files
  .filter((file) => /^dist\/.*\.(js|d\.ts)$/.test(file))
  .flatMap((file) =>
    ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => ({ file, what: fileName })),
  );

/** The files of a folder and its subfolders, by relative path. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
}
