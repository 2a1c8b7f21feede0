import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createSnapshotReader, explainSnapshot, type State } from '../mock/snapshot.ts';
import type { States } from '../mock/states.ts';
import { explainFileErrors, removeLeftovers } from '../report/write-file.ts';
import { toJsonPieces } from '../runtime/json-pieces.ts';
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
export async function useStateFile(name: string, path: string, states: States): Promise<StateFile> {
  const lock = await explainFileErrors(`use ${name}`, async () => lockFile(path));
  try {
    await removeLeftovers(path);
    const version = await createFileVersion(path);
    await explainFileErrors(`use ${name}`, async () => load(path, states, version));
    const write = async (): Promise<string | undefined> =>
      saveFile({ name, path, version }, () => toLines(states.save()));
    return { write, release: lock.release };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function load(file: string, states: States, version: FileVersion): Promise<void> {
  const state = await read(file, version).catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await access(dirname(file), constants.W_OK);
    return undefined;
  });
  if (state === undefined) return;
  const problem = explainSnapshot(state);
  if (problem !== undefined) throw new Error(`${problem}.`);
  states.load(state as State);
}

async function read(file: string, version: FileVersion): Promise<unknown> {
  const advice = 'Delete it to start with nothing.';
  const reader = createSnapshotReader();
  let isEmpty = true;
  for await (const chunk of readChunks(file)) {
    isEmpty = false;
    version.add(chunk);
    if (reader.write(chunk) !== undefined) break;
  }
  if (isEmpty) throw new Error(`it is empty. ${advice}`);
  const result = reader.end();
  if ('value' in result) return result.value;
  const isBroken = result.problem.startsWith('is not valid');
  throw new Error(isBroken ? `it is no JSON, or no whole one. ${advice}` : `it ${result.problem}.`);
}

/** The bytes of a file. */
function readChunks(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: 2 ** 17 });
}

/** JSON with one record a line, so that states can be compared line by line. */
function* toLines(state: State): Generator<string> {
  yield* toJsonPieces(state, '\n');
  yield '\n';
}
