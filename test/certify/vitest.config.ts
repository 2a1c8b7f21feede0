import { defineConfig } from 'vitest/config';
import base from '../packed/vitest.config.ts';

const { projects: _, ...packed } = base.test ?? {};

/**
 * The tests that need a browser, Python, jq and some minutes. They use the packed and installed package. The files run
 * one after the other, because clients wait in real time.
 */
export default defineConfig({
  ...base,
  test: { ...packed, include: ['test/certify/*.test.ts'], exclude: [], fileParallelism: false },
});
