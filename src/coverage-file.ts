import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Coverage } from './coverage.ts';
import { attempt, replaceFile } from './json-file.ts';

/** A file for the report of a run. */
export interface CoverageFile {
  /** Replaces the file at once. */
  write(coverage: Coverage): Promise<void>;
}

/**
 * Looks early whether a report can be written in the end, when the run is over and would be lost.
 *
 * @throws On one line, with the file, why not.
 */
export async function useCoverageFile(file: string): Promise<CoverageFile> {
  const name = `the coverage file ${file}`;
  await attempt(`use ${name}`, async () => check(file));
  return { write: async (coverage) => attempt(`write ${name}`, async () => replaceFile(file, coverage)) };
}

async function check(file: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await stat(target).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  await access(dirname(target), constants.W_OK);
  if (found?.isDirectory() === true) throw Object.assign(new Error('It is a directory'), { code: 'EISDIR' });
}
