import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Mock } from './mock.ts';
import type { State } from './state.ts';

/** A file that keeps what a mock holds from one run to the next. */
export interface StateFile {
  /** Replaces the file at once: whoever reads it finds the state of before or that of now, whole. */
  write(): Promise<void>;
}

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
 * Fills a mock from a file. A file that does not exist yet is an empty state, if it can be written later.
 *
 * @throws On one line, with the file, what is wrong and what is allowed; then neither mock nor file has changed.
 */
export async function useStateFile(file: string, mock: Pick<Mock, 'snapshot' | 'restore'>): Promise<StateFile> {
  await attempt('use', file, async () => load(file, mock));
  return { write: async () => attempt('write', file, async () => write(file, mock.snapshot())) };
}

async function load(file: string, mock: Pick<Mock, 'restore'>): Promise<void> {
  const bytes = await readFile(file).catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await access(dirname(file), constants.W_OK);
    return undefined;
  });
  if (bytes !== undefined) mock.restore(parse(bytes));
}

function parse(bytes: Uint8Array): State {
  if (bytes.length === 0) throw new Error('it is empty. Delete it to start with nothing.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as State;
  } catch (cause) {
    throw new Error('it is no JSON, or no whole one. Delete it to start with nothing.', { cause });
  }
}

/** In its directory, for only there a rename replaces the file in one step. Whoever may read the file is kept. */
async function write(file: string, state: State): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o600,
  );
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(`${JSON.stringify(state, null, 2)}\n`);
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

async function attempt<Result>(what: string, file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    const reason = reasons[code] ?? message.replace(/^Failed to restore a state: /, '');
    throw new Error(`Failed to ${what} the state file ${file}: ${reason}`, { cause: error });
  }
}
