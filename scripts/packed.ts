// What the checks of the packed package share: a folder that does not outlive them, npm, and a line for each check.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killAll, runToEnd, within } from './processes.ts';

export const root: string = fileURLToPath(new URL('..', import.meta.url));

/** Makes a folder that is removed when this process ends, and nothing that it has started is left then. */
export function createFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `vf-mock-${name}-`));
  process.on('exit', () => {
    killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  return folder;
}

/** Builds the package and packs it into a folder, and answers the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  await runToEnd('npm', ['pack', '--pack-destination', folder, '--foreground-scripts=false'], root);
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  return join(folder, tarball);
}

/** Installs packages into a folder, which is made if need be. */
export async function install(folder: string, ...what: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
  await runToEnd('npm', ['install', '--prefix', folder, ...quiet, ...what], folder);
}

/** Does the work and prints a line, with what the work notes, or what failed; answers whether it succeeded. */
export async function report(what: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    const note = await within(300_000, work());
    console.log(`ok    ${what}${typeof note === 'string' ? ` (${note})` : ''}`);
    return true;
  } catch (error) {
    console.error(`FAIL  ${what}\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
