// What an installation of the packed package brings into an empty folder, beside those of others.
import { execFile } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { toFigure, type Comparison, type Line, type Row } from './table.ts';

interface Size {
  readonly packages: number;
  readonly mebibytes: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const others = ['express', 'msw', '@stoplight/prism-cli'];

export async function measureSize(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vf-mock-bench-'));
  try {
    await run('npm', ['pack', '--pack-destination', folder, '--ignore-scripts'], root);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    const ours = await install(folder, 'ours', join(folder, tarball));
    const sizes = await Promise.all(others.map(async (name) => install(folder, name, `${name}@${readVersion(name)}`)));
    return toRows(ours, sizes);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
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

async function install(folder: string, name: string, what: string): Promise<Size> {
  const prefix = join(folder, name);
  mkdirSync(prefix, { recursive: true });
  await run('npm', ['install', '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund', what], folder);
  const modules = join(prefix, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as { packages: object };
  return { packages: Object.keys(packages).length, mebibytes: toBytes(modules) / 2 ** 20 };
}

/** The room that it takes on the disk, as `du` counts. */
function toBytes(path: string): number {
  const { blocks } = lstatSync(path);
  const within = lstatSync(path).isDirectory() ? readdirSync(path).map((name) => toBytes(join(path, name))) : [];
  return within.reduce((sum, bytes) => sum + bytes, blocks * 512);
}

/** The one that is installed here. */
function readVersion(name: string): string {
  const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  await promisify(execFile)(command, args, { cwd });
}
