import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** What needs a browser. */
export default defineConfig({ ...base, test: { ...base.test, include: ['test/certify/*.test.ts'], exclude: [] } });
