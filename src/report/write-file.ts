import type { Stats } from 'node:fs';
import { access, constants, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Codes of the system, in words that say what to do. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a directory. Give the path of a file.',
  EACCES: 'this user may not do that. Change its permissions, or give another file.',
  EPERM: 'this user may not do that. Change its permissions, or give another file.',
  EROFS: 'the disk is read-only. Give another file.',
  ENOSPC: 'the disk is full.',
  ENOENT: 'its directory does not exist. Create it, or give another file.',
  ENOTDIR: 'its directory does not exist. Create it, or give another file.',
};

/** A file that is written when all is over. */
export interface DeferredFile {
  /** Replaces the file at once: whoever reads it finds what was there before or what is there now, whole. */
  write(text: string): Promise<void>;
}

/**
 * Looks early whether a file can be written in the end, when what it is to hold would be lost. `name` tells what it is,
 * such as `the coverage file`.
 *
 * @throws On one line, with the file, why not.
 */
export async function openDeferredFile(name: string, file: string): Promise<DeferredFile> {
  await explainFileErrors(`use ${name} ${file}`, async () => assertWritable(file));
  return {
    write: async (text) => explainFileErrors(`write ${name} ${file}`, async () => replaceFile(file, text, 0o644)),
  };
}

async function assertWritable(file: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await find(target);
  if (found?.isDirectory() === true) throw Object.assign(new Error('It is a directory'), { code: 'EISDIR' });
  await access(found === undefined || found.isFile() ? dirname(target) : target, constants.W_OK);
}

async function find(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  });
}

/**
 * Writes in place of a file at once. In its directory, for only there a rename replaces the file in one step. Whoever may
 * read the file is kept; a new one is for its owner unless `newMode` says else, for it may hold what users are.
 */
export async function replaceFile(file: string, text: string, newMode = 0o600): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await find(target);
  // A terminal or a pipe has nothing to be replaced.
  if (found && !found.isFile()) return writeFile(target, text);
  const mode = found ? found.mode & 0o777 : newMode;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(text);
      await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** JSON as a file has it. */
export function toJsonText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * Does something with a file, such as `write the state file a.json`.
 *
 * @throws On one line what failed, and why.
 */
export async function explainFileErrors<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    throw new Error(`Failed to ${what}: ${reasons[code] ?? message}`, { cause: error });
  }
}
