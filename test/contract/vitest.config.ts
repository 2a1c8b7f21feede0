import { defineConfig } from 'vitest/config';
import base from '../packed/vitest.config.ts';

const { projects: _, ...packed } = base.test ?? {};

/** The tests that need Prism, and seconds. They run with the package as it is packed and installed. */
export default defineConfig({ ...base, test: { ...packed, include: ['test/contract/*.test.ts'], exclude: [] } });
