import { readFileSync } from 'node:fs';

interface Config {
  readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly [file: string]>> };
}

const config = JSON.parse(readFileSync(new URL('../tsconfig.json', import.meta.url), 'utf8')) as Config;

/** What can be imported, such as `vf-mock/msw`, and the file that it is, from the root: the `paths` of tsconfig.json. */
export const entries: readonly (readonly [specifier: string, file: string])[] = Object.entries(
  config.compilerOptions.paths,
).map(([specifier, [file]]) => [specifier, file]);
