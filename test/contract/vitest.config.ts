import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** What needs Prism, and seconds. */
export default defineConfig({ ...base, test: { ...base.test, include: ['test/contract/*.test.ts'], exclude: [] } });
