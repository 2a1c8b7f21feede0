import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { keep } from './keep.ts';
import type { Ended, Launch } from './launch.ts';

/** Bytes of each stream that are kept. */
const kept = 1024 * 1024;
/** Milliseconds that a client has to end by itself after SIGTERM, and its streams after its end. */
const grace = 1000;

/** Codes of the system, in words that say what to do. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such command. Give one that a shell would find, and its arguments each by itself.',
  EACCES: 'it cannot be executed. Give the program that runs it, such as node or python3.',
};

/** Runs a command as a client, in a process group of its own, of which nothing is left in the end. */
export function launchCommand([program = '', ...args]: readonly string[]): Launch {
  return async ({ env, signal }) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const [stdout, stderr] = [keep(child.stdout, kept), keep(child.stderr, kept)];
    const exited = once(child, 'exit') as Promise<[exitCode: number | null, signal: NodeJS.Signals | null]>;
    const closed = once(child, 'close');
    closed.catch(() => undefined);
    const end = (): void => void stop(child, exited);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    try {
      const [exitCode, by] = await exited.catch((error: unknown) => refuse(program, error));
      // What it has started and left behind goes with it, and may not keep its streams open.
      kill(child, 'SIGKILL');
      await Promise.race([closed, setTimeout(grace)]);
      return {
        ...toEnd(exitCode, by),
        stdout: stdout.text(),
        stderr: stderr.text(),
        written: stdout.bytes() + stderr.bytes(),
      };
    } finally {
      signal.removeEventListener('abort', end);
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
    }
  };
}

function toEnd(exitCode: number | null, signal: NodeJS.Signals | null): Pick<Ended, 'exitCode' | 'signal'> {
  return { ...(exitCode !== null && { exitCode }), ...(signal !== null && { signal }) };
}

function refuse(program: string, error: unknown): never {
  const { code = '', message } = error as NodeJS.ErrnoException;
  throw new Error(`Failed to run the client ${program}: ${reasons[code] ?? message}`, { cause: error });
}

/** Asks it to end, and a little later ends it. */
async function stop(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  kill(child, 'SIGTERM');
  await Promise.race([exited.catch(() => undefined), setTimeout(grace)]);
  if (child.exitCode === null && child.signalCode === null) kill(child, 'SIGKILL');
}

/** With all that it has started. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // All of them are gone.
  }
}
