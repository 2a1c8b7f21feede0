import { createHash, randomBytes } from 'node:crypto';
import { access, constants, open, readdir, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { refuseDirectory, statIfExists, toRealPath } from './real-path.ts';

/** Explanations of error codes of the system. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a directory. Give the path of a file.',
  EACCES: 'this user may not do that. Change its permissions, or give another file.',
  EPERM: 'this user may not do that. Change its permissions, or give another file.',
  EROFS: 'the disk is read-only. Give another file.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'the quota of this user is used up.',
  EFBIG: 'it would be larger than this system allows.',
  ENOENT: 'its directory does not exist. Create it, or give another file.',
  ENOTDIR: 'its directory does not exist. Create it, or give another file.',
};

/** A text, or its pieces. */
export type Content = string | Iterable<string>;

/** A file that is written at the end of a run. */
export interface DeferredFile {
  /** Replaces the file in one step. A reader gets the whole old text or the whole new text. */
  write(content: Content): Promise<void>;
}

/**
 * Checks at the start whether a file can be written, because a failure at the end would lose the content. `name` is the
 * name of the file for messages, such as `the coverage file a.json`.
 *
 * @throws If the file cannot be written. The message is one line with the reason.
 */
export async function openDeferredFile(name: string, file: string): Promise<DeferredFile> {
  await explainFileErrors(`use ${name}`, async () => assertWritable(file));
  await removeLeftovers(file);
  return {
    write: async (content) => explainFileErrors(`write ${name}`, async () => replaceFile(file, content, 0o644)),
  };
}

async function assertWritable(file: string): Promise<void> {
  const target = await toRealPath(file);
  const found = await statIfExists(target);
  refuseDirectory(found);
  await access(found === undefined || found.isFile() ? dirname(target) : target, constants.W_OK);
}

/**
 * Replaces a file in one step. The permissions stay. A new file gets `newMode`: by default only its owner can read it,
 * because it may contain user data.
 */
export async function replaceFile(file: string, content: Content, newMode = 0o600): Promise<void> {
  const target = await toRealPath(file);
  const found = await statIfExists(target);
  // A terminal or a pipe cannot be replaced by a rename.
  if (found && !found.isFile()) return writeFile(target, content);
  await writeTemporary(target, content, found ? Number(found.mode) & 0o777 : newMode);
}

/**
 * Writes a new file in one step. Only its owner can read it.
 *
 * @throws EEXIST if there is one, also if it appears while this one is written.
 */
export async function createFile(file: string, content: Content): Promise<void> {
  await writeTemporary(file, content, 0o600, async () => (await open(file, 'wx')).close());
}

/** The files that this process is writing. */
const underWay = new Set<string>();

/** The temporary file is in the same directory, because a rename is atomic only there. */
async function writeTemporary(
  target: string,
  content: Content,
  mode: number,
  reserve?: () => Promise<void>,
): Promise<void> {
  const temporary = `${toPrefix(target)}${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  underWay.add(temporary);
  try {
    // Where somebody has put a link, `wx` does not follow it.
    const handle = await open(temporary, 'wx', mode);
    try {
      await writeAll(handle, content, mode);
      await reserve?.();
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  } finally {
    underWay.delete(temporary);
  }
}

async function writeAll(handle: FileHandle, content: Content, mode: number): Promise<void> {
  try {
    await writeFile(handle, content);
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Removes the temporary files that killed processes of this machine left beside a file. The file of a process that may
 * still write it stays.
 */
export async function removeLeftovers(file: string): Promise<void> {
  const target = await toRealPath(file);
  const prefix = basename(toPrefix(target));
  const names = await readdir(dirname(target)).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const [, pid] = /^(\d+)-[\da-f]{12}\.tmp$/.exec(name.slice(prefix.length)) ?? [];
    const path = join(dirname(target), name);
    if (pid !== undefined && !isWriting(Number(pid), path)) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Whether the process with this id may write a file. Process ids of other machines and containers say nothing here. */
function isWriting(pid: number, path: string): boolean {
  // In a container, each start may have the same id.
  if (pid === process.pid) return underWay.has(path);
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** The beginning of the names of the temporary files of one file. It is different on each machine. */
function toPrefix(target: string): string {
  const name = basename(target);
  const digest = createHash('sha256')
    .update(JSON.stringify([hostname(), name]))
    .digest('hex');
  return join(dirname(target), `${name.slice(0, 60)}.${digest.slice(0, 10)}-`);
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
