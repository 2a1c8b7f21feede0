import { open, realpath, rename, rm, stat } from 'node:fs/promises';

/** Codes of the system, in words that say what to do. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a directory. Give the path of a file.',
  EACCES: 'this user may not do that. Change its permissions, or give another file.',
  EPERM: 'this user may not do that. Change its permissions, or give another file.',
  EROFS: 'the disk takes no writes. Give another file.',
  ENOSPC: 'the disk is full.',
  ENOENT: 'its directory does not exist. Create it, or give another file.',
  ENOTDIR: 'its directory does not exist. Create it, or give another file.',
};

/**
 * Writes JSON in place of a file at once: whoever reads it finds what was there before or what is there now, whole. In its
 * directory, for only there a rename replaces the file in one step. Whoever may read the file is kept.
 */
export async function replaceFile(file: string, content: object): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o600,
  );
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
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

/**
 * Does something with a file, such as `write the state file a.json`.
 *
 * @throws On one line what failed, and why.
 */
export async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    const reason = reasons[code] ?? message.replace(/^Failed to restore a state: /, '');
    throw new Error(`Failed to ${what}: ${reason}`, { cause: error });
  }
}
