import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** From the bottom up: a room imports only from the rows above its own in this list, and from itself. */
const layers = [
  ['generated'],
  ['runtime'],
  ['http'],
  ['openapi'],
  ['config'],
  ['engine'],
  ['vibefollow', 'yellow', 'journal'],
  ['rules'],
  ['mock'],
  ['adapters', 'data', 'records', 'report'],
  ['certify', 'contract'],
  ['cli'],
  ['index.ts', 'cli.ts'],
];

/** The rooms that may import Node, Express, MSW and the like. All others run anywhere. */
const platform = ['adapters', 'data', 'report', 'certify', 'contract', 'cli', 'cli.ts'];

/** What the files of a room may not import: all from its own row on but themselves, and the platform. */
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
    files: platform.map((room) => (room.endsWith('.ts') ? `src/${room}` : `src/${room}/**`)),
    rules: { 'no-restricted-globals': ['error', 'console'] },
  },
  ...restrictions,
  { files: ['src/adapters/**'], ignores: ['src/adapters/matchers.ts'], rules: { 'max-lines': ['error', 60] } },
  // The one place that reads the time.
  { files: ['src/runtime/clock.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['**/*.config.ts', 'eslint.config.js'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['test/**'],
    // The last two make requests of the documents, and start Prism, with what `vf-mock contract` has for that.
    ignores: ['test/unit/**', 'test/_program.ts', 'test/_documents.ts', 'test/contract/_servers.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [inside] }] },
  },
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
