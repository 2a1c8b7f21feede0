import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { expect, test } from 'vitest';
import { alone, entries } from './_package.ts';

test('a bundle with createMock holds vf-mock and nothing else', async () => {
  const { inputs, imports } = await bundle(`import { createMock } from 'vf-mock'; createMock();`, { platform: 'node' });
  expect(new Set(inputs.map(toPackage))).toEqual(new Set(['vf-mock']));
  expect(imports).toEqual([]);
});

test('a bundle with the server holds Express', async () => {
  const { inputs, imports } = await bundle(`import { serve } from 'vf-mock/express'; serve();`, { platform: 'node' });
  expect(inputs.map(toPackage)).toContain('express');
  expect(imports).toContain('node:http');
});

test.for(entries)('what imports %s and does not use it gets nothing of it', async (entry) => {
  const { inputs, imports } = await bundle(`import '${entry}';`, { platform: 'node' });
  expect({ inputs, imports }).toEqual({ inputs: [], imports: [] });
});

/** What is of Node alone. A bundle in which it is used takes it from this file. */
const globals = ['process', 'Buffer', 'global', 'module', '__dirname', '__filename', 'setImmediate'];
const ofNode = join(alone, 'of-node.js');
writeFileSync(ofNode, globals.map((name) => `export const ${name} = 'of Node';`).join('\n'));

test.for([
  ['vf-mock', []],
  ['vf-mock/msw', ['msw']],
] as const)('%s has nothing of Node', async ([entry, peers]) => {
  const code = `import * as all from '${entry}'; console.log(all);`;
  const { inputs, imports } = await bundle(code, { platform: 'browser', external: [...peers], inject: [ofNode] });
  expect(inputs).not.toEqual([]);
  expect(inputs.filter((path) => toPackage(path) !== 'vf-mock')).toEqual([]);
  expect(imports).toEqual(peers);
});

interface Bundle {
  /** The files that code in the bundle is from. */
  readonly inputs: readonly string[];
  /** What the bundle leaves to be imported. */
  readonly imports: readonly string[];
}

/** Bundles code as somebody would who has vf-mock installed and nothing beside it. */
async function bundle(code: string, options: BuildOptions): Promise<Bundle> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: alone, sourcefile: 'user.js' },
    absWorkingDir: alone,
    bundle: true,
    format: 'esm',
    external: ['msw', 'vitest', '@mswjs/data'],
    write: false,
    logLevel: 'silent',
    ...options,
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
  };
}

/** The package that a file is of. */
function toPackage(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? path;
}
