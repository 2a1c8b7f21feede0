import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What is judged here is the package as it is packed and installed, and never the sources. */
export default defineConfig({
  test: {
    include: ['test/packaging/*.test.ts'],
    globalSetup: fileURLToPath(new URL('_pack.ts', import.meta.url)),
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
