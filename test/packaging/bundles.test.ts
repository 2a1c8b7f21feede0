import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type StdinOptions } from 'esbuild';
import { expect, test } from 'vitest';
import { alone, entries, manifest, root } from './_package.ts';

/** Texts that identify the code of a package, even when vf-mock bundles it. */
const signs = { yaml: 'YAMLParseError', commander: 'commander.unknownOption', express: 'x-powered-by' };

test('a bundle with createMock holds vf-mock and nothing else', async () => {
  const code = `import { createMock } from 'vf-mock'; createMock();`;
  const { inputs, imports, text } = await bundle({ stdin: user(code), platform: 'node' });
  expect(new Set(inputs.map(toPackage))).toEqual(new Set(['vf-mock']));
  expect(imports).toEqual([]);
  expect(Object.values(signs).filter((sign) => text.includes(sign))).toEqual([]);
});

test('the command holds all of them', async () => {
  const entryPoints = Object.values(manifest.bin).map((path) => join(root, path));
  const { imports, text } = await bundle({ entryPoints, platform: 'node' });
  expect(imports).toContain('node:http');
  expect(Object.values(signs).filter((sign) => !text.includes(sign))).toEqual([]);
});

test.for(entries)('what imports %s and does not use it gets nothing of it', async (entry) => {
  const { inputs, imports } = await bundle({ stdin: user(`import '${entry}';`), platform: 'node' });
  expect({ inputs, imports }).toEqual({ inputs: [], imports: [] });
});

/** A stub for globals of Node. A bundle that uses them imports this file. */
const globals = ['process', 'Buffer', 'global', 'module', '__dirname', '__filename', 'setImmediate'];
const ofNode = join(alone, 'of-node.js');
writeFileSync(ofNode, globals.map((name) => `export const ${name} = 'of Node';`).join('\n'));

test.for([
  ['vf-mock', []],
  ['vf-mock/msw', ['msw']],
] as const)('%s has nothing of Node', async ([entry, peers]) => {
  const code = `import * as all from '${entry}'; console.log(all);`;
  const { inputs, imports } = await bundle({ stdin: user(code), platform: 'browser', inject: [ofNode] });
  expect(inputs).not.toEqual([]);
  expect(inputs.filter((path) => toPackage(path) !== 'vf-mock')).toEqual([]);
  expect(imports).toEqual([...peers]);
});

interface Bundle {
  /** The source files of the code in the bundle. */
  readonly inputs: readonly string[];
  /** The imports that stay in the bundle. */
  readonly imports: readonly string[];
  readonly text: string;
}

/** Code of a user who has installed only vf-mock. */
function user(code: string): StdinOptions {
  return { contents: code, resolveDir: alone, sourcefile: 'user.js' };
}

async function bundle(options: BuildOptions): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: alone,
    bundle: true,
    format: 'esm',
    external: ['msw', 'vitest', '@mswjs/data'],
    logLevel: 'silent',
    ...options,
    write: false,
    metafile: true,
  });
  const outputs = Object.values(metafile.outputs);
  return {
    inputs: outputs.flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput === 0 || path === 'user.js' ? [] : [path],
      ),
    ),
    imports: outputs.flatMap((output) => output.imports.map(({ path }) => path)),
    text: outputFiles.map(({ text }) => text).join(''),
  };
}

/** The package of a file. */
function toPackage(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? path;
}
