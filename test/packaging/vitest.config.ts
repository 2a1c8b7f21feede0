import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** These tests check the packed and installed package, not the sources. */
export default defineConfig({
  test: {
    include: ['test/packaging/*.test.ts'],
    globalSetup: fileURLToPath(new URL('_pack.ts', import.meta.url)),
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
