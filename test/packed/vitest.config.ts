import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { createFolder, root } from '../../scripts/packed.ts';
import base from '../../vitest.config.ts';

/** The folder of the installed package. `difference.test.ts` sets its own folder. */
const folder = process.env['VF_MOCK_INSTALLED'] ?? createFolder('packed');

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
};

/** The file of an import. `require` would lead to another one. */
function toInstalled(specifier: string): string {
  const target = exports[specifier.replace(/^vf-mock/, '.')];
  if (typeof target !== 'object') return createRequire(join(folder, 'test.js')).resolve(specifier);
  return join(folder, 'node_modules/vf-mock', target.default);
}

/** Helpers that make requests from the documents, and start Prism or the program. The package answers the requests. */
const tools = ['test/_documents.ts', 'test/_program.ts', 'test/contract/_servers.ts', 'test/contract/_cases.ts'].map(
  (file) => join(root, file),
);

/** Resolves imports to the package through its `exports`, as Node does. Refuses imports of the sources. */
const installed: Plugin = {
  name: 'installed',
  enforce: 'pre',
  resolveId(specifier, importer = ''): string | undefined {
    if (/^vf-mock(\/|$)/.test(specifier)) return toInstalled(specifier);
    const isInside = [...tools, join(root, 'src/')].some((place) => importer.startsWith(place));
    if (/^(\.\.\/)+src\//.test(specifier) && !isInside) throw new Error(`${importer} imports ${specifier}.`);
    return undefined;
  },
};

/** All tests except unit tests, with the packed and installed package. */
export default defineConfig({
  plugins: [installed],
  test: {
    ...base.test,
    exclude: [
      ...(base.test?.exclude?.filter((pattern) => pattern !== 'test/packed/**') ?? []),
      'test/unit/**',
      // Of scripts and pages.
      'test/{drift*,imports,links}.test.ts',
    ],
    globalSetup: fileURLToPath(new URL('_install.ts', import.meta.url)),
    setupFiles: fileURLToPath(new URL('_installed.ts', import.meta.url)),
    provide: { installed: folder },
    env: { VF_MOCK_PROGRAM: join(folder, 'node_modules/vf-mock/dist/cli.js') },
  },
});

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the installed package. */
    installed: string;
  }
}
