import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** The layers, lowest first. A folder imports only from itself and from earlier rows of this list. */
const layers = [
  ['generated'],
  ['runtime'],
  ['http'],
  ['openapi'],
  ['config'],
  ['engine'],
  ['vibefollow', 'yellow', 'journal'],
  ['reconciliation'],
  ['rules'],
  ['mock'],
  ['adapters', 'data', 'records', 'report'],
  ['certify', 'contract'],
  ['cli', 'page'],
  ['index.ts', 'cli.ts'],
];

/** The folders that may import Node, Express, MSW and other platform packages. All other folders run anywhere. */
const platform = ['adapters', 'data', 'report', 'certify', 'contract', 'cli', 'page', 'cli.ts'];

/** The forbidden imports of each folder: the other folders of its row, all later rows, and the platform. */
const restrictions = layers.flatMap((row, height) =>
  row.map((room) => {
    const barred = layers
      .slice(height)
      .flat()
      .filter((other) => other !== room);
    const patterns = [
      {
        regex: String.raw`^(?:\.{1,2}/)+(?:${barred.join('|').replaceAll('.', String.raw`\.`)})(/|$)`,
        message: 'Imports go downward only, see the layers in eslint.config.js.',
      },
      { regex: '^(node:|express|msw|@mswjs/|yaml|commander)', message: 'The core runs anywhere.' },
    ];
    return {
      files: [room.endsWith('.ts') ? `src/${room}` : `src/${room}/**`],
      rules: { 'no-restricted-imports': ['error', { patterns: patterns.slice(0, platform.includes(room) ? 1 : 2) }] },
    };
  }),
);

const inside = {
  regex: String.raw`^(?:\.\./)+src/`,
  message: 'Import the package by its name, as its users do. What tests its inside is in test/unit/.',
};

const time = ['Date', 'setTimeout', 'setInterval', 'setImmediate', 'performance'];

export default defineConfig(
  // The last patterns are projects with other globals: Bun, Deno, and CommonJS with Jest.
  { ignores: ['dist/', 'src/generated/', 'test/compat/{bun,deno,jest-commonjs}/', '**/*.cjs'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
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
      '@typescript-eslint/unbound-method': 'off', // objects come from factories, and their functions do not use `this`
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
    files: platform.map((room) => (room.endsWith('.ts') ? `src/${room}` : `src/${room}/**`)),
    rules: { 'no-restricted-globals': ['error', 'console'] },
  },
  ...restrictions,
  { files: ['src/adapters/**'], ignores: ['src/adapters/matchers.ts'], rules: { 'max-lines': ['error', 60] } },
  // Only the clock reads the time.
  { files: ['src/runtime/clock.ts'], rules: { 'no-restricted-globals': 'off' } },
  // The page runs in a browser, and the mock's clock is not there.
  { files: ['src/page/**'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['**/*.config.ts', 'eslint.config.js'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['test/**'],
    // The last three use the code of `vf-mock contract` to make requests from the documents and to start Prism.
    ignores: ['test/unit/**', 'test/_program.ts', 'test/_documents.ts', 'test/contract/_{servers,cases}.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [inside] }] },
  },
  // This is a separate project. Its types are checked where vf-mock is installed.
  { files: ['test/compat/browser/**'], extends: [ts.configs.disableTypeChecked] },
  {
    // Readers copy this code, so it is short.
    files: ['test/compat/**', 'test/examples/**', 'test/stories/**'],
    rules: {
      '@typescript-eslint/explicit-function-return-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/promise-function-async': 'off',
    },
  },
);
