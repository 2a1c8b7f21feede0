import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** What needs a browser, Python, jq, and minutes. One file after the other, since clients wait in real time. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/certify/*.test.ts'], exclude: [], fileParallelism: false },
});
