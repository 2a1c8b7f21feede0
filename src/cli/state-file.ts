import { access, constants, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Mock } from '../mock/mock.ts';
import type { State } from '../mock/snapshot.ts';
import { explainFileErrors, removeLeftovers, toJsonText } from '../report/write-file.ts';
import { lockFile } from './file-lock.ts';
import { createFileVersion, type FileVersion } from './file-version.ts';
import { saveFile } from './save-file.ts';

/** A file that keeps the stored data of a mock between runs. */
export interface StateFile {
  /**
   * Replaces the file in one step. A reader finds the whole old state or the whole new one. Returns a note if the state is
   * in another file, since somebody has changed this one.
   */
  write(): Promise<string | undefined>;
  /** Lets other servers use the file. */
  release(): Promise<void>;
}

/**
 * Fills a mock from the file at `path`. Messages call the file `name`. A missing file is an empty state, if the file can be
 * written later.
 *
 * @throws A message of one line with the file, the problem and the allowed values, also if another server uses the file.
 * Then mock and file are unchanged.
 */
export async function useStateFile(
  name: string,
  path: string,
  mock: Pick<Mock, 'snapshot' | 'restore'>,
): Promise<StateFile> {
  const lock = await explainFileErrors(`use ${name}`, async () => lockFile(path));
  try {
    await removeLeftovers(path);
    const version = await createFileVersion(path);
    await explainFileErrors(`use ${name}`, async () => load(path, mock, version));
    const write = async (): Promise<string | undefined> =>
      saveFile({ name, path, version }, () => toJsonText(mock.snapshot()));
    return { write, release: lock.release };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function load(file: string, mock: Pick<Mock, 'restore'>, version: FileVersion): Promise<void> {
  const bytes = await readFile(file).catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await access(dirname(file), constants.W_OK);
    return undefined;
  });
  if (bytes === undefined) return;
  version.add(bytes);
  try {
    mock.restore(parse(bytes));
  } catch (cause) {
    throw new Error((cause as Error).message.replace(/^Failed to restore a state: /, ''), { cause });
  }
}

function parse(bytes: Uint8Array): State {
  if (bytes.length === 0) throw new Error('it is empty. Delete it to start with nothing.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as State;
  } catch (cause) {
    throw new Error('it is no JSON, or no whole one. Delete it to start with nothing.', { cause });
  }
}
