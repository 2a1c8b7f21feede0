import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { killAll, runToEnd } from '../../scripts/processes.ts';

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

const root = fileURLToPath(new URL('../..', import.meta.url));
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** Packs the package once, and installs it as its users do: alone, and with all that it works with. */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vf-mock-packaging-'));
  process.once('exit', () => {
    killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const pack = ['pack', '--pack-destination', folder, '--foreground-scripts=false', '--silent'];
  const tarball = join(folder, (await runToEnd('npm', pack, root)).trim());
  project.provide('folder', folder);
  project.provide('tarball', tarball);

  // Prism is left out: nothing imports it by its types, and it is large.
  const peers = ['msw', '@mswjs/data', 'vitest', 'expect', '@types/node'];
  await install(join(folder, 'alone'), tarball);
  await install(join(folder, 'express'), `express@${dependencies['express'] ?? ''}`);
  await install(join(folder, 'peers'), tarball, ...peers.map((name) => `${name}@${devDependencies[name] ?? ''}`));
}

/** Installs packages into a folder, which is made if need be. */
export async function install(folder: string, ...what: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
  await runToEnd('npm', ['install', '--prefix', folder, ...quiet, ...what], folder);
}
