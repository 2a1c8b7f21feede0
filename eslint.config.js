import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** From the bottom up: a file imports only from the layers before its own, or within its own folder. */
const layers = [
  ['src/generated'],
  ['src/clock.ts', 'src/copy.ts', 'src/refusal.ts', 'src/url.ts', 'src/utf8.ts'],
  ['src/digest.ts'],
  ['src/tenants.ts'],
  [
    'src/backlog.ts',
    'src/ordinals.ts',
    'src/printable.ts',
    'src/problem.ts',
    'src/random.ts',
    'src/rate-limit.ts',
    'src/retry-after.ts',
  ],
  ['src/explain.ts', 'src/router.ts'],
  ['src/options.ts', 'src/body.ts', 'src/document.ts'],
  ['src/shape.ts'],
  ['src/plan.ts'],
  ['src/credentials.ts', 'src/scenarios.ts'],
  ['src/survey.ts'],
  ['src/api.ts'],
  ['src/calls.ts', 'src/outcome.ts', 'src/records.ts', 'src/validate.ts'],
  ['src/client-calls.ts', 'src/state.ts'],
  ['src/details.ts', 'src/har.ts'],
  ['src/journal.ts'],
  ['src/faults.ts', 'src/admin-journal.ts', 'src/coverage.ts'],
  ['src/arrival.ts', 'src/prefer.ts', 'src/strike.ts'],
  ['src/violations.ts'],
  ['src/exchange.ts'],
  ['src/keep.ts'],
  ['src/pipeline.ts'],
  ['src/admin.ts', 'src/fetch.ts', 'src/rules', 'src/vibefollow', 'src/yellow'],
  ['src/timeline.ts'],
  ['src/log.ts', 'src/mock.ts'],
  ['src/matchers.ts'],
  ['src/adapters', 'src/data'],
  ['src/junit.ts', 'src/wording.ts', 'src/write-file.ts'],
  ['src/config-file.ts', 'src/state-file.ts'],
  ['src/fixtures', 'src/score-card.ts'],
  ['src/page'],
  ['src/contract', 'src/certify'],
  ['src/cli'],
  ['src/cli.ts', 'src/index.ts'],
];

/** Where Node, Express, MSW and the like may be imported. */
const platform = [
  'src/adapters',
  'src/data',
  'src/write-file.ts',
  'src/config-file.ts',
  'src/state-file.ts',
  'src/page',
  'src/contract',
  'src/certify',
  'src/cli',
  'src/cli.ts',
];

/** What no file of a layer may import: everything from its own height up but its own folder, and the platform. */
const restrictions = layers.flatMap((layer, height) =>
  layer.map((target) => {
    const barred = [...layers.slice(height + 1).flat(), ...layer].filter((path) => path !== target);
    const names = barred.map((path) => path.slice('src/'.length).replaceAll('.', String.raw`\.`)).join('|');
    const patterns = [
      { regex: `^\\.{1,2}/(${names})(/|$)`, message: 'Imports go downward only, see the layers in eslint.config.js.' },
      ...(platform.includes(target)
        ? []
        : [{ regex: '^(node:|express|msw|@mswjs/|yaml|commander)', message: 'The core runs anywhere.' }]),
    ];
    const files = target.endsWith('.ts') ? [target] : [`${target}/**`];
    return {
      files,
      rules: { 'no-restricted-imports': ['error', { patterns }] },
    };
  }),
);

const time = ['Date', 'setTimeout', 'setInterval', 'setImmediate', 'performance'];

export default defineConfig(
  // The last are projects of other languages than this one: Bun, Deno, CommonJS with the globals of Jest.
  { ignores: ['dist/', 'src/generated/', 'test/compat/{bun,deno,jest-commonjs}/', '**/*.cjs'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
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
      'no-restricted-globals': ['error', 'fetch', 'console', 'process', 'Buffer', ...time],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  {
    files: [
      'src/adapters/**',
      'src/write-file.ts',
      'src/config-file.ts',
      'src/state-file.ts',
      'src/page/**',
      'src/contract/**',
      'src/certify/**',
      'src/cli/**',
      'src/cli.ts',
    ],
    rules: { 'no-restricted-globals': ['error', 'console'] },
  },
  ...restrictions,
  { files: ['src/adapters/**'], rules: { 'max-lines': ['error', 60] } },
  // The one place that reads the time.
  { files: ['src/clock.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['**/*.config.ts', 'eslint.config.js'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  // A project of its own, whose types are checked where vf-mock is installed.
  { files: ['test/compat/browser/**'], extends: [ts.configs.disableTypeChecked] },
  {
    // What a reader copies has no more words than it needs.
    files: ['test/compat/**', 'test/examples/**', 'test/stories/**'],
    rules: {
      '@typescript-eslint/explicit-function-return-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/promise-function-async': 'off',
    },
  },
);
