import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { defineConfig, type Rolldown, type UserConfig } from 'tsdown';
import { entries } from './scripts/entries.ts';
import { addContents, changeMaps, keepFirstOfLine, leaveOutGenerated, shipSources } from './scripts/source-maps.ts';

/** All modules without a platform form one file. To open a second file takes longer than to read its lines here. */
const core = /\/src\/(?!(adapters|certify|cli|contract|data|records|report)\b).*/.source;

/** The rooms of the commands and of `vf-mock/certify`. Nobody steps through them, so the package lacks their sources. */
const unread = /\/src\/(certify|cli|contract|records|report)\b/;

/** Libraries that become part of the package. */
const bundled = ['commander', 'yaml'];

/** The names of the entries, with their files. */
const named = Object.fromEntries(entries.map(([specifier, file]) => [specifier.split('/')[1] ?? 'index', file]));

/** The entries that a CommonJS module can require. Vitest refuses it, and `vf-mock/data` has a top-level await. */
const required = Object.keys(named).filter((name) => !['vitest', 'data'].includes(name));

const common: UserConfig = {
  entry: { cli: 'src/cli.ts', ...named },
  tsconfig: 'tsconfig.build.json',
  target: 'es2022',
  sourcemap: true,
  fixedExtension: false,
  hash: false,
  minify: false,
  report: false,
  // A warning fails the build. The warning about slow plugins is off, because it depends on the load of the machine.
  failOnWarn: true,
  checks: { pluginTimings: false },
  // Comments that name the file of each part take 8 kB.
  inputOptions: { experimental: { attachDebugInfo: 'none' } },
  outputOptions: {
    sourcemapExcludeSources: true,
    minifyInternalExports: false,
    // Editors read doc comments in the types. Debuggers read them in the sources, through the maps.
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
  // The bundler would drop calls that can throw, such as `decodeURIComponent(path)`. It sees no effect in them.
  treeshake: false,
  // As dependencies they take 1.6 MiB, but vf-mock runs only a tenth of their code.
  deps: { alwaysBundle: bundled, onlyBundle: bundled },
  plugins: [
    inlineJson(),
    minifyUnread('validators.js'),
    ...bundled.map((name) => minifyUnread(`${name}.js`, `node_modules/${name}/LICENSE`)),
    minifyCommands(),
    changeMaps('.js.map', async (map) => addContents(keepFirstOfLine(leaveOutGenerated(map)))),
    addRequire(),
  ],
};

/** The types have their own build. So they contain only exported names. */
const types: UserConfig = {
  ...common,
  entry: named,
  dts: { sourcemap: true, oxc: true, emitDtsOnly: true },
  clean: false,
  plugins: [dropMap('certify.d.ts'), shipSources(), changeMaps('.d.ts.map', leaveOutGenerated), addRequireTypes()],
};

export default defineConfig([code, types]);

/**
 * Puts JSON into the bundle as a text. JavaScript parses a large text faster than a large object literal. The text has the
 * documents without descriptions, which the package has in `openapi/`.
 */
function inlineJson(): Rolldown.Plugin {
  return {
    name: 'inline-json',
    load: {
      filter: { id: /\.json$/ },
      async handler(id): Promise<Rolldown.LoadResult> {
        const json = JSON.stringify(withoutProse(JSON.parse(await readFile(id, 'utf8'))));
        // The text has no source lines, so it has no map.
        // JSON has many quotes. A template literal does not need to escape them.
        const text = `\`${json.replaceAll(/[`\\]|\$\{/g, String.raw`\$&`)}\``;
        return { code: `export default JSON.parse(${text});`, moduleType: 'js', map: { mappings: '' } };
      },
    },
  };
}

/** OpenAPI requires the descriptions of responses, so they stay. */
function withoutProse(value: unknown, names: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item, [...names, '']));
  if (typeof value !== 'object' || value === null) return value;
  const isProse = (name: string, part: unknown): boolean =>
    name === 'description' && typeof part === 'string' && names.at(-2) !== 'responses';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => !isProse(name, part))
      .map(([name, part]) => [name, withoutProse(part, [...names, name])]),
  );
}

/** Minifies the files without sources. They have no maps. */
function minifyCommands(): Rolldown.Plugin {
  return {
    name: 'minify-commands',
    async generateBundle(_options, bundle): Promise<void> {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.moduleIds.every((id) => unread.test(id))) continue;
        const { code } = await transform(chunk.code, { minify: true, target: 'es2022' });
        chunk.code = code;
        Reflect.deleteProperty(bundle, `${chunk.fileName}.map`);
      }
    },
  };
}

/** The types stay, but a map without sources leads nowhere. */
function dropMap(file: string): Rolldown.Plugin {
  return {
    name: `drop-${file}`,
    generateBundle(_options, bundle): void {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk') throw new Error(`There is no ${file}`);
      chunk.code = chunk.code.replace(/\n\/\/# sourceMappingURL=.*/, '');
      Reflect.deleteProperty(bundle, `${file}.map`);
    },
  };
}

/** What `require` gets: the same modules, since every Node that vf-mock runs on can require an ES module. */
function addRequire(): Rolldown.Plugin {
  return {
    name: 'add-require',
    generateBundle(): void {
      for (const name of required) {
        const source = `module.exports = require('./${name}.js');\n`;
        this.emitFile({ type: 'asset', fileName: `${name}.cjs`, source });
      }
    },
  };
}

/**
 * The types for `require`. TypeScript says for Node 16 that an ES module cannot be required, so it must ignore that. What
 * a module takes from its peers is repeated, because some have other types for `require`, as msw 2 does.
 */
function addRequireTypes(): Rolldown.Plugin {
  return {
    name: 'add-require-types',
    generateBundle(_options, bundle): void {
      for (const name of required) {
        const code = toCode(bundle, `${name}.d.ts`).replace(/\n\/\/# sourceMappingURL=.*/, '');
        const hasPeers = / from "(?!\.|node:)/.test(code);
        const source = (hasPeers ? code : `export * from "./${name}.js";\n`).replaceAll(
          /^.* from "\.\/.*$/gm,
          '// @ts-ignore An ES module.\n$&',
        );
        this.emitFile({ type: 'asset', fileName: `${name}.d.cts`, source });
      }
    },
  };
}

function toCode(bundle: Rolldown.OutputBundle, file: string): string {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk') throw new Error(`There is no ${file}`);
  return chunk.code;
}

/** Minifies a file that does not come from our sources. The file has no map. */
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
