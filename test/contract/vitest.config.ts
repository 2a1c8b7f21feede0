import { defineConfig } from 'vitest/config';
import base from '../packed/vitest.config.ts';

/** What needs Prism, and seconds. It runs with the package as it is packed and installed. */
export default defineConfig({ ...base, test: { ...base.test, include: ['test/contract/*.test.ts'], exclude: [] } });
