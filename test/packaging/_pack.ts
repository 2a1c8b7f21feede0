import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createFolder, install, pack, root } from '../../scripts/packed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the tarball, and the folder with the folders of its installations. */
    folder: string;
    tarball: string;
  }
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** Packs the package once, and installs it alone, with all its peers, and with the other major of msw. */
export async function setup(project: TestProject): Promise<void> {
  const folder = createFolder('packaging');
  const tarball = await pack(folder);
  project.provide('folder', folder);
  project.provide('tarball', tarball);

  // Prism is left out, because it is large and no types import it.
  const peers = ['msw', '@mswjs/data', 'vitest', 'expect', '@types/node'];
  await install(join(folder, 'alone'), tarball);
  await install(join(folder, 'msw3'), tarball, 'msw@3', `@types/node@${devDependencies['@types/node'] ?? ''}`);
  await install(join(folder, 'express'), `express@${dependencies['express'] ?? ''}`);
  await install(join(folder, 'peers'), tarball, ...peers.map((name) => `${name}@${devDependencies[name] ?? ''}`));
}
