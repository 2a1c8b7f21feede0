import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The examples import the package by its name, as its users do; here that leads to the sources. */
const sources = {
  'vf-mock/certify': 'certify/certify.ts',
  'vf-mock/data': 'data/database.ts',
  'vf-mock/express': 'adapters/express.ts',
  'vf-mock/jest': 'adapters/jest.ts',
  'vf-mock/msw': 'adapters/msw.ts',
  'vf-mock/vitest': 'adapters/vitest.ts',
  'vf-mock': 'index.ts',
};
const alias = Object.entries(sources).map(([name, file]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(`src/${file}`, import.meta.url)),
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
