import { createHash, randomBytes } from 'node:crypto';
import { lstat, rename, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toRealPath } from '../report/real-path.ts';

/** A file that this process alone uses, among all processes of vf-mock on this machine. */
export interface FileLock {
  release(): Promise<void>;
}

/** Without a lock, work goes on: `FileVersion` finds out what others have changed. */
const noLock: FileLock = { release: async () => Promise.resolve() };

/** Milliseconds that a busy holder has to say who it is. */
const patience = 1000;

/**
 * Locks a file by a Unix socket, or a named pipe of Windows, whose name comes from the real path of the file. A process
 * that accepts a connection is alive, while a process id in a file may belong to another process by now.
 *
 * @throws If another process holds the lock. The message says which one.
 */
export async function lockFile(file: string): Promise<FileLock> {
  const place = toSocketPath(await toRealPath(file));
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const server = await listen(place);
    if (server === 'impossible') return noLock;
    if (server !== 'taken') return { release: async () => close(server) };
    const holder = await findHolder(place);
    if (holder.isAlive) {
      const who = holder.pid === '' ? '' : ` (process ${holder.pid})`;
      throw new Error(`another vf-mock${who} is using it. Stop that one first, or give another file.`);
    }
    if (!holder.isGone || !(await removeStale(place))) return noLock;
  }
  return noLock;
}

function toSocketPath(file: string): string {
  const name = `vf-mock-${createHash('sha256').update(file).digest('hex').slice(0, 20)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // The path of a socket has some 100 bytes at most.
  return join(Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir(), name);
}

/** Listens, and tells the process id to everybody who connects. The process may end while it listens. */
async function listen(place: string): Promise<Server | 'taken' | 'impossible'> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).unref();
    socket.write(String(process.pid));
    socket.destroySoon();
  }).unref();
  return new Promise((resolve) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRINUSE' ? 'taken' : 'impossible'));
    server.listen(place, () => resolve(server));
  });
}

async function close(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}

interface Holder {
  readonly isAlive: boolean;
  /** Nobody listens. If this is unknown too, the socket may belong to another user. */
  readonly isGone: boolean;
  readonly pid: string;
}

async function findHolder(place: string): Promise<Holder> {
  return new Promise((resolve) => {
    let [isAlive, pid] = [false, ''];
    const socket = createConnection(place);
    const end = (code = ''): void => {
      socket.destroy();
      resolve({ isAlive, isGone: code === 'ECONNREFUSED' || code === 'ENOENT', pid });
    };
    socket.on('connect', () => (isAlive = true));
    socket.on('data', (text) => (pid += text.toString()));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => end(code));
    socket.on('close', () => end());
    socket.setTimeout(patience, end);
  });
}

/**
 * Removes the socket of a dead process. Of two processes that start at once, one may have replaced it already, so it is
 * moved aside and asked again. Returns whether the place is worth another attempt.
 */
async function removeStale(place: string): Promise<boolean> {
  const aside = `${place}.${randomBytes(4).toString('hex')}`;
  try {
    if (!(await lstat(place)).isSocket()) return false;
    await rename(place, aside);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
  const { isAlive } = await findHolder(aside);
  await (isAlive ? rename(aside, place) : rm(aside, { force: true }));
  return true;
}
