import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { captureOutput } from './capture-output.ts';
import type { ClientEnd, Launch, Task } from './launch.ts';

/** Maximum number of bytes that are kept of each stream. */
const keptBytes = 1024 * 1024;
/** Milliseconds for a client to end after SIGTERM, and for its streams to close after its end. */
const grace = 1000;

const unknown = 'there is no such command. Give a command that a shell can find, and each argument separately.';
/** Explanations of error codes of the system. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: unknown,
  ENOTDIR: unknown,
  // The command is empty.
  ERR_INVALID_ARG_VALUE: unknown,
  EMFILE: 'too many files are open. Let fewer cases run at once, or allow more files (ulimit -n).',
  EACCES: 'it cannot be executed. Give the program that runs it, such as node or python3.',
};

/** Runs a command as a client in its own process group. The whole group ends with the client. */
export function launchCommand([program = '', ...args]: readonly string[]): Launch {
  return async ({ env, signal }) => {
    const child = start(program, args, env);
    const exited = once(child, 'exit') as Promise<[exitCode: number | null, signal: NodeJS.Signals | null]>;
    const closed = once(child, 'close');
    for (const event of [exited, closed]) event.catch(() => undefined);
    // Before this event the process may have no streams.
    await once(child, 'spawn').catch((error: unknown) => throwLaunchError(program, error));
    const [stdout, stderr] = [captureOutput(child.stdout, keptBytes), captureOutput(child.stderr, keptBytes)];
    const onAbort = (): void => void stop(child, exited);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    try {
      const [exitCode, endSignal] = await exited;
      // Ends other processes of the group, because they would keep the streams open.
      kill(child, 'SIGKILL');
      await Promise.race([closed, setTimeout(grace)]);
      return {
        ...toEnd(exitCode, endSignal),
        stdout: stdout.text(),
        stderr: stderr.text(),
        outputBytes: stdout.bytes() + stderr.bytes(),
      };
    } finally {
      signal.removeEventListener('abort', onAbort);
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
    }
  };
}

function start(
  program: string,
  args: readonly string[],
  env: Task['env'],
): ChildProcessByStdio<null, Readable, Readable> {
  try {
    return spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
  } catch (error) {
    return throwLaunchError(program, error);
  }
}

function toEnd(exitCode: number | null, signal: NodeJS.Signals | null): Pick<ClientEnd, 'exitCode' | 'signal'> {
  return { ...(exitCode !== null && { exitCode }), ...(signal !== null && { signal }) };
}

function throwLaunchError(program: string, error: unknown): never {
  const { code = '', message } = error as NodeJS.ErrnoException;
  throw new Error(`Failed to run the client ${program}: ${reasons[code] ?? message}`, { cause: error });
}

/** Sends SIGTERM, and SIGKILL if the process does not end in time. */
async function stop(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  kill(child, 'SIGTERM');
  await Promise.race([exited, setTimeout(grace)]);
  if (child.exitCode === null && child.signalCode === null) kill(child, 'SIGKILL');
}

/** Sends a signal to the process and all processes that it has started. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // All processes have ended.
  }
}
