import type { BigIntStats } from 'node:fs';
import { readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** The path of a file without links. The file may be missing, also behind a link. */
export async function toRealPath(file: string): Promise<string> {
  return realpath(file).catch(async () => {
    const target = await readlink(file).catch(() => undefined);
    if (target !== undefined) return toRealPath(resolve(dirname(file), target));
    return join(await realpath(dirname(file)).catch(() => dirname(file)), basename(file));
  });
}

/** `undefined` if there is no such file. */
export async function statIfExists(file: string): Promise<BigIntStats | undefined> {
  return stat(file, { bigint: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  });
}

/** @throws EISDIR */
export function refuseDirectory(found: BigIntStats | undefined): void {
  if (found?.isDirectory() === true) throw Object.assign(new Error('It is a directory'), { code: 'EISDIR' });
}

/** A text that two paths share if they lead to the same file: by links, by hard links or by another spelling. */
export async function identifyFile(file: string): Promise<string> {
  const found = await statIfExists(file).catch(() => undefined);
  if (found === undefined) return toRealPath(file);
  // Several reports may go to one terminal or pipe.
  return found.isFile() ? `${found.dev}:${found.ino}` : resolve(file);
}
