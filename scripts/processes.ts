// Starts each command in its own process group, and ends all processes of the group.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export type Child = ChildProcessByStdio<null, Readable, Readable>;

const running = new Set<Child>();

/** Runs a command to its end, and returns its output. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  cwd: string,
  env = process.env,
): Promise<string> {
  const child = launch(command, args, cwd, env);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed(child)]);
  if (code === 0) return stdout;
  throw new Error(`${[command, ...args].join(' ')} ended with ${String(code)}.\n${stdout}${stderr}`);
}

/** Sends SIGTERM to the whole group, as a terminal does, and waits until all its processes have ended. */
export async function stop(child: Child): Promise<{ code: number | null; seconds: number }> {
  const asked = performance.now();
  const end = closed(child);
  kill(child, 'SIGTERM');
  const code = await within(5_000, end);
  return { code, seconds: (performance.now() - asked) / 1_000 };
}

/** Starts a command in its own process group. Its child processes can then be ended with it. */
export function launch(command: string, args: readonly string[], cwd: string, env = process.env): Child {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Waits until all processes that share its output have ended. Returns the exit code, or `null` after a signal. */
async function closed(child: Child): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

function kill({ pid }: Child, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // The process has already ended.
  }
}

export function killAll(): void {
  for (const child of running) kill(child, 'SIGKILL');
}

export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const tooLate = sleep(ms, undefined, { ref: false }).then(() => {
    throw new Error(`It was not done after ${ms / 1_000} s.`);
  });
  return Promise.race([work, tooLate]);
}
