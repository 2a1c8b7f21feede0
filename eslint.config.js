import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** From the bottom up: a file imports only from the layers before its own, or within its own folder. */
const layers = [
  ['src/generated'],
  ['src/clock.ts', 'src/digest.ts', 'src/refusal.ts', 'src/tenants.ts', 'src/url.ts'],
  ['src/backlog.ts', 'src/problem.ts', 'src/random.ts', 'src/rate-limit.ts'],
  ['src/options.ts', 'src/router.ts'],
  ['src/api.ts', 'src/journal.ts'],
  ['src/body.ts', 'src/validate.ts'],
  ['src/pipeline.ts'],
  ['src/fetch.ts', 'src/vibefollow', 'src/yellow'],
  ['src/mock.ts'],
  ['src/admin.ts'],
  ['src/adapters'],
  ['src/cli.ts', 'src/index.ts'],
];

const upward = layers.flatMap((layer, height) =>
  layer.map((target) => ({
    target: `./${target}`,
    from: [...layers.slice(height + 1).flat(), ...layer.filter((other) => other !== target)].map((path) => `./${path}`),
    message: 'Imports go downward only, see the layers in eslint.config.js.',
  })),
);

const time = ['Date', 'setTimeout', 'setInterval', 'setImmediate', 'performance'];

export default defineConfig(
  { ignores: ['dist/', 'src/generated/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-indexed-object-style': 'off', // a mapped type may name its key
      '@typescript-eslint/dot-notation': 'off', // tsconfig's noPropertyAccessFromIndexSignature asks for brackets
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/promise-function-async': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unbound-method': 'off', // objects come from factories, none of their functions uses `this`
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: upward }],
      'no-restricted-globals': ['error', 'fetch', 'console', 'process', 'Buffer', ...time],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|express|msw|yaml|commander)',
              message: 'The core runs anywhere; adapters and cli.ts bring the platform.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/adapters/**', 'src/cli.ts'],
    rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': ['error', 'console'] },
  },
  { files: ['src/adapters/**'], rules: { 'max-lines': ['error', 60] } },
  // The one place that reads the time.
  { files: ['src/clock.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['*.config.ts', 'eslint.config.js'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    // What a reader copies has no more words than it needs.
    files: ['test/examples/**'],
    rules: {
      '@typescript-eslint/explicit-function-return-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/promise-function-async': 'off',
    },
  },
);
