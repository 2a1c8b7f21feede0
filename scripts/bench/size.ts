// Compares the size of an installation of the packed package with other packages.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder, install, pack, root } from '../packed.ts';
import { toFigure, type Comparison, type Line, type Row } from './table.ts';

interface Size {
  readonly packages: number;
  readonly mebibytes: number;
}

const others = ['express', 'msw', '@stoplight/prism-cli'];

export async function measureSize(): Promise<Row[]> {
  const folder = createFolder('bench');
  const ours = await measure(join(folder, 'ours'), await pack(folder));
  const sizes = await Promise.all(
    others.map(async (name) => measure(join(folder, name), `${name}@${readVersion(name)}`)),
  );
  return toRows(ours, sizes);
}

function toRows(ours: Size, sizes: readonly Size[]): Row[] {
  const limits = { packages: 8, mebibytes: 3 };
  const units = { packages: 'packages', mebibytes: 'MiB' };
  return (['packages', 'mebibytes'] as const).map((of): Row => {
    const lines = others.map((name, at): Line => {
      const theirs = sizes[at]?.[of] ?? Number.NaN;
      return { name, figures: [toFigure(theirs)], comparison: toDifference(ours[of] - theirs, name, limits[of]) };
    });
    return {
      what: 'Installed size',
      columns: [units[of]],
      lines: [{ name: 'vf-mock', figures: [toFigure(ours[of])] }, ...lines],
    };
  });
}

function toDifference(value: number, name: string, most: number): Comparison | undefined {
  if (name !== 'express') return undefined;
  const goal = { kind: '≤', value: most, unit: 'more', isExact: true } as const;
  return { text: `${toFigure(value)} more`, value, goal };
}

async function measure(folder: string, what: string): Promise<Size> {
  await install(folder, what);
  const modules = join(folder, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as { packages: object };
  return { packages: Object.keys(packages).length, mebibytes: toBytes(modules) / 2 ** 20 };
}

/** The space on the disk, as `du` counts it. */
function toBytes(path: string): number {
  const { blocks } = lstatSync(path);
  const within = lstatSync(path).isDirectory() ? readdirSync(path).map((name) => toBytes(join(path, name))) : [];
  return within.reduce((sum, bytes) => sum + bytes, blocks * 512);
}

/** The version that is installed here. */
function readVersion(name: string): string {
  const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
