import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { entries } from './scripts/entries.ts';

/** Tests import the package by its name, as its users do. Here that leads to the sources, in test/packed to the package. */
const alias = [...entries, ['vf-mock/package.json', 'package.json'] as const].map(([specifier, file]) => ({
  find: new RegExp(`^${specifier}$`),
  replacement: fileURLToPath(new URL(file, import.meta.url)),
}));

/** They inspect what their process holds, such as sockets, timers, memory and warnings, or replace modules. */
const alone = [
  'test/**/{server-*,faults-leaks,fake-timers,isolation,public-clients}.test.ts',
  'test/unit/rules-{documents,evidence}.test.ts',
];

export default defineConfig({
  resolve: { alias },
  test: {
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
    // A file that waits lets another one run.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      // To load the sources once for all files takes a third of the time that it takes for each.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
