import type { Stats } from 'node:fs';
import { access, constants, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Explanations of error codes of the system. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a directory. Give the path of a file.',
  EACCES: 'this user may not do that. Change its permissions, or give another file.',
  EPERM: 'this user may not do that. Change its permissions, or give another file.',
  EROFS: 'the disk is read-only. Give another file.',
  ENOSPC: 'the disk is full.',
  ENOENT: 'its directory does not exist. Create it, or give another file.',
  ENOTDIR: 'its directory does not exist. Create it, or give another file.',
};

/** A file that is written at the end of a run. */
export interface DeferredFile {
  /** Replaces the file in one step. A reader gets the whole old text or the whole new text. */
  write(text: string): Promise<void>;
}

/**
 * Checks at the start whether a file can be written, because a failure at the end would lose the content. `name` is the
 * name of the file for messages, such as `the coverage file a.json`.
 *
 * @throws If the file cannot be written. The message is one line with the reason.
 */
export async function openDeferredFile(name: string, file: string): Promise<DeferredFile> {
  await explainFileErrors(`use ${name}`, async () => assertWritable(file));
  return { write: async (text) => explainFileErrors(`write ${name}`, async () => replaceFile(file, text, 0o644)) };
}

async function assertWritable(file: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await statIfExists(target);
  if (found?.isDirectory() === true) throw Object.assign(new Error('It is a directory'), { code: 'EISDIR' });
  await access(found === undefined || found.isFile() ? dirname(target) : target, constants.W_OK);
}

async function statIfExists(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  });
}

/**
 * Replaces a file in one step. The temporary file is in the same directory, because a rename is atomic only there. The
 * permissions stay. A new file gets `newMode`: by default only its owner can read it, because it may contain user data.
 */
export async function replaceFile(file: string, content: string | Iterable<string>, newMode = 0o600): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await statIfExists(target);
  // A terminal or a pipe cannot be replaced by a rename.
  if (found && !found.isFile()) return writeFile(target, content);
  const mode = found ? found.mode & 0o777 : newMode;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await writeFile(handle, content);
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

/** The text of a JSON file. */
export function toJsonText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * Runs work with a file, and explains its errors. `task` says what the work does, such as `write the state file a.json`.
 *
 * @throws If the work fails. The message is one line with the task and the reason.
 */
export async function explainFileErrors<Result>(task: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    throw new Error(`Failed to ${task}: ${reasons[code] ?? message}`, { cause: error });
  }
}
