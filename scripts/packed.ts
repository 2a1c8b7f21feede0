// Helpers for the checks of the packed package: temporary folders, npm, and a line of output for each check.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killAll, runToEnd, within } from './processes.ts';

export const root: string = fileURLToPath(new URL('..', import.meta.url));

/** Makes a temporary folder. At the end of this process, the folder and all started processes are removed. */
export function createFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `vf-mock-${name}-`));
  process.on('exit', () => {
    killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  return folder;
}

/** Builds the package and packs it into a folder. Returns the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  await runToEnd('npm', ['pack', '--pack-destination', folder, '--foreground-scripts=false'], root);
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  return join(folder, tarball);
}

/** Installs packages into a folder. Makes the folder if it does not exist. */
export async function install(folder: string, ...what: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
  await runToEnd('npm', ['install', '--prefix', folder, ...quiet, ...what], folder);
}

/** Runs a check and prints one line with its note or its failure. Returns whether it succeeded. */
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
