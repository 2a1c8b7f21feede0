import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runToEnd } from '../../scripts/processes.ts';
import { alone, entries, expressAlone, imports, manifest, required, withPeers } from './_package.ts';

/** The allowed size of an installation of vf-mock beyond Express, in packages and bytes on the disk. */
const packageBudget = 8;
const sizeBudget = 3 * 1024 * 1024;

const { dependencies, peerDependencies } = manifest;

test('whatever the package imports is a dependency, a peer or part of Node', () => {
  const known = Object.keys({ ...dependencies, ...peerDependencies });
  const bare = imports.filter(({ what }) => !what.startsWith('.'));
  expect(bare.filter(({ what }) => !isBuiltin(what) && !known.includes(toPackage(what)))).toEqual([]);
});

test('every dependency is imported', () => {
  const imported = imports.map(({ what }) => toPackage(what));
  expect(Object.keys(dependencies).filter((name) => !imported.includes(name))).toEqual([]);
});

// Vitest's functions exist only while Vitest runs. The smoke test imports `vf-mock/vitest` in Vitest.
test.for(entries.filter((entry) => entry !== 'vf-mock/vitest'))('%s needs no more than its peers', async (entry) => {
  await runToEnd(process.execPath, ['--input-type=module', '--eval', `await import('${entry}')`], withPeers);
});

test.for(required)('%s is the same under require', async (entry) => {
  const code = `const taken = require('${entry}');
    import('${entry}').then((all) => {
      const lost = Object.keys(all).filter((name) => all[name] !== taken[name]);
      console.log(lost.length === 0 && Object.keys(taken).every((name) => name in all));
    });`;
  const args = ['--no-warnings', '--input-type=commonjs', '--eval', code];
  expect(await runToEnd(process.execPath, args, withPeers)).toBe('true\n');
});

test(`installing it brings at most ${packageBudget} packages more than Express alone`, () => {
  const added = listAdded();
  expect(added).toContain('node_modules/vf-mock');
  expect(added.length).toBeLessThanOrEqual(packageBudget);
});

test('what it brings beyond Express takes at most 3 MiB', () => {
  const size = listAdded().reduce((sum, path) => sum + measure(join(alone, path)), 0);
  expect(size).toBeLessThanOrEqual(sizeBudget);
});

test('npm audit finds nothing in what its users install', async ({ skip, annotate }) => {
  const report = await audit();
  if (report.message !== undefined) {
    await annotate(`NOT AUDITED: ${report.message}`, 'warning');
    console.warn(`NOT AUDITED, since the registry does not answer: ${report.message}`);
    skip('the registry does not answer');
  }
  expect(report.vulnerabilities).toEqual({});
});

/** The paths of the packages that vf-mock installs and Express does not. */
function listAdded(): string[] {
  const withExpress = listInstalled(expressAlone);
  return listInstalled(alone).filter((path) => !withExpress.includes(path));
}

function listInstalled(folder: string): string[] {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as Lock;
  return Object.keys(lock.packages);
}

interface Lock {
  readonly packages: Readonly<Record<string, unknown>>;
}

/** Bytes on a disk with blocks of 4 KiB, as `du` counts them. */
function measure(path: string): number {
  if (!lstatSync(path).isDirectory()) return Math.ceil(lstatSync(path).size / 4096) * 4096;
  return readdirSync(path).reduce((sum, name) => sum + measure(join(path, name)), 4096);
}

interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, unknown>>;
  /** Why there is none. */
  readonly message?: string;
}

/** `npm audit` fails if it finds a problem, and if it has no connection. */
async function audit(): Promise<Audit> {
  const printed = runToEnd('bash', ['-c', 'npm audit --omit=dev --json || true'], alone);
  return JSON.parse(await printed) as Audit;
}

function toPackage(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
