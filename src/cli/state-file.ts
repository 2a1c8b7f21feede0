import { access, constants, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Mock } from '../mock/mock.ts';
import type { State } from '../mock/snapshot.ts';
import { explainFileErrors, replaceFile, toJsonText } from '../report/write-file.ts';

/** A file that keeps what a mock holds from one run to the next. */
export interface StateFile {
  /** Replaces the file at once: whoever reads it finds the state of before or that of now, whole. */
  write(): Promise<void>;
}

/**
 * Fills a mock from a file at a path, which messages call by its name. A file that does not exist yet is an empty state, if it can be written later.
 *
 * @throws On one line, with the file, what is wrong and what is allowed; then neither mock nor file has changed.
 */
export async function useStateFile(
  name: string,
  path: string,
  mock: Pick<Mock, 'snapshot' | 'restore'>,
): Promise<StateFile> {
  await explainFileErrors(`use ${name}`, async () => load(path, mock));
  return {
    write: async () => explainFileErrors(`write ${name}`, async () => replaceFile(path, toJsonText(mock.snapshot()))),
  };
}

async function load(file: string, mock: Pick<Mock, 'restore'>): Promise<void> {
  const bytes = await readFile(file).catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await access(dirname(file), constants.W_OK);
    return undefined;
  });
  if (bytes === undefined) return;
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
