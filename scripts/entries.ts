import { readFileSync } from 'node:fs';

interface Config {
  readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly [file: string]>> };
}

const config = JSON.parse(readFileSync(new URL('../tsconfig.json', import.meta.url), 'utf8')) as Config;

/** The import specifiers, such as `vf-mock/msw`, with their files. They come from the `paths` of tsconfig.json. */
export const entries: readonly (readonly [specifier: string, file: string])[] = Object.entries(
  config.compilerOptions.paths,
).map(([specifier, [file]]) => [specifier, file]);
