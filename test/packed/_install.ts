import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { install, pack, root } from '../../scripts/packed.ts';

interface Manifest {
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Packs the package, and installs it as users do. */
export async function setup(project: TestProject): Promise<void> {
  if (process.env['VF_MOCK_INSTALLED'] !== undefined) return;
  const folder = project.getProvidedContext().installed;
  await install(folder, await pack(folder));
  linkPeers(folder);
}

/** The peers are shared with the tests. So a test and the package have the same Vitest and the same MSW. */
function linkPeers(folder: string): void {
  const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys(peerDependencies)) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place, 'junction');
  }
}
