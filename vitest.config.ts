import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { entries } from './scripts/entries.ts';

/** The examples import the package by its name, as its users do; here that leads to the sources. */
const alias = entries.map(([specifier, file]) => ({
  find: new RegExp(`^${specifier}$`),
  replacement: fileURLToPath(new URL(file, import.meta.url)),
}));

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/stories/**',
      'test/contract/**',
      'test/certify/**',
      'test/compat/**',
      'test/packaging/**',
      'node_modules/**',
    ],
    // Ends what hangs; no test is meant to depend on how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
