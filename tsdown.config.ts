import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { defineConfig, type Rolldown, type UserConfig } from 'tsdown';
import { entries } from './scripts/entries.ts';

/** What runs anywhere is one file, since to open another costs more than its lines. */
const core = /\/src\/(?!(adapters|certify|cli|contract|data|records|report)\b).*/.source;

/** Libraries that become part of the package. */
const bundled = ['commander', 'yaml'];

const common: UserConfig = {
  entry: {
    cli: 'src/cli.ts',
    ...Object.fromEntries(entries.map(([specifier, file]) => [specifier.split('/')[1] ?? 'index', file])),
  },
  tsconfig: 'tsconfig.build.json',
  target: 'es2022',
  sourcemap: true,
  fixedExtension: false,
  hash: false,
  minify: false,
  report: false,
  // A warning fails the build, except that of slow plugins, which depends on how busy the machine is.
  failOnWarn: true,
  checks: { pluginTimings: false },
  outputOptions: {
    sourcemapExcludeSources: true,
    minifyInternalExports: false,
    // Editors read them in the types, and debuggers in the sources, which the maps lead to.
    comments: { jsdoc: false },
    codeSplitting: {
      groups: [
        { name: 'validators', test: /\/generated\/validators\.ts$/, priority: 1 },
        ...bundled.map((name) => ({ name, test: new RegExp(`/node_modules/${name}/`) })),
        { name: 'core', test: new RegExp(`${core}((?<!\\.d)\\.ts|\\.json)$`) },
        { name: 'core.d', test: new RegExp(`${core}\\.d\\.ts$`) },
      ],
    },
  },
};

const code: UserConfig = {
  ...common,
  dts: false,
  // The bundler takes calls that can throw, such as `decodeURIComponent(path)`, for calls without an effect, and drops them.
  treeshake: false,
  // Installed by themselves they take 1.6 MiB, of which a tenth is ever run.
  deps: { alwaysBundle: bundled, onlyBundle: bundled },
  plugins: [
    inlineJson(),
    minifyUnread('validators.js'),
    ...bundled.map((name) => minifyUnread(`${name}.js`, `node_modules/${name}/LICENSE`)),
  ],
};

/** Built apart from the code, so that they hold only what is exported. */
const types: UserConfig = { ...common, dts: { sourcemap: true, oxc: true, emitDtsOnly: true }, clean: false };

export default defineConfig([code, types]);

/** Puts JSON into the bundle as a text, which is read faster than an object of this size. */
function inlineJson(): Rolldown.Plugin {
  return {
    name: 'inline-json',
    load: {
      filter: { id: /\.json$/ },
      async handler(id): Promise<Rolldown.LoadResult> {
        const json = JSON.stringify(JSON.parse(await readFile(id, 'utf8')));
        // There is no map: the text is of no line of a source.
        // In a template no quotes are escaped, of which JSON has many.
        const text = `\`${json.replaceAll(/[`\\]|\$\{/g, String.raw`\$&`)}\``;
        return { code: `export default JSON.parse(${text});`, moduleType: 'js', map: { mappings: '' } };
      },
    },
  };
}

/** Minifies a file that is not made of our sources, and leaves it without a map. */
function minifyUnread(file: string, license?: string): Rolldown.Plugin {
  return {
    name: `minify-${file}`,
    async generateBundle(_options, bundle): Promise<void> {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk') throw new Error(`There is no ${file}`);
      const banner = license === undefined ? '' : `/*!\n${await readFile(license, 'utf8')}*/`;
      const { code } = await transform(chunk.code, { minify: true, banner, legalComments: 'inline', target: 'es2022' });
      chunk.code = code;
      Reflect.deleteProperty(bundle, `${file}.map`);
    },
  };
}
