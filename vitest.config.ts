import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { entries } from './scripts/entries.ts';

/** Tests import the package by its name, as its users do. Here that leads to the sources, in test/packed to the package. */
const alias = [...entries, ['vf-mock/package.json', 'package.json'] as const].map(([specifier, file]) => ({
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
      'test/packed/**',
      'node_modules/**',
    ],
    // Ends what hangs; no test is meant to depend on how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
