import { randomBytes } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { toRealPath } from '../report/real-path.ts';
import { createFile, explainFileErrors, replaceFile, type Content } from '../report/write-file.ts';
import type { FileVersion } from './file-version.ts';

/** A file with a version of its own, and its name for messages. */
interface VersionedFile {
  readonly name: string;
  readonly path: string;
  readonly version: FileVersion;
}

/**
 * Replaces a file in one step, if it is still as it was read. Otherwise writes a new file beside it, so that nothing is
 * lost. Returns a note if so.
 *
 * @throws If the file cannot be written. Then the content is beside it or in the folder for temporary files, if possible,
 * and the message says where.
 */
export async function saveFile(file: VersionedFile, toContent: () => Content): Promise<string | undefined> {
  const { name, path } = file;
  try {
    return await explainFileErrors(`write ${name}`, async () => {
      if (await replaceUnchanged(file, toContent)) return undefined;
      const place = await createBeside(path, toContent);
      return `${name} has changed since it was read, and stays as it is. The state of this server is in ${place}.`;
    });
  } catch (cause) {
    const { message } = cause as Error;
    const rescue = join(tmpdir(), `vf-mock-${randomBytes(6).toString('hex')}-${basename(path)}`);
    const place = await createBeside(path, toContent)
      .catch(async () => createBeside(rescue, toContent))
      .catch(() => undefined);
    throw new Error(place === undefined ? message : `${message} The state of this server is in ${place}.`, { cause });
  }
}

/** Returns whether the file was as expected until the end. */
async function replaceUnchanged({ path, version }: VersionedFile, toContent: () => Content): Promise<boolean> {
  const found = await version.compare();
  if (found === 'changed') return false;
  if (found === 'same') await replaceFile(path, toContent());
  else return isCreated(await toRealPath(path), toContent);
  return true;
}

/** Writes the first of `state.json.1`, `state.json.2` and so on that is free. Returns its path. */
async function createBeside(path: string, toContent: () => Content): Promise<string> {
  for (let number = 1; ; number += 1) {
    const place = `${path}.${number}`;
    const isFree = await lstat(place).then(
      () => false,
      () => true,
    );
    if (isFree && (await isCreated(place, toContent))) return place;
  }
}

async function isCreated(path: string, toContent: () => Content): Promise<boolean> {
  return createFile(path, toContent()).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return false;
    },
  );
}
