import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { inject } from 'vitest';

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Folders into which the package was installed: without anything beside it, and with what it works with. */
export const alone = join(inject('folder'), 'alone');
export const withPeers = join(inject('folder'), 'peers');
/** Express and nothing else. */
export const expressAlone = join(inject('folder'), 'express');

/** The package as it was installed. */
export const root = join(alone, 'node_modules/vf-mock');
export const files = listFiles(root);
export const manifest = JSON.parse(read('package.json')) as Manifest;

/** What can be imported as a module, such as `vf-mock/msw`. */
export const entries = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target !== 'string')
  .map(([path]) => posix.join('vf-mock', path));

/** A file of the package, named by its path in it. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** What the code and the types of the package import, and from where. */
export const imports = files
  .filter((file) => /^dist\/.*\.(js|d\.ts)$/.test(file))
  .flatMap((file) =>
    ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => ({ file, what: fileName })),
  );

/** The files of a folder and of all in it, by their paths in it. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
}
