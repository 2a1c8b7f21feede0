import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

const { projects: _, ...shared } = base.test ?? {};

/** The stories of the README. These tests fail, as the tests of a reader would. */
export default defineConfig({ ...base, test: { ...shared, include: ['test/stories/*.test.ts'], exclude: [] } });
