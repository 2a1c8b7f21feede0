import { defineConfig } from 'vitest/config';
import base from '../packed/vitest.config.ts';

const { projects: _, ...packed } = base.test ?? {};

/**
 * The tests that need a browser, Python, jq, and minutes, with the package as it is packed and installed. They run one
 * file after the other, since clients wait in real time.
 */
export default defineConfig({
  ...base,
  test: { ...packed, include: ['test/certify/*.test.ts'], exclude: [], fileParallelism: false },
});
