import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The stories of the README: tests that fail, as their readers' would. */
export default defineConfig({ ...base, test: { ...base.test, include: ['test/stories/*.test.ts'], exclude: [] } });
