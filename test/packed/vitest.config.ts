import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { createFolder, root } from '../../scripts/packed.ts';
import base from '../../vitest.config.ts';

/** Where the package is installed. `difference.test.ts` gives a folder of its own. */
const folder = process.env['VF_MOCK_INSTALLED'] ?? createFolder('packed');

/** These make requests of the documents, and start Prism or the program. What answers is in the package. */
const tools = ['test/_documents.ts', 'test/_program.ts', 'test/contract/_servers.ts'].map((file) => join(root, file));

/** Leads to the package as Node does, by its `exports`, and refuses what leads to the sources. */
const installed: Plugin = {
  name: 'installed',
  enforce: 'pre',
  resolveId(specifier, importer = ''): string | undefined {
    if (/^vf-mock(\/|$)/.test(specifier)) return createRequire(join(folder, 'test.js')).resolve(specifier);
    const isInside = [...tools, join(root, 'src/')].some((place) => importer.startsWith(place));
    if (/^(\.\.\/)+src\//.test(specifier) && !isInside) throw new Error(`${importer} imports ${specifier}.`);
    return undefined;
  },
};

/** All tests but those that look inside, run with the package as it is packed and installed. */
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
    /** The folder that the package is installed into. */
    installed: string;
  }
}
