// A folder like a user's project. It has the bench programs as plain JavaScript and the installed package.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { faults } from './chunks.ts';

interface Manifest {
  readonly bin: { readonly [name: string]: string };
}

export interface Project {
  readonly folder: string;
  /** The path of a program of the bench. */
  program(name: string): string;
  /** The path of a program of an installed package. */
  bin(packageName: string, name: string): string;
  /** The path of an OpenAPI document. */
  document(api: string): string;
  /** A configuration with faults that never fire. */
  readonly config: string;
  /** The same, without an account of records. */
  readonly withoutLedger: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Makes the folder. It can import the packages of this repository. It is removed at the end of the process. */
export async function createProject(): Promise<Project> {
  const caches = join(root, 'node_modules/.cache');
  mkdirSync(caches, { recursive: true });
  const folder = mkdtempSync(join(caches, 'vf-mock-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  await bundlePrograms(folder);
  for (const name of ['package.json', 'dist', 'openapi'])
    cpSync(join(root, name), join(folder, 'node_modules/vf-mock', name), { recursive: true });
  const config = join(folder, 'faults.json');
  const options = { faults, yellow: { rateLimits: { bulkCreateUsers: 'off' } } };
  writeFileSync(config, JSON.stringify(options));
  const withoutLedger = join(folder, 'without-ledger.json');
  writeFileSync(withoutLedger, JSON.stringify({ ...options, ledgerLimit: 0 }));
  const { resolve } = createRequire(join(folder, 'package.json'));
  return {
    folder,
    config,
    withoutLedger,
    program: (name) => join(folder, `${name}.mjs`),
    document: (api) => join(folder, `node_modules/vf-mock/openapi/${api}.yaml`),
    bin: (packageName, name) => {
      const manifest = resolve(`${packageName}/package.json`);
      const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
      return join(dirname(manifest), bin[name] ?? '');
    },
  };
}

async function bundlePrograms(folder: string): Promise<void> {
  const source = fileURLToPath(new URL('programs', import.meta.url));
  await build({
    entryPoints: readdirSync(source).map((name) => join(source, name)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    // The paths of tsconfig.json are off, because they lead to the sources of the package.
    tsconfigRaw: {},
  });
}
