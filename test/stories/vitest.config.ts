import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The stories of the README. These tests fail, as the tests of a reader would. */
export default defineConfig({ ...base, test: { ...base.test, include: ['test/stories/*.test.ts'], exclude: [] } });
