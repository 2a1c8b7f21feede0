import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createFolder, install, pack, root } from '../../scripts/packed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tarball is, and the folders that it is installed into. */
    folder: string;
    tarball: string;
  }
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** Packs the package once, and installs it as its users do: alone, and with all that it works with. */
export async function setup(project: TestProject): Promise<void> {
  const folder = createFolder('packaging');
  const tarball = await pack(folder);
  project.provide('folder', folder);
  project.provide('tarball', tarball);

  // Prism is left out: nothing imports it by its types, and it is large.
  const peers = ['msw', '@mswjs/data', 'vitest', 'expect', '@types/node'];
  await install(join(folder, 'alone'), tarball);
  await install(join(folder, 'express'), `express@${dependencies['express'] ?? ''}`);
  await install(join(folder, 'peers'), tarball, ...peers.map((name) => `${name}@${devDependencies[name] ?? ''}`));
}
