import { defineConfig } from 'vitest/config';
import base from '../packed/vitest.config.ts';

/**
 * What needs a browser, Python, jq, and minutes, with the package as it is packed and installed. One file after the other,
 * since clients wait in real time.
 */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/certify/*.test.ts'], exclude: [], fileParallelism: false },
});
