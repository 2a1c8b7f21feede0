import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { entries } from './scripts/entries.ts';

/** Tests import the package by its name. Here the name leads to the sources. In test/packed it leads to the package. */
const alias = [...entries, ['vf-mock/package.json', 'package.json'] as const].map(([specifier, file]) => ({
  find: new RegExp(`^${specifier}$`),
  replacement: fileURLToPath(new URL(file, import.meta.url)),
}));

/** Tests that inspect their process (sockets, timers, memory, warnings) or replace modules. */
const alone = [
  'test/**/{server-*,kept-memory,faults-leaks,fake-timers,isolation,public-clients}.test.ts',
  'test/unit/rules-{documents,evidence}.test.ts',
];

export default defineConfig({
  resolve: { alias },
  test: {
    globalSetup: 'scripts/page.ts',
    exclude: [
      'test/stories/**',
      'test/contract/**',
      'test/certify/**',
      'test/compat/**',
      'test/packaging/**',
      'test/packed/**',
      'node_modules/**',
    ],
    // Ends a test that hangs. No test depends on the speed of the machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // While one file waits, another one runs.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      // Files share the loaded sources. That takes a third of the time that separate loading takes.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
