import { defineConfig } from 'vitest/config';
import base from '../packed/vitest.config.ts';

const { projects: _, ...packed } = base.test ?? {};

/** The tests that need Prism and some seconds. They use the packed and installed package. */
export default defineConfig({ ...base, test: { ...packed, include: ['test/contract/*.test.ts'], exclude: [] } });
